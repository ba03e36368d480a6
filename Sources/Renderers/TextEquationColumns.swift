/// Lines below one another, their cells in columns where as many of the same kind follow each other.
enum TextEquationColumns {
  struct Row {
    let box: TextBox
    let isAligned: Bool
  }

  /// The lines drawn, in columns where these are no wider than `limit`.
  static func rows(of lines: [TextEquationLine], limit: Int) -> [Row] {
    var rows: [Row] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end - 1].alignsWith(lines[end]) { end += 1 }
      rows += group(lines[start..<end], limit: limit)
      start = end
    }
    return rows
  }

  private static func group(_ lines: ArraySlice<TextEquationLine>, limit: Int) -> [Row] {
    guard lines.count > 1, let first = lines.first else {
      return lines.map { Row(box: $0.box(), isAligned: false) }
    }
    let leadWidth = lines.reduce(0) { max($0, $1.leadWidth) }
    let columns = first.cells.list.indices.map { cell in
      lines.reduce(0) { max($0, $1.cells.list[cell].box.width) }
    }
    guard columns.reduce(leadWidth - 3, { $0 + 3 + $1 }) <= limit else {
      return lines.map { Row(box: $0.box(), isAligned: false) }
    }
    return lines.map { Row(box: $0.box(leadWidth: leadWidth, columns: columns), isAligned: true) }
  }
}

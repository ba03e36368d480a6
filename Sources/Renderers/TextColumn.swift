import DocumentModel

/// A column of a table: words ready to be filled into whatever width it gets.
struct TextColumn {
  private let alignment: Table.Alignment
  private let header: [TextWord]
  private let cells: [[TextWord]]
  /// What its longest entry takes on one row.
  let naturalWidth: Int
  /// What its longest word takes: it cannot be narrower.
  let leastWidth: Int

  init(_ column: Table.Column, _ entries: [[Inline]], usesColour: Bool) {
    alignment = column.alignment
    header = TextWords(column.header, isBold: true, usesColour: usesColour).words
    let words = entries.map { TextWords($0, usesColour: usesColour).words }
    switch column.alignment {
    case .left: cells = words
    case .right: cells = Self.aligned(words, entries)
    }
    let all = [header] + cells
    naturalWidth = all.map { TextParagraph.row(of: $0).width }.max() ?? 0
    leastWidth = all.joined().map(\.row.width).max() ?? 0
  }

  /// The rows of the header, each `width` columns wide, and a blank one to pad with.
  func header(width: Int) -> [String] { block(header, width) }

  /// The rows of an entry, each `width` columns wide, and a blank one to pad with.
  func cell(_ row: Int, width: Int) -> [String] { block(cells[row], width) }

  private func block(_ words: [TextWord], _ width: Int) -> [String] {
    let rows = TextParagraph.rows(of: words, width: width).map { row in
      let padding = TextRow.blanks(width - row.width)
      return alignment == .left ? row.text + padding : padding + row.text
    }
    return rows + [TextRow.blanks(width)]
  }

  /// Numbers are padded behind until their points stand below one another.
  private static func aligned(_ words: [[TextWord]], _ entries: [[Inline]]) -> [[TextWord]] {
    let tails = zip(words, entries).map { words, entry in isNumber(entry) ? tail(of: words[0]) : nil }
    let longest = tails.compactMap(\.self).max() ?? 0
    return zip(words, tails).map { words, tail in
      guard let tail, tail < longest else { return words }
      var word = words[0]
      word.row.pad(to: word.row.width + longest - tail)
      return [word]
    }
  }

  private static func isNumber(_ entry: [Inline]) -> Bool {
    if entry.count == 1, case .formula(.number) = entry[0] { return true }
    return false
  }

  /// The columns from the point on; where there is none, from the power of ten on.
  private static func tail(of number: TextWord) -> Int {
    let start = number.row.text.firstIndex { $0 == "." || $0 == " " } ?? number.row.text.endIndex
    return number.row.text.distance(from: start, to: number.row.text.endIndex)
  }
}

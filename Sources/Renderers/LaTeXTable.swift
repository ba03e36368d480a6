import DocumentModel

/// Spells a table with three rules, its columns as wide as their contents where the line allows it.
extension LaTeXWriter {
  /// Adds the table. Columns of formulas cannot be broken: those that do not fit beside the others follow in a second
  /// table, behind the first column once more.
  mutating func write(_ table: Table) {
    let natural = naturalWidths(of: table)
    for part in Self.parts(of: table, natural) {
      writeWhole(table.columns.count == part.count ? table : table.only(part), part.map { natural[$0] })
    }
  }

  /// A long one repeats its header on every page; one with a column too wide for the line is set in smaller type.
  private mutating func writeWhole(_ table: Table, _ natural: [Double]) {
    let size = LaTeXTypeSize.largest { size in
      let wrapped = Self.wrapWidths(for: natural, within: size.ems(in: LaTeXRenderer.textWidth))
      return !Self.breaksFormulas(of: table, wrapped)
    }
    size.begin(in: &text)
    defer { size.end(in: &text) }
    let isLong = table.rows.count > LaTeXRenderer.mostRowsInOnePiece
    text += isLong ? "\\begin{longtable}{" : "\\begin{center}\n\\begin{tabular}{"
    writeColumns(of: table, Self.wrapWidths(for: natural, within: size.ems(in: LaTeXRenderer.textWidth)))
    text += "}\n\\toprule\n"
    writeRow(table.columns.map(\.header))
    text += "\\midrule\n"
    if isLong { text += "\\endhead\n\\bottomrule\n\\endfoot\n" }
    writeRows(table.rows)
    text += isLong ? "\\end{longtable}" : "\\bottomrule\n\\end{tabular}\n\\end{center}"
  }

  private mutating func writeColumns(of table: Table, _ widths: [Double?]) {
    for (index, column) in table.columns.enumerated() {
      switch (column.alignment, widths[index]) {
      case (.left, nil): text += "l"
      case (.right, nil): text += "r"
      case (.left, let width?): writeColumn(">{\\raggedright\\arraybackslash}p{", Int(width))
      case (.right, let width?): writeColumn(">{\\raggedleft\\arraybackslash}p{", Int(width))
      }
    }
  }

  private mutating func writeColumn(_ kind: StaticString, _ width: Int) {
    text += kind
    text.append(number: width)
    text += "em}"
  }

  /// Rows with matrices are set apart.
  private mutating func writeRows(_ rows: [[[Inline]]]) {
    var previousIsTall = false
    for (index, row) in rows.enumerated() {
      let isTall = row.contains { $0.contains(where: \.isTall) }
      if index > 0, isTall || previousIsTall { text += "\\addlinespace[0.4em]\n" }
      writeRow(row)
      previousIsTall = isTall
    }
  }

  private mutating func writeRow(_ cells: [[Inline]]) {
    for index in cells.indices {
      if index > 0 { text += " & " }
      write(cells[index])
    }
    text += " \\\\\n"
  }
}

// MARK: - Widths

extension LaTeXWriter {
  /// Twice LaTeX's space beside a column.
  private static let columnGap = 1.1

  /// The columns of each part, by their numbers.
  private static func parts(of table: Table, _ natural: [Double]) -> [[Int]] {
    let wrapped = wrapWidths(for: natural, within: LaTeXRenderer.textWidth)
    guard breaksFormulas(of: table, wrapped) else { return [Array(table.columns.indices)] }
    var parts: [[Int]] = []
    var current: [Int] = []
    for column in table.columns.indices {
      let width = (current + [column]).reduce(0) { $0 + natural[$1] + columnGap }
      if width > LaTeXRenderer.textWidth, current.count > 1 {
        parts.append(current)
        current = [0]
      }
      current.append(column)
    }
    return parts + [current]
  }

  /// Whether a column of values, which cannot be broken, would have to be.
  private static func breaksFormulas(of table: Table, _ wrapped: [Double?]) -> Bool {
    table.columns.indices.dropFirst().contains { wrapped[$0] != nil && table.columns[$0].alignment == .right }
  }

  private mutating func naturalWidths(of table: Table) -> [Double] {
    var widths = table.columns.map { width(of: $0.header) }
    for row in table.rows {
      for index in row.indices where index < widths.count {
        widths[index] = max(widths[index], width(of: row[index]))
      }
    }
    return widths
  }

  private mutating func width(of inlines: [Inline]) -> Double {
    var total = 0.0
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): total += TeXWidth.word(text)
      case .emphasis(let inner), .strong(let inner): total += width(of: inner) * 1.1
      case .formula(let inner):
        formula.spell(inline: inner)
        total += formula.width
      case .equation(let equation):
        formula.spell(inline: equation)
        total += formula.width
      }
    }
    return total
  }

  /// Narrow columns keep their width; the wide ones share what is left of the line.
  private static func wrapWidths(for widths: [Double], within line: Double) -> [Double?] {
    var rest = line - columnGap * Double(widths.count)
    var wrapped = [Double?](repeating: nil, count: widths.count)
    let order = widths.indices.sorted { (widths[$0], $0) < (widths[$1], $1) }
    for (placed, column) in order.enumerated() {
      let share = rest / Double(widths.count - placed)
      if widths[column] > share { wrapped[column] = max(share, 2) }
      rest -= min(widths[column], share)
    }
    return wrapped
  }
}

extension Table {
  /// These columns of it, by their numbers.
  fileprivate func only(_ places: [Int]) -> Table {
    Table(columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}

extension Inline {
  /// Whether it holds a formula that is higher than a line, and be it by the brackets of one row.
  fileprivate var isTall: Bool {
    switch self {
    case .text, .code: false
    case .emphasis(let inner), .strong(let inner): inner.contains(where: \.isTall)
    case .formula(let formula): formula.height >= .row
    case .equation(let equation):
      equation.left.height >= .row || equation.links.contains { $0.formula.height >= .row }
    }
  }
}

import DocumentModel

/// Spells a table with three rules, its columns as wide as their contents where the line allows it.
struct LaTeXTable {
  private let table: Table
  /// The widths of the columns that must be wrapped, in em.
  private let wrapWidths: [Double?]

  init(_ table: Table) {
    self.table = table
    wrapWidths = Self.wrapWidths(for: Self.naturalWidths(of: table))
  }

  /// Adds the table; a long one repeats its header on every page.
  func write(to text: inout String) {
    let isLong = table.rows.count > LaTeXRenderer.mostRowsInOnePiece
    text += isLong ? "\\begin{longtable}{" : "\\begin{center}\n\\begin{tabular}{"
    writeColumns(to: &text)
    text += "}\n\\toprule\n"
    writeRow(table.columns.map(\.header), to: &text)
    text += "\\midrule\n"
    if isLong { text += "\\endhead\n\\bottomrule\n\\endfoot\n" }
    for row in table.rows { writeRow(row, to: &text) }
    text += isLong ? "\\end{longtable}\n" : "\\bottomrule\n\\end{tabular}\n\\end{center}\n"
  }

  private func writeColumns(to text: inout String) {
    for (column, width) in zip(table.columns, wrapWidths) {
      switch (column.alignment, width) {
      case (.left, nil): text += "l"
      case (.right, nil): text += "r"
      case (.left, let width?): text += ">{\\raggedright\\arraybackslash}p{\(Int(width))em}"
      case (.right, let width?): text += ">{\\raggedleft\\arraybackslash}p{\(Int(width))em}"
      }
    }
  }

  private func writeRow(_ cells: [[Inline]], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += " & " }
      LaTeXInlines.write(cell, to: &text)
    }
    text += " \\\\\n"
  }

  /// Twice LaTeX's space beside a column.
  private static let columnGap = 1.1

  private static func naturalWidths(of table: Table) -> [Double] {
    var widths = table.columns.map { width(of: $0.header) }
    for row in table.rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], width(of: cell))
      }
    }
    return widths
  }

  private static func width(of inlines: [Inline]) -> Double {
    inlines.reduce(0) { total, inline in
      switch inline {
      case .text(let text), .code(let text): total + TeXWidth.word(text)
      case .emphasis(let inner), .strong(let inner): total + width(of: inner) * 1.1
      case .formula(let formula): total + TeXSpelling(inline: formula).width
      case .equation(let equation): total + TeXSpelling(inline: equation).width
      }
    }
  }

  /// Narrow columns keep their width; the wide ones share what is left of the line.
  private static func wrapWidths(for widths: [Double]) -> [Double?] {
    var rest = LaTeXRenderer.textWidth - columnGap * Double(widths.count)
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

import DocumentModel

/// The pictures of a figure in rows of characters.
struct TextFigure {
  let rows: [String]

  private static let gap = 4

  /// Nothing where a diagram finds no room in `width` columns.
  init?(_ figure: Figure, width: Int, usesColour: Bool) {
    let inRow = Self.sheets(figure, width: (width - Self.gap * (figure.panels.count - 1)) / max(figure.panels.count, 1))
    let natural = Self.sheets(figure, width: width)
    if let sheets = natural, Self.width(of: sheets) <= width {
      rows = Self.beside(sheets, usesColour: usesColour)
    } else if let sheets = inRow, Self.width(of: sheets) <= width {
      rows = Self.beside(sheets, usesColour: usesColour)
    } else if let sheets = natural {
      rows = Self.below(sheets, usesColour: usesColour)
    } else {
      return nil
    }
  }

  /// A drawn panel.
  private struct Sheet {
    let title: TextRow
    let canvas: TextCanvas
    var width: Int { max(canvas.columns, title.width) }
  }

  private static func sheets(_ figure: Figure, width: Int) -> [Sheet]? {
    var sheets: [Sheet] = []
    for panel in figure.panels {
      switch panel.picture {
      case .diagram(let diagram):
        guard let drawing = TextDiagram(diagram, width: width) else { return nil }
        sheets.append(Sheet(title: TextLabel.row(panel.title), canvas: drawing.canvas))
      case .plot(let plot):
        guard width >= 24 else { return nil }
        sheets.append(Sheet(title: TextLabel.row(panel.title), canvas: TextPlot(plot, width: width).canvas))
      }
    }
    return sheets
  }

  private static func width(of sheets: [Sheet]) -> Int { sheets.reduce(-gap) { $0 + gap + $1.width } }

  private static func beside(_ sheets: [Sheet], usesColour: Bool) -> [String] {
    let columns = sheets.map { column(of: $0, usesColour: usesColour) }
    let height = columns.reduce(0) { max($0, $1.count) }
    return (0..<height).map { index in
      var line = TextRow.empty
      var start = 0
      for (sheet, column) in zip(sheets, columns) {
        if index < column.count, column[index].width > 0 {
          line.pad(to: start)
          line.append(column[index])
        }
        start += sheet.width + gap
      }
      return line.text
    }
  }

  private static func below(_ sheets: [Sheet], usesColour: Bool) -> [String] {
    var rows: [String] = []
    for sheet in sheets {
      if !rows.isEmpty { rows.append("") }
      rows += column(of: sheet, usesColour: usesColour).map(\.text)
    }
    return rows
  }

  /// The rows of a panel with its title, without those that are empty at its ends.
  private static func column(of sheet: Sheet, usesColour: Bool) -> [TextRow] {
    var rows = sheet.canvas.rows(usesColour: usesColour)
    while rows.last?.text.isEmpty == true { rows.removeLast() }
    while rows.first?.text.isEmpty == true { rows.removeFirst() }
    guard sheet.title.width > 0 else { return rows }
    let title = usesColour ? TextStyle.bold.set(sheet.title.text) : sheet.title.text
    let start = max((sheet.canvas.columns - sheet.title.width) / 2, 0)
    return [TextRow(TextRow.blanks(start) + title, width: start + sheet.title.width), .empty] + rows
  }
}

import DocumentModel

/// A plot in characters: curves of Braille dots between axes of lines.
struct TextPlot {
  let width: Int
  /// Everything from top to bottom: the name of the vertical axis, the area, ticks, name and legend.
  var canvas: TextCanvas
  let plot: Plot
  let left: Int
  let top: Int
  let columns: Int
  let rows: Int

  /// As wide as it may be at most, but not wider than is good for it.
  init(_ plot: Plot, width: Int, rows: Int = 15) {
    self.plot = plot
    self.rows = rows
    let widest = plot.vertical.ticks.reduce(0) { max($0, TextLabel.row($1.label).width) }
    let right = plot.horizontal.ticks.last.map { TextLabel.row($0.label).width / 2 } ?? 0
    left = widest + 1
    columns = max(min(60, width - left - 1 - right), 8)
    top = plot.vertical.label.isEmpty ? 0 : 1
    self.width = min(left + 1 + columns + right, width)
    let legend = Self.legend(of: plot, width: self.width)
    let feet = 2 + (plot.horizontal.label.isEmpty ? 0 : 1) + legend.count
    canvas = TextCanvas(columns: self.width, rows: top + rows + feet)
    writeAxes()
    for mark in plot.marks { write(mark) }
    for series in plot.series where series.kind.hasDots { drawDots(series) }
    for series in plot.series { draw(series) }
    write(legend)
  }

  private mutating func writeAxes() {
    if top > 0 { canvas.write(TextLabel.row(plot.vertical.label).text, column: 0, row: 0, .plain) }
    for row in 0..<rows { canvas.outline("│", column: left, row: top + row, .plain) }
    canvas.outline("└", column: left, row: top + rows, .plain)
    for column in 1...columns { canvas.outline("─", column: left + column, row: top + rows, .plain) }
    for tick in plot.vertical.ticks {
      guard let share = plot.vertical.share(of: tick.place) else { continue }
      let text = TextLabel.row(tick.label)
      let row = row(share)
      guard canvas.hasRoom(for: text.width, column: left - 1 - text.width, row: row) else { continue }
      canvas.write(text.text, column: left - 1 - text.width, row: row, .plain)
      canvas.outline(row == top + rows ? "┴" : "┤", column: left, row: row, .plain)
    }
    for tick in plot.horizontal.ticks {
      guard let share = plot.horizontal.share(of: tick.place) else { continue }
      let text = TextLabel.row(tick.label)
      let column = column(share)
      let start = min(max(column - text.width / 2, 0), canvas.columns - text.width)
      guard canvas.hasRoom(for: text.width, column: start, row: top + rows + 1) else { continue }
      canvas.write(text.text, column: start, row: top + rows + 1, .plain)
      if column > left { canvas.outline("┬", column: column, row: top + rows, .plain) }
    }
    guard !plot.horizontal.label.isEmpty else { return }
    let name = TextLabel.row(plot.horizontal.label)
    let start = max(left + 1 + (columns - name.width) / 2, 0)
    canvas.write(name.text, column: start, row: top + rows + 2, .plain)
  }

  /// The lower end of the vertical axis lies on the horizontal one.
  func row(_ share: Double) -> Int { top + rows - Int((share * Double(rows)).rounded()) }
  func column(_ share: Double) -> Int { left + 1 + min(Int(share * Double(columns)), columns - 1) }

  private mutating func write(_ mark: Plot.Mark) {
    guard let share = plot.place(of: mark.place) else { return }
    let text = TextLabel.row(mark.label)
    let (middle, level) = (column(share.x), min(row(share.y), top + rows - 1))
    let first: (column: Int, row: Int)
    switch mark.side {
    case .above: first = (middle - text.width / 2, level - 1)
    case .below: first = (middle - text.width / 2, level + 1)
    case .left: first = (middle - text.width - 1, level)
    case .right: first = (middle + 2, level)
    }
    let start = max(min(first.column, canvas.columns - text.width), left + 1)
    for row in [first.row, first.row - 1, first.row + 1, first.row - 2, first.row + 2] {
      guard row >= top, row < top + rows, canvas.hasRoom(for: text.width, column: start, row: row) else { continue }
      return canvas.write(text.text, column: start, row: row, mark.tone)
    }
  }
}

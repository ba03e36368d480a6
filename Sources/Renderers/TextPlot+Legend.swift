import DocumentModel

extension TextPlot {
  /// A row of the legend: samples and names from left to right.
  typealias LegendRow = [(series: Plot.Series, column: Int)]

  static func legend(of plot: Plot, width: Int) -> [LegendRow] {
    var rows: [LegendRow] = []
    var column = 0
    for series in plot.series where !series.name.isEmpty {
      let entry = 4 + TextLabel.row(series.name).width
      if rows.isEmpty || column + entry > width {
        rows.append([])
        column = 0
      }
      rows[rows.count - 1].append((series, column))
      column += entry + 3
    }
    return rows
  }

  mutating func write(_ legend: [LegendRow]) {
    for (index, entries) in legend.enumerated() {
      let row = canvas.rowCount - legend.count + index
      for (series, column) in entries {
        canvas.write(TextStroke(series.tone).sample(series.kind), column: column, row: row, series.tone)
        canvas.write(TextLabel.row(series.name).text, column: column + 4, row: row, .plain)
      }
    }
  }
}

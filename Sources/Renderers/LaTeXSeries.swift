import DocumentModel

extension LaTeXWriter {
  /// Adds a series as far as it lies inside, and its line of the legend.
  mutating func write(_ series: Plot.Series, in plot: Plot) {
    switch series.kind {
    case .line: writeStretches(series, in: plot, "")
    case .dashedLine: writeStretches(series, in: plot, Self.dashes)
    case .dots: writeDots(series.points, series.tone, in: plot)
    case .path:
      writeStretches(series, in: plot, "", endsWithHead: series.points.last.flatMap(plot.place) != nil)
      writeDots(series.points.dropLast(), series.tone, in: plot)
    }
    if !series.name.isEmpty { writeLegend(of: series) }
  }

  private static let dashes: StaticString = ",dash pattern=on 2.5pt off 2pt"

  private mutating func writeStretches(
    _ series: Plot.Series, in plot: Plot, _ dashes: StaticString, endsWithHead: Bool = false
  ) {
    let stretches = plot.stretches(through: series.points)
    for (index, stretch) in stretches.enumerated() {
      beginPlot(series.tone, " line")
      text += dashes
      if endsWithHead, index == stretches.count - 1 { text += ",head" }
      write(coordinates: stretch.map(\.point))
      text += ";\n"
    }
  }

  private mutating func writeDots(_ points: [Point], _ tone: Tone, in plot: Plot) {
    let inside = points.filter { plot.place(of: $0) != nil }
    guard !inside.isEmpty else { return }
    beginPlot(tone, " dots")
    write(coordinates: inside)
    text += ";\n"
  }

  private mutating func writeLegend(of series: Plot.Series) {
    text += "\\addlegendimage{"
    text += series.tone.styleName
    switch series.kind {
    case .line: text += " line"
    case .dashedLine:
      text += " line"
      text += Self.dashes
    case .dots: text += " dots"
    case .path: text += " line,head"
    }
    text += "}\n\\addlegendentry{"
    write(series.name)
    text += "}\n"
  }

  private mutating func beginPlot(_ tone: Tone, _ style: StaticString) {
    text += "\\addplot[forget plot,"
    text += tone.styleName
    text += style
  }

  /// Begins a line in a style of its own.
  mutating func beginPlot(_ style: StaticString, _ points: [Point]) {
    text += "\\addplot[forget plot,"
    text += style
    write(coordinates: points)
  }

  private mutating func write(coordinates points: [Point]) {
    text += "] coordinates {"
    for point in points {
      text += "("
      write(value: point.x)
      text += ","
      write(value: point.y)
      text += ")"
    }
    text += "}"
  }
}

import DocumentModel

extension LaTeXWriter {
  /// Adds a series as far as it lies inside, and its line of the legend.
  mutating func write(_ series: Plot.Series, in plot: Plot) {
    switch series.kind {
    case .line: writeStretches(series, in: plot, "")
    case .dashedLine: writeStretches(series, in: plot, ",dash pattern=on 2.5pt off 2pt")
    case .dots: writeDots(series.points, series.tone, in: plot)
    case .path:
      writeStretches(series, in: plot, "", endsWithHead: series.points.last.flatMap(plot.place) != nil)
      writeDots(series.points.dropLast(), series.tone, in: plot)
    case .bars: writeBars(series, in: plot)
    }
    if !series.name.isEmpty { writeLegend(of: series) }
  }

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

  private mutating func writeBars(_ series: Plot.Series, in plot: Plot) {
    let range = plot.vertical.range
    for point in series.points {
      let top = min(max(point.y, range.lowerBound), range.upperBound)
      guard let (left, right) = sides(of: point.x, in: plot.horizontal, series.points.count), top.isFinite else {
        continue
      }
      beginPlot(series.tone, " node")
      write(coordinates: [
        Point(left, plot.floor), Point(left, top), Point(right, top), Point(right, plot.floor),
      ])
      text += " -- cycle;\n"
    }
  }

  /// Where a bar begins and ends.
  private func sides(of place: Double, in axis: Plot.Axis, _ count: Int) -> (Double, Double)? {
    guard axis.share(of: place) != nil else { return nil }
    if axis.isLogarithmic { return (place / 1.2, place * 1.2) }
    let half = min(0.3 / Double(count), 0.04) * (axis.range.upperBound - axis.range.lowerBound)
    return (place - half, place + half)
  }

  private mutating func writeLegend(of series: Plot.Series) {
    text += "\\addlegendimage{"
    text += series.tone.styleName
    switch series.kind {
    case .line: text += " line"
    case .dashedLine: text += " line,dash pattern=on 2.5pt off 2pt"
    case .dots: text += " dots"
    case .path: text += " line,head"
    case .bars: text += " node,area legend"
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

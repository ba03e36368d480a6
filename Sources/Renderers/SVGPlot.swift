import DocumentModel

/// A plot in SVG: axes on the left and below, their names above and below them, the legend at the foot.
struct SVGPlot {
  private let plot: Plot
  private let frame: PlotFrame
  private let legend: SVGLegend

  init(_ plot: Plot, isAlone: Bool) {
    self.plot = plot
    frame = PlotFrame(plot, width: isAlone ? 30 : 23)
    legend = SVGLegend(plot.series, width: frame.width)
  }

  /// In em.
  var width: Double { frame.width }
  var height: Double { frame.height + legend.height }

  func draw(on canvas: inout SVGCanvas) {
    SVGAxes(plot, frame).draw(on: &canvas)
    for series in plot.series { SVGSeries(plot, frame).draw(series, on: &canvas) }
    for mark in plot.marks {
      guard let centre = frame.centre(of: mark, in: plot) else { continue }
      SVGLabel.draw(mark.label, at: centre.scaled, tone: mark.tone, kind: "remark", on: &canvas)
    }
    legend.draw(below: frame.height, on: &canvas)
  }
}

/// The axes of a plot with their ticks, a fine grid, and their names.
struct SVGAxes {
  private let plot: Plot
  private let frame: PlotFrame
  private let columns: [PlacedTick]
  private let rows: [PlacedTick]

  private typealias PlacedTick = (label: [Inline], share: Double)

  init(_ plot: Plot, _ frame: PlotFrame) {
    self.plot = plot
    self.frame = frame
    columns = Self.placed(plot.horizontal)
    rows = Self.placed(plot.vertical)
  }

  func draw(on canvas: inout SVGCanvas) {
    drawLines(on: &canvas)
    for (label, share) in columns {
      draw(label, Point(frame.area.x + share * frame.area.width, frame.area.bottom + 0.9), .middle, on: &canvas)
    }
    for (label, share) in rows {
      draw(label, Point(frame.area.x - 0.4, frame.area.bottom - share * frame.area.height), .end, on: &canvas)
    }
    if !plot.vertical.label.isEmpty { draw(plot.vertical.label, Point(0, 0.6), .start, on: &canvas) }
    if !plot.horizontal.label.isEmpty {
      draw(plot.horizontal.label, Point(frame.area.centre.x, frame.area.bottom + 2.4), .middle, on: &canvas)
    }
  }

  private static func placed(_ axis: Plot.Axis) -> [PlacedTick] {
    axis.ticks.compactMap { tick in axis.share(of: tick.place).map { (tick.label, $0) } }
  }

  private func drawLines(on canvas: inout SVGCanvas) {
    canvas.add(.path) { grid in
      grid.set(.class, "grid")
      grid.set(.d) { data in
        for column in columns { write(Point(column.share, 0), Point(column.share, 1), to: &data) }
        for row in rows { write(Point(0, row.share), Point(1, row.share), to: &data) }
      }
    }
    canvas.add(.path) { axes in
      axes.set(.class, "axis")
      axes.set(.d) { data in
        write(Point(0, 1), Point(0, 0), to: &data)
        write(Point(0, 0), Point(1, 0), to: &data)
        if let zero = plot.zero { write(Point(0, zero), Point(1, zero), to: &data) }
      }
    }
  }

  /// A line between places in shares of both axes.
  private func write(_ start: Point, _ end: Point, to data: inout ByteBuffer) {
    data.append(lineFrom: frame.place(start).scaled, to: frame.place(end).scaled)
  }

  private func draw(_ content: [Inline], _ place: Point, _ anchor: SVGLabel.Anchor, on canvas: inout SVGCanvas) {
    SVGLabel.draw(content, at: place.scaled, anchor, on: &canvas)
  }
}

import DocumentModel

/// A plot in SVG: axes on the left and below, their names above and below them, the legend at the foot.
struct SVGPlot {
  /// In em.
  let width: Double
  let height: Double
  let elements: [HTMLElement]

  init(_ plot: Plot, isAlone: Bool) {
    let frame = PlotFrame(plot, width: isAlone ? 30 : 23)
    let legend = SVGLegend(plot.series, width: frame.width)
    width = frame.width
    height = frame.height + legend.height
    var elements = SVGAxes(plot, frame).elements
    elements += plot.series.flatMap { SVGSeries(plot, frame).elements($0) }
    for mark in plot.marks {
      guard let centre = frame.centre(of: mark, in: plot) else { continue }
      elements.append(SVGLabel.element(mark.label, at: centre.scaled, .middle, mark.tone, kind: "remark"))
    }
    self.elements = elements + legend.elements(below: frame.height)
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

  var elements: [HTMLElement] { lines + columnLabels + rowLabels + names }

  private static func placed(_ axis: Plot.Axis) -> [PlacedTick] {
    axis.ticks.compactMap { tick in axis.share(of: tick.place).map { (tick.label, $0) } }
  }

  private var lines: [HTMLElement] {
    let grid =
      columns.map { line(Point($0.share, 0), Point($0.share, 1)) }
      + rows.map { line(Point(0, $0.share), Point(1, $0.share)) }
    var axes = [line(Point(0, 1), Point(0, 0)), line(Point(0, 0), Point(1, 0))]
    if let zero = plot.zero { axes.append(line(Point(0, zero), Point(1, zero))) }
    return [
      .element(.path, [.class: "grid", .d: grid.joined()]), .element(.path, [.class: "axis", .d: axes.joined()]),
    ]
  }

  private var columnLabels: [HTMLElement] {
    columns.map { label, share in
      element(label, Point(frame.area.x + share * frame.area.width, frame.area.bottom + 0.9), .middle)
    }
  }

  private var rowLabels: [HTMLElement] {
    rows.map { label, share in
      element(label, Point(frame.area.x - 0.4, frame.area.bottom - share * frame.area.height), .end)
    }
  }

  private var names: [HTMLElement] {
    var names: [HTMLElement] = []
    if !plot.vertical.label.isEmpty { names.append(element(plot.vertical.label, Point(0, 0.6), .start)) }
    if !plot.horizontal.label.isEmpty {
      let place = Point(frame.area.centre.x, frame.area.bottom + 2.4)
      names.append(element(plot.horizontal.label, place, .middle))
    }
    return names
  }

  private func line(_ start: Point, _ end: Point) -> String {
    "M\(FigureNumber.spell(frame.place(start).scaled))L\(FigureNumber.spell(frame.place(end).scaled))"
  }

  private func element(_ content: [Inline], _ place: Point, _ anchor: SVGLabel.Anchor) -> HTMLElement {
    SVGLabel.element(content, at: place.scaled, anchor)
  }
}

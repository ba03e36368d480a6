import DocumentModel

/// A plot in SVG: axes on the left and below, their names above and below them, the legend at the foot.
struct SVGPlot {
  /// In em.
  let width: Double
  let height: Double
  let elements: [HTMLElement]

  init(_ plot: Plot, isAlone: Bool) {
    let frame = SVGPlotFrame(plot, isAlone: isAlone)
    let legend = SVGLegend(plot.series, width: frame.width)
    width = frame.width
    height = frame.height + legend.height
    var elements = frame.elements(of: plot)
    elements += plot.series.flatMap { SVGSeries(plot, frame).elements($0) }
    elements += plot.marks.compactMap { frame.element(of: $0, in: plot) }
    self.elements = elements + legend.elements(below: frame.height)
  }
}

/// Where things of a plot stand, in em.
struct SVGPlotFrame {
  let area: Box
  let width: Double
  let height: Double

  /// Labels of ticks stand this far from the middle of their axis.
  private static let tick = 0.4

  init(_ plot: Plot, isAlone: Bool) {
    let size = isAlone ? (width: 30.0, height: 16.0) : (width: 23.0, height: 13.0)
    let left = plot.vertical.ticks.reduce(1) { max($0, $1.label.labelWidth) } + 0.8
    let right = max((plot.horizontal.ticks.last?.label.labelWidth ?? 0) / 2, 0.8)
    area = Box(x: left, y: plot.vertical.label.isEmpty ? 0.8 : 2, width: size.width, height: size.height)
    width = left + size.width + right
    height = area.bottom + 1.7 + (plot.horizontal.label.isEmpty ? 0 : 1.5)
  }

  /// The place of a point in shares of both axes, in the unit of the picture.
  func place(_ share: Point) -> Point {
    Point(area.x + share.x * area.width, area.bottom - share.y * area.height).scaled
  }

  /// The axes with ticks, a fine grid, and names.
  func elements(of plot: Plot) -> [HTMLElement] {
    let columns = plot.horizontal.ticks.compactMap { tick in plot.horizontal.share(of: tick.place).map { (tick, $0) } }
    let rows = plot.vertical.ticks.compactMap { tick in plot.vertical.share(of: tick.place).map { (tick, $0) } }
    var grid = columns.map { line(Point($1, 0), Point($1, 1)) }.joined()
    grid += rows.map { line(Point(0, $1), Point(1, $1)) }.joined()
    var axes = line(Point(0, 1), Point(0, 0)) + line(Point(0, 0), Point(1, 0))
    if let zero = plot.vertical.share(of: plot.floor), zero > 0, zero < 1 {
      axes += line(Point(0, zero), Point(1, zero))
    }
    var elements: [HTMLElement] = [
      .element(.path, [.class: "grid", .d: grid]), .element(.path, [.class: "axis", .d: axes]),
    ]
    for (tick, share) in columns {
      elements.append(label(tick.label, Point(area.x + share * area.width, area.bottom + 0.9), .middle))
    }
    for (tick, share) in rows {
      elements.append(label(tick.label, Point(area.x - Self.tick, area.bottom - share * area.height), .end))
    }
    if !plot.vertical.label.isEmpty { elements.append(label(plot.vertical.label, Point(0, 0.6), .start)) }
    if !plot.horizontal.label.isEmpty {
      elements.append(label(plot.horizontal.label, Point(area.centre.x, area.bottom + 2.4), .middle))
    }
    return elements
  }

  /// A remark, moved as far as it must be to stay in the picture; nothing where its place is outside.
  func element(of mark: Plot.Mark, in plot: Plot) -> HTMLElement? {
    guard let share = plot.place(of: mark.place) else { return nil }
    let width = mark.label.labelWidth
    var centre = Point(area.x + share.x * area.width, area.bottom - share.y * area.height)
    switch mark.side {
    case .above: centre.y -= 1
    case .below: centre.y += 1
    case .left: centre.x -= width / 2 + 0.7
    case .right: centre.x += width / 2 + 0.7
    }
    centre.x = min(max(centre.x, area.x + width / 2 + 0.2), self.width - width / 2)
    centre.y = min(max(centre.y, area.y - 0.2), area.bottom - 0.6)
    return SVGLabel.element(mark.label, at: centre.scaled, classes: mark.tone.className)
  }

  private func line(_ start: Point, _ end: Point) -> String {
    "M" + SVGNumber.spell(place(start)) + "L" + SVGNumber.spell(place(end))
  }

  private func label(_ content: [Inline], _ place: Point, _ anchor: SVGLabel.Anchor) -> HTMLElement {
    SVGLabel.element(content, at: place.scaled, anchor, classes: Tone.plain.className)
  }
}

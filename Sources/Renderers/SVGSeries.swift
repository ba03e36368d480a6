import DocumentModel

/// The curves, dots and bars of a plot.
struct SVGSeries {
  private let plot: Plot
  private let frame: SVGPlotFrame

  init(_ plot: Plot, _ frame: SVGPlotFrame) {
    self.plot = plot
    self.frame = frame
  }

  func elements(_ series: Plot.Series) -> [HTMLElement] {
    let group = "series " + series.tone.className
    switch series.kind {
    case .line: return [.element(.g, [.class: group], [line(series.points)])]
    case .dashedLine: return [.element(.g, [.class: group + " dashed"], [line(series.points)])]
    case .dots: return [.element(.g, [.class: group], [dots(series.points)])]
    case .path:
      let head = head(series.points).map { HTMLElement.element(.path, [.class: "head", .d: $0]) }
      let dots = dots(head == nil ? series.points : series.points.dropLast())
      return [.element(.g, [.class: group], [line(series.points), dots] + (head.map { [$0] } ?? []))]
    case .bars: return [.element(.g, [.class: group], bars(series.points))]
    }
  }

  private func line(_ points: [Point]) -> HTMLElement {
    let data = plot.stretches(through: points).map { stretch in
      "M" + stretch.map { SVGNumber.spell(frame.place($0)) }.joined(separator: "L")
    }
    return .element(.path, [.class: "line", .d: data.joined()])
  }

  /// Lines of no length, which their round or square ends make visible.
  private func dots(_ points: [Point]) -> HTMLElement {
    let data = points.compactMap { plot.place(of: $0).map { "M\(SVGNumber.spell(frame.place($0)))h0" } }
    return .element(.path, [.class: "dots", .d: data.joined()])
  }

  private func head(_ points: [Point]) -> String? {
    guard let stretch = plot.stretches(through: points).last, let end = points.last.flatMap(plot.place) else {
      return nil
    }
    let tip = frame.place(end)
    guard let origin = stretch.map(frame.place).last(where: { $0 != tip }) else { return nil }
    return SVGWire.head(atPlace: tip, from: origin)
  }

  private func bars(_ points: [Point]) -> [HTMLElement] {
    let breadth = min(0.6 * frame.area.width / Double(max(points.count, 1)), 2.5) * SVGFigure.unit
    return points.compactMap { point in
      guard let x = plot.horizontal.share(of: point.x), let y = plot.vertical.share(of: point.y),
        let floor = plot.vertical.share(of: plot.floor)
      else { return nil }
      let (end, foot) = (frame.place(Point(x, min(max(y, 0), 1))), frame.place(Point(x, floor)))
      return .element(
        .rect,
        [
          .class: "bar", .x: SVGNumber.spell(end.x - breadth / 2), .y: SVGNumber.spell(min(end.y, foot.y)),
          .width: SVGNumber.spell(breadth), .height: SVGNumber.spell(abs(end.y - foot.y)),
        ])
    }
  }
}

/// What the series of a plot are called, beside a piece of each.
struct SVGLegend {
  /// In em; nothing where no series has a name.
  let height: Double
  private let entries: [(series: Plot.Series, place: Point)]

  private static let sample = 2.2
  private static let row = 1.5

  init(_ series: [Plot.Series], width: Double) {
    var place = Point(0, 0)
    var entries: [(Plot.Series, Point)] = []
    for named in series where !named.name.isEmpty {
      let entry = Self.sample + 0.5 + named.name.labelWidth
      if place.x > 0, place.x + entry > width { place = Point(0, place.y + Self.row) }
      entries.append((named, place))
      place.x += entry + 1.5
    }
    self.entries = entries
    height = entries.isEmpty ? 0 : place.y + Self.row + 0.4
  }

  func elements(below top: Double) -> [HTMLElement] {
    entries.flatMap { series, place in
      let middle = Point(place.x, place.y + top + 1)
      let name = Point(place.x + Self.sample + 0.5, middle.y).scaled
      return [
        sample(series, at: middle), SVGLabel.element(series.name, at: name, .start, classes: Tone.plain.className),
      ]
    }
  }

  private func sample(_ series: Plot.Series, at place: Point) -> HTMLElement {
    let (start, end) = (place.scaled, Point(place.x + Self.sample, place.y).scaled)
    let line = HTMLElement.element(
      .path, [.class: "line", .d: "M\(SVGNumber.spell(start))L\(SVGNumber.spell(end))"])
    let middle = Point(place.x + Self.sample / 2, place.y).scaled
    let dots = HTMLElement.element(.path, [.class: "dots", .d: "M\(SVGNumber.spell(middle))h0"])
    let group = "series " + series.tone.className
    switch series.kind {
    case .line: return .element(.g, [.class: group], [line])
    case .dashedLine: return .element(.g, [.class: group + " dashed"], [line])
    case .dots: return .element(.g, [.class: group], [dots])
    case .path: return .element(.g, [.class: group], [line, dots])
    case .bars:
      let corner = Point(place.x + 0.5, place.y - 0.4).scaled
      return .element(
        .g, [.class: group],
        [
          .element(
            .rect,
            [
              .class: "bar", .x: SVGNumber.spell(corner.x), .y: SVGNumber.spell(corner.y),
              .width: SVGNumber.spell((Self.sample - 1) * SVGFigure.unit),
              .height: SVGNumber.spell(0.8 * SVGFigure.unit),
            ])
        ])
    }
  }
}

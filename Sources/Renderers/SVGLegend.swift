import DocumentModel

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
        sample(series, at: middle), SVGLabel.element(series.name, at: name, .start),
      ]
    }
  }

  private func sample(_ series: Plot.Series, at place: Point) -> HTMLElement {
    let (start, end) = (place.scaled, Point(place.x + Self.sample, place.y).scaled)
    let line = HTMLElement.element(
      .path, [.class: "line", .d: "M\(FigureNumber.spell(start))L\(FigureNumber.spell(end))"])
    let middle = Point(place.x + Self.sample / 2, place.y).scaled
    let dots = HTMLElement.element(.path, [.class: "dots", .d: "M\(FigureNumber.spell(middle))h0"])
    let group = series.tone.classes("series")
    switch series.kind {
    case .line: return .element(.g, [.class: group], [line])
    case .dashedLine: return .element(.g, [.class: group + " dashed"], [line])
    case .dots: return .element(.g, [.class: group], [dots])
    case .path: return .element(.g, [.class: group], [line, dots])
    }
  }
}

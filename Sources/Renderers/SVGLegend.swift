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

  func draw(below top: Double, on canvas: inout SVGCanvas) {
    for (series, place) in entries {
      let middle = Point(place.x, place.y + top + 1)
      drawSample(of: series, at: middle, on: &canvas)
      let name = Point(place.x + Self.sample + 0.5, middle.y).scaled
      SVGLabel.draw(series.name, at: name, .start, on: &canvas)
    }
  }

  private func drawSample(of series: Plot.Series, at place: Point, on canvas: inout SVGCanvas) {
    canvas.addSeries(series) { group in
      switch series.kind {
      case .line, .dashedLine: drawLine(at: place, on: &group)
      case .dots: drawDot(at: place, on: &group)
      case .path:
        drawLine(at: place, on: &group)
        drawDot(at: place, on: &group)
      }
    }
  }

  private func drawLine(at place: Point, on canvas: inout SVGCanvas) {
    canvas.addLine { $0.append(lineFrom: place.scaled, to: Point(place.x + Self.sample, place.y).scaled) }
  }

  private func drawDot(at place: Point, on canvas: inout SVGCanvas) {
    canvas.addDots { $0.append(dot: Point(place.x + Self.sample / 2, place.y).scaled) }
  }
}

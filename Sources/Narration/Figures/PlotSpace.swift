import DocumentModel
import Numerals

/// Where the points of a plot lie on the page, in em, y downwards; it finds room for marks.
struct PlotSpace {
  let horizontal: PlotScale
  let vertical: PlotScale
  /// Where lines and points are drawn, which a label should leave free.
  private var drawn: [Point] = []
  private var taken: [Box] = []
  private(set) var marks: [Plot.Mark] = []

  init(_ horizontal: PlotScale, _ vertical: PlotScale) {
    self.horizontal = horizontal
    self.vertical = vertical
  }

  func place(of point: Point) -> Point {
    Point(
      horizontal.share(of: point.x) * Plot.frameWidth, (1 - vertical.share(of: point.y)) * Plot.frameHeight)
  }

  /// Remembers what is drawn.
  mutating func draw(_ series: [Plot.Series]) {
    for series in series {
      let places = series.points.map(place)
      switch series.kind {
      case .line, .dashedLine, .path:
        drawn += places.prefix(1)
        for (start, end) in zip(places, places.dropFirst()) { drawLine(from: start, to: end) }
      case .dots: drawn += places
      }
    }
  }

  private mutating func drawLine(from start: Point, to end: Point) {
    let longest = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
    let steps = max(1, (longest / 0.5).rounded(.up))
    for step in 1...Int(steps) {
      let share = Double(step) / steps
      drawn.append(Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y)))
    }
  }

  /// Puts a mark at the place, and on the side of it, where it covers least, the first of those.
  ///
  /// - Parameters:
  ///   - points: any of which it may stand at.
  ///   - mostCovered: how many drawn points it may cover.
  ///   - mayShift: whether it may stand beside the middle, above or below.
  /// - Returns: whether there was room.
  @discardableResult
  mutating func mark(
    _ points: Point..., label: Sentence, _ sides: [Plot.Side] = [.above, .below, .right, .left], tone: Tone = .plain,
    mostCovered: Int = .max, mayShift: Bool = true
  ) -> Bool {
    let width = label.inlines.labelWidth
    var best: (place: Point, side: Plot.Side, box: Box, cost: Int)?
    func consider(_ place: Point, _ side: Plot.Side, costing added: Int) {
      let box = Plot.Mark.box(at: self.place(of: place), side, width: width)
      guard isInside(box), !taken.contains(where: box.overlaps),
        let covered = covered(by: box, atMost: min(mostCovered, (best?.cost ?? .max) - 1 - added))
      else { return }
      best = (place, side, box, covered + added)
    }
    for point in points {
      for side in sides { consider(point, side, costing: 0) }
      for side in sides where mayShift && side.letsShift {
        consider(moved(point, by: width / 2), side, costing: 2)
        consider(moved(point, by: -width / 2), side, costing: 2)
      }
    }
    guard let best else { return false }
    marks.append(Plot.Mark(best.place, label.inlines, best.side, tone))
    taken.append(best.box.widened(by: 0.4))
    return true
  }

  /// How many drawn points lie in a box; nothing where there are more than `most`.
  private func covered(by box: Box, atMost most: Int) -> Int? {
    if most < 0 { return nil }
    var covered = 0
    for point in drawn where box.contains(point) {
      if covered == most { return nil }
      covered += 1
    }
    return covered
  }

  /// Puts a mark on one of these sides, or where there is no room on any of them, on another.
  mutating func mark(_ point: Point, label: Sentence, first sides: [Plot.Side], tone: Tone) {
    if !mark(point, label: label, sides, tone: tone) { mark(point, label: label, tone: tone) }
  }

  /// So many em to the right.
  private func moved(_ point: Point, by distance: Double) -> Point {
    Point(horizontal.value(at: horizontal.share(of: point.x) + distance / Plot.frameWidth), point.y)
  }

  private func isInside(_ box: Box) -> Bool {
    box.x >= 0 && box.y >= 0 && box.right <= Plot.frameWidth && box.bottom <= Plot.frameHeight
  }
}

extension PlotScale {
  /// How far along the scale a value lies, from 0 to 1.
  func share(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard isLogarithmic else { return value / (high - low) - low / (high - low) }
    return (Elementary.ln(value) - Elementary.ln(low)) / (Elementary.ln(high) - Elementary.ln(low))
  }
}

extension PlotScale {
  /// The value so far along the scale.
  fileprivate func value(at share: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard isLogarithmic else { return low * (1 - share) + high * share }
    return Elementary.exp(Elementary.ln(low) * (1 - share) + Elementary.ln(high) * share)
  }
}

extension Plot.Side {
  /// Whether a label may stand beside the middle of this side.
  fileprivate var letsShift: Bool {
    switch self {
    case .above, .below: true
    case .left, .right: false
    }
  }
}

extension Box {
  fileprivate func widened(by margin: Double) -> Box {
    Box(x: x - margin, y: y, width: width + 2 * margin, height: height)
  }

  fileprivate func contains(_ point: Point) -> Bool {
    x < point.x && point.x < right && y < point.y && point.y < bottom
  }
}

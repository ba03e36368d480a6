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
    drawZero()
  }

  /// The line of the axis at zero, where curves pass through it.
  private mutating func drawZero() {
    guard !vertical.isLogarithmic, vertical.range.lowerBound < 0, vertical.range.upperBound > 0 else { return }
    let height = (1 - vertical.share(of: 0)) * Plot.frameHeight
    drawLine(from: Point(0, height), to: Point(Plot.frameWidth, height))
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

  /// How far from its place a label may be moved.
  enum Reach { case beside, aside, off }

  /// Puts a mark at the place, and on the side of it, where it covers least, the first of those.
  ///
  /// - Parameters:
  ///   - points: any of which it may stand at.
  ///   - sides: where it stands better than on the others.
  ///   - mostCovered: how many drawn points it may cover.
  /// - Returns: whether there was room.
  @discardableResult
  mutating func mark(
    _ points: Point..., label: Sentence, first sides: [Plot.Side] = Self.sides, tone: Tone = .plain,
    mostCovered: Int = .max, within reach: Reach = .off
  ) -> Bool {
    let width = label.inlines.labelWidth
    var best: (place: Point, side: Plot.Side, box: Box, cost: Int)?
    func consider(_ place: Point, _ side: Plot.Side, costing added: Int) {
      let box = Plot.Mark.box(at: self.place(of: place), side, width: width)
      let room = (best?.cost ?? .max) - 1 - added
      guard room >= 0, isInside(box), !taken.contains(where: box.overlaps),
        let covered = covered(by: box, atMost: min(mostCovered, room / Self.coveredPoint))
      else { return }
      best = (place, side, box, Self.coveredPoint * covered + added)
    }
    for point in points {
      for side in sides + Self.sides.filter({ !sides.contains($0) }) {
        for move in side.moves(within: reach, width: width) {
          guard let place = moved(point, move.across, move.up) else { continue }
          consider(place, side, costing: move.cost + (sides.contains(side) ? 0 : Self.otherSide))
        }
      }
    }
    guard let best else { return false }
    marks.append(Plot.Mark(best.place, label.inlines, best.side, tone))
    taken.append(best.box.widened(by: 0.4))
    return true
  }

  static let sides: [Plot.Side] = [.above, .below, .right, .left]
  /// What it costs to cover a point, beside a step away from the place.
  private static let coveredPoint = 2
  /// What it costs to stand on another side.
  private static let otherSide = 1

  /// How many drawn points lie in a box; nothing where there are more than `most`.
  private func covered(by box: Box, atMost most: Int) -> Int? {
    var covered = 0
    for point in drawn where box.contains(point) {
      if covered == most { return nil }
      covered += 1
    }
    return covered
  }

  /// So many em to the right and upwards, where that is inside.
  private func moved(_ point: Point, _ across: Double, _ up: Double) -> Point? {
    if across == 0, up == 0 { return point }
    let x = horizontal.share(of: point.x) + across / Plot.frameWidth
    let y = vertical.share(of: point.y) + up / Plot.frameHeight
    guard (0...1).contains(x), (0...1).contains(y) else { return nil }
    return Point(across == 0 ? point.x : horizontal.value(at: x), up == 0 ? point.y : vertical.value(at: y))
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
  /// A way for a label that is moved, in em, and what it costs.
  fileprivate typealias Move = (across: Double, up: Double, cost: Int)

  /// First none, then aside of the middle of this side, then further off.
  fileprivate func moves(within reach: PlotSpace.Reach, width: Double) -> [Move] {
    let distances: [(Double, cost: Int)] = reach == .off ? [(0, 0), (1.2, 1), (2.4, 2), (3.6, 3)] : [(0, 0)]
    return distances.flatMap { distance, cost -> [Move] in
      let asides: [Double] = reach == .beside ? [0] : [0, 1, -1, 0.5, -0.5]
      return asides.map { aside in
        let cost = cost + (aside == 0 ? 0 : 1)
        return switch self {
        case .above: (aside * width / 2, distance, cost)
        case .below: (aside * width / 2, -distance, cost)
        case .right: (distance, aside, cost)
        case .left: (-distance, aside, cost)
        }
      }
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

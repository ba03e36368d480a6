import DocumentModel

extension WeightCurve {
  /// How far to both sides a curve is drawn: unbroken, and no farther than its heights are of use.
  ///
  /// These are the heights of the point, of the step and of the next valley or hill, with room for five times as much on
  /// both sides. What turns farther from the point than its tangent comes over half of the width may be a pole.
  struct Window {
    private let start: Point
    private let objective: (Double) -> Double?
    /// From the start outwards, to where there is no value.
    private let sides: [[Point]]
    /// How far the curve or its tangent comes up or down over half of the width.
    private let rise: Double

    private static let partsOfSide = 80
    private static let room = 5.0
    /// Beside what is farthest to one side.
    private static let margin = 1.6

    init(
      around start: Point, slope: Double, within ends: ClosedRange<Double>, _ objective: @escaping (Double) -> Double?
    ) {
      (self.start, self.objective) = (start, objective)
      sides = [ends.lowerBound, ends.upperBound].map { end in
        var side = [start]
        for part in 1...Self.partsOfSide {
          let share = Double(part) / Double(Self.partsOfSide)
          let place = part == Self.partsOfSide ? end : start.x + share * (end - start.x)
          guard let height = objective(place) else { break }
          side.append(Point(place, height))
        }
        return side
      }
      let halfway = sides.map { ($0[min(Self.partsOfSide / 2, $0.count - 1)].y - start.y).magnitude }
      rise = max(slope.magnitude * (ends.upperBound - ends.lowerBound) / 2, min(halfway[0], halfway[1]))
    }

    /// The part of the width in which the curve is drawn.
    func range(after: Point?) -> ClosedRange<Double> {
      let turns = sides.compactMap(Self.turn).filter { ($0.y - start.y).magnitude <= rise }
      let shown = turns + (after.map { [$0] } ?? [])
      let heights = heights(shown.map(\.y), hasTurn: !turns.isEmpty)
      let (low, high) = (end(of: sides[0], heights), end(of: sides[1], heights))
      // Where one side ends soon, the other one does not dwarf it.
      let most = shown.map { Self.margin * ($0.x - start.x).magnitude }
        .reduce(Self.room * min(start.x - low, high - start.x), max)
      return max(low, start.x - most)...min(high, start.x + most)
    }

    private func heights(_ shown: [Double], hasTurn: Bool) -> ClosedRange<Double> {
      let (low, high) = (shown.reduce(start.y, min), shown.reduce(start.y, max))
      let room = rise > 0 ? Self.room * max(high - low, hasTurn ? rise / 8 : rise / 2) : .infinity
      return low - room...high + room
    }

    /// The first point on the way from which the curve goes back.
    private static func turn(_ side: [Point]) -> Point? {
      var way = 0.0
      for (here, next) in zip(side, side.dropFirst()) where next.y != here.y {
        if way * (next.y - here.y) < 0 { return here }
        way = next.y > here.y ? 1 : -1
      }
      return nil
    }

    /// The last place before the curve leaves these heights or breaks off.
    private func end(of side: [Point], _ heights: ClosedRange<Double>) -> Double {
      let visible = (heights.upperBound - heights.lowerBound) / 1_000
      var last = start
      for point in side.dropFirst() {
        if !heights.contains(point.y) || (point.y - last.y).magnitude > visible && jumps(last, point) { break }
        last = point
      }
      return last.x
    }

    /// Whether the curve has a pole between two points: however near to each other, they do not come nearer in height.
    private func jumps(_ first: Point, _ second: Point) -> Bool {
      let most = (second.y - first.y).magnitude / 2
      var (first, second) = (first, second)
      for _ in 0..<40 where (second.y - first.y).magnitude > most {
        let place = first.x / 2 + second.x / 2
        guard let height = objective(place) else { return true }
        let middle = Point(place, height)
        let isFirstHalf = (first.y - height).magnitude > (second.y - height).magnitude
        (first, second) = isFirstHalf ? (first, middle) : (middle, second)
      }
      return (second.y - first.y).magnitude > most
    }
  }
}

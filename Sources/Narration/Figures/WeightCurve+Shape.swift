import DocumentModel

extension WeightCurve {
  /// Upwards: all of the curve.
  var vertical: PlotScale? { PlotScale(around: points.map(\.y) + [here.y] + (after.map { [$0.y] } ?? [])) }

  /// From the old number to the new one.
  var step: (from: Point, to: Point)? { after.map { (here, $0) } }

  /// Where a step goes: all the way on, past a turn, or past a turn to a place that is worse than the start.
  enum Way { case onward, pastTurn, tooLong }

  /// Whether the step goes past a turn of the curve; where it goes the wrong way, whether a shorter one would not.
  func way(isAscent: Bool) -> Way {
    guard let after else { return .onward }
    if (after.y > here.y) != isAscent {
      return onTheWay.contains { after.y > here.y ? $0 < here.y : $0 > here.y } ? .tooLong : .onward
    }
    // As much of a way back as can be seen.
    let (low, high) = (min(here.x, after.x), max(here.x, after.x))
    let turns = points.contains { point in
      low < point.x && point.x < high
        && (isAscent ? point.y - after.y : after.y - point.y) > 0.01 * (after.y - here.y).magnitude
    }
    return turns ? .pastTurn : .onward
  }

  /// The two ends of the tangent: over two thirds of the width, as far as it stays inside.
  func tangent(_ vertical: PlotScale) -> [Point] {
    let width = (scale.range.upperBound - scale.range.lowerBound) / 3
    let (down, up) = (here.y - vertical.range.lowerBound, vertical.range.upperBound - here.y)
    let steepness = slope.magnitude
    let (fall, rise) = (
      steepness * width > down ? down / steepness : width, steepness * width > up ? up / steepness : width
    )
    let ends = slope > 0 ? (fall, rise) : (rise, fall)
    let (left, right) = (min(ends.0, here.x - scale.range.lowerBound), min(ends.1, scale.range.upperBound - here.x))
    return [here.moved(-left, slope, within: vertical), here.moved(right, slope, within: vertical)]
  }

  /// The lowest or the highest point of those that are drawn, and how far the next ones are from it: the turn of the
  /// curve lies between them.
  struct Turn {
    let point: Point
    let reach: Point
  }

  /// The lowest and the highest point inside, where there is one.
  var valley: Turn? { inner { $0 < $1 } }
  var hill: Turn? { inner { $0 > $1 } }

  private func inner(_ isBetter: (Double, Double) -> Bool) -> Turn? {
    guard let best = points.indices.min(by: { isBetter(points[$0].y, points[$1].y) }), best > 0,
      best < points.count - 1,
      isBetter(points[best].y, points[0].y), isBetter(points[best].y, points[points.count - 1].y)
    else { return nil }
    let (here, neighbours) = (points[best], [points[best - 1], points[best + 1]])
    let reach = Point(
      neighbours.reduce(0) { max($0, ($1.x - here.x).magnitude) },
      neighbours.reduce(0) { max($0, ($1.y - here.y).magnitude) })
    return Turn(point: here, reach: reach)
  }
}

extension Point {
  /// A part of the way to another point.
  func between(_ other: Point, _ share: Double) -> Point {
    Point(x + share * (other.x - x), y + share * (other.y - y))
  }

  /// So far along a line with this slope; what rounding puts outside stays on the border.
  fileprivate func moved(_ distance: Double, _ slope: Double, within scale: PlotScale) -> Point {
    Point(x + distance, min(max(y + slope * distance, scale.range.lowerBound), scale.range.upperBound))
  }
}

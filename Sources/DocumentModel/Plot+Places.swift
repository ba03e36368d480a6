import Numerals

extension Plot.Axis {
  /// How far `value` lies along the axis, 0 at the lower end and 1 at the upper; nothing where it has no place.
  public func share(of value: Double) -> Double? {
    guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
    let (low, high) = (measure(range.lowerBound), measure(range.upperBound))
    return high > low ? (measure(value) - low) / (high - low) : 0.5
  }

  private func measure(_ value: Double) -> Double { isLogarithmic ? Elementary.ln(value) : value }
}

extension Plot {
  /// Where a point of the plot lies, in shares of both axes; nothing where it lies outside.
  public func place(of point: Point) -> Point? {
    guard let x = horizontal.share(of: point.x), let y = vertical.share(of: point.y) else { return nil }
    return Self.inside.contains(x) && Self.inside.contains(y) ? Point(x, y) : nil
  }

  /// The line through `points` in shares of both axes, as far as it runs inside: one stretch after another.
  public func stretches(through points: [Point]) -> [[Point]] {
    var stretches: [[Point]] = []
    var last: Point?
    for point in points {
      guard let x = horizontal.share(of: point.x), let y = vertical.share(of: point.y) else {
        last = nil
        continue
      }
      let next = Point(x, y)
      if let last, let (start, end) = Self.clipped(last, next) {
        if let tail = stretches.last?.last, tail == start {
          stretches[stretches.count - 1].append(end)
        } else {
          stretches.append([start, end])
        }
      }
      last = next
    }
    return stretches
  }

  /// The lower end of bars: 0 where it is inside, else the lower end of the axis.
  public var floor: Double {
    let range = vertical.range
    return !vertical.isLogarithmic && range.contains(0) ? 0 : range.lowerBound
  }

  private static let inside = -1e-9...1 + 1e-9

  /// The part of a line that lies in the square from 0 to 1 (Liang and Barsky, 1984).
  private static func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enters, leaves) = (0.0, 1.0)
    for (step, room) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if step == 0, room < 0 { return nil }
      if step < 0 { enters = max(enters, room / step) }
      if step > 0 { leaves = min(leaves, room / step) }
    }
    guard enters <= leaves else { return nil }
    func point(_ share: Double) -> Point {
      share == 0 ? start : share == 1 ? end : Point(start.x + share * dx, start.y + share * dy)
    }
    return (point(enters), point(leaves))
  }
}

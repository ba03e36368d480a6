import Numerals

extension Plot.Axis {
  /// How far `value` lies along the axis, 0 at the lower end and 1 at the upper; nothing where it has no place.
  public func share(of value: Double) -> Double? {
    guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
    let (low, high) = ends
    return high > low ? ((isLogarithmic ? Elementary.ln(value) : value) - low) / (high - low) : 0.5
  }

  /// The value at a share of the axis.
  fileprivate func value(at share: Double) -> Double {
    let (low, high) = ends
    let measure = low + share * (high - low)
    return isLogarithmic ? Elementary.exp(measure) : measure
  }

  private var ends: (low: Double, high: Double) {
    let (low, high) = (range.lowerBound, range.upperBound)
    return isLogarithmic ? (Elementary.ln(low), Elementary.ln(high)) : (low, high)
  }
}

extension Plot {
  /// A point of a line, in shares of both axes and in the numbers of the plot.
  public struct Place: Sendable, Equatable {
    public let share: Point
    public let point: Point
  }

  /// Where a point of the plot lies, in shares of both axes; nothing where it lies outside.
  public func place(of point: Point) -> Point? {
    guard let share = share(of: point) else { return nil }
    return Self.inside.contains(share.x) && Self.inside.contains(share.y) ? share : nil
  }

  /// The line through `points` as far as it runs inside: one stretch after another.
  public func stretches(through points: [Point]) -> [[Place]] {
    var stretches: [[Place]] = []
    var last: Place?
    for point in points {
      let next = share(of: point).map { Place(share: $0, point: point) }
      if let start = last, let next, let (enters, leaves) = clipped(start, next) {
        if stretches.last?.last == enters {
          stretches[stretches.count - 1].append(leaves)
        } else {
          stretches.append([enters, leaves])
        }
      }
      last = next
    }
    return stretches
  }

  /// How far up 0 lies, where curves pass through it.
  public var zero: Double? { vertical.share(of: 0).flatMap { $0 > 0 && $0 < 1 ? $0 : nil } }

  private static let inside = -1e-9...1 + 1e-9

  private func share(of point: Point) -> Point? {
    guard let x = horizontal.share(of: point.x), let y = vertical.share(of: point.y) else { return nil }
    return Point(x, y)
  }

  /// The part of a line that lies in the square from 0 to 1 (Liang and Barsky, 1984).
  private func clipped(_ start: Place, _ end: Place) -> (Place, Place)? {
    let (dx, dy) = (end.share.x - start.share.x, end.share.y - start.share.y)
    var (enters, leaves) = (0.0, 1.0)
    let sides = [(-dx, start.share.x), (dx, 1 - start.share.x), (-dy, start.share.y), (dy, 1 - start.share.y)]
    for (step, room) in sides {
      if step == 0, room < 0 { return nil }
      if step < 0 { enters = max(enters, room / step) }
      if step > 0 { leaves = min(leaves, room / step) }
    }
    guard enters <= leaves else { return nil }
    func place(_ part: Double) -> Place {
      if part == 0 { return start }
      if part == 1 { return end }
      let share = Point(start.share.x + part * dx, start.share.y + part * dy)
      return Place(share: share, point: Point(horizontal.value(at: share.x), vertical.value(at: share.y)))
    }
    return (place(enters), place(leaves))
  }
}

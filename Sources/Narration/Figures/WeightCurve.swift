import DocumentModel

/// The objective over one number with everything else held, and what the backward pass says of it.
struct WeightCurve {
  /// Where the number stands, and the objective there.
  let here: Point
  /// The adjoint: how steep the curve is there.
  let slope: Double
  /// The same after the update, on this curve; nothing without one.
  let after: Point?
  /// The objective on the way there, at parts of the step.
  let onTheWay: [Double]
  let scale: PlotScale
  /// Of one stretch without a gap.
  let points: [Point]

  static let pointCount = 81

  /// Why there is no curve.
  enum Obstacle: Error {
    /// It is as straight as its tangent, which then says it all.
    case straight
    /// No tangent touches it.
    case kink
    /// The objective has no value in too many places.
    case gaps
  }

  init(
    at start: Double, slope: Double, after: Double?, _ objective: @escaping (Double) -> Double?
  ) throws(Obstacle) {
    guard let value = objective(start), value.isFinite, slope.isFinite else { throw .gaps }
    guard Self.touches(start, slope, objective) else { throw .kink }
    guard let radius = Self.radius(start, value, slope, step: after.map { $0 - start } ?? 0, objective) else {
      throw .straight
    }
    guard let whole = PlotScale(around: [start - radius, start + radius]) else { throw .gaps }
    (here, self.slope) = (Point(start, value), slope)
    self.after = after.flatMap { place in objective(place).map { Point(place, $0) } }
    onTheWay = after.map { place in Narrator.shares.compactMap { objective(start + $0 * (place - start)) } } ?? []
    let window = Window(around: here, slope: slope, within: whole.range, objective).range(after: self.after)
    let ends = [window.lowerBound, window.upperBound] + (self.after.map { [$0.x] } ?? [])
    guard window.lowerBound < start, start < window.upperBound,
      let scale = window == whole.range ? whole : PlotScale(around: ends)
    else { throw .gaps }
    (self.scale, points) = (scale, Self.points(over: window, objective))
  }

  /// Evenly spread, the ends exactly those of the range.
  private static func points(over range: ClosedRange<Double>, _ objective: (Double) -> Double?) -> [Point] {
    (0..<pointCount).compactMap { number in
      let share = Double(number) / Double(pointCount - 1)
      let place =
        number == pointCount - 1
        ? range.upperBound : range.lowerBound + (range.upperBound - range.lowerBound) * share
      return objective(place).map { Point(place, $0) }
    }
  }

  /// Whether the curve itself is that steep there, so that a tangent with this slope touches it.
  private static func touches(_ start: Double, _ slope: Double, _ objective: (Double) -> Double?) -> Bool {
    let step = 1e-5 * max(1, start.magnitude)
    guard let here = objective(start), let right = objective(start + step), let left = objective(start - step) else {
      return false
    }
    let (ahead, behind) = ((right - here) / step, (here - left) / step)
    let tolerance = 0.02 * slope.magnitude + 1e-9 * here.magnitude + 1e-3 * max(ahead.magnitude, behind.magnitude)
    return ((ahead + behind) / 2 - slope).magnitude <= tolerance
  }

  /// How far to both sides the shape can be seen: the curve leaves its tangent, but not so far that the tangent looks
  /// flat.
  private static func radius(
    _ start: Double, _ value: Double, _ slope: Double, step: Double, _ objective: (Double) -> Double?
  ) -> Double? {
    let least = 1.6 * step.magnitude
    var radius = max(1, start.magnitude, least)
    // A bend that is small beside the number itself is looked at from near.
    while radius > 8 * max(1, least), bend(radius / 4, start, value, slope, objective).map({ $0 >= 0.25 }) ?? false {
      radius /= 2
    }
    for _ in 0..<4 where bend(radius, start, value, slope, objective).map({ $0 > 12 }) ?? false && radius / 2 > least {
      radius /= 2
    }
    for _ in 0..<4 where bend(radius, start, value, slope, objective).map({ $0 < 0.25 }) ?? false { radius *= 2 }
    guard let bend = bend(radius, start, value, slope, objective) else { return radius }
    return bend >= 0.1 ? radius : nil
  }

  /// How far the curve leaves its tangent at most, in parts of how far the tangent rises or falls.
  private static func bend(
    _ radius: Double, _ start: Double, _ value: Double, _ slope: Double, _ objective: (Double) -> Double?
  ) -> Double? {
    let distances = [-1, -0.5, 0.5, 1].compactMap { share in
      objective(start + share * radius).map { ($0 - value - slope * share * radius).magnitude }
    }
    guard distances.count == 4, let most = distances.max() else { return nil }
    let rise = slope.magnitude * radius
    return most <= 1e-12 * value.magnitude ? 0 : rise == 0 ? 1 : most / rise
  }
}

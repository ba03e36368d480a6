import WalkthroughLanguage

extension Training {
  /// How the last epochs made the objective worse.
  public struct Divergence: Sendable {
    /// The epoch from which on it only gets worse.
    public let start: Int
    /// How many times as large the last epoch made it.
    public let factor: Double?
    /// Whether the last epoch made it worse by more than the one before.
    public let isGrowing: Bool
    /// Whether it is many times what it was at first.
    public let isFar: Bool
  }

  /// Nothing where the last epochs made the objective better; three in a row are no accident.
  public func divergence(isAscent: Bool) -> Divergence? {
    let sign = isAscent ? -1.0 : 1.0
    var start = losses.count - 1
    while start > 0, sign * (losses[start] - losses[start - 1]) > 0 { start -= 1 }
    guard losses.count - 1 - start >= 3 else { return nil }
    let (last, before) = (losses[losses.count - 1], losses[losses.count - 2])
    let factor = before != 0 ? last / before : nil
    return Divergence(
      start: start, factor: factor.flatMap { $0.isFinite && $0 > 1 ? $0 : nil },
      isGrowing: (last - before).magnitude > (before - losses[losses.count - 3]).magnitude,
      isFar: last.magnitude > 10 * losses[0].magnitude)
  }
}

/// The second derivatives of an objective that is quadratic in what moves.
public struct Curvature: Sendable {
  /// The largest: in the direction in which the slope changes fastest.
  public let largest: Double
  /// Gradient descent with a larger rate leaves the minimum behind: 2 over the largest curvature.
  public var largestStableRate: Double { 2 / largest }
}

extension Laboratory {
  /// The curvature, where plain descent goes down an objective that is quadratic in the moved quantities, and they have
  /// few entries.
  ///
  /// The slopes of a quadratic change evenly, so their differences over whole steps are its second derivatives; that
  /// they do change evenly is checked.
  public func curvature() -> Curvature? {
    guard let objective = walkthrough.objective, objective.sense == .minimize, walkthrough.rate != nil,
      walkthrough.updateMethod == .gradient, walkthrough.updatesPerEpoch == 1
    else { return nil }
    let places = walkthrough.moved.flatMap { quantity in
      (0..<walkthrough.quantities[quantity].shape.count).map { (quantity: quantity, entry: $0) }
    }
    guard places.count <= 24, let here = gradient(nil, objective) else { return nil }
    var rows: [[Double]] = []
    for place in places {
      guard let one = gradient((place, 1), objective),
        let two = gradient((place, 2), objective),
        let back = gradient((place, -1), objective)
      else { return nil }
      let row = zip(one, here).map { $0 - $1 }
      let size = row.reduce(1e-12) { max($0, $1.magnitude) } * 1e-9
      let isEven = zip(zip(two, one), zip(here, back)).allSatisfy { forward, behind in
        ((forward.0 - forward.1) - (behind.0 - behind.1)).magnitude <= size
      }
      guard isEven else { return nil }
      rows.append(row)
    }
    let largest = Self.largestEigenvalue(rows)
    return largest > 0 ? Curvature(largest: largest) : nil
  }

  /// The slopes of all moved entries in a row, where one of them is moved by so much.
  private func gradient(
    _ move: (place: (quantity: Int, entry: Int), step: Double)?, _ objective: Objective
  ) -> [Double]? {
    var conditions = ownConditions
    (conditions.carry, conditions.derivatives, conditions.floatingPoint) = (nil, .rules, .double)
    if let (place, step) = move {
      var matrix = conditions.givens.matrix(place.quantity)
      matrix.entries[place.entry] += step
      conditions.givens.set(place.quantity, to: matrix)
    }
    return (try? step(conditions, objective: objective, isForGradient: true))?.updates.flatMap(\.gradient.entries)
  }

  /// Of a symmetric matrix, by repeated multiplication from a fixed start.
  private static func largestEigenvalue(_ rows: [[Double]]) -> Double {
    var direction = rows.indices.map { 1 + 0.1 * Double($0 % 7) }
    var value = 0.0
    for _ in 0..<2_000 {
      let image = rows.map { row in zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } }
      let size = image.reduce(0) { max($0, $1.magnitude) }
      guard size > 0 else { return 0 }
      let dot = zip(image, direction).reduce(0) { $0 + $1.0 * $1.1 }
      let length = direction.reduce(0) { $0 + $1 * $1 }
      let next = dot / length
      direction = image.map { $0 / size }
      if (next - value).magnitude <= 1e-15 * next.magnitude { return next }
      value = next
    }
    return value
  }
}

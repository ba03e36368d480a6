import DocumentModel

/// The neighbourhood of a step that is too short to be seen on the whole curve; there the curve is nearly its tangent.
struct StepCloseUp {
  let horizontal: PlotScale
  let vertical: PlotScale
  let points: [Point]
  let tangent: [Point]

  private static let pointCount = 21
  /// From the middle of the step to an end of the axis, in steps.
  private static let reach = 1.6
  private static let mostTicks = 5
  /// What of the height of the picture between curve and tangent is hardly seen.
  private static let hardlySeen = 0.05

  /// - Returns: nothing where the step is too short for numbers, or the objective has no value somewhere.
  init?(_ curve: WeightCurve, _ objective: (Double) -> Double?) {
    guard let after = curve.after else { return nil }
    let (middle, half) = (
      curve.here.x / 2 + after.x / 2, Self.reach * (after.x - curve.here.x).magnitude
    )
    guard let horizontal = PlotScale(exactly: middle - half...middle + half, mostTicks: Self.mostTicks) else {
      return nil
    }
    let (low, high) = (horizontal.range.lowerBound, horizontal.range.upperBound)
    let points = (0..<Self.pointCount).compactMap { number -> Point? in
      let share = Double(number) / Double(Self.pointCount - 1)
      let place = number == Self.pointCount - 1 ? high : low + (high - low) * share
      return objective(place).map { Point(place, $0) }
    }
    let tangent = [low, high].map { Point($0, curve.here.y + curve.slope * ($0 - curve.here.x)) }
    let heights = (points + tangent + [curve.here, after]).map(\.y)
    guard points.count == Self.pointCount, let least = heights.min(), let most = heights.max(),
      most - least > 1e-9 * max(least.magnitude, most.magnitude), let vertical = PlotScale(around: heights)
    else { return nil }
    (self.horizontal, self.vertical, self.points, self.tangent) = (horizontal, vertical, points, tangent)
  }

  /// Whether the curve can hardly be told from its tangent.
  var isNearlyStraight: Bool {
    let height = vertical.range.upperBound - vertical.range.lowerBound
    return points.allSatisfy { point in
      let share = (point.x - tangent[0].x) / (tangent[1].x - tangent[0].x)
      return (point.y - tangent[0].between(tangent[1], share).y).magnitude < Self.hardlySeen * height
    }
  }
}

/// How the objective over one number is drawn: all of it, and the step close up where it would not be seen else.
struct WeightPanels {
  let vertical: PlotScale
  let isStepSeen: Bool
  let closeUp: StepCloseUp?

  /// Where a reader finds the step.
  enum View {
    case onCurve
    case closeUp(isNearlyStraight: Bool)
    case nowhere
  }

  var view: View {
    if isStepSeen { return .onCurve }
    return closeUp.map { .closeUp(isNearlyStraight: $0.isNearlyStraight) } ?? .nowhere
  }
}

extension PlotSpace {
  /// Whether an arrow from one point to another is too short to be told from its dot.
  func hides(_ step: (from: Point, to: Point)?) -> Bool {
    guard let step else { return false }
    let (start, end) = (place(of: step.from), place(of: step.to))
    let (across, up) = (end.x - start.x, end.y - start.y)
    return across * across + up * up < Self.shortestArrow * Self.shortestArrow
  }

  /// In em.
  private static let shortestArrow = 1.0
}

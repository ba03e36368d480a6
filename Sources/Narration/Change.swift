import Differentiation

/// How an objective changed.
enum Change {
  case fell, rose, unchanged
  /// By so little that it may be rounding.
  case rounding
}

extension Narrator {
  func change(from old: Double, to new: Double) -> Change {
    if new == old { return .unchanged }
    if max(old.magnitude, new.magnitude) <= roundingOfZero { return .rounding }
    if trace.isRounding(new - old, of: max(old.magnitude, new.magnitude), units: Self.unitsOfObjective) {
      return .rounding
    }
    return new < old ? .fell : .rose
  }

  /// An objective comes of operations that are rounded in the same way before and after.
  private static let unitsOfObjective = 4.0
}

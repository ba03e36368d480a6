import Numerals
import WalkthroughLanguage

extension Trainer {
  /// Whether the file's rule says that it is enough, after an epoch.
  func holds(_ rule: StopRule?, _ losses: [Double]) throws(Diagnostics) -> Bool {
    switch rule {
    case nil: return false
    case .gain(let least):
      let change = losses[losses.count - 1] - losses[losses.count - 2]
      return (objective.sense == .maximize ? change : -change) < least.value
    case .below(let quantity, let bound): return try everywhere(quantity, losses) { $0 < bound.value }
    case .above(let quantity, let bound): return try everywhere(quantity, losses) { $0 > bound.value }
    case .within(let quantity, let distance, let goal):
      return try everywhere(quantity, losses, from: goal) { $0.magnitude <= distance.value }
    }
  }

  /// Whether it is so of every entry in every example, or of its distance from another quantity.
  private func everywhere(
    _ quantity: Int, _ losses: [Double], from goal: Int? = nil, _ isSo: (Double) -> Bool
  ) throws(Diagnostics) -> Bool {
    for example in 0..<max(laboratory.examples.count, 1) {
      var value = try value(quantity, losses, example)
      if let goal { value = .apply(.subtract, value, try self.value(goal, losses, example)) }
      guard value.entries.allSatisfy(isSo) else { return false }
    }
    return true
  }

  /// The objective counts as all examples together.
  private func value(_ quantity: Int, _ losses: [Double], _ example: Int) throws(Diagnostics) -> Matrix {
    quantity == objective.quantity
      ? Matrix(losses[losses.count - 1]) : try value(quantity, inExample: example)
  }
}

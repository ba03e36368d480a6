import WalkthroughLanguage

extension Trace {
  /// The moved quantities whose slope is nothing but what rounding leaves, because the terms that it is added up from
  /// cancel: over all paths, over the examples, and with what the objective adds once.
  ///
  /// None where it cannot be told: in a file with matrices, and where slopes are measured or values rounded on the way.
  public var movedByRounding: [Int] {
    guard !walkthrough.hasMatrices, walkthrough.derivatives == .rules, walkthrough.carry == nil else { return [] }
    var sizes = [Double](repeating: 0, count: values.count)
    for pass in examples.isEmpty ? [self] : examples { pass.addSizesOfTerms(to: &sizes) }
    if walkthrough.objective?.combination == .averaged {
      for quantity in sizes.indices { sizes[quantity] /= Double(max(examples.count, 1)) }
    }
    for pass in addition { pass.addSizesOfTerms(to: &sizes) }
    return updates.compactMap {
      $0.adjoint != 0 && isRounding($0.adjoint, of: sizes[$0.quantity], units: Self.unitsOfSlope) ? $0.quantity : nil
    }
  }

  private static let unitsOfSlope = 32.0

  /// Whether a number may be what rounding leaves of terms of this size: so many units in their last place, or fewer.
  public func isRounding(_ rest: Double, of size: Double, units: Double) -> Bool {
    rest.magnitude <= units * size * (walkthrough.floatingPoint == .single ? 0x1p-24 : 0x1p-53)
  }

  /// By quantity: the products along all paths from it, added up without their signs.
  private func addSizesOfTerms(to sizes: inout [Double]) {
    guard let backward else { return }
    var own = [Double](repeating: 0, count: values.count)
    own[backward.seed] = 1
    for result in (0...backward.seed).reversed() where own[result] != 0 {
      for edge in edgesIntoResult[result] {
        own[edges[edge].operand] += own[result] * backward.localDerivatives[edge].magnitude
      }
    }
    for quantity in own.indices { sizes[quantity] += own[quantity] }
  }
}

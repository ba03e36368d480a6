import WalkthroughLanguage

extension Trace {
  /// The moved quantities whose slope is nothing but what rounding leaves: because the terms that it is added up from
  /// cancel, over all paths, over the examples, and with what the objective adds once; or because values of the forward
  /// pass do that its factors are worked from.
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
    let unsteady = unsteadySlopes
    return updates.indices.compactMap { index in
      let update = updates[index]
      let cancels = isRounding(update.adjoint, of: sizes[update.quantity], units: Self.unitsOfSlope)
      return update.adjoint != 0 && (cancels || unsteady[index]) ? update.quantity : nil
    }
  }

  /// By update: whether the slope changes by all that it is, or more, where the givens change in their last digits.
  private var unsteadySlopes: [Bool] {
    var unsteady = [Bool](repeating: false, count: updates.count)
    let least = leastOfNote
    guard updates.contains(where: { $0.adjoint != 0 && $0.adjoint.magnitude < least }),
      let laboratory = try? Laboratory(walkthrough)
    else { return unsteady }
    let units = Self.unitsOfGiven * (walkthrough.floatingPoint == .single ? 0x1p-24 : 0x1p-53)
    for round in 0..<Self.roundsOfGivens {
      var conditions = laboratory.ownConditions
      for given in values.indices where walkthrough.quantities[given].role.isGiven && given != walkthrough.rate {
        conditions.givens[given] *= 1 + ((given >> round).isMultiple(of: 2) ? units : -units)
      }
      guard let moved = try? laboratory.update(under: conditions).updates, moved.count == updates.count else {
        continue
      }
      for (index, update) in updates.enumerated() {
        let change = (moved[index].adjoint - update.adjoint).magnitude
        unsteady[index] = unsteady[index] || change >= update.adjoint.magnitude
      }
    }
    return unsteady
  }

  /// Whether the objective, before the update and after it, is nothing but what rounding leaves of 0: in every example, and
  /// with what it adds once.
  public var isZeroByRounding: (before: Bool, after: Bool) {
    guard walkthrough.carry == nil, walkthrough.floatingPoint == .double, walkthrough.updatesPerEpoch == 1,
      let objective = walkthrough.objective, let (before, after) = wholeObjective,
      min(before.magnitude, after.magnitude) < leastOfNote, let laboratory = try? Laboratory(walkthrough)
    else { return (false, false) }
    let passes = examples.isEmpty ? [self] : examples
    func isZero(_ total: Double, _ values: [Values]) -> Bool {
      total != 0
        && values.allSatisfy { values in
          [objective.quantity, objective.addition].compactMap(\.self).allSatisfy {
            laboratory.isZeroByRounding($0, at: values)
          }
        }
    }
    return (isZero(before, passes.map(\.values)), isZero(after, passes.compactMap(\.valuesAfter)))
  }

  /// The objective before and after the update, of all examples where there are some.
  public var wholeObjective: (before: Double, after: Double)? {
    if let both = objectiveBeforeAndAfter { return both }
    guard let objective = walkthrough.objective?.quantity, let after = valuesAfter else { return nil }
    return (values[objective], after[objective])
  }

  /// What is smaller beside the values of the forward pass is looked at more closely; of a matrix its first entry counts.
  private var leastOfNote: Double { 0x1p-30 * values.first.reduce(1) { max($0, $1.magnitude) } }

  /// A given and what is worked from it may be off by so many halves of a unit in the last place.
  private static let unitsOfGiven = 8.0
  /// Every other given is moved up and the others down, then every other two, and so on.
  private static let roundsOfGivens = 4

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

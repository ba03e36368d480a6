import WalkthroughLanguage

/// A comparison that a trace must pass before a word is written, by two roads that share as little as possible.
public enum SelfCheck: Sendable, Equatable {
  /// The gradient, along one fixed pseudo-random direction, against the slope of the objective measured there.
  case direction(gradient: Double, measured: Double)
  /// The same for the objective of all examples, drawn together.
  case total(gradient: Double, measured: Double)
  /// An example lies at a kink, or next to a place without a value, or rounding hides the slope.
  case totalUnclear
  /// The objective has a kink here, or no value nearby, or rounding hides its slope.
  case directionUnclear
  /// Products along all paths, added up, against the adjoints of so many quantities.
  case paths(quantities: Int)
  /// Too many paths to list.
  case pathsTooMany
  /// A sweep over single gates against the adjoints of so many quantities.
  case gates(quantities: Int)
  /// In a file with matrices: a pass over single numbers against so many entries of adjoints.
  case entries(Int)
  /// In a symbolic file: derivatives, as formulas, against slopes measured with numbers put in; at how many points
  /// the lines have values, how many derivatives were compared, and how many nowhere could be.
  case points(Int, derivatives: Int, unclear: Int)

  /// Paths of one trace that are added up; more are not listed.
  static let mostPaths = 2_000
  /// How far roads may part by rounding, relative to the terms that were added up.
  static let roundingTolerance = 1e-12
  /// How far they may part besides: products of many slopes fall below what a double can hold, one way sooner than
  /// the other.
  static let underflow = Double.leastNormalMagnitude
}

extension Laboratory {
  /// Compares what a pass found; values and derivatives are taken unrounded, whatever `carry:` says.
  ///
  /// - Throws: a diagnostic that names the quantity where two roads part, which is a fault of this program.
  func selfChecks(_ trace: Trace, objective: Objective) throws(Diagnostics) -> [SelfCheck] {
    var conditions = ownConditions
    (conditions.carry, conditions.floatingPoint, conditions.derivatives) = (nil, .double, .rules)
    let plain = try forward(conditions)
    let adjoints = list.backward(plain, from: objective.quantity, isWanted: nil, nil, .double)
    // What is measured may exist where a slope by the rules, which is worked beside it, does not.
    try rejectMissingSlopes(adjoints, plain)
    var checks = [try directionCheck(adjoints, objective)]
    // What differs from example to example has a slope in each, and none of all together.
    let common = walkthrough.asked.filter { walkthrough.quantities[$0].role != .example }
    if !examples.isEmpty, !common.isEmpty { checks.append(try totalCheck(conditions, objective, along: common)) }
    guard !list.hasMatrices else { return checks + (try entryChecks(adjoints)) }
    checks.append(try pathCheck(trace, adjoints))
    checks.append(try gateCheck(plain, adjoints, objective))
    return checks
  }

  func directionCheck(_ plain: Trace.Backward, _ objective: Objective) throws(Diagnostics) -> SelfCheck {
    let direction = direction()
    let gradient = plain.adjoints.dot(direction, over: walkthrough.asked)
    let slope = slope(ofObjective: objective.quantity, along: direction, against: gradient)
    guard let measured = try measured(slope, as: gradient, of: objective) else { return .directionUnclear }
    return .direction(gradient: gradient, measured: measured)
  }

  /// - Returns: nothing where no slope could be measured.
  /// - Throws: where it is another one.
  private func measured(
    _ slope: MeasuredSlope, as gradient: Double, of objective: Objective
  ) throws(Diagnostics) -> Double? {
    guard case .measured(let measured, _) = slope else { return nil }
    guard slope.agrees(with: gradient) == true else {
      throw failure(.ownCheckOfDirection(walkthrough.quantities[objective.quantity]))
    }
    return measured
  }

  /// The objective of all examples, with what is added once, against its drawn-together slopes.
  private func totalCheck(
    _ plain: Conditions, _ objective: Objective, along quantities: [Int]
  ) throws(Diagnostics) -> SelfCheck {
    let direction = direction()
    let value = try objectiveValue(under: plain)
    var gradient = 0.0
    for quantity in quantities {
      guard let slopes = try objectiveSlope(by: quantity, under: plain) else { continue }
      gradient = zip(slopes.entries, direction.matrix(quantity).entries).reduce(gradient) { $0 + $1.0 * $1.1 }
    }
    let conditions = { (step: Double) in
      var moved = plain
      moved.givens = plain.givens.moved(by: step, along: direction, quantities)
      return moved
    }
    let slope = slope(at: value, unit: 1, against: gradient, doubt(of: objective, under: conditions)) {
      try? objectiveValue(under: conditions($0))
    }
    guard let measured = try measured(slope, as: gradient, of: objective) else { return .totalUnclear }
    return .total(gradient: gradient, measured: measured)
  }

  /// Of the objective of all examples, worked one after the other.
  private func doubt(of objective: Objective, under conditions: @escaping (_ step: Double) -> Conditions) -> Doubt {
    let passes = { (step: Double) in
      examples.indices.lazy.map { self.with(givens: self.conditions(conditions(step), forExample: $0).givens) }
    }
    return Doubt { step in
      let sum = passes(step).reduce(0) { sum, laboratory in
        laboratory.plain.map { sum + laboratory.roundingError(ofObjective: objective.quantity, $0) } ?? sum
      }
      return objective.combination == .averaged ? sum / Double(examples.count) : sum
    } leavesKink: { step in
      zip(passes(0), passes(step)).contains { start, moved in
        start.plain.map { leavesKink($0.byQuantity(list), moved.plain?.byQuantity(list)) } ?? false
      }
    }
  }

  func pathCheck(_ trace: Trace, _ plain: Trace.Backward) throws(Diagnostics) -> SelfCheck {
    let counts = trace.pathCounts
    let tooMany = SelfCheck.mostPaths + 1
    let total = walkthrough.asked.reduce(0) { min($0 + min(counts[$1], tooMany), tooMany) }
    guard total < tooMany, (trace.distances.max() ?? 0) <= SelfCheck.mostPaths else {
      return .pathsTooMany
    }
    for quantity in walkthrough.asked {
      var (sum, size) = (0.0, 0.0)
      for path in trace.paths(from: quantity, limit: SelfCheck.mostPaths) {
        let product = path.reversed().reduce(1.0) { $0 * plain.localDerivatives[$1] }
        sum += product
        size += product.magnitude
      }
      guard (sum - plain.adjoints[quantity]).magnitude <= SelfCheck.roundingTolerance * size + SelfCheck.underflow
      else {
        throw failure(.ownCheckOfPaths(walkthrough.quantities[quantity]))
      }
    }
    return .paths(quantities: walkthrough.asked.count)
  }

  func gateCheck(
    _ forward: ForwardPass, _ plain: Trace.Backward, _ objective: Objective
  ) throws(Diagnostics) -> SelfCheck {
    let (gatewise, sizes) = list.gatewiseAdjoints(forward, from: objective.quantity)
    var count = 0
    for quantity in gatewise.indices where plain.reaches[quantity] && plain.adjoints[quantity].isFinite {
      let distance = (gatewise[quantity] - plain.adjoints[quantity]).magnitude
      guard distance <= SelfCheck.roundingTolerance * sizes[quantity] + SelfCheck.underflow else {
        throw failure(.ownCheckOfGates(walkthrough.quantities[quantity]))
      }
      count += 1
    }
    return .gates(quantities: count)
  }

  private func failure(_ diagnostic: Diagnostic) -> Diagnostics {
    Diagnostics([diagnostic], in: walkthrough.source)
  }
}

extension Diagnostic {
  fileprivate static func ownCheckOfDirection(_ quantity: Quantity) -> Diagnostic {
    ownCheck(quantity, "the gradient of `\(quantity.name)` disagrees with its measured slope")
  }
  fileprivate static func ownCheckOfPaths(_ quantity: Quantity) -> Diagnostic {
    ownCheck(quantity, "the sum over paths from `\(quantity.name)` disagrees with its adjoint")
  }
  fileprivate static func ownCheckOfGates(_ quantity: Quantity) -> Diagnostic {
    ownCheck(quantity, "the adjoint of `\(quantity.name)` disagrees with a sweep gate by gate")
  }
  static func ownCheck(_ quantity: Quantity, _ what: String) -> Diagnostic {
    Diagnostic(at: quantity.place, what, remedy: "this is a fault of Longhand, not of the file; please report it")
  }
}

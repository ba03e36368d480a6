import WalkthroughLanguage

/// Measured slopes that part from a derivative that is right.
extension Laboratory {
  /// Why a slope may be measured that is not the derivative, though both are worked out as they should be; asked only
  /// where they part.
  struct Doubt {
    /// How far the value may be off by rounding where so long a step is made.
    let roundingError: (_ step: Double) -> Double
    /// How far the derivative may be off by rounding.
    let roundingErrorOfDerivative: () -> Double
    /// Whether a slope had to be chosen; slopes on the two sides of a kink may be the same, as of `relu(x) - relu(-x)`.
    let isAtKink: () -> Bool

    init(
      roundingError: @escaping (Double) -> Double, ofDerivative: @escaping () -> Double = { 0 },
      isAtKink: @escaping () -> Bool
    ) {
      (self.roundingError, roundingErrorOfDerivative, self.isAtKink) = (roundingError, ofDerivative, isAtKink)
    }
  }

  /// A slope measured in steps that suit a function of ordinary size, and where it parts from the derivative, in
  /// smaller ones; unclear where rounding may be what parts them.
  func slope(
    at value: Double, unit: Double, against derivative: Double?, _ doubt: Doubt, _ moved: (Double) -> Double?
  ) -> MeasuredSlope {
    let first = slope(at: value, unit: unit, moved)
    guard case .measured(let measured, let tolerance) = first, let derivative, derivative.isFinite,
      (derivative - measured).magnitude > tolerance
    else { return first }
    if doubt.isAtKink() { return .unclear }
    // A few differences of values, over a quarter of the longest step at least.
    func noise(_ unit: Double) -> Double {
      let step = unit / 1_024
      return 16 / step * [0, step, -step].reduce(0) { max($0, doubt.roundingError($1)) }
    }
    if (derivative - measured).magnitude <= noise(unit) + doubt.roundingErrorOfDerivative() { return .unclear }
    for unit in [unit * 0x1p-8, unit * 0x1p-16, unit * 0x1p-24] {
      guard case .measured(let measured, let tolerance) = slope(at: value, unit: unit, moved) else { continue }
      let allowed = tolerance + noise(unit)
      // In such small steps a wrong derivative would pass for a right one where little is left of the digits.
      guard allowed < 1e-3 * max(derivative.magnitude, measured.magnitude) else { continue }
      if (derivative - measured).magnitude <= allowed { return .measured(measured, tolerance: allowed) }
    }
    return first
  }

  func isAtKink(_ values: Values) -> Bool {
    walkthrough.quantities.indices.contains {
      !walkthrough.quantities[$0].role.isGiven && !walkthrough.kinks(of: $0, at: values).isEmpty
    }
  }

  /// How far the objective of a pass may be off by rounding. In a file with matrices, by that of its named values and, where
  /// the file is not too long to be worked in numbers, by that of every operation.
  func roundingError(ofObjective quantity: Int, _ pass: ForwardPass) -> Double {
    guard list.hasMatrices else { return list.roundingError(of: quantity, pass, isLocal: false) }
    let (values, backward) = (
      pass.byQuantity(list), list.backward(pass, from: quantity, isWanted: nil, nil, .double)
    )
    let named = values.indices.reduce(0) { sum, index in
      let sizes = zip(values.matrix(index).entries, backward.adjoints.matrix(index).entries)
      return sizes.reduce(sum) { $0 + ($1.0 * $1.1).magnitude }
    }
    return max(named * 0x1p-53, roundingErrorInNumbers)
  }

  private var roundingErrorInNumbers: Double {
    guard let entries = walkthrough.entries(entryNumbers([givens]), shiftsSoftmax: true),
      let laboratory = try? Laboratory(entries), let pass = laboratory.plain, let objective = entries.objective
    else { return 0 }
    return laboratory.list.roundingError(of: objective.quantity, pass, isLocal: false)
  }
}

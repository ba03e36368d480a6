import WalkthroughLanguage

/// Measured slopes that part from a derivative that is right.
extension Laboratory {
  /// Why a slope may be measured that is not the derivative, though both are worked out as they should be; asked only
  /// where they part.
  struct Doubt {
    /// How far the value may be off by rounding where so long a step is made.
    let roundingError: (_ step: Double) -> Double
    /// How far the derivative may be off by rounding.
    var ofDerivative: () -> Double = { 0 }
    /// Whether a step leaves a kink, where a slope had to be chosen; the slopes on its two sides may be the same, as of
    /// `relu(x) - relu(-x)`.
    let leavesKink: (_ step: Double) -> Bool
  }

  /// A slope measured in steps that suit a function of ordinary size, and where it parts from the derivative, in
  /// smaller ones; unclear where rounding may be what parts them.
  func slope(
    at value: Double, unit: Double, against derivative: Double?, _ doubt: Doubt, _ moved: (Double) -> Double?
  ) -> MeasuredSlope {
    let first = slope(at: value, unit: unit, moved)
    guard let derivative, derivative.isFinite, case .measured(let coarse, let coarseTolerance) = first else {
      return first
    }
    let noiseHere = Self.noise(ofSize: value.magnitude, unit: unit)
    let isOfAnotherScale =
      coarseTolerance > max(Self.loose * derivative.magnitude, 1_000 * noiseHere)
      && derivative.magnitude > Self.loose * noiseHere
    if first.agrees(with: derivative) == true, !isOfAnotherScale { return first }
    if doubt.leavesKink(unit / 4_096) { return .unclear }
    // A few differences of values, over a quarter of the longest step at least.
    func noise(_ unit: Double) -> Double {
      let step = unit / 1_024
      return 16 / step * [0, step, -step].reduce(0) { max($0, doubt.roundingError($1)) }
    }
    if !isOfAnotherScale, (derivative - coarse).magnitude <= noise(unit) + doubt.ofDerivative() { return .unclear }
    for halvings in stride(from: 8, through: isOfAnotherScale ? 104 : 24, by: 8) {
      let unit = unit * Double(sign: .plus, exponent: -halvings, significand: 1)
      guard case .measured(let fine, let tolerance) = slope(at: value, unit: unit, moved) else { continue }
      let allowed = tolerance + noise(unit)
      // Little is left of the digits in so small a step: it counts only against a longer one that it contradicts.
      guard allowed < 1e-3 * max(derivative.magnitude, fine.magnitude),
        isOfAnotherScale || (fine - coarse).magnitude > allowed + coarseTolerance
      else { continue }
      if (derivative - fine).magnitude <= allowed { return .measured(fine, tolerance: allowed) }
    }
    return isOfAnotherScale ? .unclear : first
  }

  /// What agrees with a tolerance of more than so much of itself confirms no digit: with steps of 1/1024 nothing is known of a
  /// function of 10⁻¹⁹, for its values there are far from those here. A derivative that is next to nothing for values of
  /// such a size has no digits that could be confirmed.
  private static let loose = 0.1

  /// Whether a kink at these values is none any more at others.
  func leavesKink(_ start: Values, _ moved: Values?) -> Bool {
    guard let moved else { return false }
    return worked.quantities.indices.contains {
      !worked.quantities[$0].role.isGiven && leavesKink(of: $0, start, moved)
    }
  }

  /// The same in one formula.
  func leavesKink(of quantity: Int, _ start: Values, _ moved: Values) -> Bool {
    let kinks = worked.kinks(of: quantity, at: start)
    return !kinks.isEmpty && kinks != worked.kinks(of: quantity, at: moved)
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

  /// Whether what a quantity is at these values may be nothing but what rounding leaves of 0.
  func isZeroByRounding(_ quantity: Int, at values: Values) -> Bool {
    let laboratory = with(givens: values)
    guard let pass = laboratory.plain else { return false }
    let value = pass.byQuantity(list).matrix(quantity).entries[0]
    return value == 0 || value.magnitude <= laboratory.roundingError(ofObjective: quantity, pass)
  }

  private var roundingErrorInNumbers: Double {
    guard let entries = walkthrough.entries(entryNumbers([givens]), shiftsSoftmax: true),
      let laboratory = try? Laboratory(entries), let pass = laboratory.plain, let objective = entries.objective
    else { return 0 }
    return laboratory.list.roundingError(of: objective.quantity, pass, isLocal: false)
  }
}

import Differentiation
import WalkthroughLanguage

/// A calculation as it would have gone had something been otherwise, and which printed numbers follow from it.
struct Supposition {
  let cause: Cause
  var proofreader: Proofreader
  /// The circumstances that take the place of a line's own; nothing where the line has nothing to do with it.
  var changed: (ClaimContext) -> ClaimContext? = { $0 }
  /// Whether derivatives can differ under it.
  var concernsSlopes = true

  /// What it says of the printed numbers.
  struct Assessment {
    let cause: Cause
    var explains: [PrintedPlace] = []
    var contradicts: [PrintedPlace] = []
    /// Wrong numbers that it changes into other wrong ones.
    var leavesWrong: [PrintedPlace] = []
    /// Whether what it says is more than a value that can be found for everything.
    var isStrong = true
  }

  /// - Parameter isAffordable: whether a line is worked again.
  mutating func assess(_ verdicts: [Verdict], isAffordable: (ClaimContext) -> Bool) -> Assessment {
    var assessment = Assessment(cause: cause)
    for (number, verdict) in verdicts.enumerated() {
      // Its formula stands elsewhere where formulas were rewritten.
      let claim = proofreader.walkthrough.claims[number]
      if !concernsSlopes, proofreader.walkthrough.nodes[claim.formula].contains(where: { $0.kind.isSlope }) { continue }
      guard isAffordable(claim.context), let context = changed(claim.context) else { continue }
      if let comparison = verdict.comparison {
        assess(comparison == .equal, proofreader.comparison(of: claim) == .equal, number, &assessment)
      } else if let own = verdict.values, let values = proofreader.value(of: claim.formula, context)?.entries,
        values.count == own.count
      {
        assess(verdict, own, values, number, &assessment)
      }
    }
    return assessment
  }

  private func assess(_ held: Bool, _ holds: Bool, _ claim: Int, _ assessment: inout Assessment) {
    if held != holds { assessment.add(PrintedPlace(claim: claim, entry: 0), held: held, holds: holds) }
  }

  private func assess(
    _ verdict: Verdict, _ own: [Double], _ values: [Double], _ claim: Int, _ assessment: inout Assessment
  ) {
    for entry in own.indices where own[entry] != values[entry] {
      assessment.add(
        PrintedPlace(claim: claim, entry: entry), held: verdict.holds(entry: entry, own[entry], verdict.reduction),
        holds: verdict.holds(entry: entry, values[entry], verdict.reduction))
    }
  }
}

extension Supposition.Assessment {
  fileprivate mutating func add(_ place: PrintedPlace, held: Bool, holds: Bool) {
    switch (held, holds) {
    case (true, true): break
    case (true, false): contradicts.append(place)
    case (false, true): explains.append(place)
    case (false, false): leavesWrong.append(place)
    }
  }
}

extension FormulaNode.Kind {
  fileprivate var isSlope: Bool {
    switch self {
    case .derivative, .localDerivative: true
    case .number, .constant, .quantity, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection,
      .generated, .declared, .updated, .state:
      false
    }
  }
}

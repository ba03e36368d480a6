import Differentiation
import WalkthroughLanguage

/// A calculation as it would have gone had something been otherwise, and which printed numbers follow from it.
struct Supposition {
  let cause: Cause
  var proofreader: Proofreader
  /// The circumstances that take the place of a line's own; nothing where the line has nothing to do with it.
  var changed: (ClaimContext) -> ClaimContext? = { $0 }

  /// What it says of the printed numbers.
  struct Assessment {
    let cause: Cause
    var explains: [PrintedPlace] = []
    var contradicts: [PrintedPlace] = []
  }

  /// - Parameter isAffordable: whether a line is worked again.
  mutating func assess(_ verdicts: [Verdict], isAffordable: (ClaimContext) -> Bool) -> Assessment {
    var assessment = Assessment(cause: cause)
    for (number, verdict) in verdicts.enumerated() {
      // Its formula stands elsewhere where formulas were rewritten.
      let claim = proofreader.walkthrough.claims[number]
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
    if held == holds { return }
    let place = PrintedPlace(claim: claim, entry: 0)
    if holds { assessment.explains.append(place) } else { assessment.contradicts.append(place) }
  }

  private func assess(
    _ verdict: Verdict, _ own: [Double], _ values: [Double], _ claim: Int, _ assessment: inout Assessment
  ) {
    for entry in own.indices where own[entry] != values[entry] {
      let held = verdict.holds(entry: entry, own[entry], verdict.reduction)
      let holds = verdict.holds(entry: entry, values[entry], verdict.reduction)
      if held == holds { continue }
      let place = PrintedPlace(claim: claim, entry: entry)
      if holds { assessment.explains.append(place) } else { assessment.contradicts.append(place) }
    }
  }
}

import Differentiation
import Numerals
import WalkthroughLanguage

extension Investigation {
  /// Significant digits that no coincidence gets right.
  private static let tellingDigits = 6
  /// Names in a formula that no coincidence gets right.
  private static let tellingNames = 4

  /// Whether what is printed says so much that no coincidence gets it right.
  func isTelling(_ place: PrintedPlace) -> Bool {
    let claim = verdicts[place.claim].claim
    guard let formula = claim.symbolic else { return digits(of: place) >= Self.tellingDigits }
    return walkthrough.nodes[formula].count { $0.kind.isNamed } >= Self.tellingNames
  }

  /// Zeros at the end say nothing.
  private func digits(of place: PrintedPlace) -> Int {
    let decimal = verdicts[place.claim].claim.printed.entries[place.entry].decimal
    return decimal.isZero ? 0 : decimal.stripped(keeping: Int.min).digitCount
  }

  /// Whether a number is explained by more than coincidence: by its own digits, or because another one follows too.
  func isEvidence(_ explained: some Sequence<PrintedPlace>, for place: PrintedPlace) -> Bool {
    if isTelling(place) { return true }
    let different = different(explained)
    return different.count > 1 && different.reduce(0) { $0 + digits(of: $1) } >= Self.tellingDigits
  }

  /// The same number claimed twice counts once.
  func different(_ places: some Sequence<PrintedPlace>) -> [PrintedPlace] {
    var seen: [(String, ClaimContext)] = []
    return places.filter { place in
      let claim = verdicts[place.claim].claim
      let name = claim.name(ofEntry: place.entry)
      guard !seen.contains(where: { $0.0 == name && $0.1 == claim.context }) else { return false }
      seen.append((name, claim.context))
      return true
    }
  }

  /// Right numbers that a supposition speaks against under the very circumstances of what it explains.
  func contradictionsBeside(_ assessment: Supposition.Assessment) -> Int {
    let contexts = Set(assessment.explains.map { verdicts[$0.claim].claim.context })
    return assessment.contradicts.count { contexts.contains(verdicts[$0.claim].claim.context) }
  }

  /// Whether a supposition is more than a guess for a number that it explains.
  func isCertain(_ assessment: Supposition.Assessment, for place: PrintedPlace) -> Bool {
    let against = contradictionsBeside(assessment) + assessment.leavesWrong.count
    return assessment.isStrong && against <= assessment.explains.count && isEvidence(assessment.explains, for: place)
  }
}

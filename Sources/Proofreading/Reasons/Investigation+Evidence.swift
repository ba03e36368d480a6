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
    assessment.isStrong && contradictionsBeside(assessment) <= (isTelling(place) ? assessment.explains.count : 0)
      && assessment.leavesWrong.count * 4 <= assessment.explains.count
      && isEvidence(assessment.explains, for: place) && !leavesWrongAbove(assessment)
  }

  /// Whether a wrong value stays unexplained from which explained numbers follow, so that these may follow from it.
  private func leavesWrongAbove(_ assessment: Supposition.Assessment) -> Bool {
    let explained = Set(assessment.explains)
    let users = assessment.explains.map { (context: verdicts[$0.claim].claim.context, named: named(at: $0)) }
    return wrong.contains { place in
      let verdict = verdicts[place.claim]
      guard !explained.contains(place), let quantity = valueClaimed(at: place),
        verdict.values != nil, !verdict.isLastDigitOff(entry: place.entry)
      else { return false }
      let below = whatFollows(from: quantity)
      return users.contains { $0.context == verdict.claim.context && $0.named.contains(where: below.contains) }
    }
  }

  /// The computed quantity whose value a line prints; nothing for slopes, updates and longer expressions.
  private func valueClaimed(at place: PrintedPlace) -> Int? {
    let formula = walkthrough.nodes[verdicts[place.claim].claim.formula]
    guard formula.count == 1, case .quantity(let quantity)? = formula.first?.kind,
      !walkthrough.quantities[Int(quantity)].role.isGiven
    else { return nil }
    return Int(quantity)
  }

  /// The quantities that a line is worked from: those it names, and for slopes and updates what is differentiated.
  private func named(at place: PrintedPlace) -> Set<Int> {
    var named: Set<Int> = []
    for node in walkthrough.nodes[verdicts[place.claim].claim.formula] {
      switch node.kind {
      case .quantity(let quantity): named.insert(Int(quantity))
      case .derivative(let result, _, _), .localDerivative(let result, _): named.insert(Int(result))
      case .updated, .state: walkthrough.objective.map { _ = named.insert($0.quantity) }
      case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
        .declared:
        break
      }
    }
    return named
  }

  /// A quantity, and all that is computed from it.
  private func whatFollows(from quantity: Int) -> Set<Int> {
    var found: Set<Int> = [quantity]
    for edge in laboratory.edges where found.contains(edge.operand) { found.insert(edge.result) }
    return found
  }

  /// Whether all these are slopes, or moves, that are wrong by one and the same factor: then a factor is wrong
  /// somewhere, and many things could have made it so.
  func areWrongByOneFactor(_ places: some Sequence<PrintedPlace>) -> Bool {
    var factors: [ClosedRange<Double>] = []
    for place in places {
      let verdict = verdicts[place.claim]
      guard let start = startOfMove(at: place), let value = verdict.values?[place.entry], value != start else {
        return false
      }
      let printed = verdict.claim.printed.entries[place.entry].decimal
      let unit = Decimal(coefficient: 1, places: printed.places).value
      let ends = [-unit, unit].map { (printed.value + $0 - start) / (value - start) }.sorted()
      factors.append(ends[0]...ends[1])
    }
    guard let low = factors.map(\.lowerBound).max(), let high = factors.map(\.upperBound).min() else { return false }
    return low <= high
  }

  /// What a slope, or what an update leaves behind, would be without any slope; nothing for other lines.
  private func startOfMove(at place: PrintedPlace) -> Double? {
    let claim = verdicts[place.claim].claim
    let formula = walkthrough.nodes[claim.formula]
    guard formula.count == 1, let kind = formula.first?.kind else { return nil }
    if case .derivative = kind { return 0 }
    guard case .updated(let quantity) = kind, claim.context == ClaimContext() else { return nil }
    return laboratory.givens.matrix(Int(quantity)).entries[place.entry]
  }
}

import Differentiation
import Numerals
import WalkthroughLanguage

/// Looks for where the printed numbers come from that do not hold.
///
/// It supposes one thing after another, works the walkthrough again under it, and compares all printed digits. The
/// simplest supposition that explains a number is its reason; one that explains several numbers goes before one that
/// explains a single one, unless it speaks against more than it explains.
struct Investigation {
  let laboratory: Laboratory
  let verdicts: [Verdict]
  var proofreader: Proofreader
  /// The printed numbers that do not hold.
  let wrong: [PrintedPlace]
  let wrongSet: Set<PrintedPlace>
  /// How much a line may take that is worked again under each supposition.
  private(set) var dearest = 0
  /// Numbers of all quantities, with as many rows as are worked together, once for each example.
  let workOfUpdate: Int

  /// Formula nodes, and wrong numbers, up to which reasons are looked for.
  private static let (mostNodes, mostWrong) = (20_000, 400)
  /// Pairs of givens that are exchanged.
  private static let mostExchanges = 60

  init(_ laboratory: Laboratory, _ verdicts: [Verdict], _ proofreader: Proofreader) {
    (self.laboratory, self.verdicts, self.proofreader) = (laboratory, verdicts, proofreader)
    let quantities = laboratory.worked.quantities
    let rows = quantities.lazy.filter { $0.role == .computed }.map(\.shape.rows).max() ?? 1
    let examples = max(laboratory.worked.examples?.rows.count ?? 1, 1)
    workOfUpdate = examples * min(quantities.reduce(0) { $0 + $1.shape.count } * rows, Self.mostWorkOfAnUpdate)
    wrong = verdicts.enumerated().flatMap { number, verdict in
      let entries = verdict.comparison == nil ? verdict.wrongEntries : verdict.wrongPlaces
      return entries.map { PrintedPlace(claim: number, entry: $0) }
    }
    wrongSet = Set(wrong)
    dearest = dearestWork(Set(verdicts.map(\.claim.context)))
  }

  var walkthrough: Walkthrough { laboratory.worked }

  /// Whether the file, and what is wrong in it, is small enough to be worked under many suppositions.
  var isSearchable: Bool { walkthrough.nodes.count <= Self.mostNodes && wrong.count <= Self.mostWrong }

  /// What can be said of the numbers that do not hold.
  mutating func findings() -> Findings {
    guard !wrong.isEmpty else { return Findings(all: [], conventions: [], isComplete: true) }
    let tried = triedConventions()
    let conventions = wrong.map { convention(at: $0, among: tried) }
    let isExplained = conventions.contains { $0?.places == wrong.count && $0?.isWeak == false }
    let assessments = isExplained || !isSearchable ? [] : assessments()
    var all: [Finding] = []
    for (place, convention) in zip(wrong, conventions) { all.append(finding(at: place, convention, assessments)) }
    return Findings(
      all: all, conventions: tried.map { Findings.Holding(convention: $0.convention, lines: $0.lines) },
      isComplete: isExplained || isSearchable && wrong.allSatisfy { isAffordable(verdicts[$0.claim].claim.context) })
  }

  /// A convention is the simpler explanation, unless a reason explains more.
  private mutating func finding(
    at place: PrintedPlace, _ known: KnownConvention?, _ assessments: [Supposition.Assessment]
  ) -> Finding {
    guard let known, !known.isWeak else {
      return Finding(
        place: place, convention: known?.convention, isConventionCertain: true,
        reason: isSearchable ? reason(for: place, assessments) : nil)
    }
    if let best = best(for: place, assessments), !best.isDoubtful, best.explains.count > known.places {
      return Finding(place: place, convention: nil, isConventionCertain: true, reason: reason(of: best, place))
    }
    return Finding(
      place: place, convention: known.convention, isConventionCertain: known.isCertain, otherConvention: known.other,
      reason: nil, conventionExplains: known.explains, conventionContradicts: known.contradicts)
  }

  private func assessments() -> [Supposition.Assessment] {
    let suppositions = suppositions()
    let ready = suppositions.map { supposition in
      var supposition = supposition
      return supposition.assess(verdicts, isAffordable: isAffordable)
    }
    return (ready + givens()).filter { !$0.explains.isEmpty }
  }

  /// What is supposed of every file, the simplest first.
  private func suppositions() -> [Supposition] {
    let variants: [Supposition] = Variant.allCases.compactMap { variant in
      guard let other = laboratory.walkthrough.variant(variant), let laboratory = try? Laboratory(other) else {
        return nil
      }
      return Supposition(
        cause: .variant(variant), proofreader: Proofreader(laboratory), concernsSlopes: !variant.isAboutRoles)
    }
    return variants + slopeSuppositions() + exchanges() + contextSuppositions()
  }

  private func slopeSuppositions() -> [Supposition] {
    guard walkthrough.objective != nil else { return [] }
    // Where a step is not in proportion to the slopes, the rate cannot stand in for them.
    let scaled: [Supposition] =
      walkthrough.updateMethod.isLinear
      ? [
        Supposition(cause: .slopesDoubled, proofreader: Proofreader(laboratory.withRate(times: 2), slopeFactor: 2)),
        Supposition(cause: .slopesHalved, proofreader: Proofreader(laboratory.withRate(times: 0.5), slopeFactor: 0.5)),
      ] : []
    let opposite = laboratory.walkthrough.variant(.oppositeSense).flatMap { try? Laboratory($0) } ?? laboratory
    return [Supposition(cause: .signOfDelta, proofreader: Proofreader(opposite, slopeFactor: -1))] + scaled
  }

  /// Two givens of a kind whose values changed places.
  private func exchanges() -> [Supposition] {
    let givens = walkthrough.quantities.indices.filter {
      walkthrough.quantities[$0].role.isGiven && walkthrough.quantities[$0].shape.isScalar
    }
    var pairs: [Supposition] = []
    for (index, first) in givens.enumerated() {
      for second in givens[(index + 1)...] where pairs.count < Self.mostExchanges {
        let values = (laboratory.givens[first], laboratory.givens[second])
        guard walkthrough.quantities[first].role == walkthrough.quantities[second].role, values.0 != values.1 else {
          continue
        }
        var exchanged = laboratory.givens
        exchanged.set(first, to: Matrix(values.1))
        exchanged.set(second, to: Matrix(values.0))
        pairs.append(
          Supposition(
            cause: .exchanged(first, second), proofreader: Proofreader(laboratory.with(givens: exchanged))))
      }
    }
    return pairs
  }

  /// The same line for another example, or an update earlier or later.
  private func contextSuppositions() -> [Supposition] {
    let examples = (0..<(walkthrough.examples?.rows.count ?? 0)).map { example in
      Supposition(cause: .example(example + 1), proofreader: proofreader) { context in
        context.example.flatMap { $0 == example + 1 ? nil : context.with(example: example + 1) }
      }
    }
    guard walkthrough.rate != nil else { return examples }
    let updates = [1, -1].map { earlier in
      Supposition(cause: .updatesEarlier(earlier), proofreader: proofreader) { context in
        context.steps >= earlier ? context.with(steps: context.steps - earlier) : nil
      }
    }
    return examples + updates
  }

  private mutating func reason(for place: PrintedPlace, _ assessments: [Supposition.Assessment]) -> Reason? {
    let best = best(for: place, assessments)
    if best?.isDoubtful ?? true,
      let cause = slip(at: place, [.sign]) ?? neighbour(at: place) ?? slip(at: place, Slip.allCases)
    {
      return Reason(cause: cause, isCertain: isTelling(place), explains: [], contradicts: [])
    }
    return best.map { reason(of: $0, place) }
  }

  /// The supposition that explains most; of equals the first one, which is the simplest.
  private func best(for place: PrintedPlace, _ assessments: [Supposition.Assessment]) -> Supposition.Assessment? {
    assessments.filter { $0.explains.contains(place) }.min { $0.cost < $1.cost }
  }

  private func reason(of assessment: Supposition.Assessment, _ place: PrintedPlace) -> Reason {
    Reason(
      cause: assessment.cause, isCertain: isCertain(assessment, for: place),
      explains: assessment.explains.filter { $0 != place }, contradicts: assessment.contradicts)
  }

  private func slip(at place: PrintedPlace, _ slips: [Slip]) -> Cause? {
    let verdict = verdicts[place.claim]
    guard verdict.values != nil else { return nil }
    let printed = verdict.claim.printed.entries[place.entry].decimal
    let right = { (places: Int) in verdict.right(entry: place.entry, toPlaces: places) ?? printed }
    return slips.first { $0.explains(printed, right) }.map(Cause.slip)
  }
}

extension Supposition.Assessment {
  /// What is weighed: first whether it speaks against more than it explains, then how much it explains.
  var cost: (doubt: Int, explained: Int, contradicted: Int) {
    (isDoubtful ? 1 : 0, -explains.count, contradicts.count + leavesWrong.count)
  }

  var isDoubtful: Bool {
    contradicts.count + leavesWrong.count > explains.count || explains.count == 1 && !contradicts.isEmpty
  }
}

extension ClaimContext {
  fileprivate func with(example: Int) -> ClaimContext {
    var context = self
    context.example = example
    return context
  }

  fileprivate func with(steps: Int) -> ClaimContext {
    var context = self
    context.steps = steps
    return context
  }
}

extension Laboratory {
  fileprivate func withRate(times factor: Double) -> Laboratory {
    guard let rate = walkthrough.rate else { return self }
    var givens = givens
    givens.set(rate, to: givens.matrix(rate).map { $0 * factor })
    return with(givens: givens)
  }
}

extension Variant {
  /// Whether it says which givens an update moves, so that no derivative differs.
  fileprivate var isAboutRoles: Bool {
    switch self {
    case .biasesUpdated, .biasesKept: true
    case .reusedWeights, .oppositeSense, .halfMissing, .halfDoubled, .halfAdded, .sumForMean, .meanForSum,
      .decimalLogarithm, .naturalLogarithm, .withoutExp, .squaresLeftOut:
      false
    }
  }
}

extension UpdateMethod {
  /// Whether twice the slopes make twice the step.
  fileprivate var isLinear: Bool {
    switch self {
    case .gradient, .momentum, .nesterov: true
    case .rmsprop, .adagrad, .adam, .adamax: false
    }
  }
}

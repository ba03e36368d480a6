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
  /// How many circumstances the lines speak of.
  private let contextCount: Int

  /// Significant digits that no coincidence gets right.
  static let tellingDigits = 6
  /// Formula nodes, and wrong numbers, up to which reasons are looked for.
  private static let (mostNodes, mostWrong) = (20_000, 400)
  /// Numbers times updates, for a line that is worked again under each supposition, and in all.
  private static let (mostWork, mostWorkInAll) = (1_000_000, 60_000_000)
  /// About how many suppositions there are.
  private static let suppositions = 40

  init(_ laboratory: Laboratory, _ verdicts: [Verdict], _ proofreader: Proofreader) {
    (self.laboratory, self.verdicts, self.proofreader) = (laboratory, verdicts, proofreader)
    contextCount = max(Set(verdicts.map(\.claim.context)).count, 1)
    wrong = verdicts.enumerated().flatMap { number, verdict in
      let entries = verdict.comparison.map { $0 == .equal ? [] : [0] } ?? verdict.wrongEntries
      return entries.map { PrintedPlace(claim: number, entry: $0) }
    }
  }

  var walkthrough: Walkthrough { laboratory.worked }

  /// What can be said of each number that does not hold.
  mutating func findings() -> [Finding] {
    guard !wrong.isEmpty, walkthrough.nodes.count <= Self.mostNodes, wrong.count <= Self.mostWrong else {
      return wrong.map { Finding(place: $0, convention: nil, isConventionCertain: true, reason: nil) }
    }
    let conventions = conventions()
    let isExplained = conventions.values.contains { $0.places == wrong.count && $0.convention != .lastDigit }
    let assessments = isExplained ? [] : assessments()
    return wrong.map { finding(at: $0, conventions[$0], assessments) }
  }

  /// A convention is the simpler explanation, unless a reason explains more.
  private mutating func finding(
    at place: PrintedPlace, _ known: KnownConvention?, _ assessments: [Supposition.Assessment]
  ) -> Finding {
    let reason =
      known?.isWeak == false
      ? reasonForMore(than: known?.places ?? 0, at: place, assessments)
      : reason(for: place, assessments)
    let isOutdone = reason != nil && known?.isWeak == false
    return Finding(
      place: place, convention: isOutdone ? nil : known?.convention,
      isConventionCertain: known?.isCertain ?? true, otherConvention: isOutdone ? nil : known?.other, reason: reason)
  }

  private func reasonForMore(
    than count: Int, at place: PrintedPlace, _ assessments: [Supposition.Assessment]
  ) -> Reason? {
    best(for: place, assessments).flatMap { !$0.isDoubtful && $0.explains.count > count ? reason(of: $0, place) : nil }
  }

  /// How much it takes to work a line: numbers of all quantities, once for each update and example.
  func work(_ context: ClaimContext) -> Int {
    let updates = context.countsEpochs ? context.steps * walkthrough.updatesPerEpoch : context.steps
    let examples = max(walkthrough.examples?.rows.count ?? 1, 1)
    let numbers = walkthrough.quantities.reduce(0) { $0 + $1.shape.count }
    let rows = walkthrough.quantities.lazy.filter { $0.role == .computed }.map(\.shape.rows).max() ?? 1
    return (updates + 1) * examples * min(numbers * rows, Self.mostWork)
  }

  /// Whether a line is worked again under each supposition.
  func isAffordable(_ context: ClaimContext) -> Bool {
    work(context) <= min(Self.mostWork, Self.mostWorkInAll / (Self.suppositions * contextCount))
  }

  private func assessments() -> [Supposition.Assessment] {
    let suppositions = suppositions()
    let affordable = Set(verdicts.map(\.claim.context).filter(isAffordable))
    let ready = suppositions.map { supposition in
      var supposition = supposition
      return supposition.assess(verdicts) { affordable.contains($0) }
    }
    return (ready + givens()).filter { !$0.explains.isEmpty }
  }

  /// What is supposed of every file, the simplest first.
  private func suppositions() -> [Supposition] {
    let variants: [Supposition] = Variant.allCases.compactMap { variant in
      guard let other = laboratory.walkthrough.variant(variant), let laboratory = try? Laboratory(other) else {
        return nil
      }
      return Supposition(cause: .variant(variant), proofreader: Proofreader(laboratory))
    }
    return variants + slopeSuppositions() + contextSuppositions()
  }

  private func slopeSuppositions() -> [Supposition] {
    guard walkthrough.objective != nil else { return [] }
    let opposite = laboratory.walkthrough.variant(.oppositeSense).flatMap { try? Laboratory($0) } ?? laboratory
    return [
      Supposition(cause: .signOfDelta, proofreader: Proofreader(opposite, slopeFactor: -1)),
      Supposition(cause: .slopesDoubled, proofreader: Proofreader(laboratory.withRate(times: 2), slopeFactor: 2)),
      Supposition(cause: .slopesHalved, proofreader: Proofreader(laboratory.withRate(times: 0.5), slopeFactor: 0.5)),
    ]
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
    if best?.isDoubtful ?? true, let cause = neighbour(at: place) ?? slip(at: place) {
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
      cause: assessment.cause, isCertain: assessment.explains.count > 1 || isTelling(place),
      explains: assessment.explains.filter { $0 != place }, contradicts: assessment.contradicts)
  }

  /// Whether what is printed has so many digits that no coincidence gets them right.
  func isTelling(_ place: PrintedPlace) -> Bool {
    let claim = verdicts[place.claim].claim
    return claim.symbolic != nil || claim.printed.entries[place.entry].decimal.digitCount >= Self.tellingDigits
  }

  private func slip(at place: PrintedPlace) -> Cause? {
    let verdict = verdicts[place.claim]
    guard verdict.values != nil else { return nil }
    let printed = verdict.claim.printed.entries[place.entry].decimal
    let right = { (places: Int) in verdict.right(entry: place.entry, toPlaces: places) ?? printed }
    return Slip.allCases.first { $0.explains(printed, right) }.map(Cause.slip)
  }
}

extension Supposition.Assessment {
  /// What is weighed: first whether it speaks against more than it explains, then how much it explains.
  var cost: (doubt: Int, explained: Int, contradicted: Int) {
    (isDoubtful ? 1 : 0, -explains.count, contradicts.count)
  }

  var isDoubtful: Bool { contradicts.count > explains.count || explains.count == 1 && !contradicts.isEmpty }
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

import Differentiation
import Numerals
import WalkthroughLanguage

extension Investigation {
  /// One number of a given.
  private struct Given: Hashable {
    let quantity: Int
    let entry: Int
  }

  /// A given and the plain value that would have to stand there.
  private struct Solution: Hashable {
    let given: Given
    let value: Decimal
  }

  /// Numbers of givens that are solved for, wrong numbers that they are solved from, and how much a line may take.
  private static let (mostGivens, mostPlaces, mostWork) = (60, 24, 20_000)
  /// Significant digits of a value that an author may have had in mind.
  private static let plainDigits = 1...3
  /// A value that explains a number by chance as seldom as this is told as certain; or one that explains so many.
  private static let (mostChance, manyNumbers) = (0.01, 4)

  /// Givens whose value was another one: where one plain value explains several wrong numbers.
  func givens() -> [Supposition.Assessment] {
    let places = wrong.filter {
      verdicts[$0.claim].values != nil && work(verdicts[$0.claim].claim.context) <= Self.mostWork
    }
    guard places.count > 1 else { return [] }
    var found: [Solution] = []
    var counts: [Solution: Int] = [:]
    for given in changeableGivens {
      for place in places.prefix(Self.mostPlaces) {
        guard let value = plainValue(of: given, for: place) else { continue }
        let solution = Solution(given: given, value: value)
        if counts[solution] == nil { found.append(solution) }
        counts[solution, default: 0] += 1
      }
    }
    // What was left out is simpler than another value.
    let solutions = found.filter { counts[$0] ?? 0 > 1 }
    return (solutions.filter(\.value.isZero) + solutions.filter { !$0.value.isZero }).compactMap(assessment)
  }

  /// What follows from a solution; nothing where it leaves too much unexplained.
  private func assessment(_ solution: Solution) -> Supposition.Assessment? {
    var supposition = Supposition(
      cause: .given(solution.given.quantity, entry: solution.given.entry, solution.value),
      proofreader: Proofreader(laboratory(with: solution.given, solution.value.value)))
    var assessment = supposition.assess(verdicts, isAffordable: isAffordable)
    let others = different(assessment.explains.filter { !isStated(solution.given, at: $0) })
    let (explained, against) = (assessment.explains.count, contradictionsBeside(assessment))
    guard others.count > 1, assessment.leavesWrong.count * 4 <= explained, against * 2 <= explained else { return nil }
    let isPrecise = others.allSatisfy { chance(of: solution, at: $0) < Self.mostChance }
    let isRate = solution.given.quantity == walkthrough.rate
    assessment.isStrong =
      against == 0 && assessment.leavesWrong.isEmpty && isLikeTheGivens(solution.value)
      && (isRate || !areWrongByOneFactor(others)) && (isPrecise || others.count >= Self.manyNumbers)
    return assessment
  }

  /// Whether a value has no more digits than the file's own numbers have; two are always plain.
  private func isLikeTheGivens(_ value: Decimal) -> Bool {
    let own = changeableGivens.map { given in
      Decimal(shortest: laboratory.givens.matrix(given.quantity).entries[given.entry]).digitCount
    }
    return value.digitCount <= max(own.max() ?? 0, 2)
  }

  /// Whether a number is that of the given itself, which proves nothing.
  private func isStated(_ given: Given, at place: PrintedPlace) -> Bool {
    guard let first = walkthrough.nodes[verdicts[place.claim].claim.formula].first?.kind else { return false }
    if case .quantity(Int32(given.quantity)) = first { return true }
    return false
  }

  /// How likely some value with as few digits gives a printed number by chance: the stretch of values that give it, in
  /// the distances at which such values lie.
  private func chance(of solution: Solution, at place: PrintedPlace) -> Double {
    let value = solution.value.value
    let own = laboratory.givens.matrix(solution.given.quantity).entries[solution.given.entry]
    let distance = value == 0 ? own.magnitude : Decimal(coefficient: 1, places: solution.value.places).value
    let nudge = max(value.magnitude, own.magnitude) * 1e-4
    guard let above = self.value(at: place, with: solution.given, value + nudge),
      let below = self.value(at: place, with: solution.given, value - nudge), above != below
    else { return 1 }
    let printed = verdicts[place.claim].claim.printed.entries[place.entry].decimal.stripped(keeping: Int.min)
    let unit = Decimal(coefficient: 1, places: printed.places).value
    return unit * 2 * nudge / (above - below).magnitude / distance
  }

  private var changeableGivens: [Given] {
    let quantities = walkthrough.quantities.indices.filter {
      let role = walkthrough.quantities[$0].role
      return role.isGiven && role != .example
    }
    let entries = quantities.lazy.flatMap { quantity in
      (0..<walkthrough.quantities[quantity].shape.count).lazy.map { Given(quantity: quantity, entry: $0) }
    }
    return Array(entries.prefix(Self.mostGivens))
  }

  private func laboratory(with given: Given, _ value: Double) -> Laboratory {
    var givens = laboratory.givens
    let matrix = givens.matrix(given.quantity)
    var entries = matrix.entries
    entries[given.entry] = value
    givens.set(given.quantity, to: Matrix(matrix.shape, entries))
    return laboratory.with(givens: givens)
  }

  /// What a printed number would be with another value of a given.
  private func value(at place: PrintedPlace, with given: Given, _ value: Double) -> Double? {
    var proofreader = Proofreader(laboratory(with: given, value))
    let claim = verdicts[place.claim].claim
    return proofreader.value(of: claim.formula, claim.context)?.entries[place.entry]
  }

  /// The value with the fewest digits from which a printed number follows, found by the secant method.
  private func plainValue(of given: Given, for place: PrintedPlace) -> Decimal? {
    let verdict = verdicts[place.claim]
    let printed = verdict.claim.printed.entries[place.entry].decimal
    let own = laboratory.givens.matrix(given.quantity).entries[given.entry]
    guard let start = verdict.values?[place.entry],
      let (root, slope) = root(from: own, start, for: printed.value, { value(at: place, with: given, $0) })
    else { return nil }
    let unit = Decimal(coefficient: 1, places: printed.places).value
    for plain in [0] + Self.plainDigits.map({ NumberStyle(.figures($0)).carried(root) }) {
      guard plain != own, ((plain - root) * slope).magnitude <= 2 * unit,
        let value = value(at: place, with: given, plain), verdict.holds(entry: place.entry, value, verdict.reduction)
      else { continue }
      return Decimal(shortest: plain)
    }
    return nil
  }

  /// Where `function`, which is `start` at `own`, comes to `target`, and its slope there.
  private func root(
    from own: Double, _ start: Double, for target: Double, _ function: (Double) -> Double?
  ) -> (root: Double, slope: Double)? {
    var (old, oldValue) = (own, start)
    var new = own == 0 ? 0.1 : own * 1.0625
    var slope = 0.0
    for _ in 0..<8 {
      guard let newValue = function(new), newValue != oldValue, new != old else {
        return slope == 0 ? nil : (new, slope)
      }
      slope = (newValue - oldValue) / (new - old)
      let next = new - (newValue - target) / slope
      guard next.isFinite, next.magnitude < 1e9 else { return nil }
      (old, oldValue, new) = (new, newValue, next)
      if (new - old).magnitude <= 1e-12 * new.magnitude { break }
    }
    return (new, slope)
  }
}

import Numerals
import WalkthroughLanguage

extension Investigation {
  struct KnownConvention {
    let convention: Convention
    let isCertain: Bool
    var other: Convention?
    /// How many of the wrong numbers it explains.
    let places: Int

    /// Whether it says little about where the number comes from.
    var isWeak: Bool { convention == .lastDigit }
  }

  /// A convention under which all is worked again, with the wrong numbers that follow.
  private struct Worked {
    let convention: Convention
    let places: [PrintedPlace]

    var reduction: Reduction? {
      if case .carried(let style) = convention { style.reduction } else { nil }
    }
  }

  /// The numbers that hold under another convention, the simplest that fits.
  mutating func conventions() -> [PrintedPlace: KnownConvention] {
    let worked = workedConventions()
    let simple = wrong.map { simpleConvention(at: $0) }
    var known: [PrintedPlace: KnownConvention] = [:]
    for (place, convention) in zip(wrong, simple) {
      if let convention {
        let count = simple.count { $0 == convention }
        known[place] = KnownConvention(
          convention: convention, isCertain: true, other: count == 1 ? held(place, worked) : nil, places: count)
      } else if let best = worked.first(where: { $0.places.contains(place) }) {
        known[place] = KnownConvention(
          convention: best.convention, isCertain: best.places.count > 1 || isTelling(place), places: best.places.count)
      } else if verdicts[place.claim].isLastDigitOff(entry: place.entry) {
        known[place] = KnownConvention(convention: .lastDigit, isCertain: true, places: 1)
      }
    }
    return known
  }

  /// The convention in force, held to by intermediate values as well, where a number follows from that.
  private func held(_ place: PrintedPlace, _ worked: [Worked]) -> Convention? {
    worked.first { $0.places.contains(place) && $0.reduction == verdicts[place.claim].reduction }?.convention
  }

  /// Another way to drop digits from the same value.
  private func simpleConvention(at place: PrintedPlace) -> Convention? {
    let verdict = verdicts[place.claim]
    guard let value = verdict.values?[place.entry] else { return nil }
    let printed = verdict.claim.printed.entries[place.entry]
    // Where the two differ at all the value is a tie, and half to even gives what cutting gives.
    if verdict.reduction == .rounded, printed.holdsHalfEven(for: value, trusted: verdict.trusted) { return .halfEven }
    return Reduction.allCases.first { verdict.holds(entry: place.entry, value, $0) }.map(Convention.reduced)
  }

  /// The conventions under which all is worked again, with the wrong numbers that follow; those with most go first.
  private mutating func workedConventions() -> [Worked] {
    let carries = digitsInUse.flatMap { digits in
      Reduction.allCases.map { Convention.carried(NumberStyle(.decimals(digits), $0)) }
    }
    let all = carries + [.singlePrecision]
    var found: [Worked] = []
    for convention in all {
      let places = wrong.filter { holds($0, under: convention) }
      if !places.isEmpty { found.append(Worked(convention: convention, places: places)) }
    }
    let order = found.indices.sorted { (-found[$0].places.count, $0) < (-found[$1].places.count, $1) }
    return order.map { found[$0] }
  }

  /// Every number of decimals in which the file shows or prints something.
  private var digitsInUse: [Int] {
    var used = Set(verdicts.flatMap { $0.claim.printed.entries.map(\.decimal.places) })
    if case .decimals(let shown) = walkthrough.style.precision { used.insert(shown) }
    return used.filter { (1...12).contains($0) }.sorted()
  }

  private mutating func holds(_ place: PrintedPlace, under convention: Convention) -> Bool {
    let verdict = verdicts[place.claim]
    var context = verdict.claim.context
    guard verdict.values != nil, isAffordable(context) else { return false }
    var (reduction, trusted) = (verdict.reduction, verdict.trusted)
    switch convention {
    case .carried(let style):
      context.carry = style
      reduction = style.reduction
    case .singlePrecision: (context.floatingPoint, trusted) = (.single, FloatingPoint.single.trustedDigits)
    case .reduced, .halfEven, .lastDigit: return false
    }
    guard let value = proofreader.value(of: verdict.claim.formula, context)?.entries[place.entry] else { return false }
    return verdict.claim.printed.entries[place.entry].holds(for: value, reduction, trusted: trusted)
  }
}

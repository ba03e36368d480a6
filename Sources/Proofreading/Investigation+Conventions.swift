import Numerals
import WalkthroughLanguage

extension Investigation {
  struct KnownConvention {
    let convention: Convention
    let isCertain: Bool
    var other: Convention?
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
    var known: [PrintedPlace: KnownConvention] = [:]
    for place in wrong {
      if let simple = simpleConvention(at: place) {
        let isAlone = wrong.count { simpleConvention(at: $0) == simple } == 1
        let other =
          isAlone ? worked.first { $0.places.contains(place) && $0.reduction == verdicts[place.claim].reduction } : nil
        known[place] = KnownConvention(convention: simple, isCertain: true, other: other?.convention)
      } else if let best = worked.first(where: { $0.places.contains(place) }) {
        known[place] = KnownConvention(
          convention: best.convention, isCertain: best.places.count > 1 || isTelling(place))
      } else if verdicts[place.claim].isLastDigitOff(entry: place.entry) {
        known[place] = KnownConvention(convention: .lastDigit, isCertain: true)
      }
    }
    return known
  }

  /// Another way to drop digits from the same value.
  private func simpleConvention(at place: PrintedPlace) -> Convention? {
    let verdict = verdicts[place.claim]
    guard let value = verdict.values?[place.entry] else { return nil }
    let other = Reduction.allCases.first { verdict.holds(entry: place.entry, value, $0) }
    if let other { return .reduced(other) }
    let printed = verdict.claim.printed.entries[place.entry]
    return printed.holdsHalfEven(for: value, trusted: verdict.trusted) ? .halfEven : nil
  }

  /// The conventions under which all is worked again, with the wrong numbers that follow; those with most go first.
  private mutating func workedConventions() -> [Worked] {
    let carries = digitsInUse.flatMap { digits in
      Reduction.allCases.map { Convention.carried(NumberStyle(.decimals(digits), $0)) }
    }
    let all = carries + [.singlePrecision]
    var found: [Worked] = []
    for convention in all {
      let places = wrong.filter { holds($0, under: convention, times: all.count) }
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

  private mutating func holds(_ place: PrintedPlace, under convention: Convention, times count: Int) -> Bool {
    let verdict = verdicts[place.claim]
    var context = verdict.claim.context
    guard verdict.values != nil, isAffordable(context, times: count) else { return false }
    var reduction = verdict.reduction
    switch convention {
    case .carried(let style):
      context.carry = style
      reduction = style.reduction
    case .singlePrecision: context.floatingPoint = .single
    case .reduced, .halfEven, .lastDigit: return false
    }
    guard let value = proofreader.value(of: verdict.claim.formula, context)?.entries[place.entry] else { return false }
    return verdict.holds(entry: place.entry, value, reduction)
  }
}

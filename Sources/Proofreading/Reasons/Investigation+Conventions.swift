import Differentiation
import Numerals
import WalkthroughLanguage

extension Investigation {
  /// A convention with what follows from it.
  struct Tried {
    let convention: Convention
    /// Wrong numbers that it explains.
    let places: [PrintedPlace]
    /// Right numbers that do not follow from it.
    let contradicts: [PrintedPlace]
    /// Lines of the file that hold under it.
    let lines: Int

    /// How much speaks for it.
    var weight: (Int, Int) { (places.count, lines) }
  }

  struct KnownConvention {
    let convention: Convention
    let isCertain: Bool
    var other: Convention?
    /// The wrong numbers that it explains, and right ones that do not follow from it.
    var explains: [PrintedPlace] = []
    var contradicts: [PrintedPlace] = []
    /// How many it explains.
    let places: Int

    /// Whether it says little about where the number comes from.
    var isWeak: Bool { convention == .lastDigit }
  }

  /// All conventions from which a wrong number follows: those of dropping digits, then those under which all is worked
  /// again, of these the ones that explain most first.
  mutating func triedConventions() -> [Tried] {
    let simple = [Convention.halfEven] + Reduction.allCases.map(Convention.reduced)
    var worked: [Tried] = []
    if isSearchable {
      let carries = digitsInUse.flatMap { digits in
        Reduction.allCases.map { Convention.carried(NumberStyle(.decimals(digits), $0)) }
      }
      worked = (carries + [.singlePrecision]).map { tried($0) }
    }
    let order = worked.indices.sorted { (-worked[$0].places.count, $0) < (-worked[$1].places.count, $1) }
    return simple.map { tried($0) } + order.map { worked[$0] }.filter { !$0.places.isEmpty }
  }

  private mutating func tried(_ convention: Convention) -> Tried {
    var (places, contradicts): ([PrintedPlace], [PrintedPlace]) = ([], [])
    var lines = 0
    for (number, verdict) in verdicts.enumerated() {
      guard let own = verdict.values, let values = values(of: verdict, under: convention), values.count == own.count
      else { continue }
      let holding = values.indices.map { holds(verdict, $0, values[$0], under: convention) }
      if holding.allSatisfy(\.self) { lines += 1 }
      for entry in own.indices {
        let place = PrintedPlace(claim: number, entry: entry)
        let holds = holding[entry]
        if wrongSet.contains(place) == holds { if holds { places.append(place) } else { contradicts.append(place) } }
      }
    }
    return Tried(convention: convention, places: places, contradicts: contradicts, lines: lines)
  }

  private mutating func values(of verdict: Verdict, under convention: Convention) -> [Double]? {
    var context = verdict.claim.context
    switch convention {
    case .carried(let style): context.carry = style
    case .singlePrecision: context.floatingPoint = .single
    case .reduced, .halfEven, .lastDigit: return verdict.values
    }
    return isAffordable(context) ? proofreader.value(of: verdict.claim.formula, context)?.entries : nil
  }

  private func holds(_ verdict: Verdict, _ entry: Int, _ value: Double, under convention: Convention) -> Bool {
    let printed = verdict.claim.printed.entries[entry]
    switch convention {
    case .reduced(let reduction): return verdict.holds(entry: entry, value, reduction)
    // Where the two differ at all the value is a tie, and half to even gives what cutting gives.
    case .halfEven: return verdict.reduction == .rounded && printed.holdsHalfEven(for: value, trusted: verdict.trusted)
    case .carried(let style): return verdict.holds(entry: entry, value, style.reduction)
    case .singlePrecision:
      return printed.holds(for: value, verdict.reduction, trusted: FloatingPoint.single.trustedDigits)
    case .lastDigit: return false
    }
  }

  /// Every number of decimals in which the file shows or prints something.
  private var digitsInUse: [Int] {
    var used = Set(verdicts.flatMap { $0.claim.printed.entries.map(\.decimal.places) })
    if case .decimals(let shown) = walkthrough.style.precision { used.insert(shown) }
    return used.filter { (1...12).contains($0) }.sorted()
  }

  /// The convention that explains a number, and most others; of equals the simplest.
  func convention(at place: PrintedPlace, among tried: [Tried]) -> KnownConvention? {
    let fitting = tried.filter { $0.places.contains(place) }
    guard let best = fitting.max(by: { $0.weight < $1.weight }) else {
      let isOff = verdicts[place.claim].isLastDigitOff(entry: place.entry)
      return isOff ? KnownConvention(convention: .lastDigit, isCertain: true, places: 1) : nil
    }
    let first = fitting.first { $0.weight == best.weight } ?? best
    let isCertain =
      first.convention.isOfOneValue
      || first.contradicts.count <= first.places.count && isEvidence(first.places, for: place)
    let other = first.convention.isOfOneValue && first.places.count == 1 ? held(place, tried) : nil
    let isWorked = !first.convention.isOfOneValue
    return KnownConvention(
      convention: first.convention, isCertain: isCertain, other: other, explains: isWorked ? first.places : [],
      contradicts: isWorked ? first.contradicts : [], places: first.places.count)
  }

  /// The convention in force, held to by intermediate values as well, where a number follows from that.
  private func held(_ place: PrintedPlace, _ tried: [Tried]) -> Convention? {
    let own = verdicts[place.claim].reduction
    return tried.first { tried in
      guard case .carried(let style) = tried.convention else { return false }
      return style.reduction == own && tried.places.contains(place)
    }?.convention
  }
}

extension Convention {
  /// Whether it drops digits from the value as it is.
  var isOfOneValue: Bool {
    switch self {
    case .reduced, .halfEven: true
    case .carried, .singlePrecision, .lastDigit: false
    }
  }
}

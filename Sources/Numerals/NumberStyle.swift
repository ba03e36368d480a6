/// How numbers are shown: the one place where digits are dropped for the page.
public struct NumberStyle: Sendable, Hashable {
  /// How many digits are kept.
  public enum Precision: Sendable, Hashable {
    case decimals(Int)
    case figures(Int)
    /// The shortest digits that read back as the same value.
    case allDigits
  }

  public var precision: Precision
  public var reduction: Reduction
  /// Whether `=` stands even where digits were dropped.
  public var writesEqualsAlways: Bool
  /// Significant digits that values can be trusted to: 6 where they are of single precision.
  public var trustedDigits = Decimal.trustedDigits

  public init(_ precision: Precision, _ reduction: Reduction = .rounded, writesEqualsAlways: Bool = false) {
    self.precision = precision
    self.reduction = reduction
    self.writesEqualsAlways = writesEqualsAlways
  }

  /// Five significant figures: fixed decimals would print small gradients as 0.000.
  public static let standard = NumberStyle(.figures(5))

  /// The finite `value` as this style shows it.
  public func shown(_ value: Double) -> ShownNumber {
    guard value != 0 else { return ShownNumber(Decimal(coefficient: 0, places: 0)) }
    switch precision {
    case .decimals(let count): return inDecimals(value, count)
    case .figures(let count): return inFigures(value, count, scientificOutside: -3..<6)
    case .allDigits: return shortest(value)
    }
  }

  private func inDecimals(_ value: Double, _ count: Int) -> ShownNumber {
    let trusted = Decimal(value, beyond: count, trusted: trustedDigits)
    let reduced = trusted.reduced(toPlaces: count, by: reduction)
    guard !reduced.isZero, trusted.places >= 0 else {  // nothing left to show, or more digits than can be trusted
      return inFigures(value, max(count, 1), scientificOutside: 0..<0)
    }
    return ShownNumber(shortIfExact(reduced, trusted), isExact: reduced.equals(trusted))
  }

  /// Figures are counted from the leading digit; a magnitude outside `plain` is written with a power of ten.
  private func inFigures(_ value: Double, _ count: Int, scientificOutside plain: Range<Int>) -> ShownNumber {
    let size = Decimal.magnitude(of: value)
    let places = count - 1 - size
    let trusted = Decimal(value, magnitude: size, beyond: places, trusted: trustedDigits)
    let reduced = trusted.reduced(toPlaces: places, by: reduction)
    let isExact = reduced.equals(trusted)
    var kept = shortIfExact(reduced, trusted)
    let magnitude = kept.magnitude
    if !isExact, kept.digitCount > count, kept.coefficient.isMultiple(of: 10) {
      kept = kept.stripped(keeping: kept.places - 1)  // 9.9996 became 10.000: one digit less
    }
    guard plain.contains(magnitude) else {
      let mantissa = isExact ? kept.stripped(keeping: -magnitude) : kept
      return ShownNumber(mantissa.shifted(by: -magnitude), exponent: magnitude, isExact: isExact)
    }
    return ShownNumber(kept, isExact: isExact)
  }

  private func shortest(_ value: Double) -> ShownNumber {
    let digits = Decimal(shortest: value, trusted: trustedDigits)
    guard (-4..<16).contains(digits.magnitude) else {
      return ShownNumber(digits.shifted(by: -digits.magnitude), exponent: digits.magnitude)
    }
    return ShownNumber(digits)
  }

  private func shortIfExact(_ reduced: Decimal, _ trusted: Decimal) -> Decimal {
    reduced.equals(trusted) ? reduced.stripped() : reduced
  }

  /// `value` as it goes on under `carry:`, nothing but the digits that are shown.
  public func carried(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    switch precision {
    case .decimals(let count):
      return Decimal(value, beyond: count, trusted: trustedDigits).reduced(toPlaces: count, by: reduction).value
    case .figures(let count):
      let places = count - 1 - Decimal.magnitude(of: value)
      return Decimal(value, beyond: places, trusted: trustedDigits).reduced(toPlaces: places, by: reduction).value
    case .allDigits: return value
    }
  }
}

/// A number as it stands on the page: a mantissa, and the power of ten it is multiplied by where there is one.
public struct ShownNumber: Sendable {
  public let mantissa: Decimal
  /// Whether the digits are the value, none dropped.
  public let isExact: Bool
  private let storedExponent: Int16?
  private var storedSlot: Int32 = -1

  /// Where a document's calculation holds the value that is shown; nothing where it does not follow the givens.
  /// Numbers that look alike are equal, wherever they come from.
  public var slot: Int? {
    get { storedSlot < 0 ? nil : Int(storedSlot) }
    set { storedSlot = newValue.map { Int32($0) } ?? -1 }
  }

  public var exponent: Int? { storedExponent.map(Int.init) }

  public init(_ mantissa: Decimal, exponent: Int? = nil, isExact: Bool = true) {
    self.mantissa = mantissa
    storedExponent = exponent.map(Int16.init)
    self.isExact = isExact
  }

  public var isNegative: Bool { mantissa.isNegative }

  /// The digits as they are typed: `-0.5`, `4.386e-4`. For messages; formats spell the parts themselves.
  public var plainText: String {
    (isNegative ? "-" : "") + mantissa.digits + (exponent.map { "e\($0)" } ?? "")
  }

  /// What a reader would type into a calculator.
  public var value: Double { mantissa.shifted(by: exponent ?? 0).value }

  /// A change by one of the last digit that is shown.
  public var unit: Double {
    Decimal(isNegative: false, coefficient: 1, places: mantissa.places - (exponent ?? 0)).value
  }
}

extension ShownNumber: Hashable {
  public static func == (left: ShownNumber, right: ShownNumber) -> Bool {
    left.mantissa == right.mantissa && left.isExact == right.isExact && left.storedExponent == right.storedExponent
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(mantissa)
    hasher.combine(isExact)
    hasher.combine(storedExponent)
  }
}

extension Decimal {
  /// The value times 10^`power`, digits unchanged.
  func shifted(by power: Int) -> Decimal {
    Decimal(isNegative: isNegative, coefficient: coefficient, places: places - power)
  }
}

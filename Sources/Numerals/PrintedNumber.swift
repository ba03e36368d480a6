/// A number as a document prints it; its own digits decide how closely a value must agree.
public struct PrintedNumber: Sendable, Hashable {
  public let decimal: Decimal
  /// As it stood in the document: `.12`, `2.`, `-5.34e-08`.
  public let text: String

  /// More digits than a double can mean are not compared.
  public static let mostDigits = 18

  public init(_ decimal: Decimal, text: String) {
    self.decimal = decimal
    self.text = text
  }

  /// Whether `value`, its digits dropped as `reduction` says, is what is printed.
  ///
  /// Above thirteen significant digits the shortest form of the value is compared, because the fifteen digits
  /// that rounding trusts would not tell such numbers apart.
  public func holds(for value: Double, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits) -> Bool {
    value.isFinite && expected(for: value, reduction, trusted: trusted).equals(decimal)
  }

  /// Whether `value`, rounded half to even, is what is printed.
  public func holdsHalfEven(for value: Double, trusted: Int = Decimal.trustedDigits) -> Bool {
    value.isFinite
      && allDigits(of: value, beyond: decimal.places, trusted).roundedHalfEven(toPlaces: decimal.places).equals(decimal)
  }

  /// `value` as it would be printed in the same form.
  public func expected(for value: Double, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits) -> Decimal {
    expected(for: value, toPlaces: decimal.places, reduction, trusted: trusted)
  }

  /// The same to another number of places.
  public func expected(
    for value: Double, toPlaces places: Int, _ reduction: Reduction, trusted: Int = Decimal.trustedDigits
  ) -> Decimal {
    allDigits(of: value, beyond: places, trusted).reduced(toPlaces: places, by: reduction)
  }

  /// Another number in the same form: with the same power of ten behind it, if there is one.
  public func spelled(_ other: Decimal) -> String {
    let mantissa = text.prefix { "0123456789.+-−".contains($0) }
    let places = mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    let exponent = places - decimal.places
    return exponent == 0 ? other.printed : other.shifted(by: -exponent).printed + text.dropFirst(mantissa.count)
  }

  /// What digits are dropped from.
  private func allDigits(of value: Double, beyond places: Int, _ trusted: Int) -> Decimal {
    decimal.digitCount > trusted - 2
      ? Decimal(shortest: value, trusted: trusted) : Decimal(value, beyond: places, trusted: trusted)
  }
}

extension Decimal {
  /// As a document prints it.
  public var printed: String { (isNegative ? "-" : "") + digits }
}

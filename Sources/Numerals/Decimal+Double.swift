extension Decimal {
  /// Most digits of a double that a decimal reader can trust.
  public static let trustedDigits = 15

  /// The exact value of a finite `value`, rounded half up to `places` places.
  ///
  /// The result must fit sixteen digits: callers bound `places` by the magnitude of the value.
  init(exactly value: Double, roundedToPlaces places: Int) {
    let isSubnormal = value.exponentBitPattern == 0
    let mantissa = isSubnormal ? value.significandBitPattern : value.significandBitPattern | 1 << 52
    let exponent = Int(isSubnormal ? 1 : value.exponentBitPattern) - 1075
    let coefficient =
      Self.roundedProductFast(mantissa, places: places, exponent: exponent)
      ?? Natural.roundedProduct(mantissa, powerOfTen: places, powerOfTwo: exponent)
    self.init(isNegative: value < 0, coefficient: coefficient, places: places)
  }

  /// mantissa · 10^places · 2^exponent rounded half up in 128 bits, where that is wide enough.
  private static func roundedProductFast(_ mantissa: UInt64, places: Int, exponent: Int) -> UInt64? {
    guard places >= 0, places < PowersOfTen.integers.count, exponent < 0 else { return nil }
    var (high, low) = mantissa.multipliedFullWidth(by: PowersOfTen.integers[places])
    let shift = -exponent
    guard shift < 127 else { return 0 }
    let (halfHigh, halfLow): (UInt64, UInt64) =
      shift > 64 ? (1 << UInt64(shift - 65), 0) : (0, 1 << UInt64(shift - 1))
    let (sum, carry) = low.addingReportingOverflow(halfLow)
    low = sum
    high += halfHigh + (carry ? 1 : 0)
    return shift >= 64 ? high >> UInt64(shift - 64) : (high << UInt64(64 - shift)) | (low >> UInt64(shift))
  }

  /// What rounding, cutting and `=` act on: `value` rounded half up to seven places beyond `places`, and to at
  /// most fifteen significant digits, so that 0.41 is never cut to 0.40999.
  ///
  /// - Parameter trusted: how many significant digits of a value can be trusted, 6 where it is of single precision.
  public init(_ value: Double, beyond places: Int, trusted: Int = trustedDigits) {
    guard value != 0 else {
      self.init(coefficient: 0, places: places)
      return
    }
    self.init(value, magnitude: Self.magnitude(of: value), beyond: places, trusted: trusted)
  }

  /// The same, where the magnitude of the nonzero value is known.
  init(_ value: Double, magnitude: Int, beyond places: Int, trusted: Int) {
    self.init(exactly: value, roundedToPlaces: min(places + 7, trusted - 1 - magnitude))
  }

  /// The shortest digits that read back as `value`, of as many as can be trusted.
  public init(shortest value: Double, trusted: Int = trustedDigits) {
    self.init(
      digits: trusted < Self.trustedDigits ? Float(value).description : value.description, isNegative: value < 0)
  }

  /// The digits of a number as the standard library writes it.
  private init(digits description: String, isNegative: Bool) {
    var coefficient: UInt64 = 0
    var places = 0
    var exponent = 0
    var sawPoint = false
    let text = description.utf8
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    for byte in text[..<mark] {
      if byte == UInt8(ascii: ".") { sawPoint = true }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { continue }
      coefficient = coefficient * 10 + UInt64(byte - UInt8(ascii: "0"))
      if sawPoint { places += 1 }
    }
    if mark != text.endIndex { exponent = Int(String(text[text.index(after: mark)...]) ?? "") ?? 0 }
    self = Decimal(isNegative: isNegative, coefficient: coefficient, places: places - exponent)
      .stripped(keeping: coefficient == 0 ? 0 : Int.min)
  }

  /// The power of ten of the leading digit of a nonzero `value`, once it is rounded to fifteen digits.
  public static func magnitude(of value: Double) -> Int {
    let estimate = (Int(value.exponent) * 1233) >> 12  // log10 2 is 1233/4096, nearly
    let rounded = Decimal(exactly: value, roundedToPlaces: trustedDigits - 1 - estimate)
    return rounded.magnitude
  }
}

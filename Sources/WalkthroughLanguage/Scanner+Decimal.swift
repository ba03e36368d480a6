import Numerals

extension Scanner {
  /// A number read from the source, and where its `e` stands if it has one.
  struct ScannedDecimal {
    let value: Decimal
    let exponentMark: Int?
  }

  /// Steps over `12`, `0.25`, `.5`, `2.` or `5.34e-08`; nothing where the digits make no usable number.
  mutating func takeDecimal() -> ScannedDecimal? {
    var coefficient: UInt64 = 0
    var digitCount = 0
    var places = 0
    var points = 0
    var sawDigit = false
    while case let byte = current, Ascii.isDigit(byte) || byte == Ascii.point {
      position += 1
      if byte == Ascii.point {
        points += 1
        continue
      }
      sawDigit = true
      if coefficient != 0 || byte != Ascii.zero { digitCount += 1 }
      if digitCount <= PrintedNumber.mostDigits { coefficient = coefficient * 10 + UInt64(byte - Ascii.zero) }
      if points > 0 { places += 1 }
    }
    let mark = position
    let exponent = takeExponent()
    guard sawDigit, points < 2, digitCount <= PrintedNumber.mostDigits, let exponent, places < 400 else {
      return nil
    }
    let value = Decimal(coefficient: coefficient, places: places - exponent)
    return ScannedDecimal(value: value, exponentMark: position > mark ? mark : nil)
  }

  /// Steps over `e5`, `e-08` or nothing; no result where the power is out of reach.
  private mutating func takeExponent() -> Int? {
    guard current | 0x20 == UInt8(ascii: "e") else { return 0 }
    let isSigned = peek(1) == Ascii.minus || peek(1) == Ascii.plus
    guard Ascii.isDigit(peek(isSigned ? 2 : 1)) else { return 0 }
    let isNegative = peek(1) == Ascii.minus
    position += isSigned ? 2 : 1
    var exponent = 0
    while Ascii.isDigit(current) {
      exponent = min(exponent * 10 + Int(current - Ascii.zero), 1_000)
      position += 1
    }
    return exponent < 300 ? (isNegative ? -exponent : exponent) : nil
  }
}

import Numerals

extension Scanner {
  /// A number read from the source, and where its `e` stands if it has one.
  struct ScannedDecimal {
    let value: Decimal
    let exponentMark: Int?
  }

  /// Steps over `12`, `0.25`, `.5`, `2.` or `5.34e-08`; nothing where the digits make no usable number.
  mutating func takeDecimal() -> ScannedDecimal? {
    let digits = takeDigits()
    let mark = position
    let exponent = takeExponent()
    guard digits.count > 0, digits.points < 2, digits.significant <= PrintedNumber.mostDigits else {
      return nil
    }
    let value = Decimal(coefficient: digits.coefficient, places: digits.places - exponent)
    guard value.magnitude.magnitude <= Limits.magnitude else { return nil }
    return ScannedDecimal(value: value, exponentMark: position > mark ? mark : nil)
  }

  private struct Digits {
    var coefficient: UInt64 = 0
    var count = 0
    /// Those from the first that is not zero.
    var significant = 0
    var places = 0
    var points = 0
  }

  private mutating func takeDigits() -> Digits {
    var digits = Digits()
    while case let byte = current, Ascii.isDigit(byte) || byte == Ascii.point, !isAtElementwiseSign {
      position += 1
      if byte == Ascii.point {
        digits.points += 1
        continue
      }
      digits.count += 1
      if digits.points > 0 { digits.places += 1 }
      if digits.significant > 0 || byte != Ascii.zero { digits.significant += 1 }
      guard digits.significant <= PrintedNumber.mostDigits else { continue }
      digits.coefficient = digits.coefficient * 10 + UInt64(byte - Ascii.zero)
    }
    return digits
  }

  /// Steps over digits; a number that is too large for everything stays so.
  mutating func takeWhole() -> Int {
    var number = 0
    while Ascii.isDigit(current) {
      number = min(number * 10 + Int(current - Ascii.zero), 1 << 32)
      position += 1
    }
    return number
  }

  /// Steps over `e5`, `e-08` or nothing.
  private mutating func takeExponent() -> Int {
    guard current | 0x20 == Ascii.exponentMark else { return 0 }
    let minus = minusLength(at: 1)
    let sign = peek(1) == Ascii.plus ? 1 : minus
    guard Ascii.isDigit(peek(1 + sign)) else { return 0 }
    position += 1 + sign
    let exponent = takeWhole()
    return minus > 0 ? -exponent : exponent
  }
}

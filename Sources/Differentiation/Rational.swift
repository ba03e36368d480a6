import Numerals
import WalkthroughLanguage

/// An exact fraction, for the numbers of a formula; operations give nothing where it grows out of 64 bits.
struct Rational: Hashable {
  let numerator: Int
  /// Positive, without a common divisor with the numerator.
  let denominator: Int

  static let zero = Rational(0)
  static let one = Rational(1)

  init(_ integer: Int) {
    numerator = integer
    denominator = 1
  }

  init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int(divisor)
    self.denominator = sign * denominator / Int(divisor)
  }

  /// Up to nine decimals and nine digits before them; longer numbers are left alone.
  init?(_ decimal: Decimal) {
    guard decimal.digitCount <= 9, (-9...9).contains(decimal.places) else { return nil }
    let scale = (0..<decimal.places.magnitude).reduce(1) { product, _ in product * 10 }
    let value = Int(decimal.coefficient) * (decimal.isNegative ? -1 : 1)
    if decimal.places < 0 { self.init(value * scale) } else { self.init(value, over: scale) }
  }

  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  func times(_ other: Rational?) -> Rational? {
    guard let other else { return nil }
    let (top, topOverflow) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, bottomOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    return topOverflow || bottomOverflow ? nil : Rational(top, over: bottom)
  }

  func plus(_ other: Rational?) -> Rational? {
    guard let other else { return nil }
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, bottomOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (top, topOverflow) = left.addingReportingOverflow(right)
    return leftOverflow || rightOverflow || bottomOverflow || topOverflow ? nil : Rational(top, over: bottom)
  }

  func minus(_ other: Rational?) -> Rational? {
    plus(other.map { Rational(-$0.numerator, over: $0.denominator) } ?? nil)
  }

  /// Its power with a whole exponent; nothing where that has no value, or is too large to be worked in the head.
  func raised(_ exponent: Int) -> Rational? {
    guard (-4...4).contains(exponent) else { return nil }
    var power: Rational? = .one
    for _ in 0..<exponent.magnitude { power = power?.times(self) }
    return exponent < 0 ? power?.inverse : power
  }

  var inverse: Rational? { Rational(denominator, over: numerator) }
  var negated: Rational { Rational(-numerator, over: denominator) ?? self }
  var isNegative: Bool { numerator < 0 }
  var magnitude: Rational { isNegative ? negated : self }

  /// As a person writes it: a whole number, a decimal where `inDecimals` and it ends soon, else a fraction.
  func expression(inDecimals: Bool) -> Expression {
    let value = magnitude
    let plain: Expression
    if value.denominator == 1 {
      plain = .integer(value.numerator)
    } else if inDecimals, let decimal = value.decimal {
      plain = .number(decimal)
    } else {
      let divisor = Expression.Factor(.integer(value.denominator), isDivisor: true)
      plain = .product([Expression.Factor(.integer(value.numerator)), divisor])
    }
    return isNegative ? .negation(plain) : plain
  }

  /// The decimal of at most twelve places that it is exactly, if there is one.
  private var decimal: Decimal? {
    var (scaled, places) = (self, 0)
    while scaled.denominator != 1, places < 12 {
      guard let next = scaled.times(Rational(10)) else { return nil }
      (scaled, places) = (next, places + 1)
    }
    guard scaled.denominator == 1 else { return nil }
    return Decimal(coefficient: UInt64(scaled.numerator), places: places)
  }
}

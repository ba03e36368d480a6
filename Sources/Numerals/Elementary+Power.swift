extension Elementary {
  /// base^exponent with the special cases of `pow` in IEEE 754; exact results and ties are exact.
  ///
  /// Correctly rounded unless the result misses a tie by less than 2^-150, relatively. With L = y ln x the
  /// first attempt has a relative error below |L| 2^-77 + 2^-77 < 2^-67.4, since |L| < 746; where the rounding
  /// test of Ziv (1991) fails, 256 binary digits decide.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if exponent == 1 { return base }
    if exponent == 2 { return base * base }
    if base != base || exponent != exponent { return .nan }
    let isOdd = isOddInteger(exponent)
    let isNegative = base.sign == .minus && isOdd
    let size = base.magnitude
    if size == 0 || size == .infinity || exponent.magnitude == .infinity {
      let result = limitOfPower(size, exponent)
      return isNegative ? -result : result
    }
    if base < 0 && !isOdd && !isInteger(exponent) { return .nan }
    let result = finitePower(size, exponent)
    return isNegative ? -result : result
  }

  /// x^y where x is zero or infinite, or y is infinite; x is not negative.
  private static func limitOfPower(_ x: Double, _ y: Double) -> Double {
    if x == 1 { return 1 }
    return (x > 1) == (y > 0) ? .infinity : 0
  }

  /// x^y for positive finite x and finite y.
  private static func finitePower(_ x: Double, _ y: Double) -> Double {
    if x == 1 { return 1 }
    // |ln x| > 2^-53.1 for x other than 1.
    if y.magnitude >= 0x1p64 { return (x > 1) == (y > 0) ? .infinity : 0 }
    let exponent = logarithm(x) * y
    if exponent.high >= 709.79 { return .infinity }
    if exponent.high <= -745.14 { return 0 }
    if exponent.high.magnitude < 0x1p-54 { return 1 }
    let (value, scale) = exponential(exponent)
    if scale > -1021, let rounded = value.rounded(within: powerTolerance) {
      return scaled(rounded, by: scale)
    }
    let exact = exponential(logarithm(exactly: x) * WideFixedPoint(y))
    return exact.value.rounded(toDigits: 150).rounded(scaledBy: exact.exponent)
  }

  /// A bound on the error of the first attempt, whose value lies between 0.99 and 2.01.
  private static let powerTolerance: Double = 0x1p-65

  // From 2^52 on doubles have no fractions, and below the sum has none.
  private static func isInteger(_ x: Double) -> Bool {
    x.magnitude >= 0x1p52 || (x.magnitude + 0x1p52) - 0x1p52 == x.magnitude
  }

  private static func isOddInteger(_ x: Double) -> Bool {
    x.magnitude < 0x1p53 && isInteger(x) && Int64(x) & 1 == 1
  }
}

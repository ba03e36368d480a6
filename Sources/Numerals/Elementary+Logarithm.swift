extension Elementary {
  /// The natural logarithm, correctly rounded for every double, subnormal arguments included.
  ///
  /// ln 0 is minus infinity, below zero there is nan. The reduction by two tables of short reciprocals
  /// follows Tang (1990); where the rounding test of Ziv (1991) fails, 256 binary digits decide.
  public static func ln(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    if x == .infinity || x == 1 { return x == 1 ? 0 : x }
    let value = logarithm(x)
    if let rounded = value.rounded(within: logarithmTolerance * value.high) { return rounded }
    return logarithm(exactly: x).rounded()
  }

  /// A bound on the relative error of `logarithm`.
  ///
  /// The cubic term is at most 2^-27.5 of the result and takes six roundings, the lower parts of the tables
  /// err by less than 2^-82 of it: 2^-77 in total. Measured: 2^-78.8.
  static let logarithmTolerance: Double = 0x1p-75

  /// ln x for positive finite x, with a relative error below 2^-77.
  ///
  /// The significand times two short factors is 1 + r without any rounding, |r| < 2^-12.4.
  @inline(__always)
  static func logarithm(_ x: Double) -> DoubleDouble {
    let (significand, exponent, row) = parts(of: x)
    let coarse = coarseLogarithms[row]
    let upper = Double(bitPattern: significand.bitPattern & 0xFFFF_FFFF_F800_0000)
    // 1 + a + b is the product with the first factor; a has 28 bits, b has 37.
    let a = upper * coarse.factor - 1
    let b = (significand - upper) * coarse.factor
    let steps = nearestInteger(a * 4096)
    let step = steps * 0x1p-12
    let fine = fineLogarithms[Int(steps) + 32]
    // Both parts are exact; should the second be the larger one, the sum has 50 bits and is exact as well.
    let r = DoubleDouble.orderedSum((a - step) - step * a, b - step * b)

    // The high parts are multiples of 2^-42, so this sum is exact.
    let head = (exponent * 0x1.62e42fefa38p-1 + coarse.high) + fine.high
    let rest = (exponent * 0x1.ef35793c7673p-45 + coarse.low) + fine.low
    let h = r.high
    let square = DoubleDouble.product(h, h)
    let fifth = 0x1.999999999999ap-3 + h * (-0x1.5555555555555p-3 + h * 0x1.2492492492492p-3)
    let cube = (square.high * h) * (0x1.5555555555555p-2 + h * (-0.25 + h * fifth))
    let first = DoubleDouble.orderedSum(head, h)
    let second = DoubleDouble.orderedSum(first.high, -0.5 * square.high)
    let small = (rest + (r.low - h * r.low)) + (cube - 0.5 * square.low)
    return DoubleDouble.orderedSum(second.high, (first.low + second.low) + small)
  }

  /// x = significand · 2^exponent with the significand between 0.707 and 1.415, and its row in the table.
  @inline(__always)
  private static func parts(of x: Double) -> (significand: Double, exponent: Double, row: Int) {
    let isSubnormal = x < 0x1p-1022
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let row = Int((bits >> 45) & 127)
    let halving = row >= 53 ? 1 : 0
    let exponent = Int(bits >> 52) - 1023 + halving - (isSubnormal ? 54 : 0)
    let exponentBits = UInt64(1023 - halving) << 52
    return (Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) | exponentBits), Double(exponent), row)
  }

  /// ln x for positive finite x, with an absolute error below 2^-230.
  ///
  /// One step from the first attempt y: with e = x / e^y - 1, ln x = y + e - e²/2 and less than e³ < 2^-231.
  static func logarithm(exactly x: Double) -> WideFixedPoint {
    let (significand, exponent, _) = parts(of: x)
    let guess = logarithm(significand)
    let start = WideFixedPoint(guess.high) + WideFixedPoint(guess.low)
    let reciprocal = exponential(-start)
    let product = WideFixedPoint(significand) * reciprocal.value.shifted(by: reciprocal.exponent)
    let e = product - WideFixedPoint(1)
    let correction = e - (e * e).divided(by: 2)
    return WideFixedPoint.naturalLogarithmOfTwo.multiplied(by: Int(exponent)) + start + correction
  }
}

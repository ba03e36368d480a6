extension Elementary {
  /// e^x, correctly rounded for every double, subnormal results included.
  ///
  /// Above 709.78… the result is infinite, below -745.13… it is zero. The reduction follows Tang (1989) with
  /// two tables; where the rounding test of Ziv (1991) fails, 256 binary digits decide.
  public static func exp(_ x: Double) -> Double {
    guard x == x else { return x }
    if x >= 709.79 { return .infinity }
    if x <= -745.14 { return 0 }
    // e^x is nearer to 1 than half the distance to its neighbours.
    if x > -0x1p-54 && x < 0x1p-54 { return 1 }
    let (value, exponent) = exponential(DoubleDouble(x))
    if exponent > -1021, let rounded = value.rounded(within: exponentialTolerance) {
      return scaled(rounded, by: exponent)
    }
    let exact = exponential(WideFixedPoint(x))
    return exact.value.rounded(scaledBy: exact.exponent)
  }

  /// A bound on the error of `exponential`, whose value lies between 0.99 and 2.01.
  ///
  /// At most five roundings near 2^-28, in the polynomial, contribute 2^-81 each and all else together less
  /// than 2^-90: 2^-78.6 in the factor, 2^-77.5 in the value. Measured: 2^-79.8, relatively.
  static let exponentialTolerance: Double = 0x1p-76

  /// e^x as value · 2^exponent, for |x| < 760; the relative error is below 2^-77.
  ///
  /// x = (k + r') ln 2 / 4096: the tables give 2^(k/4096), and |r| < 2^-13.5 leaves a short polynomial.
  @inline(__always)
  static func exponential(_ x: DoubleDouble) -> (value: DoubleDouble, exponent: Int) {
    let steps = nearestInteger(x.high * 0x1.71547652b82fep12)
    // The first two parts of ln 2 / 4096 have 30 bits: their products with steps < 2^23 are exact.
    let coarse = x.high - steps * 0x1.62e42fe8p-13
    let fine = DoubleDouble.sum(coarse, -(steps * 0x1.e8e7bcdp-43))
    let r = DoubleDouble.orderedSum(fine.high, fine.low + (x.low - steps * 0x1.793c7673007e6p-73))

    let h = r.high
    let cubic = 0x1.5555555555555p-3 + h * (0x1.5555555555555p-5 + h * 0x1.1111111111111p-7)
    let tail = (r.low + r.low * h) + (h * h) * (0.5 + h * cubic)
    let one = DoubleDouble.orderedSum(1, h)
    let factor = DoubleDouble.orderedSum(one.high, one.low + tail)

    let index = Int(steps)
    let power = powersOfTwoByCoarseStep[(index >> 6) & 63] * powersOfTwoByFineStep[index & 63]
    return (power * factor, index >> 12)
  }

  /// e^x as value · 2^exponent, for |x| < 760; the error of the value, 0.7 to 1.42, is below 2^-240.
  ///
  /// The Taylor series of an argument below 2^-9.5, and eight squarings, each of which doubles the error.
  static func exponential(_ x: WideFixedPoint) -> (value: WideFixedPoint, exponent: Int) {
    let exponent = Int(nearestInteger(x.rounded() * 0x1.71547652b82fep0))
    let r = x - WideFixedPoint.naturalLogarithmOfTwo.multiplied(by: exponent)
    let argument = r.divided(by: 256)
    let one = WideFixedPoint(1)
    var value = one
    for divisor in (1...24).reversed() {
      value = one + (argument * value).divided(by: UInt64(divisor))
    }
    for _ in 1...8 { value = value * value }
    return (value, exponent)
  }
}

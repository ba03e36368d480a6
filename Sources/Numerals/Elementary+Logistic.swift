extension Elementary {
  /// 1 / (1 + e^-x) in exactly this order of double operations: three roundings, as in published examples.
  public static func sigmoid(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }

  /// ln(1 + e^x) without overflow; error below 0.5001 units in the last place.
  ///
  /// max(x, 0) + ln(1 + e^-|x|), which is nearly x above 40 and nearly e^x below -80.
  public static func softplus(_ x: Double) -> Double {
    guard x == x else { return x }
    // e^-x is below a quarter of a unit in the last place of x.
    if x > 40 { return x }
    // ln(1 + t) = t (1 - t/2 + …), and t is below 2^-115.
    if x < -80 { return exp(x) }
    let (value, exponent) = exponential(DoubleDouble(-x.magnitude))
    let factor = powerOfTwo(exponent)
    let logarithm = logarithmOfOnePlus(DoubleDouble(value.high * factor, value.low * factor))
    return x > 0 ? (logarithm + x).high : logarithm.high
  }

  /// ln(1 + t) for t from 2^-120 to 1, with a relative error below 2^-76.
  private static func logarithmOfOnePlus(_ t: DoubleDouble) -> DoubleDouble {
    if t.high < 0x1p-26 {
      let square = DoubleDouble.product(t.high, t.high)
      let cube = square.high * t.high * 0x1.5555555555555p-2
      let rest = DoubleDouble(-0.5 * square.high, -0.5 * square.low) + (cube - t.high * t.low)
      return t + rest
    }
    // ln(h + l) = ln h + l/h, and l/h is below 2^-53.
    let sum = t + 1
    return logarithm(sum.high) + sum.low / sum.high
  }
}

extension Elementary {
  /// The hyperbolic sine; error below 0.5001 units in the last place, infinite beyond 710.47….
  ///
  /// (e^x - e^-x) / 2 in double-doubles, and near zero the Taylor series, which keeps the relative error.
  public static func sinh(_ x: Double) -> Double {
    let size = x.magnitude
    // x^3 / 6 is below a quarter of a unit in the last place; nan passes through as well.
    if !(size >= 0x1p-27) { return x }
    let result = size < 0.125 ? sinhNearZero(size).high : sinhByExponentials(size)
    return x < 0 ? -result : result
  }

  /// The hyperbolic cosine; error below 0.5001 units in the last place, infinite beyond 710.47….
  public static func cosh(_ x: Double) -> Double {
    let size = x.magnitude
    guard size < 711 else { return size }
    let (value, exponent) = exponential(DoubleDouble(size))
    let result = value + inverse(value, exponent)
    return scaled(result.high, by: exponent - 1)
  }

  /// The hyperbolic tangent; error below 0.5001 units in the last place.
  ///
  /// 1 - 2 / (e^2x + 1), and near zero sinh x / (e^x - sinh x), which keeps the relative error.
  public static func tanh(_ x: Double) -> Double {
    let size = x.magnitude
    if !(size >= 0x1p-27) { return x }
    let result = tanhOfPositive(size)
    return x < 0 ? -result : result
  }

  private static func tanhOfPositive(_ x: Double) -> Double {
    // 2 / e^2x is below a quarter of a unit in the last place of 1.
    if x >= 20 { return 1 }
    if x < 0.125 {
      let sine = sinhNearZero(x)
      let (value, exponent) = exponential(DoubleDouble(x))
      let cosine = multiplied(value, byPowerOfTwo: exponent) - sine
      return (sine / cosine).high
    }
    let (value, exponent) = exponential(DoubleDouble(2 * x))
    let denominator = multiplied(value, byPowerOfTwo: exponent) + 1
    let share = DoubleDouble(2) / denominator
    return (-share + 1).high
  }

  private static func sinhByExponentials(_ x: Double) -> Double {
    guard x < 711 else { return .infinity }
    let (value, exponent) = exponential(DoubleDouble(x))
    let result = value - inverse(value, exponent)
    return scaled(result.high, by: exponent - 1)
  }

  /// e^-x in units of 2^exponent, where e^x = value · 2^exponent and x is not negative.
  private static func inverse(_ value: DoubleDouble, _ exponent: Int) -> DoubleDouble {
    // Beyond, e^-2x is below 2^-140.
    if exponent > 70 { return DoubleDouble(0) }
    return multiplied(DoubleDouble(1) / value, byPowerOfTwo: -2 * exponent)
  }

  private static func multiplied(_ value: DoubleDouble, byPowerOfTwo exponent: Int) -> DoubleDouble {
    let factor = powerOfTwo(exponent)
    return DoubleDouble(value.high * factor, value.low * factor)
  }

  /// sinh x for |x| < 1/8 by its Taylor series; the relative error is below 2^-80.
  private static func sinhNearZero(_ x: Double) -> DoubleDouble {
    let square = DoubleDouble.product(x, x)
    let u = square.high
    let ninth = 0x1.71de3a556c734p-19 + u * (0x1.ae64567f544e4p-26 + u * 0x1.6124613a86d09p-33)
    let seventh = 0x1.a01a01a01a01ap-13 + u * ninth
    let fifth = DoubleDouble(0x1.1111111111111p-7, 0x1.1111111111111p-63) + u * seventh
    let third = DoubleDouble(0x1.5555555555555p-3, 0x1.5555555555555p-57) + square * fifth
    return (square * third) * x + x
  }
}

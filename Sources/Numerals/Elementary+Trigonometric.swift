extension Elementary {
  /// The sine; error below 0.5001 units in the last place for every finite double, nan for infinities.
  public static func sin(_ x: Double) -> Double {
    // x^3 / 6 is below a quarter of a unit in the last place.
    if x.magnitude < 0x1p-27 { return x }
    guard x.magnitude < .infinity else { return .nan }
    let (quadrant, angle) = quadrantAndAngle(x.magnitude)
    let value = quadrant & 1 == 0 ? sineAndCosine(angle).sine : sineAndCosine(angle).cosine
    return (x < 0) != (quadrant & 2 != 0) ? -value.high : value.high
  }

  /// The cosine; error below 0.5001 units in the last place for every finite double, nan for infinities.
  public static func cos(_ x: Double) -> Double {
    guard x.magnitude < .infinity else { return .nan }
    let (quadrant, angle) = quadrantAndAngle(x.magnitude)
    let value = quadrant & 1 == 0 ? sineAndCosine(angle).cosine : sineAndCosine(angle).sine
    return quadrant == 1 || quadrant == 2 ? -value.high : value.high
  }

  /// The tangent; error below 0.5001 units in the last place for every finite double, nan for infinities.
  public static func tan(_ x: Double) -> Double {
    if x.magnitude < 0x1p-27 { return x }
    guard x.magnitude < .infinity else { return .nan }
    let (quadrant, angle) = quadrantAndAngle(x.magnitude)
    let (sine, cosine) = sineAndCosine(angle)
    let value = quadrant & 1 == 0 ? sine / cosine : -(cosine / sine)
    return x < 0 ? -value.high : value.high
  }

  /// Sine and cosine of an angle of at most pi/4 in magnitude, with relative errors below 2^-80.
  ///
  /// The addition theorem with the tabulated sine and cosine of the nearest j/64, after Gal (1985).
  @inline(__always)
  private static func sineAndCosine(_ angle: DoubleDouble) -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let size = angle.magnitude
    let steps = nearestInteger(size.high * 64)
    let difference = DoubleDouble.sum(size.high - steps * 0x1p-6, size.low)
    let (sine, cosineLessOne) = sineAndCosineLessOne(difference)
    let index = Int(steps)
    let tableSine = sines[index]
    let tableCosine = cosines[index]
    let resultSine = tableSine + (tableSine * cosineLessOne + tableCosine * sine)
    let resultCosine = tableCosine + (tableCosine * cosineLessOne - tableSine * sine)
    return (angle.high < 0 ? -resultSine : resultSine, resultCosine)
  }

  /// sin d and cos d - 1 for |d| < 2^-6.9 by their Taylor series.
  @inline(__always)
  private static func sineAndCosineLessOne(_ d: DoubleDouble) -> (DoubleDouble, DoubleDouble) {
    let square = d * d
    let u = square.high
    let seventh = -0x1.a01a01a01a01ap-13 + u * 0x1.71de3a556c734p-19
    let fifth = u * (0x1.1111111111111p-7 + u * seventh)
    let third = DoubleDouble(-0x1.5555555555555p-3, -0x1.5555555555555p-57) + fifth
    let sine = d + d * (square * third)
    let sixth = -0x1.6c16c16c16c17p-10 + u * 0x1.a01a01a01a01ap-16
    let fourth = (u * u) * (0x1.5555555555555p-5 + u * sixth)
    let cosineLessOne = DoubleDouble(-0.5 * square.high, -0.5 * square.low) + fourth
    return (sine, cosineLessOne)
  }
}

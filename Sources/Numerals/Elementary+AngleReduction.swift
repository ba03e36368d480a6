extension Elementary {
  /// x = quadrant · pi/2 + angle, modulo 2 pi, for finite x not negative; |angle| is at most pi/4 and a little.
  ///
  /// After Payne and Hanek (1983), for all x beyond pi/4: x = M · 2^e with M an integer, and of the digits of
  /// 2/pi only the 192 that matter are multiplied. What they leave out weighs less than 2^-137; no double but
  /// zero comes nearer to a multiple of pi/2 than 2^-61, so the relative error of the angle is below 2^-75.
  @inline(__always)
  static func quadrantAndAngle(_ x: Double) -> (quadrant: Int, angle: DoubleDouble) {
    if x <= 0x1.921fb54442d18p-1 { return (0, DoubleDouble(x)) }
    let bits = x.bitPattern
    let significand = (bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
    // The top digit of the window times the last bit of x weighs 2.
    let digit = Int(bits >> 52) - 1075 - 2 + 64
    let (high, middle, low) = productWithTwoOverPi(significand, fromDigit: digit)

    // Two digits before the point, then the fraction; a fraction of half or more counts backwards.
    let isUpperHalf = (high >> 61) & 1 == 1
    let quadrant = (Int(high >> 62) + (isUpperHalf ? 1 : 0)) & 3
    let flip: UInt64 = isUpperHalf ? .max : 0
    let first = (high << 2 | middle >> 62) ^ flip
    let second = (middle << 2 | low >> 62) ^ flip
    let fraction = leadingDigits(first, second, (low << 2) ^ flip)
    let angle = fraction * DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54)
    return (quadrant, isUpperHalf ? -angle : angle)
  }

  /// The last 192 bits of factor · w, where w are the 192 digits of 2/pi from the given one on.
  @inline(__always)
  private static func productWithTwoOverPi(
    _ factor: UInt64, fromDigit digit: Int
  ) -> (high: UInt64, middle: UInt64, low: UInt64) {
    let index = digit >> 6
    let shift = UInt64(digit & 63)
    let high = window(index, shift) &* factor
    let middle = window(index + 1, shift).multipliedFullWidth(by: factor)
    let low = window(index + 2, shift).multipliedFullWidth(by: factor)
    let (secondWord, overflow) = middle.low.addingReportingOverflow(low.high)
    return (high &+ middle.high &+ (overflow ? 1 : 0), secondWord, low.low)
  }

  /// 64 digits of 2/pi that begin `shift` digits inside the word.
  @inline(__always)
  private static func window(_ index: Int, _ shift: UInt64) -> UInt64 {
    let first = digitsOfTwoOverPi[index] << shift
    return shift == 0 ? first : first | digitsOfTwoOverPi[index + 1] >> (64 - shift)
  }

  /// The binary fraction made of three words, its first 106 significant digits.
  ///
  /// The first word is not zero, because no fraction here is below 2^-62.
  @inline(__always)
  private static func leadingDigits(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> DoubleDouble {
    var (high, middle) = (first, second)
    let zeros = high.leadingZeroBitCount
    if zeros > 0 {
      let shift = UInt64(zeros)
      high = high << shift | middle >> (64 - shift)
      middle = middle << shift | third >> (64 - shift)
    }
    let upper = Double(high >> 11) * 0x1p-53
    let lower = Double((high & 0x7FF) << 42 | middle >> 22) * 0x1p-106
    let factor = powerOfTwo(-zeros)
    return DoubleDouble(upper * factor, lower * factor)
  }
}

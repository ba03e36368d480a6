/// A signed binary fraction with 256 digits after the point, for the few arguments that need them.
///
/// Values lie between -2^63 and 2^63; results outside are wrong without notice. Products and quotients drop
/// what is smaller than 2^-256.
struct WideFixedPoint: Sendable {
  /// The number times 2^256 in two's complement, the least significant of five words first.
  private var words: [UInt64]

  private static let count = 5

  private init(words: [UInt64]) {
    self.words = words
  }

  /// A double below 2^63, without what is smaller than 2^-256.
  init(_ value: Double) {
    let bits = value.magnitude.bitPattern
    let biased = Int(bits >> 52)
    let significand = (bits & 0x000F_FFFF_FFFF_FFFF) | (biased == 0 ? 0 : 0x0010_0000_0000_0000)
    // The last bit of the significand weighs 2^(biased - 1075), the last bit of the words 2^-256.
    self.init(words: [significand, 0, 0, 0, 0])
    self = shifted(by: max(biased, 1) - 1075 + 256)
    if value < 0 { self = -self }
  }

  /// ln 2 without what is smaller than 2^-256.
  static let naturalLogarithmOfTwo = WideFixedPoint(words: [
    0x8A0D_175B_8BAA_FA2B, 0x40F3_4326_7298_B62D, 0xC9E3_B398_03F2_F6AF, 0xB172_17F7_D1CF_79AB, 0,
  ])

  /// Whether the value is below zero; there is no negative zero.
  var isNegative: Bool { words[Self.count - 1] >> 63 == 1 }

  /// The absolute value, exactly.
  var magnitude: WideFixedPoint { isNegative ? -self : self }

  /// The sum, exactly.
  static func + (left: WideFixedPoint, right: WideFixedPoint) -> WideFixedPoint {
    var result = left
    var carry: UInt64 = 0
    for index in 0..<count {
      let (first, overflow) = left.words[index].addingReportingOverflow(right.words[index])
      let (second, again) = first.addingReportingOverflow(carry)
      result.words[index] = second
      carry = overflow || again ? 1 : 0
    }
    return result
  }

  /// The value with the other sign, exactly.
  static prefix func - (value: WideFixedPoint) -> WideFixedPoint {
    let unit = WideFixedPoint(words: [1, 0, 0, 0, 0])
    return WideFixedPoint(words: value.words.map { ~$0 }) + unit
  }

  /// The difference, exactly.
  static func - (left: WideFixedPoint, right: WideFixedPoint) -> WideFixedPoint {
    left + -right
  }

  /// The product, cut towards zero after 256 digits.
  static func * (left: WideFixedPoint, right: WideFixedPoint) -> WideFixedPoint {
    let a = left.magnitude.words
    let b = right.magnitude.words
    var product = [UInt64](repeating: 0, count: 2 * count)
    for i in 0..<count {
      var carry: UInt64 = 0
      for j in 0..<count {
        let (high, low) = a[i].multipliedFullWidth(by: b[j])
        let (first, overflow) = low.addingReportingOverflow(product[i + j])
        let (second, again) = first.addingReportingOverflow(carry)
        product[i + j] = second
        carry = high + (overflow ? 1 : 0) + (again ? 1 : 0)
      }
      product[i + count] = carry
    }
    let result = WideFixedPoint(words: Array(product[(count - 1)..<(2 * count - 1)]))
    return left.isNegative != right.isNegative ? -result : result
  }

  /// The product with a whole number below 2^53, exactly.
  func multiplied(by factor: Int) -> WideFixedPoint {
    self * WideFixedPoint(Double(factor))
  }

  /// The quotient by a whole number other than zero, cut towards zero after 256 digits.
  func divided(by divisor: UInt64) -> WideFixedPoint {
    var result = magnitude
    var remainder: UInt64 = 0
    for index in (0..<Self.count).reversed() {
      let (quotient, rest) = divisor.dividingFullWidth((remainder, result.words[index]))
      result.words[index] = quotient
      remainder = rest
    }
    return isNegative ? -result : result
  }

  /// The value times 2^exponent, for values that are not negative; what falls off either end is lost.
  func shifted(by exponent: Int) -> WideFixedPoint {
    let (wordsUp, bitsUp) = (exponent >> 6, exponent & 63)
    func word(_ index: Int) -> UInt64 {
      index >= 0 && index < Self.count ? words[index] : 0
    }
    let shifted = (0..<Self.count).map { index -> UInt64 in
      let source = index - wordsUp
      let carried = bitsUp == 0 ? 0 : word(source - 1) >> UInt64(64 - bitsUp)
      return word(source) << UInt64(bitsUp) | carried
    }
    return WideFixedPoint(words: shifted)
  }

  /// The nearest double to the value times 2^exponent, ties to even, rounded only once if it is subnormal.
  func rounded(scaledBy exponent: Int = 0) -> Double {
    let size = magnitude
    guard let top = size.words.lastIndex(where: { $0 != 0 }) else { return 0 }
    let leading = 64 * top + 63 - size.words[top].leadingZeroBitCount
    // The digit of weight 2^(last - 256) becomes the last one of the significand.
    let last = max(leading - 52, -1074 - exponent + 256, 0)
    let kept = size.shifted(by: 1 - last)
    let isInexact = kept.shifted(by: last - 1).words != size.words
    var significand = kept.words[0] >> 1
    let isHalfOrMore = kept.words[0] & 1 == 1
    if isHalfOrMore && (isInexact || significand & 1 == 1) { significand += 1 }
    let result = Elementary.scaled(Double(significand), by: last - 256 + exponent)
    return isNegative ? -result : result
  }

  /// The nearest multiple of 2^-digits, for values that are not negative.
  func rounded(toDigits digits: Int) -> WideFixedPoint {
    let half = WideFixedPoint(Elementary.powerOfTwo(-digits - 1))
    return (self + half).shifted(by: digits - 256).shifted(by: 256 - digits)
  }
}

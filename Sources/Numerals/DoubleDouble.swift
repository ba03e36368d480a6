/// An unevaluated sum of two doubles, about 106 bits: the working precision of `Elementary`.
///
/// Only `+ - * /` on doubles are used, never a fused multiplication, so that every machine computes the same
/// bits. The error-free transforms are those of Dekker (1971) and Knuth (1969); the bounds on the arithmetic
/// are those of Joldes, Muller and Popescu (2017), with u = 2^-53. No bound holds once an intermediate result
/// overflows or a product falls below 2^-960.
struct DoubleDouble: Equatable, Sendable {
  /// The sum rounded to a double, wherever the value came out of one of the operations below.
  let high: Double

  /// What the high part leaves out, at most half a unit in its last place.
  let low: Double

  /// Takes two parts that do not overlap, as they are.
  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b without error (Knuth 1969).
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let shareOfB = sum - a
    let shareOfA = sum - shareOfB
    return DoubleDouble(sum, (a - shareOfA) + (b - shareOfB))
  }

  /// a + b without error, given that |a| >= |b| or a = 0 (Dekker 1971).
  @inline(__always)
  static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    return DoubleDouble(sum, b - (sum - a))
  }

  /// a · b without error (Dekker 1971), for factors below 2^995.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let (a1, a2) = halves(a)
    let (b1, b2) = halves(b)
    let product = a * b
    let error = ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
    return DoubleDouble(product, error)
  }

  /// Veltkamp's split into two parts of at most 26 bits, so that products of such parts are exact.
  @inline(__always)
  private static func halves(_ a: Double) -> (Double, Double) {
    let scaled = 134_217_729 * a
    let upper = scaled - (scaled - a)
    return (upper, a - upper)
  }

  /// Relative error at most 3u² + 13u³.
  @inline(__always)
  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let highs = sum(left.high, right.high)
    let lows = sum(left.low, right.low)
    let middle = orderedSum(highs.high, highs.low + lows.high)
    return orderedSum(middle.high, lows.low + middle.low)
  }

  /// Relative error at most 2u².
  @inline(__always)
  static func + (left: DoubleDouble, right: Double) -> DoubleDouble {
    let highs = sum(left.high, right)
    return orderedSum(highs.high, left.low + highs.low)
  }

  /// The value with the other sign, exactly.
  @inline(__always)
  static prefix func - (value: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-value.high, -value.low)
  }

  /// Relative error at most 3u² + 13u³.
  @inline(__always)
  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    left + -right
  }

  /// Relative error at most 7u².
  @inline(__always)
  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let highs = product(left.high, right.high)
    let crossed = left.high * right.low + left.low * right.high
    return orderedSum(highs.high, highs.low + crossed)
  }

  /// Relative error at most 3u².
  @inline(__always)
  static func * (left: DoubleDouble, right: Double) -> DoubleDouble {
    let highs = product(left.high, right)
    return orderedSum(highs.high, highs.low + left.low * right)
  }

  /// Relative error at most 15u² + 56u³.
  @inline(__always)
  static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let quotient = left.high / right.high
    let back = right * quotient
    let rest = (left.high - back.high) + (left.low - back.low)
    return orderedSum(quotient, rest / right.high)
  }

  /// Half the value, exactly.
  var halved: DoubleDouble { DoubleDouble(0.5 * high, 0.5 * low) }

  /// The absolute value, exactly.
  var magnitude: DoubleDouble { high < 0 ? -self : self }

  /// The sum rounded once, when it is certain that an error of `tolerance` could not change the rounding.
  ///
  /// This is the rounding test of Ziv (1991).
  @inline(__always)
  func rounded(within tolerance: Double) -> Double? {
    let below = high + (low - tolerance)
    let above = high + (low + tolerance)
    return below == above ? below : nil
  }
}

/// Elementary functions of doubles that give the same bits on every machine.
///
/// They use only the operations that IEEE 754 rounds correctly, comparisons and integers; no C library and no
/// fused multiplication.
public enum Elementary {
  /// The square root, correctly rounded for every double; nan below zero.
  ///
  /// Heron's iteration and an exact correction. The standard library's root equals it, but becomes a call of
  /// the C library, which a program without Foundation or Glibc does not link.
  public static func squareRoot(_ x: Double) -> Double {
    guard x > 0 && x < .infinity else { return x < 0 ? .nan : x }
    let isSubnormal = x < 0x1p-1022
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let exponent = Int(bits >> 52) - 1023
    let m = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | UInt64(1023 + (exponent & 1)) << 52)
    return rootFromOneToFour(m) * powerOfTwo((exponent >> 1) - (isSubnormal ? 27 : 0))
  }

  private static func rootFromOneToFour(_ m: Double) -> Double {
    // The best line is 4 % off, and four iterations make that less than 2^-52.
    var root = 0.7083 + 0.3333 * m
    for _ in 1...4 { root = 0.5 * (root + m / root) }
    let square = DoubleDouble.product(root, root)
    let rest = (m - square.high) - square.low
    // Rest and root · 2^-52 are multiples of 2^-104, so these ask on which side of (root ± 2^-53)² m lies.
    if rest > root * 0x1p-52 { return root + 0x1p-52 }
    if rest <= root * -0x1p-52 { return root - 0x1p-52 }
    return root
  }

  /// The nearest integer, for |x| < 2^51; ties go to the even one.
  @inline(__always)
  static func nearestInteger(_ x: Double) -> Double {
    // Adding 3 · 2^51 pushes the fraction out of the significand.
    let shift = 0x1.8p52
    return (x + shift) - shift
  }

  /// 2^exponent, for -1022 ... 1023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(exponent + 1023)) << 52)
  }

  /// x · 2^exponent rounded once, for exponents of at most 2044 in magnitude.
  @inline(__always)
  static func scaled(_ x: Double, by exponent: Int) -> Double {
    let half = exponent >> 1
    return x * powerOfTwo(half) * powerOfTwo(exponent - half)
  }
}

// Writes pseudo-random arguments and results of the elementary functions as hexadecimal bit patterns, one
// point per line: function, argument, second argument of power, result. Compiled together with the sources.
//
// swiftc -O -wmo -parse-as-library .ci/elementary/dump.swift Sources/Numerals/Elementary*.swift \
//   Sources/Numerals/DoubleDouble.swift Sources/Numerals/WideFixedPoint.swift -o dump
//
// usage: dump <points per function> [function ...]

/// The generator SplitMix64 (Steele, Lea and Flood 2014): the same points on every machine.
struct PseudoRandomBits {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform between the bounds.
  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * (Double(next() >> 11) * 0x1p-53)
  }

  /// A random sign and significand, and an exponent uniform between the bounds.
  mutating func withExponent(_ low: Int, _ high: Int) -> Double {
    let exponent = low + Int(next() % UInt64(high - low + 1))
    let bits = next()
    return Double(bitPattern: bits & 0x800F_FFFF_FFFF_FFFF | UInt64(exponent + 1023) << 52)
  }

  /// Any positive finite double, subnormal ones included.
  mutating func anyPositive() -> Double {
    Double(bitPattern: next() % 0x7FF0_0000_0000_0000)
  }

  mutating func positiveSubnormal() -> Double {
    Double(bitPattern: next() >> (12 + next() % 52) | 1)
  }
}

typealias Range = (inout PseudoRandomBits) -> Double

/// A function and the ranges from which its arguments come in turn.
struct Subject {
  let name: String
  let evaluate: (Double) -> Double
  let ranges: [Range]
}

func around(_ centre: Double, _ radius: Double) -> Range {
  { $0.uniform(centre - radius, centre + radius) }
}

func exponents(_ low: Int, _ high: Int) -> Range {
  { $0.withExponent(low, high) }
}

/// What decides the hardest cases of `exp`, for any argument.
func wideExponential(_ x: Double) -> Double {
  let (value, exponent) = Elementary.exponential(WideFixedPoint(x))
  return value.rounded(scaledBy: exponent)
}

/// What decides the hardest cases of `ln`, for any argument.
func wideLogarithm(_ x: Double) -> Double {
  Elementary.logarithm(exactly: x).rounded()
}

func subjects() -> [Subject] {
  let exponential: [Range] = [
    around(0, 1), around(0, 40), around(0, 700), exponents(-56, 0), around(709, 0.8), around(-726.5, 18.7),
  ]
  let logarithm: [Range] = [
    around(5, 5), around(1, 0x1p-4), around(1, 0x1p-12), around(1, 0x1p-26), around(1, 0x1p-44),
    { $0.withExponent(-4, 8).magnitude }, { $0.anyPositive() }, { $0.positiveSubnormal() },
  ]
  let angles: [Range] = [
    around(0, 1), around(0, 10), around(0, 1000), exponents(-40, 2), exponents(2, 60), exponents(60, 1023),
  ]
  let hyperbolic: [Range] = [
    around(0, 0.125), around(0, 1), around(0, 40), around(0, 711), exponents(-40, 0),
  ]
  let tangent: [Range] = [around(0, 0.125), around(0, 1), around(0, 20), exponents(-40, 0)]
  let softplus: [Range] = [
    around(0, 1), around(0, 45), around(-18, 2), around(-80, 1), around(-727, 19), exponents(-40, 6),
  ]
  return [
    Subject(name: "exp", evaluate: Elementary.exp, ranges: exponential),
    Subject(name: "ln", evaluate: Elementary.ln, ranges: logarithm),
    Subject(name: "sin", evaluate: Elementary.sin, ranges: angles),
    Subject(name: "cos", evaluate: Elementary.cos, ranges: angles),
    Subject(name: "tan", evaluate: Elementary.tan, ranges: angles),
    Subject(name: "sinh", evaluate: Elementary.sinh, ranges: hyperbolic),
    Subject(name: "cosh", evaluate: Elementary.cosh, ranges: hyperbolic),
    Subject(name: "tanh", evaluate: Elementary.tanh, ranges: tangent),
    Subject(name: "softplus", evaluate: Elementary.softplus, ranges: softplus),
    Subject(name: "wideExp", evaluate: wideExponential, ranges: exponential),
    Subject(name: "wideLn", evaluate: wideLogarithm, ranges: logarithm),
    Subject(name: "root", evaluate: Elementary.squareRoot, ranges: logarithm),
  ]
}

/// Pairs for power: of moderate size, near overflow and underflow, near one, and with whole exponents.
func powerPair(_ bits: inout PseudoRandomBits, _ kind: Int) -> (Double, Double) {
  switch kind % 5 {
  case 0: return (bits.uniform(0, 10), bits.uniform(-10, 10))
  case 1: return (bits.anyPositive(), bits.withExponent(-60, 1))
  case 2: return (bits.uniform(1 - 0x1p-8, 1 + 0x1p-8), bits.withExponent(0, 18))
  case 3: return (bits.uniform(0, 1000), Elementary.nearestInteger(bits.uniform(-20, 20)))
  default: return (bits.uniform(0.01, 100), bits.uniform(-190, 190))
  }
}

func hexadecimal(_ x: Double) -> String {
  String(x.bitPattern, radix: 16)
}

@main
enum Dump {
  static func main() {
    let points = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 20_000
    let chosen = Set(CommandLine.arguments.dropFirst(2))
    for (number, subject) in subjects().enumerated() where chosen.isEmpty || chosen.contains(subject.name) {
      var bits = PseudoRandomBits(state: UInt64(number))
      for point in 0..<points {
        let x = subject.ranges[point % subject.ranges.count](&bits)
        print(subject.name, hexadecimal(x), "-", hexadecimal(subject.evaluate(x)))
      }
    }
    if chosen.isEmpty || chosen.contains("power") {
      var bits = PseudoRandomBits(state: 1_000)
      for point in 0..<points {
        let (x, y) = powerPair(&bits, point)
        print("power", hexadecimal(x), hexadecimal(y), hexadecimal(Elementary.power(x, y)))
      }
    }
  }
}

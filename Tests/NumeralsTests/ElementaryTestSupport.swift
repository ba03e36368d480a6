import Testing

@testable import Numerals

/// Arguments and the doubles nearest to the exact results, computed with mpmath and MPFR.
typealias Cases = [(x: Double, result: Double)]

/// A multiple of 2^-1074 below 2^-1022, which the compiler does not accept as a literal without a warning.
func subnormal(_ units: UInt64) -> Double {
  Double(bitPattern: units)
}

/// Compares bit patterns, so that the sign of zero counts.
func expect(
  _ function: (Double) -> Double, gives cases: Cases, sourceLocation: SourceLocation = #_sourceLocation
) {
  for (x, result) in cases {
    let value = function(x)
    #expect(
      value.bitPattern == result.bitPattern, "at \(x): \(value), not \(result)",
      sourceLocation: sourceLocation)
  }
}

/// Goes through the doubles next to each point and expects that no value is below the one before.
func expectNoDescent(
  of function: (Double) -> Double, around points: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  for point in points {
    var x = point
    for _ in 1...12 { x = x.nextDown }
    var before = function(x)
    for _ in 1...24 {
      x = x.nextUp
      let value = function(x)
      #expect(value >= before, "descends at \(x)", sourceLocation: sourceLocation)
      before = value
    }
  }
}

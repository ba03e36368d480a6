import Testing

@testable import Numerals

/// Base, exponent, and the double nearest to the exact power.
private typealias PowerCases = [(base: Double, exponent: Double, result: Double)]

private func expectPowers(_ cases: PowerCases, sourceLocation: SourceLocation = #_sourceLocation) {
  for (base, exponent, result) in cases {
    let value = Elementary.power(base, exponent)
    #expect(
      value.bitPattern == result.bitPattern, "\(base)^\(exponent): \(value), not \(result)",
      sourceLocation: sourceLocation)
  }
}

@Suite struct ElementaryPowerTests {
  @Test func powerIsTheNearestDouble() {
    let cases: PowerCases = [
      (2, 0x1p-1, 0x1.6a09e667f3bcdp0),
      (3, 0x1.999999999999ap-4, 0x1.1dba3f92c888bp0),
      (10, -5, 0x1.4f8b588e368f1p-17),
      (0x1.199999999999ap0, 1000, 0x1.6aec8cd64aba1p137),
      (0x1.ccccccccccccdp-1, -0x1.771p11, 0x1.0f96d0a5e7797p456),
      (0x1.0000000000001p0, 0x1.c6bf52634p49, 0x1.3fa60615291eep0),
      (0x1.fffffffffffffp-1, 0x1.4d1120d7b16p61, 0x1.668c69c748df9p-481),
      (0x1.7e43c8800759cp996, -0x1.0cccccccccccdp0, subnormal(0xc1069cd)),
      (subnormal(0x1), 0x1p-1, 0x1p-537),
      (subnormal(0x1268_8b70_e62b), 0x1.ccccccccccccdp-1, 0x1.226ed86db32d4p-927),
      (8, 0x1.5555555555555p-2, 2),
      (27, 0x1.5555555555555p-2, 3),
      (0x1.00068db8bac71p0, 0x1.312dp22, 0x1.3daf7d806c313p721),
      (0x1.edd2f1a9fbe77p6, -150, subnormal(0xe24a_37ff)),
      (0x1p-1, 0x1.0c6p10, subnormal(0x1)),
      (-3, -7, -0x1.df75680feb65fp-12),
      (10, -320, subnormal(0x7e8)),
      (0x1.4p1, 0x1.14p4, 0x1.bebae77a7ec8ap22),
    ]
    expectPowers(cases)
  }

  @Test func wholePowersAreExactWhereTheyFit() {
    expectPowers([
      (10, 22, 1e22), (10, 15, 1e15), (2, 1023, 0x1p1023), (2, -1074, subnormal(1)), (2, -1022, 0x1p-1022),
      (-2, 3, -8), (7, 18, 1_628_413_597_910_449), (3, 33, 5_559_060_566_555_523), (-1, 1e300, 1),
      (-1, 5, -1),
      (1.5, 2, 2.25), (0.1, 2, 0.1 * 0.1), (0.3, 1, 0.3), (-0.3, 1, -0.3), (9, -1, 1 / 9),
    ])
    var power: Int64 = 1
    for exponent in 0...40 {
      #expect(Elementary.power(3, Double(exponent)) == Double(power), "3^\(exponent)")
      if exponent < 39 { power *= 3 } else { break }
    }
  }

  /// 54 binary digits, the last one set: exactly between two doubles.
  @Test func tiesGoToTheEvenNeighbour() {
    expectPowers([
      (3, 34, 16_677_181_699_666_568), (5, 23, 11_920_928_955_078_124), (7, 19, 11_398_895_185_373_144),
      (208_065, 3, Double(Int64(208_065) * 208_065 * 208_065)), (2, -1075, 0), (2, -1074.5, subnormal(1)),
      (208_065 * 208_065, 1.5, Double(Int64(208_065) * 208_065 * 208_065)),
    ])
  }

  @Test func rootsOfPowersAreExact() {
    expectPowers([
      (4, 0.5, 2), (2.25, 0.5, 1.5), (81, 0.25, 3), (4, 1.5, 8), (4, -0.5, 0.5),
      (subnormal(1), 0.5, 0x1p-537),
      (8, 1.0 / 3, 2), (27, 1.0 / 3, 3), (0x1p1000, 0.125, 0x1p125),
    ])
  }

  @Test func specialCasesFollowTheStandard() {
    let infinity = Double.infinity
    expectPowers([
      (0, 0, 1), (-0.0, 0, 1), (.nan, 0, 1), (infinity, 0, 1), (1, .nan, 1), (1, infinity, 1),
      (-1, infinity, 1), (-1, -infinity, 1), (0, 3, 0), (-0.0, 3, -0.0), (-0.0, 4, 0), (-0.0, 0.5, 0),
      (0, -1, infinity), (-0.0, -1, -infinity), (-0.0, -2, infinity), (0, -infinity, infinity),
      (infinity, 2, infinity), (infinity, -1, 0), (-infinity, 3, -infinity), (-infinity, 2, infinity),
      (-infinity, -3, -0.0), (-infinity, -0.5, 0), (0.5, infinity, 0), (0.5, -infinity, infinity),
      (-2, infinity, infinity), (2, -infinity, 0), (0, 1, 0), (-0.0, 1, -0.0),
    ])
    #expect(Elementary.power(-8, 1.0 / 3).isNaN)
    #expect(Elementary.power(-1, 0.5).isNaN)
    #expect(Elementary.power(.nan, 1).isNaN)
    #expect(Elementary.power(.nan, 2).isNaN)
    #expect(Elementary.power(2, .nan).isNaN)
  }

  @Test func powerOverflowsAndVanishesWithTheRightSign() {
    let infinity = Double.infinity
    expectPowers([
      (10, 309, infinity), (-10, 309, -infinity), (-10, 310, infinity), (10, -330, 0), (-10, -331, -0.0),
      (1.0000001, 1e300, infinity), (0.9999999, 1e300, 0), (0.9999999, -1e300, infinity), (2, 1024, infinity),
      (3, 1e-300, 1), (1e300, subnormal(1), 1), (-3, 4_503_599_627_370_497, -infinity),
      (-1, 4_503_599_627_370_497, -1), (-1, 3_377_699_720_527_873, -1), (-1, 9_007_199_254_740_992, 1),
    ])
    #expect(Elementary.power(-1.5, 3_377_699_720_527_872.5).isNaN)
  }

  @Test func powerDoesNotDescendWhereItChangesItsWay() {
    expectNoDescent(of: { Elementary.power($0, 3) }, around: [1, 2, 0x1.6ap0, 1e-103])
    expectNoDescent(of: { Elementary.power(2, $0) }, around: [1, 2, 0.5, -1022, 0x1p-53])
  }
}

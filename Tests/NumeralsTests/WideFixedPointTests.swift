import Testing

@testable import Numerals

@Suite struct WideFixedPointTests {
  @Test func doublesComeBackUnchanged() {
    for x in [0, 1, -1, 0.1, -745.13, 0x1p-150, 0x1.fffffffffffffp62, -0x1.8p-200] {
      #expect(WideFixedPoint(x).rounded() == x)
    }
  }

  @Test func arithmeticKeepsTheSigns() {
    let a = WideFixedPoint(-2.5)
    let b = WideFixedPoint(0.75)
    #expect((a + b).rounded() == -1.75)
    #expect((b - a).rounded() == 3.25)
    #expect((a * b).rounded() == -1.875)
    #expect((a * a).rounded() == 6.25)
    #expect(a.divided(by: 4).rounded() == -0.625)
    #expect(b.multiplied(by: -7).rounded() == -5.25)
  }

  @Test func carriesGoThroughAllWords() {
    let unit = WideFixedPoint(0x1p-256)
    #expect(((WideFixedPoint(1) - unit) + unit).rounded() == 1)
    #expect((WideFixedPoint(1) - unit - WideFixedPoint(1)).rounded() == -0x1p-256)
  }

  @Test func roundingGoesToTheEvenNeighbourOnlyInATie() {
    let one = WideFixedPoint(1)
    let half = WideFixedPoint(0x1p-53)
    let unit = WideFixedPoint(0x1p-256)
    #expect((one + half).rounded() == 1)
    #expect((one + half + unit).rounded() == 1 + 0x1p-52)
    #expect((one + half + half + half).rounded() == 1 + 0x1p-51)
    #expect((one + half - unit).rounded() == 1)
  }

  @Test func subnormalResultsAreRoundedOnce() {
    let almost = WideFixedPoint(1.5) - WideFixedPoint(0x1p-100)
    #expect(almost.rounded(scaledBy: -1074) == subnormal(1))
    #expect(WideFixedPoint(1.5).rounded(scaledBy: -1074) == 0x1p-1073)
    #expect(WideFixedPoint(1).rounded(scaledBy: -1075) == 0)
    #expect(WideFixedPoint(1.25).rounded(scaledBy: -1075) == subnormal(1))
    #expect(WideFixedPoint(1.5).rounded(scaledBy: 1023) == 0x1.8p1023)
    #expect(WideFixedPoint(2).rounded(scaledBy: 1023) == .infinity)
  }

  @Test func roundingToDigitsDropsSmallErrors() {
    let value = WideFixedPoint(1.25) - WideFixedPoint(0x1p-200)
    #expect((value.rounded(toDigits: 150) - WideFixedPoint(1.25)).rounded() == 0)
  }
}

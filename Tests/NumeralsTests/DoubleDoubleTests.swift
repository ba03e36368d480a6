import Testing

@testable import Numerals

@Suite struct DoubleDoubleTests {
  @Test func theSumKeepsWhatRoundingDrops() {
    #expect(DoubleDouble.sum(1, 0x1p-80) == DoubleDouble(1, 0x1p-80))
    #expect(DoubleDouble.sum(0x1p-80, 1) == DoubleDouble(1, 0x1p-80))
    #expect(DoubleDouble.orderedSum(1, -0x1p-60) == DoubleDouble(1, -0x1p-60))
    #expect(DoubleDouble.orderedSum(0, 0.1) == DoubleDouble(0.1, 0))
  }

  @Test func theProductKeepsWhatRoundingDrops() {
    let above = 1 + 0x1p-52
    #expect(DoubleDouble.product(above, above) == DoubleDouble(1 + 0x1p-51, 0x1p-104))
    #expect(DoubleDouble.product(above, 1 - 0x1p-53) == DoubleDouble(1, 0x1p-53 - 0x1p-105))
  }

  @Test func arithmeticHasAHundredBits() {
    let third = DoubleDouble(1) / DoubleDouble(3)
    #expect(third == DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56))
    let rest = third * DoubleDouble(3) - DoubleDouble(1)
    #expect(rest.high.magnitude < 0x1p-104)
    let seventh = DoubleDouble(1) / DoubleDouble(7)
    let sum = third + seventh - DoubleDouble(10) / DoubleDouble(21)
    #expect(sum.high.magnitude < 0x1p-104)
    #expect((third * 3 + -1).high.magnitude < 0x1p-104)
  }

  @Test func roundingIsRefusedNextToATie() {
    let tie = DoubleDouble(1, 0x1p-53)
    #expect(tie.rounded(within: 0x1p-90) == nil)
    #expect(DoubleDouble(1, 0x1p-54).rounded(within: 0x1p-90) == 1)
    #expect(DoubleDouble(1, 0x1p-53 + 0x1p-80).rounded(within: 0x1p-90) == 1 + 0x1p-52)
  }
}

import Testing

@testable import Numerals

@Suite struct ElementarySquareRootTests {
  @Test func squareRootIsTheNearestDouble() {
    let cases: Cases = [
      (2, 0x1.6a09e667f3bcdp0),
      (3, 0x1.bb67ae8584caap0),
      (0x1.999999999999ap-4, 0x1.43d136248490fp-2),
      (subnormal(0x1268_8b70_e62b), 0x1.1297872d9cbaep-515),
      (subnormal(0x1), 0x1p-537),
      (0x1.fffffffffffffp1023, 0x1.fffffffffffffp511),
      (0x1.fffffffffffffp-1, 0x1.fffffffffffffp-1),
      (0x1.0000000000001p0, 1),
      (0x1.fffffffffffffp1, 0x1.fffffffffffffp0),
      (0x1.0000000000001p1, 0x1.6a09e667f3bcdp0),
      (0x1.fffffffffffffp0, 0x1.6a09e667f3bccp0),
      (0x1p-1, 0x1.6a09e667f3bcdp-1),
      (subnormal(0x18), 0x1.3988e1409212ep-535),
    ]
    expect(Elementary.squareRoot, gives: cases)
  }

  @Test func squareRootOfASquareIsExact() {
    for root in [1.0, 3, 67_108_863, 0x1.000001p0, 0x1.fffffp-500, 0x1.8p511, 0x1p-537] {
      #expect(Elementary.squareRoot(root * root) == root)
    }
  }

  @Test func squareRootKeepsZeroAndInfinity() {
    expect(Elementary.squareRoot, gives: [(0, 0), (-0.0, -0.0), (.infinity, .infinity)])
    #expect(Elementary.squareRoot(-1).isNaN)
    #expect(Elementary.squareRoot(-.infinity).isNaN)
    #expect(Elementary.squareRoot(.nan).isNaN)
  }
}

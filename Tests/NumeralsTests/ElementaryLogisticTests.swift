import Testing

@testable import Numerals

@Suite struct ElementaryLogisticTests {
  /// Results within 2^-69 of a tie, relatively; the hardest of 250,000 random arguments in each range.
  @Test func softplusRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (-0x1.3a5f59d036266p5, 0x1.3cb78f01c4c28p-57),
      (-0x1.24f8d912b8481p5, 0x1.1f48a093e8cf9p-53),
      (-0x1.42a50b94b0288p4, 0x1.e03efe45db46cp-30),
      (-0x1.86123a37c5b11p4, 0x1.c66bfc99ad806p-36),
      (-0x1.0c151182c3dd8p4, 0x1.c647a020269b6p-25),
      (-0x1.1c26f53e99333p3, 0x1.23db83a900207p-13),
      (0x1.38e517c70734dp-1, 0x1.0b7062bb44372p0),
      (0x1.ac32b1684525p1, 0x1.b0a1dd66acc8p1),
    ]
    expect(Elementary.softplus, gives: cases)
  }

  @Test func softplusIsTheNearestDouble() {
    let cases: Cases = [
      (0, 0x1.62e42fefa39efp-1),
      (1, 0x1.5031eafefb049p0),
      (-1, 0x1.40c7abfbec124p-2),
      (10, 0x1.40005f3559328p3),
      (-10, 0x1.7cd564c9e0d19p-15),
      (-18, 0x1.05a628a52c72bp-26),
      (-0x1.219999999999ap4, 0x1.d97fed623e271p-27),
      (30, 0x1.e00000000001ap4),
      (40, 40),
      (-40, 0x1.39792499b1a24p-58),
      (-0x1.3f9999999999ap6, 0x1.a8381fe6829d4p-116),
      (-0x1.4066666666666p6, 0x1.5b524305cb82cp-116),
      (-700, 0x1.14f2b0fb9307fp-1010),
      (-740, subnormal(0x55)),
      (0x1.999999999999ap-4, 0x1.7d218f1c8904fp-1),
      (35, 35),
    ]
    expect(Elementary.softplus, gives: cases)
  }

  @Test func softplusNeitherOverflowsNorLosesTheTail() {
    let cases: Cases = [
      (1000, 1000), (1e308, 1e308), (.infinity, .infinity), (-.infinity, 0), (-800, 0),
      (-745.1332191019411, subnormal(1)), (-100, Elementary.exp(-100)),
    ]
    expect(Elementary.softplus, gives: cases)
    #expect(Elementary.softplus(.nan).isNaN)
  }

  @Test func softplusDoesNotDescendWhereTheFormulasChange() {
    expectNoDescent(of: Elementary.softplus, around: [-80, -0x1.205966f2b4f12p4, 0, 40, -709])
  }

  /// Correctly rounded, the last two would be one unit larger in the last place.
  @Test func sigmoidRoundsAfterEachOfItsThreeSteps() {
    for x in [-3.7, -1, -0.2, 0.4, 2.5, 17] {
      let denominator = 1 + Elementary.exp(-x)
      #expect(Elementary.sigmoid(x) == 1 / denominator, "at \(x)")
    }
    expect(Elementary.sigmoid, gives: [(0, 0.5), (800, 1), (-800, 0), (.infinity, 1), (-.infinity, 0)])
    expect(Elementary.sigmoid, gives: [(1.01, 0x1.774e6ac09472p-1), (1.96, 0x1.c0c8ed5925ba3p-1)])
    #expect(Elementary.sigmoid(.nan).isNaN)
  }
}

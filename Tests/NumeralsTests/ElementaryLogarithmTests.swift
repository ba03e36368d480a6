import Testing

@testable import Numerals

@Suite struct ElementaryLogarithmTests {
  @Test func lnIsTheNearestDouble() {
    let cases: Cases = [
      (2, 0x1.62e42fefa39efp-1),
      (3, 0x1.193ea7aad030bp0),
      (10, 0x1.26bb1bbb55516p1),
      (0x1p-1, -0x1.62e42fefa39efp-1),
      (0x1.999999999999ap-4, -0x1.26bb1bbb55515p1),
      (0x1.56e1fc2f8f359p-997, -0x1.5963447f87fb5p9),
      (subnormal(0x1), -0x1.74385446d71c3p9),
      (subnormal(0x6000), -0x1.6f2a4f5736e06p9),
      (0x1.fffffffffffffp1023, 0x1.62e42fefa39efp9),
      (0x1.0000000000001p0, 0x1.fffffffffffffp-53),
      (0x1.fffffffffffffp-1, -0x1p-53),
      (0x1.8p0, 0x1.9f323ecbf984cp-2),
      (0x1.8p-1, -0x1.269621134db92p-2),
      (0x1.199999999999ap0, 0x1.8663f793c46ccp-4),
      (0x1.ccccccccccccdp-1, -0x1.af8e8210a415cp-4),
      (100000, 0x1.7069e2aa2aa5bp3),
      (0x1.6ap0, 0x1.62c82f2b9c795p-2),
      (0x1.69fffffffffffp0, 0x1.62c82f2b9c792p-2),
    ]
    expect(Elementary.ln, gives: cases)
  }

  /// 1 + n · 2^-52 and 1 - n · 2^-53 miss a tie by 2^-96 to 2^-106, relatively; the others were searched for by
  /// lattice reduction and miss it by 2^-76 to 2^-88.
  @Test func lnRoundsTheHardestCasesCorrectly() {
    let cases: Cases = [
      (0x1.ffffffffffffep-1, -0x1.0000000000001p-52),
      (0x1.0000000000006p0, 0x1.7fffffffffffcp-50),
      (0x1.ffffffffffff4p-1, -0x1.8000000000005p-50),
      (0x1.0000000000014p0, 0x1.3fffffffffff4p-48),
      (0x1.fffffffffffd8p-1, -0x1.400000000000dp-48),
      (0x1.000000000001cp0, 0x1.bffffffffffe8p-48),
      (0x1.8efeb8d2ded42p-572, -0x1.8c09528c140cep8),
      (0x1.9e04967fc3d9cp-970, -0x1.4fef9ec9bca27p9),
      (0x1.832f7e9eba92dp245, 0x1.547835d702de4p7),
      (0x1.ab718d2e8689cp72, 0x1.935a9b73aa109p5),
      (0x1.37a72c2ca8f4fp618, 0x1.ac8fc9a4c6e18p8),
      (0x1.0d7404febe4fap0, 0x1.a3926c097eed5p-5),
      (0x1.c1bafe8ffbc77p-1, -0x1.0993b0cf2996p-3),
      (0x1.ffff3a3c4ab29p-1, -0x1.8b87b6fe58ff1p-18),
    ]
    expect(Elementary.ln, gives: cases)
  }

  /// Here the first attempt rounds to the wrong side: results within 2^-80 of a tie, where its error is largest.
  @Test func lnNoticesWhenItsFirstAttemptIsNotEnough() {
    let cases: Cases = [
      (0x1.fff3446bd0b39p-1, -0x1.977796f9c1291p-14),
      (0x1.fff2fda604f0ap-1, -0x1.a050896223c0fp-14),
      (0x1.fff16b73df3cfp-1, -0x1.d29828e4db5afp-14),
      (0x1.fff16434d6a09p-1, -0x1.d3801094a9b68p-14),
      (0x1.0007d0e67cd52p0, 0x1.f431fc7acb9b3p-14),
    ]
    expect(Elementary.ln, gives: cases)
    for (x, result) in cases {
      #expect(Elementary.logarithm(x).high != result, "no longer a hard case: \(x)")
    }
  }

  @Test func lnIsDefinedFromZeroToInfinity() {
    let cases: Cases = [(0, -.infinity), (-0.0, -.infinity), (1, 0), (.infinity, .infinity)]
    expect(Elementary.ln, gives: cases)
    #expect(Elementary.ln(-1).isNaN)
    #expect(Elementary.ln(-subnormal(1)).isNaN)
    #expect(Elementary.ln(-.infinity).isNaN)
    #expect(Elementary.ln(.nan).isNaN)
  }

  @Test func lnDoesNotDescendWhereItsTablesChange() {
    let points = [
      1, 1 + 0x1p-7, 1 + 0x1p-13, 1 - 0x1p-14, 1 + 53 * 0x1p-7, 1 + 127 * 0x1p-7, 1.5, 2, 0.5, 0x1p-1022, 3,
    ]
    expectNoDescent(of: Elementary.ln, around: points)
  }

  @Test func theWideEvaluationAgreesWithTheFirstAttempt() {
    let hardToReduce = [0x1.6a07c41b465fdp-1, 1.4141, 0x1.fffffffffffffp-1]
    for x in [subnormal(1), 1e-200, 0.7, 1.4, 2, 1e5, 1e308] + hardToReduce {
      #expect(Elementary.logarithm(exactly: x).rounded() == Elementary.ln(x), "at \(x)")
    }
  }

  /// Every pair of rows of the two tables gives |r| < 2^-12.4, and logarithms no smaller; the bound needs both.
  @Test func theTwoFactorsBringEverySignificandNearOne() {
    for (row, entry) in Elementary.coarseLogarithms.enumerated() {
      let scale = row >= 53 ? 0.5 : 1
      for edge in [scale * (1 + Double(row) / 128), scale * (1 + Double(row + 1) / 128)] {
        let a = edge * entry.factor - 1
        let fine = Elementary.fineLogarithms[Int(Elementary.nearestInteger(a * 4096)) + 32]
        let r = (1 + a) * fine.factor - 1
        #expect(r.magnitude < 0x1.84p-13, "in row \(row)")
        let head = entry.high + fine.high
        #expect(head == 0 || head.magnitude >= 0x1.84p-13, "in row \(row)")
      }
    }
  }
}

import Testing

@testable import Numerals

@Suite struct ElementaryHyperbolicTests {
  /// Results within 2^-69 of a tie, relatively; the hardest of 250,000 random arguments in each range.
  @Test func sinhRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.2c1c8795a6d9ep-4, 0x1.2c614a07e172fp-4),
      (0x1.0a35c1b8dffbep-4, 0x1.0a65bead2630ep-4),
      (0x1.a4ebf791ba3ecp-1, 0x1.d5f6fb47c2379p-1),
      (0x1.c82a3a9ccf8d9p-1, 0x1.037a50d8393dfp0),
      (0x1.e1a8f8d9dd75cp3, 0x1.a44c322055514p20),
      (0x1.5510b05ec27dp4, 0x1.af879e5da2b3p29),
    ]
    expect(Elementary.sinh, gives: cases)
  }

  @Test func sinhIsTheNearestDouble() {
    let cases: Cases = [
      (0x1p-3, 0x1.00aaccd00d2f1p-3),
      (0x1.fffffffffffffp-4, 0x1.00aaccd00d2fp-3),
      (1, 0x1.2cd9fc44eb982p0),
      (-0x1.999999999999ap-4, -0x1.9a487337b59b3p-4),
      (0x1.4f8b588e368f1p-17, 0x1.4f8b588e4e94p-17),
      (10, 0x1.5829dced69992p13),
      (-25, -0x1.0c3d3920962c9p35),
      (50, 0x1.19103e4080b45p71),
      (710, 0x1.3e21a464507f9p1023),
      (0x1.633ce8fb9f87dp9, 0x1.ffffffffffd3bp1023),
    ]
    expect(Elementary.sinh, gives: cases)
  }

  @Test func coshRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.616d2a286ea9fp0, 0x1.0ea18df3b879fp1),
      (0x1.55c4c2fef1381p-1, 0x1.3b2efc7b8bfe3p0),
      (0x1.0e19549737cdep4, 0x1.4748c9bd83dacp23),
      (0x1.6d5204782bbdep4, 0x1.eb44d0fa82eb4p31),
    ]
    expect(Elementary.cosh, gives: cases)
  }

  @Test func coshIsTheNearestDouble() {
    let cases: Cases = [
      (0x1p-3, 0x1.0200aac16db6fp0),
      (1, 0x1.8b07551d9f55p0),
      (-0x1.999999999999ap-4, 0x1.0147f40224b38p0),
      (0x1.4f8b588e368f1p-17, 0x1.0000000036f9cp0),
      (10, 0x1.5829dd053712dp13),
      (-25, 0x1.0c3d3920962c9p35),
      (50, 0x1.19103e4080b45p71),
      (710, 0x1.3e21a464507f9p1023),
      (0x1.633ce8fb9f87dp9, 0x1.ffffffffffd3bp1023),
      (0x1.5798ee2308c3ap-27, 1),
    ]
    expect(Elementary.cosh, gives: cases)
  }

  @Test func tanhRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.31e71705c58d6p-4, 0x1.3155d17a31ba1p-4),
      (0x1.910e7a14d587ep-4, 0x1.8fc79f8677053p-4),
      (0x1.f44bf7db447aap-1, 0x1.80ef58e72908cp-1),
      (0x1.55e8bd09a49fcp0, 0x1.bdc038045b7ep-1),
    ]
    expect(Elementary.tanh, gives: cases)
  }

  @Test func tanhIsTheNearestDouble() {
    let cases: Cases = [
      (0x1p-3, 0x1.fd5992bc4b835p-4),
      (0x1.fffffffffffffp-4, 0x1.fd5992bc4b834p-4),
      (1, 0x1.85efab514f394p-1),
      (-0x1.999999999999ap-4, -0x1.983d7795f413ap-4),
      (0x1.4f8b588e368f1p-17, 0x1.4f8b588e06854p-17),
      (0x1p-1, 0x1.d9353d7568af3p-2),
      (-2, -0x1.ed9505e1bc3d4p-1),
      (10, 0x1.ffffffdc96f35p-1),
      (0x1.28p4, 0x1.ffffffffffffep-1),
      (19, 0x1.fffffffffffffp-1),
      (0x1.5798ee2308c3ap-27, 0x1.5798ee2308c3ap-27),
    ]
    expect(Elementary.tanh, gives: cases)
  }

  @Test func hyperbolicFunctionsKeepTinyArgumentsAndSigns() {
    let cases: Cases = [(0, 0), (-0.0, -0.0), (subnormal(1), subnormal(1)), (-0x1p-40, -0x1p-40)]
    expect(Elementary.sinh, gives: cases)
    expect(Elementary.tanh, gives: cases)
    expect(Elementary.cosh, gives: [(0, 1), (-0.0, 1), (-subnormal(1), 1)])
  }

  @Test func hyperbolicFunctionsReachTheirLimits() {
    let infinity = Double.infinity
    expect(Elementary.sinh, gives: [(infinity, infinity), (-infinity, -infinity), (710.5, infinity)])
    expect(Elementary.cosh, gives: [(infinity, infinity), (-infinity, infinity), (-710.5, infinity)])
    expect(Elementary.tanh, gives: [(infinity, 1), (-infinity, -1), (19.5, 1), (-400, -1)])
    #expect(Elementary.sinh(.nan).isNaN)
    #expect(Elementary.cosh(.nan).isNaN)
    #expect(Elementary.tanh(.nan).isNaN)
  }

  @Test func hyperbolicFunctionsDoNotDescendWhereTheFormulasChange() {
    let points = [-0.125, -0x1p-27, 0x1p-27, 0.125, 1, 20, 49]
    expectNoDescent(of: Elementary.sinh, around: points)
    expectNoDescent(of: Elementary.tanh, around: points)
    expectNoDescent(of: Elementary.cosh, around: [0x1p-27, 0.125, 49, 710])
  }
}

import Testing

@testable import Numerals

@Suite struct ElementaryTrigonometricTests {
  /// Results within 2^-69 of a tie, relatively; the hardest of 250,000 random arguments in each range.
  @Test func sinRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.308384cb13b49p-1, 0x1.1ee03c02efe7cp-1),
      (0x1.574b4cd4e14dcp-1, 0x1.3e24dc5d4175cp-1),
      (0x1.d44d9caa854c9p5, 0x1.d3d40786237bdp-1),
      (0x1.468e4dcc7c65ep6, -0x1.5b91207091082p-5),
      (0x1.9ea5d3e5e09e1p28, 0x1.90a04f6668898p-2),
      (0x1.5a51af05ceadbp29, 0x1.7b7b8f3478b16p-2),
    ]
    expect(Elementary.sin, gives: cases)
  }

  @Test func sinIsTheNearestDoubleForSmallAndHugeAngles() {
    let cases: Cases = [
      (1, 0x1.aed548f090ceep-1),
      (0x1p-1, 0x1.eaee8744b05fp-2),
      (-2, -0x1.d18f6ead1b446p-1),
      (3, 0x1.210386db6d55bp-3),
      (10, -0x1.1689ef5f34f52p-1),
      (100, -0x1.03425b78c4db8p-1),
      (100000, 0x1.24daa9c527e96p-5),
      (0x1.921fb54442d18p1, 0x1.1a62633145c07p-53),
      (0x1.921fb54442d18p0, 1),
      (0x1.921fb54442d18p-1, 0x1.6a09e667f3bccp-1),
      (0x1.6ac5b262ca1ffp849, 1),
      (0x1.0f0cf064dd592p73, -0x1.b453ab76bf397p-1),
      (0x1.7e43c8800759cp996, -0x1.a2c16b010e385p-1),
      (0x1.fffffffffffffp1023, 0x1.452fc98b34e97p-8),
      (0x1.921fb54442d19p1, -0x1.72cece675d1fdp-52),
      (0x1p-7, 0x1.fffeaaaaeeeefp-8),
      (-0x1.4f8b588e368f1p-17, -0x1.4f8b588e1e8a2p-17),
    ]
    expect(Elementary.sin, gives: cases)
  }

  @Test func cosRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.00ffb2e5f3418p-1, 0x1.c0d7b1b76cf01p-1),
      (0x1.efb8094693943p-2, 0x1.c52b08ec2b193p-1),
      (0x1.90e0c5863d4d7p4, 0x1.fe72dae5b40e4p-1),
      (0x1.8a4c7a7dbce53p4, 0x1.c3fa779db7ae8p-1),
      (0x1.19e93cfe8afe5p29, -0x1.f1355879f3528p-1),
      (0x1.074769eb87cbep28, -0x1.68089900812a6p-1),
    ]
    expect(Elementary.cos, gives: cases)
  }

  @Test func cosIsTheNearestDoubleForSmallAndHugeAngles() {
    let cases: Cases = [
      (1, 0x1.14a280fb5068cp-1),
      (0x1p-1, 0x1.c1528065b7d5p-1),
      (-2, -0x1.aa22657537205p-2),
      (3, -0x1.fae04be85e5d2p-1),
      (10, -0x1.ad9ac890c6b1fp-1),
      (100, 0x1.b981dbf665fdfp-1),
      (100000, -0x1.ffac3841b3da7p-1),
      (0x1.921fb54442d18p1, -1),
      (0x1.921fb54442d18p0, 0x1.1a62633145c07p-54),
      (0x1.921fb54442d18p-1, 0x1.6a09e667f3bcdp-1),
      (0x1.6ac5b262ca1ffp849, -0x1.14ae72e6ba22fp-61),
      (0x1.0f0cf064dd592p73, 0x1.0be2cef01c8f4p-1),
      (0x1.7e43c8800759cp996, -0x1.2699022adc4c1p-1),
      (0x1.fffffffffffffp1023, -0x1.fffe62ecfab75p-1),
      (0x1.921fb54442d19p1, -1),
      (0x1p-7, 0x1.fffc000155552p-1),
      (-0x1.4f8b588e368f1p-17, 0x1.ffffffff920c8p-1),
    ]
    expect(Elementary.cos, gives: cases)
  }

  @Test func tanRoundsCloseCallsCorrectly() {
    let cases: Cases = [
      (0x1.6aca1e1076374p-3, 0x1.6ea1ec74035eap-3),
      (0x1.629baa38767aep-3, 0x1.6631e197da845p-3),
      (0x1.9b9791e630e7bp5, 0x1.39d3ddb05773fp1),
      (0x1.76cea2e329b5fp6, -0x1.3716dfbe1b358p-1),
      (0x1.64ce845b25b18p29, -0x1.079bdb2cf155fp-5),
      (0x1.cb9ab9db5db7dp27, 0x1.31e1d0d8c8bbcp0),
    ]
    expect(Elementary.tan, gives: cases)
  }

  @Test func tanIsTheNearestDoubleForSmallAndHugeAngles() {
    let cases: Cases = [
      (1, 0x1.8eb245cbee3a6p0),
      (0x1p-1, 0x1.17b4f5bf3474ap-1),
      (-2, 0x1.17af62e0950f8p1),
      (3, -0x1.23ef71254b86fp-3),
      (10, 0x1.4bf5f34be3782p-1),
      (100, -0x1.2ca74d62b5d38p-1),
      (100000, -0x1.250a9d503313dp-5),
      (0x1.921fb54442d18p1, -0x1.1a62633145c07p-53),
      (0x1.921fb54442d18p0, 0x1.d02967c31cdb5p53),
      (0x1.921fb54442d18p-1, 0x1.fffffffffffffp-1),
      (0x1.6ac5b262ca1ffp849, -0x1.d9ba9a7975636p60),
      (0x1.0f0cf064dd592p73, -0x1.a0f79c1b6b257p0),
      (0x1.7e43c8800759cp996, 0x1.6be411f37ac77p0),
      (0x1.fffffffffffffp1023, -0x1.4530cfe729484p-8),
      (0x1.921fb54442d19p1, 0x1.72cece675d1fdp-52),
      (0x1p-7, 0x1.00015557777afp-7),
      (-0x1.4f8b588e368f1p-17, -0x1.4f8b588e6698ep-17),
    ]
    expect(Elementary.tan, gives: cases)
  }

  @Test func sineAndTangentKeepTheSignOfZeroAndTinyAngles() {
    let cases: Cases = [(0, 0), (-0.0, -0.0), (subnormal(1), subnormal(1)), (-0x1p-30, -0x1p-30)]
    expect(Elementary.sin, gives: cases)
    expect(Elementary.tan, gives: cases)
    expect(Elementary.cos, gives: [(0, 1), (-0.0, 1), (subnormal(1), 1), (0x1p-28, 1)])
  }

  @Test func infiniteAnglesHaveNoSine() {
    for x in [Double.infinity, -.infinity, .nan] {
      #expect(Elementary.sin(x).isNaN)
      #expect(Elementary.cos(x).isNaN)
      #expect(Elementary.tan(x).isNaN)
    }
  }

  @Test func sineAndTangentAreOddAndCosineIsEven() {
    for x in [0.3, 0.8, 2.0, 4.0, 5.5, 12345.678, 1e18] {
      #expect(Elementary.sin(-x) == -Elementary.sin(x), "at \(x)")
      #expect(Elementary.tan(-x) == -Elementary.tan(x), "at \(x)")
      #expect(Elementary.cos(-x) == Elementary.cos(x), "at \(x)")
    }
  }

  @Test func theSineDoesNotDescendWhereItsTablesChange() {
    let points = [0x1p-27, 0x1p-7, 3 * 0x1p-7, 49 * 0x1p-7, 0x1.921fb54442d18p-1, 1.0, 1.5]
    expectNoDescent(of: Elementary.sin, around: points)
    expectNoDescent(of: Elementary.tan, around: points)
    expectNoDescent(of: { -Elementary.cos($0) }, around: points)
  }
}

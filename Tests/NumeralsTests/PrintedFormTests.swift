import Numerals
import Testing

@Suite struct PrintedFormTests {
  /// 6.66e-08 and others, in the form of what is printed beside them.
  @Test(arguments: [
    ("6.6e-08", 9, 67, "6.7e-08"), ("6.6 × 10^-8", 9, 67, "6.7 × 10^-8"), (".06e-6", 8, 7, "0.07e-6"),
    ("0.066", 3, 67, "0.067"), ("66", 0, 67, "67"), ("6.6·10⁷", -6, 67, "6.7·10⁷"),
    ("6.6 \\times 10^{-8}", 9, 67, "6.7 \\times 10^{-8}"), ("6{,}6", 1, 67, "6{,}7"), ("6{.}6", 1, 67, "6{.}7"),
    ("6{,}6 \\cdot 10^{-8}", 9, 67, "6{,}7 \\cdot 10^{-8}"), ("0.000\\,066", 6, 67, "0.000\\,067"),
    ("66\\,000", 0, 67_001, "67\\,001"), ("- 6.6", 1, 67, "6.7"), ("10^{-3}", 3, 67, "0.067"), ("10⁻³", 3, 67, "0.067"),
    ("6.6", 1, 1067, "106.7"), ("6.6\\text{e-8}", 9, 67, "6.7\\text{e-8}"),
    ("6.6 × 10^-8", 9, 1067, "106.7 × 10^-8"), ("6.6\\text{e-8}", 9, 1067, "106.7\\text{e-8}"),
    ("10<sup>-3</sup>", 3, 67, "0.067"), ("&minus;6.6", 1, 67, "6.7"),
  ])
  func aRightNumberHasThePowerOfTenOfThePrintedOne(text: String, places: Int, right: UInt64, spelled: String) {
    let printed = PrintedNumber(Decimal(coefficient: 66, places: places), text: text)
    #expect(printed.spelled(Decimal(coefficient: right, places: places)) == spelled)
    #expect(printed.spelled(Decimal(isNegative: true, coefficient: right, places: places)) == "-" + spelled)
  }
}

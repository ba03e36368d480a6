import Testing

@testable import Numerals

/// What a style makes of a value, as it would be typed.
private func shown(_ value: Double, _ style: NumberStyle) -> String {
  let number = style.shown(value)
  return (number.isExact ? "= " : "≈ ") + number.plainText
}

@Suite struct NumberStyleTests {
  @Test(
    arguments: [
      (0.41000000000000003, "= 0.41"), (0.6010879, "≈ 0.60108"), (0.0802031, "≈ 0.08020"), (0.1948, "= 0.1948"),
      (0.194805, "≈ 0.19480"), (-0.176065, "≈ -0.17606"), (100.1 - 100, "= 0.1"), (0, "= 0"), (-0.0, "= 0"),
      (0.999999, "≈ 0.99999"), (12, "= 12"), (0.000004386, "= 4.386e-6"), (0.0000043869999, "≈ 4.3869e-6"),
      (1e300, "= 1e300"), (123_456_789_012_345, "= 123456789012345"),
    ] as [(Double, String)])
  func fiveDecimalsCut(value: Double, expected: String) {
    #expect(shown(value, NumberStyle(.decimals(5), .cut)) == expected)
  }

  @Test(
    arguments: [
      (0.3375, 3, "≈ 0.338"), (0.2345, 3, "≈ 0.235"), (2.5, 0, "≈ 3"), (-2.5, 0, "≈ -3"), (0.5, 0, "≈ 1"),
      (1.005, 2, "≈ 1.01"), (9.9996, 3, "≈ 10.000"), (0.41, 5, "= 0.41"), (0.0004, 3, "= 4e-4"),
      (0.0006, 3, "≈ 0.001"), (123456.789, 1, "≈ 123456.8"),
    ] as [(Double, Int, String)])
  func decimalsRoundHalfUpAsATextbookDoes(value: Double, places: Int, expected: String) {
    #expect(shown(value, NumberStyle(.decimals(places))) == expected)
  }

  @Test(
    arguments: [
      (0.0004386, "= 4.386e-4"), (0.00043861, "≈ 4.386e-4"), (0.001, "= 0.001"), (0.00099999, "≈ 0.001000"),
      (99999.6, "≈ 100000"), (999999.6, "≈ 1.000e6"), (1_000_000, "= 1e6"), (123456, "≈ 123500"), (12.3456, "≈ 12.35"),
      (-0.5, "= -0.5"), (9.9996, "≈ 10.00"), (.leastNonzeroMagnitude, "≈ 4.941e-324"),
      (1.7976931348623157e308, "≈ 1.798e308"),
    ] as [(Double, String)])
  func fourFigures(value: Double, expected: String) {
    #expect(shown(value, NumberStyle(.figures(4))) == expected)
  }

  @Test(
    arguments: [
      (99.99937812746526, "= 99.99937812746526"), (0.1 + 0.2, "= 0.30000000000000004"), (1e16, "= 1e16"),
      (123456789012345.0, "= 123456789012345"), (0.0001, "= 0.0001"), (0.00001, "= 1e-5"),
      (.leastNonzeroMagnitude, "= 5e-324"),
      (-3, "= -3"), (-5.34381483665323e-08, "= -5.34381483665323e-8"),
    ] as [(Double, String)])
  func allDigitsReadBackAsTheSameValue(value: Double, expected: String) {
    #expect(shown(value, NumberStyle(.allDigits)) == expected)
    #expect(NumberStyle(.allDigits).shown(value).value == value)
  }

  @Test func carryingKeepsNothingButTheShownDigits() {
    #expect(NumberStyle(.decimals(2)).carried(0.125) == 0.13)
    #expect(NumberStyle(.decimals(2), .cut).carried(0.129) == 0.12)
    #expect(NumberStyle(.figures(3)).carried(0.00123456) == 0.00123)
    #expect(NumberStyle(.decimals(3)).carried(0.0001) == 0)
    #expect(NumberStyle(.allDigits).carried(0.1 + 0.2) == 0.1 + 0.2)
  }

  @Test func conversionIsExactWhereTheFastRoadEnds() {
    // 2^-1074 has 751 significant digits; its first fifteen are 494065645841247.
    let tiny = Decimal(exactly: .leastNonzeroMagnitude, roundedToPlaces: 338)
    #expect(tiny.coefficient == 494_065_645_841_247)
    let large = Decimal(exactly: 1.7976931348623157e308, roundedToPlaces: -294)
    #expect(large.coefficient == 179_769_313_486_232)
    // 2^60 + 2^8 = 1152921504606847232, rounded half up to 10^4.
    #expect(Decimal(exactly: 1_152_921_504_606_847_232, roundedToPlaces: -4).coefficient == 115_292_150_460_685)
  }
}

@Suite struct PrintedNumberTests {
  private func printed(_ coefficient: UInt64, _ places: Int, isNegative: Bool = false) -> PrintedNumber {
    PrintedNumber(Decimal(isNegative: isNegative, coefficient: coefficient, places: places), text: "")
  }

  @Test func aNumberHoldsAtItsOwnDigitsUnderTheConvention() {
    #expect(printed(60108, 5).holds(for: 0.60108787, .cut))
    #expect(!printed(60109, 5).holds(for: 0.60108787, .cut))
    #expect(printed(60109, 5).holds(for: 0.60108787, .rounded))
    #expect(printed(601, 3).holds(for: 0.60108787, .rounded))
    #expect(printed(41, 2).holds(for: 0.41000000000000003, .cut))
    #expect(printed(41000, 5).holds(for: 0.41, .cut))
    #expect(printed(1760, 5, isNegative: true).holds(for: -0.0176065, .cut))
    #expect(!printed(1760, 5).holds(for: -0.0176065, .cut))
  }

  @Test func theDigitsOfAMantissaCount() {
    #expect(printed(534, 10, isNegative: true).holds(for: -5.34381483665323e-08, .cut))
    #expect(!printed(535, 10, isNegative: true).holds(for: -5.34381483665323e-08, .rounded))
  }

  @Test func longNumbersAreComparedWithTheShortestForm() {
    #expect(printed(9_999_937_812_746_526, 14).holds(for: 99.99937812746526, .rounded))
    #expect(!printed(9_999_937_812_746_527, 14).holds(for: 99.99937812746526, .rounded))
    #expect(printed(534_381_483_665_323, 22, isNegative: true).holds(for: -5.34381483665323e-08, .rounded))
  }

  @Test func nothingHoldsForNoNumber() {
    #expect(!printed(0, 0).holds(for: .nan, .rounded))
    #expect(!printed(0, 0).holds(for: .infinity, .cut))
  }
}

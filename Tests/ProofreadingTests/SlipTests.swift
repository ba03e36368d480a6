import Numerals
import Testing

@testable import Proofreading

/// What copying does to digits; the right numbers are written out to as many places as are asked for.
@Suite struct SlipTests {
  private static func decimal(_ text: String) -> Decimal {
    let digits = text.filter { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let places = digits.count > 1 ? digits[1].count : 0
    return Decimal(isNegative: text.hasPrefix("-"), coefficient: UInt64(digits.joined()) ?? 0, places: places)
  }

  /// The first slip that explains it, of the right value 0.451873…, or whatever is given.
  private static func slip(_ printed: String, right: String) -> Slip? {
    let whole = decimal(right)
    return Slip.allCases.first { slip in
      slip.explains(decimal(printed)) { whole.reduced(toPlaces: $0, by: .cut) }
    }
  }

  @Test(arguments: [
    ("0.45817", "0.451873333333", Slip.transposed), ("0.54187", "0.451873333333", .transposed),
    ("0.4587", "0.451873333333", .dropped), ("0.5187", "0.451873333333", .dropped),
    ("2.345", "12.345678901234", .dropped), ("1.345", "12.345678901234", .dropped),
    ("-0.45187", "0.451873333333", .sign), ("0.01802", "-0.018026666666", .sign),
    ("5.34", "0.000000053438148366", .exponent), ("0.045187", "0.451873333333", .exponent),
    ("451.87", "0.451873333333", .exponent),
  ])
  func aSlipIsRecognised(printed: String, right: String, slip: Slip) {
    #expect(Self.slip(printed, right: right) == slip)
  }

  @Test(arguments: [
    ("0.45187", "0.451873333333"), ("0.45178", "0.451993333333"), ("0.4518", "0.451873333333"),
    ("0.47851", "0.451873333333"), ("0.45186", "0.451873333333"), ("0.00000", "0.451873333333"),
    ("0.0", "0.000000053438148366"), ("-0.54187", "0.451873333333"), ("1", "0.451873333333"),
  ])
  func whatNoSlipMakesIsNotCalledOne(printed: String, right: String) {
    #expect(Self.slip(printed, right: right) == nil)
  }
}

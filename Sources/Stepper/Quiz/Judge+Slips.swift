import Longhand
import Numerals
import Proofreading

extension Judge {
  /// Something that went wrong with the digits alone.
  var slip: Judgement? {
    if isSignWrong { return .nearly(StepperWords.sign, .sign) }
    if explains(.exponent, fewest: 2), isShiftTelling { return .nearly(StepperWords.powerOfTen, .powerOfTen) }
    if isLastDigitOff { return .nearly(StepperWords.lastDigit(isExact: truth.isExact), .lastDigit) }
    guard !attempt.isExpression else { return nil }
    if explains(.transposed, fewest: Self.enoughDigits) { return .nearly(StepperWords.transposed, .digits) }
    if explains(.dropped, fewest: Self.enoughDigits) { return .nearly(StepperWords.dropped, .digits) }
    return nil
  }

  private var isSignWrong: Bool {
    if attempt.isExpression {
      return truth.values.contains { (attempt.value + $0).magnitude <= truth.unit.value }
    }
    // One digit proves nothing where the number has more.
    return explains(.sign, fewest: min(2, truth.shown.stripped(keeping: Int.min).significantDigits))
  }

  /// Two digits are enough where the number has no more.
  private var isShiftTelling: Bool {
    let digits = attempt.decimal.stripped(keeping: Int.min).significantDigits
    return digits >= Self.enoughDigits || digits >= truth.shown.stripped(keeping: Int.min).significantDigits
  }

  private func explains(_ slip: Slip, fewest digits: Int) -> Bool {
    let printed = attempt.printed
    guard printed.decimal.significantDigits >= digits else { return false }
    return truth.values.contains { value in
      Reduction.allCases.contains { reduction in
        slip.explains(printed.decimal) { printed.expected(for: value, toPlaces: $0, reduction) }
      }
    }
  }

  /// By one or two of its units, which must be small beside the number.
  private var isLastDigitOff: Bool {
    let own = Decimal(coefficient: 1, places: attempt.decimal.places).value
    let unit = attempt.isExpression ? truth.unit.value : max(truth.unit.value, own)
    guard truth.shown.value.magnitude >= 100 * unit else { return false }
    return (truth.values + [truth.shown.value]).contains { (attempt.value - $0).magnitude <= 2.5 * unit }
  }
}

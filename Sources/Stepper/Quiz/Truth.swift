import DocumentModel
import Longhand
import Numerals

/// What a number of the worked example is: as the page shows it, and as it is before digits are dropped.
struct Truth {
  /// As the page shows it.
  let shown: Decimal
  let style: NumberStyle
  /// Before digits were dropped, and what the numbers on the page give on a calculator; as far as they are known.
  let values: [Double]
  /// Whether the page shows all its digits.
  let isExact: Bool
  /// One in the last place that the page would show.
  let unit: Decimal

  init(_ number: ShownNumber, of question: Question, in workbook: Workbook) {
    isExact = number.isExact && workbook.walkthrough.carry == nil
    style = workbook.walkthrough.style
    shown = Decimal(number)
    let expressions = [question.name] + (question.numbers.flatMap { question.typed($0) }.map { [$0] } ?? [])
    let worked = workbook.values(of: expressions, example: question.example)
    let exact = worked[0].flatMap { [style = self.style] in style.shown($0) == number ? $0 : nil }
    let typed = worked.dropFirst().first.flatMap(\.self)
    values = [exact ?? typed ?? number.value] + (typed.map { [$0] } ?? [])
    unit = Self.unit(of: number, shown, style)
  }

  /// Digits that are left out because the value needs no more are counted, too.
  private static func unit(of number: ShownNumber, _ shown: Decimal, _ style: NumberStyle) -> Decimal {
    let places =
      switch style.precision {
      case .decimals(let count) where number.exponent == nil: count
      case .decimals(let count), .figures(let count): count - 1 - shown.magnitude
      case .allDigits: max(shown.places, allDigits - 1 - shown.magnitude)
      }
    return Decimal(coefficient: 1, places: shown.isZero ? max(places, 1) : places)
  }

  /// What stands for all digits where an answer is worked out.
  private static let allDigits = 6

  /// Whether the digits of a number are those of the value, as many as there are.
  func has(_ printed: PrintedNumber) -> Bool {
    values.contains { value in Reduction.allCases.contains { printed.holds(for: value, $0) } }
  }

  /// Whether they are its digits dropped as the page drops them, or rounded.
  func hasProperly(_ printed: PrintedNumber) -> Bool {
    [style.reduction, .rounded].contains { printed.holds(for: values[0], $0) }
  }
}

extension Decimal {
  /// What a page shows, as one number.
  init(_ number: ShownNumber) {
    self.init(
      isNegative: number.isNegative, coefficient: number.mantissa.coefficient,
      places: number.mantissa.places - (number.exponent ?? 0))
  }

  /// How many digits say something: those from the first that is not zero.
  var significantDigits: Int { isZero ? 0 : digitCount }
}

extension Question {
  /// A formula of the page as a published line writes it, its entry taken where an entry is asked for.
  func typed(_ formula: Formula) -> String? {
    formula.typed.map { text in entry.map { "(\(text))[\($0.row),\($0.column)]" } ?? text }
  }
}

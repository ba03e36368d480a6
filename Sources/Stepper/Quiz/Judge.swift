import Differentiation
import DocumentModel
import Longhand
import Numerals

extension Question {
  /// What is said of an answer to a question: a number, an expression that comes to one, or a name.
  func judgement(of answer: String, _ workbook: Workbook) -> Judgement {
    let text: String
    switch AnswerText(answer.withoutLeft(name)) {
    case .expression(let expression): text = expression
    case .empty: return .unreadable(StepperWords.emptyAnswer)
    case .tooLong: return .unreadable(StepperWords.longAnswer)
    case .decimalComma: return .unreadable(StepperWords.decimalComma)
    case .sign(let sign): return .unreadable(StepperWords.strangeSign(sign))
    }
    switch expected {
    case .name(let name, let others): return judgement(ofName: text, [name] + others)
    case .number(let number):
      if text.speaks(of: name) { return .unreadable(StepperWords.answerIsQuestion) }
      do throws(AnswerProblem) {
        let written = try workbook.written(text, example: example)
        let truth = Truth(number, of: self, in: workbook)
        guard let attempt = Attempt(written, text: text, truth) else { return .unreadable(StepperWords.noValue) }
        return Judge(question: self, workbook: workbook, truth: truth, attempt: attempt).judgement
      } catch {
        return .unreadable(StepperWords.notUnderstood(error.message))
      }
    }
  }
}

/// An answer as a number.
struct Attempt {
  /// With the digits that were written; of an expression, those that a page would show.
  let printed: PrintedNumber
  let value: Double
  let isExpression: Bool

  init?(_ written: WrittenAnswer, text: String, _ truth: Truth) {
    guard let value = written.value, value.isFinite else { return nil }
    self.value = value
    isExpression = written.printed == nil
    printed = written.printed ?? PrintedNumber(Decimal(truth.style.shown(value)), text: text)
  }

  var decimal: Decimal { printed.decimal }
}

/// One answer beside the number that is asked for.
struct Judge {
  let question: Question
  let workbook: Workbook
  let truth: Truth
  let attempt: Attempt

  /// Fewer digits explain nothing, and are too few for a number that has more.
  static let enoughDigits = 3

  var judgement: Judgement { unmoved ?? right ?? forgottenRate ?? slip ?? misstep ?? origin ?? close ?? unexplained }

  /// A new value that is the old one: of few digits both begin alike.
  private var unmoved: Judgement? {
    guard let old, attempt.value == old.value, !attempt.decimal.equals(truth.shown) else { return nil }
    return .nearly(StepperWords.oldValue(old.name), .forgottenTerm)
  }

  /// Where a new value is asked for: what moves, and its value before.
  private var old: (name: String, value: Double)? {
    guard question.asked == .update, case .updated(let symbol) = question.equation.left,
      let quantity = index(of: symbol), workbook.walkthrough.quantities[quantity].shape.isScalar
    else { return nil }
    return (symbol.name, workbook.trace.values[quantity])
  }

  /// Right, or right as far as it goes.
  private var right: Judgement? {
    if attempt.isExpression { return isWithinUnits(1) ? .right(StepperWords.rightExpression) : nil }
    let decimal = attempt.decimal
    if decimal.equals(truth.shown) { return .right(StepperWords.right) }
    if decimal.places >= min(truth.unit.places, truth.shown.places) {
      let onPage = PrintedNumber(decimal.reduced(toPlaces: truth.unit.places, by: .cut), text: "")
      let rounded = PrintedNumber(decimal.reduced(toPlaces: truth.unit.places, by: .rounded), text: "")
      let hasMore = decimal.places > truth.unit.places
      if truth.has(attempt.printed) { return .right(StepperWords.right(lastDigitDiffers: !hasMore)) }
      return hasMore && !truth.isExact && (truth.has(onPage) || truth.has(rounded))
        ? .nearly(StepperWords.wrongBeyondPage, .lastDigit) : nil
    }
    return withFewerDigits
  }

  private var withFewerDigits: Judgement? {
    let (decimal, value) = (attempt.decimal, truth.values[0])
    guard truth.has(attempt.printed), !decimal.isZero, (decimal.value - value).magnitude <= 0.2 * value.magnitude
    else { return nil }
    let digits = StepperWords.digits(of: truth.shown)
    let hasFew = decimal.significantDigits < Self.enoughDigits
    return truth.hasProperly(attempt.printed) && decimal.significantDigits >= Self.enoughDigits
      ? .right(StepperWords.right(butPageHas: digits))
      : .nearly(
        StepperWords.tooFewDigits(
          pageHas: digits, areThreeEnough: hasFew && truth.shown.significantDigits >= Self.enoughDigits), .tooFewDigits)
  }

  /// Whether it is so many units of the last shown place away from the number, or less.
  private func isWithinUnits(_ count: Double) -> Bool {
    (truth.values + [truth.shown.value]).contains {
      // A unit that is not exact in a double is no reason to refuse.
      (attempt.value - $0).magnitude <= count * truth.unit.value * (1 + 1e-9)
    }
  }

  /// Nearly the number, as it comes from factors that were rounded too soon.
  private var close: Judgement? {
    guard hasEnoughDigits, question.asked != .update || old != nil else { return nil }
    // A new value is close to the old one, whichever way it went: what counts is the step.
    let isClose = truth.values.contains {
      (attempt.value - $0).magnitude <= Self.closeness * ($0 - (old?.value ?? 0)).magnitude
    }
    return isClose
      ? .nearly(StepperWords.close(isExact: truth.isExact, isExpression: attempt.isExpression), .digits) : nil
  }

  /// What three digits of a few factors can be off by.
  private static let closeness = 0.003

  private var unexplained: Judgement {
    Judgement(verdict: .wrong, message: StepperWords.wrong(question.asked), mistake: .other)
  }
}

extension Judgement {
  static func right(_ message: String) -> Judgement { Judgement(verdict: .right, message: message, mistake: nil) }
  static func nearly(_ message: String, _ mistake: Mistake) -> Judgement {
    Judgement(verdict: .nearly, message: message, mistake: mistake)
  }
  static func unreadable(_ message: String) -> Judgement {
    Judgement(verdict: .unreadable, message: message, mistake: nil)
  }
}

import Numerals
import WalkthroughLanguage

/// What is said to who answers: short, kind, and never the number itself.
extension StepperWords {
  static let right = "Right."
  static let rightExpression = "Right: that is what it comes to."

  static func right(lastDigitDiffers: Bool) -> String {
    lastDigitDiffers
      ? "Right; the page drops its digits in another way." : "Right, and with more digits than the page has."
  }

  static let wrongBeyondPage = "Right as far as the page goes; your digits beyond that are not."

  static func right(butPageHas digits: String) -> String { "Right; the page has \(digits)." }

  static func tooFewDigits(pageHas digits: String, areThreeEnough: Bool) -> String {
    "Right as far as it goes; the page has \(digits).\(areThreeEnough ? " Three that count would do." : "")"
  }

  static func oldValue(_ name: String) -> String { "That is the old value of \(name); by how much does it move?" }

  /// `5 decimals`; of a number too small or too large for them, its figures.
  static func digits(of number: Decimal) -> String {
    let places = number.places
    if (1...12).contains(places), number.magnitude >= -places { return count(places, "decimal") }
    return count(number.significantDigits, "figure")
  }

  static let sign = "The digits are right, the sign is not."
  static let powerOfTen = "The digits are right; look at where the point stands."
  static func lastDigit(isExact: Bool) -> String {
    isExact ? closeToExact : "Very close: only the end is off. Go on with more digits, and drop them last."
  }
  static let transposed = "Two neighbouring digits seem to have changed places."
  static let dropped = "A digit seems to have got lost."

  static func without(factor: String, slopeOf function: Primitive?) -> String {
    let slope =
      switch function {
      case .sigmoid?: ", the factor σ′"
      case let function?: ", the slope of \(function.rawValue)"
      case nil: ""
      }
    return "That is the product without \(factor)\(slope)."
  }

  /// An expression says by itself what was done with which numbers, and both may be wrong.
  static func close(isExact: Bool, isExpression: Bool) -> String {
    if isExact { return closeToExact }
    return isExpression
      ? "Very close, but not it: look at the numbers that you put in, and at the formula."
      : "Very close. The way seems right: go on with more digits of what you put in, and round at the end."
  }
  private static let closeToExact =
    "Very close. The number is exact here, and needs no rounding: work it out once more."
  static let halved = "That is half of it. Where could a 2 get lost, or a half come in?"
  static let doubled = "That is twice as much. Where could a 2 come in, or a half get lost?"
  static func without(term: String) -> String { "That leaves out \(term): everything that comes in is added up." }
  static func only(_ part: String) -> String { "That is \(part) alone; there is more to it." }
  static func twice(_ term: String) -> String { "That has \(term) in it twice." }
  static func signOf(_ term: String) -> String { "Look at the sign before \(term)." }
  static func withoutExponent(_ base: String) -> String { "Is \(base) raised to its power there?" }
  static func withoutFunction(_ inside: String) -> String { "That is what goes into the function, not what comes out." }
  static func withoutDivisor(_ divisor: String) -> String { "It still has to be divided by \(divisor)." }

  static func updated(_ weight: String) -> String {
    "That has the new value of \(weight) in it; until all is worked out, the old one counts."
  }

  static func operandForResult(_ result: String) -> String {
    "The formula wants \(result) itself, not what goes into its function."
  }

  static func origin(_ reason: String, isCertain: Bool) -> String {
    isCertain ? "Look again: \(reason)." : "Look again; perhaps \(reason)."
  }

  static func wrong(_ asked: Question.Asked) -> String {
    switch asked {
    case .value: "Not yet. Put the numbers into the formula one by one."
    case .factor: "Not yet. Which rule gives this slope, and which numbers go into it?"
    case .product: "Not yet. Are all the factors along the path in it, each once?"
    case .sum: "Not yet. Work out what comes along each path, and add up."
    case .update: "Not yet. The old value, the rate, the slope: which way does it go?"
    case .next: "Not yet. What does the last one depend on directly?"
    }
  }

  static let upsideDown = "The right two names, upside down: above stands what changes."
  static let nextIsKnown = "That one is worked out already; what comes after it?"

  static let emptyAnswer = "Write a number, or an expression such as 0.5*0.2."
  static let longAnswer = "That is too long to be read; write a number or a short expression."
  static let decimalComma = "Write a decimal point in the place of the comma."
  static let answerIsQuestion = "That is its name; what does it come to?"
  static let noValue = "That comes to no number."

  static func strangeSign(_ sign: Character) -> String {
    sign.isWhitespace || sign.unicodeScalars.contains { $0.value < 0x20 || $0.value > 0x7E }
      ? "An answer is one line of numbers, names and signs." : "An answer has no \(sign) in it; write one side only."
  }

  /// What the language would have an author do is no help in an answer.
  static func notUnderstood(_ message: String) -> String { "That cannot be read: \(message)." }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

/// What is asked, and how it went.
extension StepperWords {
  static func summary(_ tally: Score.Tally) -> String {
    guard tally.asked > 0 else { return "No question is answered yet." }
    let parts = [(tally.rightLater, "after a hint or another try"), (tally.shown, "shown")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (["\(tally.rightAtOnce) of \(tally.asked) right at once"] + parts).joined(separator: ", ") + "."
  }

  static func nothingToPractise(_ tally: Score.Tally) -> String {
    tally.asked < 5 ? "Nothing went wrong; go on with more questions." : "Nothing went wrong; try it on paper now."
  }

  static func practise(_ asked: Question.Asked) -> String {
    switch asked {
    case .value: "Practise the forward pass: put numbers into one formula after another."
    case .factor: "Practise the factors: the slope of one formula, by one of the names in it."
    case .product: "Practise the products: write down all the factors of a path before you multiply."
    case .sum: "Practise the sums: find every path from the weight to the error first."
    case .update: "Practise the updates: the old value, minus or plus the rate times the slope."
    case .next: "Practise the chain rule without numbers: which factor comes next, and why?"
    }
  }

  static func practise(_ mistake: Judgement.Mistake) -> String {
    switch mistake {
    case .lastDigit: "Go on with all digits of the calculator, and drop them only when you write a number down."
    case .tooFewDigits: "Write at least three digits that count."
    case .sign: "Look at the sign before you calculate: does the error grow or shrink?"
    case .powerOfTen: "Estimate the size first, so that the point stands where it should."
    case .digits: "Read numbers off the page twice."
    case .forgottenFactor: "Count the factors: one for each step on the path, the slope of each function too."
    case .forgottenTerm: "Count the terms: as many as there are paths."
    case .updatedWeight: "Use the old weights until every slope is worked out."
    case .otherQuantity: "Name what is asked for before you calculate: of what, and by what."
    case .other: "Work the formula in symbols first."
    }
  }
}

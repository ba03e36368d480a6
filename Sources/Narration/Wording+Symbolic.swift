import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func functions(_ calls: Sentence, isOne: Bool) -> Sentence {
    "\(strong: isOne ? "Function without a formula:" : "Functions without a formula:") \(calls)"
  }

  /// How the calls in a formula, and what goes into them, come by their names.
  static func takenApart(calls: Int, operands: Int) -> Sentence {
    let value: Sentence = calls == 1 ? "the value of the function" : "the value of each function"
    let operand: Sentence = operands == 1 ? "what goes into a function" : "whatever goes into a function"
    if calls == 0 { return "\(operand.capitalized) goes by the name of the operand:" }
    let start: Sentence = "Taken apart from the inside, \(value) goes by the name of the function"
    return operands == 0 ? "\(start):" : "\(start), and \(operand) by the name of the operand:"
  }

  /// All that can be said of a function without a formula.
  static func anyFunction(_ result: Formula, of operands: [Formula], slope: Formula, isFirst: Bool) -> Sentence {
    isFirst
      ? "\(result) is any function of \(list: operands); its slope \(slope) is all that the chain rule needs of it."
      : "\(result) is any function of \(list: operands), so \(slope) stays as it is, too."
  }

  static func formulasUsed(_ formulas: Sentence) -> Sentence { "From the forward pass: \(formulas)." }

  /// At which points derivatives were compared, and how many.
  static func pointsCheck(
    _ points: Int, _ derivatives: Int, _ unclear: Int, givens: Sentence, functions: [Formula]
  ) -> Sentence {
    let standIns: Sentence = functions.isEmpty ? "" : ", and fixed smooth functions for \(list: functions)"
    let place = points == 1 ? "one point" : "\(counted(points, "point"))"
    let start: Sentence =
      "At \(place), fixed numbers were put in for \(givens)\(standIns): \(derivatives == 1 ? "the derivative found as a formula agrees" : "the derivatives found as formulas agree") with the slopes measured there."
    if unclear == 0 { return start }
    return start + "Not checked: \(counted(unclear, "derivative")), for want of a measured slope."
  }

  static func noPoint(_ points: Int) -> Sentence {
    "Not checked against measured slopes: at none of the \(number(points)) points that were tried do all lines have values."
  }
}

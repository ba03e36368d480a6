import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func functions(_ calls: Sentence, isOne: Bool) -> Sentence {
    "\(strong: isOne ? "Function without a formula:" : "Functions without a formula:") \(calls)"
  }

  /// How the calls in a formula come by their names.
  static func calls(_ names: [Formula]) -> Sentence {
    names.count == 1
      ? "What the formula holds inside is a quantity of its own, \(names[0]):"
      : "Taken apart from the inside, each value gets a name of its own, \(list: names):"
  }

  /// All that can be said of a function without a formula.
  static func anyFunction(_ result: Formula, of operands: [Formula], by operand: Formula, isFirst: Bool) -> Sentence {
    isFirst
      ? "\(result) is any function of \(list: operands); how it changes with \(operand) is all that the chain rule asks."
      : "\(result) is any function of \(list: operands), so this slope stays as it is, too."
  }

  static func formulasUsed(_ formulas: Sentence) -> Sentence { "From the forward pass: \(formulas)." }

  /// At which points derivatives were compared, and how many.
  static func pointsCheck(
    _ points: Int, _ derivatives: Int, _ unclear: Int, givens: Sentence, functions: [Formula]
  ) -> Sentence {
    let standIns: Sentence = functions.isEmpty ? "" : ", and fixed smooth functions for \(list: functions)"
    let place = points == 1 ? "one point" : "\(counted(points, "point"))"
    let start: Sentence =
      "At \(place), fixed numbers were put in for \(givens)\(standIns): \(derivatives == 1 ? "the derivative found as a formula agrees" : "the \(counted(derivatives, "derivative")) found as formulas agree") with the slopes measured there."
    if unclear == 0 { return start }
    return start + "Not checked: \(counted(unclear, "derivative")), for want of a measured slope."
  }

  static func noPoint(_ points: Int) -> Sentence {
    "Not checked against measured slopes: at none of the \(number(points)) points that were tried do all lines have values."
  }
}

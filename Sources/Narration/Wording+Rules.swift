import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Wording {
  static func takenAsItIs(_ operand: Formula, in result: Formula) -> Sentence {
    "\(operand) enters \(result) as it is, so both change alike."
  }

  static func takenAway(_ operand: Formula, from result: Formula) -> Sentence {
    "\(operand) is taken away in \(result), so one falls as the other rises."
  }

  static func constantSlope(_ operand: Formula, in result: Formula) -> Sentence {
    "In \(result), \(operand) has a constant factor, and that is the slope."
  }

  static func multiplied(_ operand: Formula, by other: Formula, in result: Formula) -> Sentence {
    "In \(result), \(operand) is multiplied by \(other), and that is the slope."
  }

  /// How an entry of a softmax changes with an exponent, its own or that of another entry.
  static func share(_ result: Formula, isOwn: Bool) -> Sentence {
    isOwn
      ? "\(result) is a share of 1: it grows by itself times what it lacks of 1."
      : "\(result) is a share of 1: where another share grows it gives way, by the product of the two."
  }

  /// What the power rule does, and what becomes of the number that comes down.
  static func power(_ exponent: Int, isHalved: Bool, turns: Bool, everywhere: Bool = false) -> Sentence {
    let start: String =
      switch exponent {
      case 2: "The square brings down a 2"
      case 3: "The cube brings down a 3"
      default: "The power brings its exponent down"
      }
    let half = isHalved ? ", which the ½ cancels" : ""
    let minus = turns ? "; the inner minus turns the difference round" : ""
    return "\(start)\(everywhere ? ", in every entry" : "")\(half)\(minus)."
  }

  /// The same for a matrix, and for exponents that are not whole.
  static func power(_ exponent: Int?, isHalved: Bool, of shape: Shape) -> Sentence {
    power(exponent ?? 0, isHalved: isHalved, turns: false, everywhere: !shape.isScalar)
  }

  static func detour(_ operand: Formula, _ result: Formula, _ direct: Formula) -> Sentence {
    "\(operand) reaches \(result) by way of other quantities too; \(direct) counts only its own place in the formula."
  }
  static let bracket: Sentence = "A bracket is 1 where its condition holds, else 0."
  static let chain: Sentence = "The chain rule multiplies by the slope of what is inside."

  static func termsAddUp(_ operand: Formula, in result: Formula) -> Sentence {
    "\(operand) stands in more than one term of \(result), and their slopes add up."
  }

  static func byRules(_ rules: [DerivativeRule]) -> Sentence {
    let rules = rules.filter { $0 != .identity }
    return rules.isEmpty ? "It follows from the formula." : "This follows from \(names(of: rules))."
  }

  /// Behind what was said of other rules.
  static func restByRules(_ rules: [DerivativeRule]) -> Sentence { "The rest follows from \(names(of: rules))." }

  private static func names(of rules: [DerivativeRule]) -> Sentence {
    Sentence.list(rules.map { "the \($0.name)" })
  }
}

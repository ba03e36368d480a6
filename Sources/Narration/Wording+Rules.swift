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

  /// What the power rule does, and what becomes of the number that comes down.
  static func power(_ exponent: Int, isHalved: Bool, turns: Bool) -> Sentence {
    let start: String =
      switch exponent {
      case 2: "The square brings down a 2"
      case 3: "The cube brings down a 3"
      default: "The power brings its exponent down"
      }
    let half = isHalved ? ", which the ½ cancels" : ""
    let minus = turns ? "; the inner minus turns the difference round" : ""
    return "\(start)\(half)\(minus)."
  }

  /// The derivative of a named function, in words.
  static func slope(of primitive: Primitive, isWhole: Bool) -> Sentence {
    switch primitive {
    case .sigmoid:
      isWhole
        ? "The sigmoid's slope comes from its own value."
        : "The slope of the sigmoid is its value times one minus its value."
    case .tanh: "The slope of tanh is one minus the square of its own value."
    case .tan: "The slope of tan is one plus the square of its own value."
    case .exp: "The exponential is its own slope."
    case .ln: "The slope of the logarithm is one over what is inside."
    case .sqrt: "The slope of the square root is one over twice the root."
    case .abs:
      "The slope of an absolute value is the sign of what is inside; a bracket is 1 where its condition holds, else 0."
    case .relu:
      "The rectifier has slope 1 where its operand is positive, else 0: the bracket is 1 where its condition holds."
    case .softplus: "The slope of softplus is the sigmoid."
    case .sin: "The slope of the sine is the cosine."
    case .cos: "The slope of the cosine is minus the sine."
    case .sinh: "The slope of sinh is cosh."
    case .cosh: "The slope of cosh is sinh."
    case .max: "Only the largest operand counts: the bracket is 1 where its condition holds, else 0."
    case .min: "Only the smallest operand counts: the bracket is 1 where its condition holds, else 0."
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate, .greater, .greaterOrEqual:
      byRules([])
    }
  }

  static func byRules(_ rules: [DerivativeRule]) -> Sentence {
    let names = rules.filter { $0 != .identity }.map(\.name)
    if names.isEmpty { return "It follows from the formula." }
    return "By \(Sentence.list(names.map { "the \($0)" }))."
  }
}

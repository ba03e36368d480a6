import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// How a primitive looks on the page, and what is said about it.
struct Notation {
  let look: Look
  /// The sentence that explains its slope; for signs, the named rules say enough.
  var slope: Sentence = ""
  /// What it is short for, where not everybody knows it: a sentence, and the definition in terms of u.
  var meaning: (sentence: Sentence, definition: Expression)?

  enum Look {
    /// A sign between or before operands, or nothing at all; the formula writer knows which.
    case sign
    case function(Formula.Function)
    /// e raised to the operand.
    case exponential
    case squareRoot
    case bars
    case condition(Formula.Comparison)
  }

  /// A function that is called by an upright word.
  fileprivate static func word(_ word: String, _ slope: Sentence) -> Notation {
    Notation(look: .function(.word(word)), slope: slope)
  }
}

extension Primitive {
  /// The notation table.
  var notation: Notation {
    let u = Expression.quantity(0)
    switch self {
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate: return Notation(look: .sign)
    case .exp: return Notation(look: .exponential, slope: "The exponential is its own slope.")
    case .ln: return .word("ln", "The slope of the logarithm is one over what is inside.")
    case .sqrt:
      return Notation(look: .squareRoot, slope: "The slope of the square root is one over twice the root.")
    case .abs:
      return Notation(
        look: .bars, slope: "The slope of an absolute value is the sign of what is inside.")
    case .sin: return .word("sin", "The slope of the sine is the cosine.")
    case .cos: return .word("cos", "The slope of the cosine is minus the sine.")
    case .tan: return .word("tan", "The slope of tan is one plus the square of its own value.")
    case .sinh: return .word("sinh", "The slope of sinh is cosh.")
    case .cosh: return .word("cosh", "The slope of cosh is sinh.")
    case .tanh: return .word("tanh", "The slope of tanh is one minus the square of its own value.")
    case .sigmoid:
      return Notation(
        look: .function(.greek("sigma")), slope: "The sigmoid's slope comes from its own value.",
        meaning: (
          "The sigmoid squeezes any number into the range from 0 to 1:",
          Expression.one / (Expression.one + Expression.call(.exp, [-u]))
        ))
    case .relu:
      return Notation(
        look: .function(.word("relu")),
        slope: "The rectifier has slope 1 where its operand is positive, else 0.",
        meaning: (
          "The rectifier lets positive numbers through and turns all others into 0:",
          .call(.max, [.integer(0), u])
        ))
    case .softplus:
      return Notation(
        look: .function(.word("softplus")),
        slope: "The slope of softplus is the sigmoid σ: one over one plus the exponential of minus what is inside.",
        meaning: (
          "Softplus is a rectifier with the corner smoothed away:",
          .call(.ln, [Expression.one + Expression.call(.exp, [u])])
        ))
    case .max:
      return .word(
        "max", "The slope of max is 1 towards the largest operand, of equal ones the first, and 0 towards the others.")
    case .min:
      return .word(
        "min", "The slope of min is 1 towards the smallest operand, of equal ones the first, and 0 towards the others.")
    case .greater: return Notation(look: .condition(.greater))
    case .greaterOrEqual: return Notation(look: .condition(.greaterOrEqual))
    }
  }
}

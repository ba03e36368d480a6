import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// How a primitive looks on the page.
enum Notation {
  /// A sign between or before operands, or nothing at all; the formula writer knows which.
  case sign
  case function(Formula.Function)
  /// e raised to the operand.
  case exponential
  case squareRoot
  case bars
  case condition(Formula.Comparison)
}

extension Primitive {
  /// The notation table.
  var notation: Notation {
    switch self {
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate: .sign
    case .exp: .exponential
    case .ln: .function(.word("ln"))
    case .sqrt: .squareRoot
    case .abs: .bars
    case .sin: .function(.word("sin"))
    case .cos: .function(.word("cos"))
    case .tan: .function(.word("tan"))
    case .sinh: .function(.word("sinh"))
    case .cosh: .function(.word("cosh"))
    case .tanh: .function(.word("tanh"))
    case .sigmoid: .function(.greek("sigma"))
    case .relu: .function(.word("relu"))
    case .softplus: .function(.word("softplus"))
    case .max: .function(.word("max"))
    case .min: .function(.word("min"))
    case .greater: .condition(.greater)
    case .greaterOrEqual: .condition(.greaterOrEqual)
    }
  }

  /// What the function is short for, in terms of an operand that is spelled u; nothing where everybody knows it.
  var definition: Expression? {
    let u = Expression.quantity(0)
    switch self {
    case .sigmoid: return Expression.one / (Expression.one + Expression.call(.exp, [-u]))
    case .relu: return .call(.max, [.integer(0), u])
    case .softplus: return .call(.ln, [Expression.one + Expression.call(.exp, [u])])
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan,
      .sinh, .cosh, .tanh, .max, .min, .greater, .greaterOrEqual:
      return nil
    }
  }
}

/// The closed set of operations that a formula is made of, in the order of the derivative table.
///
/// Every one takes scalars; its row in the derivative table says how its result changes with each operand.
public enum Primitive: String, Sendable, Hashable, CaseIterable {
  /// The operand itself: a line `y = x`. Not typed in a file.
  case identity
  case add, subtract, multiply, divide, power, negate
  case exp, ln, sqrt, abs
  case sin, cos, tan, sinh, cosh, tanh
  case sigmoid, relu, softplus
  case max, min
  /// 1 where the first operand is greater, else 0: what slopes at a kink are written with. Not typed in a file.
  case greater
  /// 1 where the first operand is greater or equal, else 0. Not typed in a file.
  case greaterOrEqual

  /// How many operands one use takes: one or two; `max` and `min` of more are chains from the left.
  public var arity: Int {
    switch self {
    case .identity, .negate, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh, .tanh, .sigmoid, .relu,
      .softplus:
      1
    case .add, .subtract, .multiply, .divide, .power, .max, .min, .greater, .greaterOrEqual: 2
    }
  }

  /// What a file calls the function: nothing for operators, which have a sign instead.
  public var functionNames: [String] {
    switch self {
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate, .greater, .greaterOrEqual: []
    case .ln: ["ln", "log"]
    case .exp, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus, .max, .min:
      [rawValue]
    }
  }
}

/// A number with a name of its own, unless the file defines that name.
public enum Constant: String, Sendable, Hashable, CaseIterable {
  case pi
  case e

  public var value: Double {
    switch self {
    case .pi: Double.pi
    case .e: 2.718281828459045
    }
  }
}

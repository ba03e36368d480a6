/// The closed set of operations that a formula is made of, in the order of the derivative table.
///
/// Every one takes scalars; its row in the derivative table says what it gives and how that changes with each operand.
public enum Primitive: String, Sendable, Hashable, CaseIterable {
  case identity
  case add, subtract, multiply, divide, power, negate
  case exp, ln, sqrt, abs
  case sin, cos, tan, sinh, cosh, tanh
  case sigmoid, relu, softplus
  case max, min
  case greater, greaterOrEqual

  /// How a file asks for a primitive.
  public enum Form: Sendable, Hashable {
    /// With a sign between its operands, or before its operand.
    case sign(Sign)
    /// By its name, with so many operands; more than two are a chain from the left.
    case function(arity: Int)
    /// Not at all: it arises from a line `y = x`, or in the slope of a function with a kink.
    case unwritten(arity: Int)
  }

  /// The signs of arithmetic.
  public enum Sign: Sendable, Hashable, CaseIterable {
    case plus, minus, times, over, power, negation
  }

  /// What the language knows of each primitive.
  public var form: Form {
    switch self {
    case .identity: .unwritten(arity: 1)
    case .add: .sign(.plus)
    case .subtract: .sign(.minus)
    case .multiply: .sign(.times)
    case .divide: .sign(.over)
    case .power: .sign(.power)
    case .negate: .sign(.negation)
    case .exp, .ln, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus: .function(arity: 1)
    case .max, .min: .function(arity: 2)
    case .greater, .greaterOrEqual: .unwritten(arity: 2)
    }
  }

  /// How many operands one use takes: one or two.
  public var arity: Int {
    switch form {
    case .sign(.negation): 1
    case .sign: 2
    case .function(let arity), .unwritten(let arity): arity
    }
  }

  /// What a file calls the function: nothing for what is no function.
  public var functionNames: [String] {
    switch form {
    case .function: self == .ln ? [rawValue, "log"] : [rawValue]
    case .sign, .unwritten: []
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

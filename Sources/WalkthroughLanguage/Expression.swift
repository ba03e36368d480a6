import Numerals

/// A formula as a tree, in the author's surface form: operands in order, differences as differences.
///
/// Sums and products are n-ary and files nest at most `Limits.nesting` deep, so walking a tree by recursion is safe.
public enum Expression: Sendable, Hashable {
  /// A number with the digits it was written with.
  case number(Decimal)
  case constant(Constant)
  /// By its number in `Walkthrough.quantities`.
  case quantity(Int)
  case sum([Term])
  case product([Factor])
  indirect case negation(Expression)
  indirect case power(Expression, Expression)
  /// A function of one operand, or of two and more for `max` and `min`, or a comparison.
  case call(Primitive, [Expression])
  /// A function without a formula, by its number in `Walkthrough.functions`.
  case declared(Int, [Expression])
  /// How a quantity that is such a function changes with one of its operands; only derivatives hold it, no statement.
  case slope(of: Int, by: Int)
  /// What is there for matrices only.
  indirect case matrix(MatrixExpression)

  public struct Term: Sendable, Hashable {
    public let expression: Expression
    public let isSubtracted: Bool

    public init(_ expression: Expression, isSubtracted: Bool = false) {
      self.expression = expression
      self.isSubtracted = isSubtracted
    }
  }

  public struct Factor: Sendable, Hashable {
    public let expression: Expression
    public let isDivisor: Bool
    /// Whether no sign stands before it: the x of `2x`.
    public let isJuxtaposed: Bool
    /// Whether a `.` stands before its sign: entry by entry.
    public let isElementwise: Bool

    public init(
      _ expression: Expression, isDivisor: Bool = false, isJuxtaposed: Bool = false, isElementwise: Bool = false
    ) {
      self.expression = expression
      self.isDivisor = isDivisor
      self.isJuxtaposed = isJuxtaposed
      self.isElementwise = isElementwise
    }
  }

  /// A whole number.
  public static func integer(_ value: Int) -> Expression {
    let number = Expression.number(Decimal(coefficient: UInt64(value.magnitude), places: 0))
    return value < 0 ? .negation(number) : number
  }

  public static let one = Expression.integer(1)
}

/// A formula that makes or takes apart a matrix, in the author's surface form.
public enum MatrixExpression: Sendable, Hashable {
  /// Brackets: rows of parts, which may be matrices themselves.
  case rows([[Expression]])
  case operation(MatrixOperation, Expression)
  case selection(Expression, Selection)
  /// Zeros in that shape, with the operand where the selection picks; only slopes hold it, no file writes it.
  case placement(Expression, Selection, Shape)
  case generated(Generator)
  /// `.^`
  case power(Expression, Expression)
}

import Numerals

/// A formula by meaning: what it says, not how a format spells it. Parentheses are there where they are needed.
public enum Formula: Sendable, Hashable {
  indirect case symbol(Symbol)
  case number(ShownNumber)
  /// Terms with their signs, the first one's too.
  case sum([Term])
  case product([Formula], Multiplication)
  indirect case fraction(Formula, Formula)
  /// A quotient on one line, `1/2`, where a built-up fraction would be too heavy.
  indirect case slashed(Formula, Formula)
  indirect case negation(Formula)
  indirect case power(Formula, Formula)
  indirect case function(Function, [Formula])
  indirect case squareRoot(Formula)
  indirect case absoluteValue(Formula)
  indirect case parenthesized(Formula)
  /// 1 where it holds, else 0; written in brackets.
  indirect case condition(Formula, Comparison, Formula)
  /// ∂of/∂by.
  indirect case derivative(of: Formula, by: Formula)
  /// The value of a quantity after the update: `new w5`.
  indirect case updated(Symbol)

  public struct Term: Sendable, Hashable {
    public let isSubtracted: Bool
    public let formula: Formula

    public init(_ formula: Formula, isSubtracted: Bool = false) {
      self.formula = formula
      self.isSubtracted = isSubtracted
    }
  }

  public enum Multiplication: Sendable, Hashable {
    /// With a centred dot.
    case dot
    /// Side by side: `2x`.
    case juxtaposed
  }

  public enum Comparison: Sendable, Hashable { case greater, greaterOrEqual }

  /// How a function is called on the page.
  public enum Function: Sendable, Hashable {
    /// An upright word: `tanh`, `softplus`.
    case word(String)
    /// A Greek letter by its word: `sigma`.
    case greek(String)
  }
}

import Numerals

/// A formula by meaning: what it says, not how a format spells it. Parentheses are there where they are needed.
public indirect enum Formula: Sendable, Hashable {
  case symbol(Symbol)
  case number(ShownNumber)
  /// Terms with their signs, the first one's too.
  case sum([Term])
  case product([Formula], Multiplication)
  case fraction(Formula, Formula)
  /// A quotient on one line, `1/2`, where a built-up fraction would be too heavy.
  case slashed(Formula, Formula)
  case negation(Formula)
  case power(Formula, Formula)
  case function(Function, [Formula])
  case squareRoot(Formula)
  case absoluteValue(Formula)
  case parenthesized(Formula)
  /// 1 where it holds, else 0; written in brackets.
  case condition(Formula, Comparison, Formula)
  /// ∂of/∂by.
  case derivative(of: Formula, by: Formula)
  /// The value of a quantity after the update: `new w5`.
  case updated(Symbol)

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

import Numerals

/// A formula by meaning: what it says, not how a format spells it. Parentheses are there where they are needed.
public enum Formula: Sendable, Hashable {
  case symbol(Symbol)
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
  case updated(Symbol)
  /// Rows of entries between square brackets, as many in each row; abridged ones hold ellipses.
  case matrix([[Formula]])
  /// What an abridged matrix leaves out.
  case ellipsis(Ellipsis)
  indirect case transposed(Formula)
  /// Entry by entry, with the sign ⊘ between.
  indirect case elementwiseQuotient(Formula, Formula)
  /// Every entry raised, with a ring before the exponent.
  indirect case elementwisePower(Formula, Formula)
  /// Entries of a formula that is no name, its indices as subscripts.
  indirect case selected(Formula, [Symbol.Part])

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
    /// Entry by entry, with the sign ⊙.
    case elementwise
  }

  public enum Comparison: Sendable, Hashable { case greater, greaterOrEqual }

  /// How a function is called on the page.
  public enum Function: Sendable, Hashable {
    /// An upright word: `tanh`, `softplus`.
    case word(String)
    /// A Greek letter by its word: `sigma`.
    case greek(String)
    /// A name that the file declares, typeset as the names of quantities are.
    case named(Symbol)
    /// An upright word with a word as its subscript: the sum over `rows`.
    case subscripted(String, String)
  }

  /// Dots in a row, in a column, or down the diagonal.
  public enum Ellipsis: Sendable, Hashable { case horizontal, vertical, diagonal }
}

extension Formula {
  public var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether it is the dots of an abridged matrix.
  public var isEllipsis: Bool {
    if case .ellipsis = self { true } else { false }
  }
}

import DocumentModel
import Numerals

/// What a stacked form shows by position, and one line must show by parentheses.
enum TextGrouping {
  /// Whether nothing next to it can be taken for a part of it: what may carry an exponent, or a ∂ before it.
  static func isOneWord(_ formula: Formula) -> Bool {
    switch formula {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition: true
    case .number(let number): !number.isNegative && number.exponent == nil
    case .matrix, .ellipsis, .selected: true
    case .sum, .product, .fraction, .slashed, .negation, .power, .derivative, .updated, .transposed,
      .elementwiseQuotient, .elementwisePower:
      false
    }
  }

  /// Whether indices behind it are taken for its own.
  static func carriesIndices(_ formula: Formula) -> Bool {
    if case .transposed(let base) = formula { isOneWord(base) } else { isOneWord(formula) }
  }

  /// Whether it needs no parentheses before a slash.
  static func standsBeforeSlash(_ formula: Formula) -> Bool {
    switch formula {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition, .power, .updated: true
    case .number(let number): number.exponent == nil
    case .product(_, .juxtaposed): true
    case .negation(let operand): standsBeforeSlash(operand)
    case .sum, .product, .fraction, .slashed, .derivative, .elementwiseQuotient: false
    case .matrix, .ellipsis, .transposed, .elementwisePower, .selected: true
    }
  }

  /// Whether it needs no parentheses behind a slash.
  static func standsBehindSlash(_ formula: Formula) -> Bool {
    switch formula {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition, .power, .updated: true
    case .number(let number): !number.isNegative && number.exponent == nil
    case .sum, .product, .fraction, .slashed, .negation, .derivative, .elementwiseQuotient: false
    case .matrix, .ellipsis, .transposed, .elementwisePower, .selected: true
    }
  }

  /// Whether it is written with a slash where it stands on one line.
  static func isQuotient(_ formula: Formula) -> Bool {
    switch formula {
    case .fraction, .slashed, .derivative: true
    case .symbol, .number, .sum, .product, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .updated, .matrix, .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower,
      .selected:
      false
    }
  }
}

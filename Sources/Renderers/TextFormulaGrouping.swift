import DocumentModel

/// What a stacked form shows by position, and one line must show by parentheses.
extension Formula {
  /// Whether nothing next to it can be taken for a part of it: what may carry an exponent, or a ∂ before it.
  var isOneWord: Bool {
    switch self {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition: true
    case .number(let number): !number.isNegative && number.exponent == nil
    case .sum, .product, .fraction, .slashed, .negation, .power, .derivative, .updated: false
    }
  }

  /// Whether it needs no parentheses before a slash.
  var standsAboveSlash: Bool {
    switch self {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition, .power, .updated: true
    case .number(let number): number.exponent == nil
    case .product(_, .juxtaposed): true
    case .negation(let operand): operand.standsAboveSlash
    case .sum, .product(_, .dot), .fraction, .slashed, .derivative: false
    }
  }

  /// Whether it needs no parentheses behind a slash.
  var standsBelowSlash: Bool {
    switch self {
    case .symbol, .function, .squareRoot, .absoluteValue, .parenthesized, .condition, .power, .updated: true
    case .number(let number): !number.isNegative && number.exponent == nil
    case .sum, .product, .fraction, .slashed, .negation, .derivative: false
    }
  }

  /// Whether it is written with a slash where it stands on one line.
  var isQuotient: Bool {
    switch self {
    case .fraction, .slashed, .derivative: true
    case .symbol, .number, .sum, .product, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .updated:
      false
    }
  }
}

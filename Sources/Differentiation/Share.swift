import WalkthroughLanguage

/// A share of a whole, as softmax makes them: a power of e, over a sum of which it is one term.
struct Share {
  /// Above the line; one of `terms`.
  let power: Expression
  let terms: [Expression]
  private let whole: Expression.Factor

  /// - Returns: nothing where the formula is no share.
  init?(_ formula: Expression) {
    guard case .product(let factors) = formula, factors.count == 2, !factors[0].isDivisor, factors[1].isDivisor,
      factors[0].expression.exponentOfE != nil
    else { return nil }
    let terms = factors[1].expression.terms
    guard !terms.contains(where: \.isSubtracted),
      terms.count(where: { $0.expression == factors[0].expression }) == 1
    else { return nil }
    (power, whole) = (factors[0].expression, factors[1])
    self.terms = terms.map(\.expression)
  }

  /// How many terms behind the power another one stands.
  func distance(to term: Expression) -> Int {
    (terms.firstIndex(of: term) ?? 0) - (terms.firstIndex(of: power) ?? 0)
  }

  /// What another term has of the whole.
  func sibling(_ term: Expression) -> Expression { .product([Expression.Factor(term), whole]) }
}

extension Expression {
  /// The exponent of a power of e, in either spelling.
  var exponentOfE: Expression? {
    switch self {
    case .call(.exp, let operands): operands.first
    case .power(.constant(.e), let exponent): exponent
    case .number, .constant, .quantity, .negation, .sum, .product, .power, .call, .declared, .slope, .matrix: nil
    }
  }
}

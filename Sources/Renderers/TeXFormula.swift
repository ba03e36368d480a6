import DocumentModel

extension Formula {
  /// Whether it stands higher than a line of text, so that brackets around it must grow.
  var isTall: Bool {
    switch self {
    case .fraction, .derivative: true
    case .symbol, .number, .updated: false
    case .matrix, .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower, .selected: true
    case .sum(let terms): terms.contains { $0.formula.isTall }
    case .product(let factors, _): factors.contains(where: \.isTall)
    case .function(_, let arguments): arguments.contains(where: \.isTall)
    case .slashed(let left, let right), .condition(let left, _, let right): left.isTall || right.isTall
    case .power(let base, _): base.isTall
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner):
      inner.isTall
    }
  }

  /// Whether it is a number without a power of ten.
  var isPlainNumber: Bool {
    if case .number(let number) = self { number.exponent == nil } else { false }
  }

  /// Whether TeX would refuse or misplace an exponent put straight behind it.
  var needsBracesAsBase: Bool {
    switch self {
    case .symbol(let symbol): !symbol.superscripts.isEmpty
    case .number(let number): number.exponent != nil
    case .parenthesized, .function, .squareRoot, .absoluteValue, .condition: false
    case .sum, .product, .fraction, .slashed, .negation, .power, .derivative, .updated: true
    case .matrix, .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower, .selected: true
    }
  }
}

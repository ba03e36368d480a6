import WalkthroughLanguage

extension Trace {
  /// A place where a slope had to be chosen: `relu` or `abs` of exactly 0, or equal operands of `max` or `min`.
  public struct Kink: Sendable, Hashable {
    public let quantity: Int
    public let primitive: Primitive
  }

  /// The kinks that the forward pass hit exactly, in an entry of an example at least, in the order of the file, each
  /// function once for a quantity.
  public var kinks: [Kink] {
    var kinks: [Kink] = []
    for index in walkthrough.quantities.indices where !walkthrough.quantities[index].role.isGiven {
      let nodes = walkthrough.nodes[walkthrough.quantities[index].formula]
      guard nodes.contains(where: { if case .operation(let p) = $0.kind { p.hasKink } else { false } }) else {
        continue
      }
      let formula = walkthrough.expression(of: index)
      for values in examples.isEmpty ? [values] : examples.map(\.values) {
        for primitive in formula.kinks({ values.matrix($0) }) {
          let kink = Kink(quantity: index, primitive: primitive)
          if !kinks.contains(kink) { kinks.append(kink) }
        }
      }
    }
    return kinks
  }
}

extension Expression {
  /// The functions in it that are met at a kink.
  fileprivate func kinks(_ values: (Int) -> Matrix) -> [Primitive] {
    switch self {
    case .number, .constant, .quantity, .slope: return []
    case .matrix(let form): return form.operands.flatMap { $0.kinks(values) }
    case .negation(let operand): return operand.kinks(values)
    case .power(let base, let exponent): return base.kinks(values) + exponent.kinks(values)
    case .sum(let terms): return terms.flatMap { $0.expression.kinks(values) }
    case .product(let factors): return factors.flatMap { $0.expression.kinks(values) }
    case .declared(_, let operands): return operands.flatMap { $0.kinks(values) }
    case .call(let primitive, let operands):
      let inner = operands.flatMap { $0.kinks(values) }
      guard primitive.hasKink else { return inner }
      return primitive.isAtKink(operands.map { $0.matrixValue(values) }) ? inner + [primitive] : inner
    }
  }
}

extension Primitive {
  /// Whether an entry meets the kink: an operand of 0, or the extreme of several operands found in two of them.
  fileprivate func isAtKink(_ operands: [Matrix]) -> Bool {
    guard arity == 2 else { return operands[0].entries.contains(0) }
    let extreme = operands.dropFirst().reduce(operands[0]) { .apply(self, $0, $1) }
    let spread = operands.map { $0.repeated(to: extreme.shape) }
    return extreme.entries.indices.contains { entry in
      spread.count { $0.entries[entry] == extreme.entries[entry] } > 1
    }
  }
}

extension MatrixExpression {
  fileprivate var operands: [Expression] {
    switch self {
    case .rows(let rows): rows.flatMap(\.self)
    case .operation(_, let operand), .selection(let operand, _), .placement(let operand, _, _): [operand]
    case .generated: []
    case .power(let base, let exponent): [base, exponent]
    }
  }
}

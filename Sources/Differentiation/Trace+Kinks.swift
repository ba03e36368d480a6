import WalkthroughLanguage

extension Trace {
  /// A place where a slope had to be chosen: `relu` or `abs` of exactly 0, or equal operands of `max` or `min`.
  public struct Kink: Sendable, Hashable {
    public let quantity: Int
    public let primitive: Primitive
  }

  /// The kinks that the forward pass hit exactly, in the order of the file, each function once for a quantity.
  public var kinks: [Kink] {
    var kinks: [Kink] = []
    for index in walkthrough.quantities.indices where !walkthrough.quantities[index].role.isGiven {
      let nodes = walkthrough.nodes[walkthrough.quantities[index].formula]
      guard nodes.contains(where: { if case .operation(let p) = $0.kind { p.hasKink } else { false } }) else {
        continue
      }
      for primitive in walkthrough.expression(of: index).kinks({ values[$0] }) {
        let kink = Kink(quantity: index, primitive: primitive)
        if !kinks.contains(kink) { kinks.append(kink) }
      }
    }
    return kinks
  }
}

extension Expression {
  /// The functions in it that are met at a kink.
  fileprivate func kinks(_ values: (Int) -> Double) -> [Primitive] {
    switch self {
    case .number, .constant, .quantity, .slope, .matrix: return []
    case .negation(let operand): return operand.kinks(values)
    case .power(let base, let exponent): return base.kinks(values) + exponent.kinks(values)
    case .sum(let terms): return terms.flatMap { $0.expression.kinks(values) }
    case .product(let factors): return factors.flatMap { $0.expression.kinks(values) }
    case .declared(_, let operands): return operands.flatMap { $0.kinks(values) }
    case .call(let primitive, let operands):
      let inner = operands.flatMap { $0.kinks(values) }
      let results = operands.map { $0.value(values) }
      guard primitive.hasKink else { return inner }
      let isAtKink =
        primitive.arity == 1
        ? results[0] == 0 : results.count { $0 == (primitive == .max ? results.max() : results.min()) } > 1
      return isAtKink ? inner + [primitive] : inner
    }
  }
}

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
      for primitive in walkthrough.kinks(of: index, at: values) {
        let kink = Kink(quantity: index, primitive: primitive)
        if !kinks.contains(kink) { kinks.append(kink) }
      }
    }
    return kinks
  }
}

extension Walkthrough {
  /// The functions in the formula of a computed quantity that these values meet at a kink, each as often as it has entries
  /// there.
  func kinks(of quantity: Int, at values: Values) -> [Primitive] {
    let hasAny = nodes[quantities[quantity].formula].contains { node in
      if case .operation(let primitive) = node.kind { primitive.hasKink } else { false }
    }
    return hasAny ? expression(of: quantity).kinks { values.matrix($0) } : []
  }
}

extension Expression {
  /// The functions in it that are met at a kink, each as often as it has entries there.
  fileprivate func kinks(_ values: (Int) -> Matrix) -> [Primitive] {
    switch self {
    case .number, .constant, .quantity, .slope: return []
    case .negation(let operand): return operand.kinks(values)
    case .power(let base, let exponent): return base.kinks(values) + exponent.kinks(values)
    case .sum(let terms): return terms.flatMap { $0.expression.kinks(values) }
    case .product(let factors): return factors.flatMap { $0.expression.kinks(values) }
    case .declared(_, let operands): return operands.flatMap { $0.kinks(values) }
    case .matrix(let matrix): return matrix.parts.flatMap { $0.kinks(values) }
    case .call(let primitive, let operands):
      let inner = operands.flatMap { $0.kinks(values) }
      guard primitive.hasKink else { return inner }
      let count = primitive.kinkCount(operands.map { $0.matrixValue(values) })
      return inner + [Primitive](repeating: primitive, count: count)
    }
  }
}

extension Primitive {
  /// How many entries of the operand are 0 or, of two and more operands, have the two that count equal.
  fileprivate func kinkCount(_ operands: [Matrix]) -> Int {
    guard arity == 2 else { return operands[0].entries.count { $0 == 0 } }
    let winner = operands.dropFirst().reduce(operands[0]) { .apply(self, $0, $1) }
    var (sofar, count) = (operands[0], 0)
    for operand in operands.dropFirst() {
      // 0 where both are equal and nothing behind them exceeds them.
      let distance = Matrix.apply(.add, .distance(sofar, operand), .distance(sofar, winner))
      count += distance.entries.count { $0 == 0 }
      sofar = .apply(self, sofar, operand)
    }
    return count
  }
}

extension Matrix {
  fileprivate static func distance(_ one: Matrix, _ other: Matrix) -> Matrix {
    let difference = Matrix.apply(.subtract, one, other)
    return .apply(.abs, difference, difference)
  }
}

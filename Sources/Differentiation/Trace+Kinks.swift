import WalkthroughLanguage

extension Trace {
  /// A place where a slope had to be chosen: `relu` or `abs` of exactly 0, or equal operands of `max` or `min`.
  public struct Kink: Sendable, Hashable {
    public let quantity: Int
    public let primitive: Primitive
    /// Where the operands are the entries of one matrix: what is drawn together.
    public let axis: MatrixOperation.Axis?
  }

  /// The kinks that the forward pass hit exactly, in an entry of an example at least, in the order of the file, each
  /// function once for a quantity.
  public var kinks: [Kink] {
    var kinks: [Kink] = []
    for index in walkthrough.quantities.indices where !walkthrough.quantities[index].role.isGiven {
      let first = kinks.count
      for kink in walkthrough.kinks(of: index, at: values) where !kinks[first...].contains(kink) { kinks.append(kink) }
    }
    return kinks
  }
}

extension Walkthrough {
  /// The functions in the formula of a computed quantity that these values meet at a kink, each as often as it has entries
  /// there.
  func kinks(of quantity: Int, at values: Values) -> [Trace.Kink] {
    let hasAny = nodes[quantities[quantity].formula].contains { node in
      switch node.kind {
      case .operation(let primitive): primitive.hasKink
      case .matrix(let operation): operation.extreme != nil
      case .number, .constant, .quantity, .juxtaposition, .elementwise, .stack, .selection, .generated, .declared,
        .updated, .derivative, .localDerivative, .state:
        false
      }
    }
    guard hasAny else { return [] }
    return expression(of: quantity).kinks { values.matrix($0) }.map {
      Trace.Kink(quantity: quantity, primitive: $0, axis: $1)
    }
  }
}

extension Expression {
  /// The functions in it that are met at a kink, each as often as it has entries there.
  fileprivate func kinks(_ values: (Int) -> Matrix) -> [(Primitive, MatrixOperation.Axis?)] {
    switch self {
    case .number, .constant, .quantity, .slope: return []
    case .negation(let operand): return operand.kinks(values)
    case .power(let base, let exponent): return base.kinks(values) + exponent.kinks(values)
    case .sum(let terms): return terms.flatMap { $0.expression.kinks(values) }
    case .product(let factors): return factors.flatMap { $0.expression.kinks(values) }
    case .declared(_, let operands): return operands.flatMap { $0.kinks(values) }
    case .matrix(.operation(let operation, let operand)):
      let inner = operand.kinks(values)
      guard let extreme = operation.extreme else { return inner }
      let count = operation.tieCount(operand.matrixValue(values))
      return inner + [(Primitive, MatrixOperation.Axis?)](repeating: (extreme, operation.axis), count: count)
    case .matrix(let matrix): return matrix.parts.flatMap { $0.kinks(values) }
    case .call(let primitive, let operands):
      let inner = operands.flatMap { $0.kinks(values) }
      guard primitive.hasKink else { return inner }
      let count = primitive.kinkCount(operands.map { $0.matrixValue(values) })
      return inner + [(Primitive, MatrixOperation.Axis?)](repeating: (primitive, nil), count: count)
    }
  }
}

extension MatrixOperation {
  /// The function of two operands that it works out of all entries that it draws together, where its slope has kinks.
  fileprivate var extreme: Primitive? {
    switch self {
    case .max: .max
    case .min: .min
    case .transpose, .softmax, .diagonal, .sum, .mean: nil
    }
  }

  /// How many entries are as large as the one that stands for them.
  fileprivate func tieCount(_ operand: Matrix) -> Int {
    let result = operand.applying(self)
    let distances = Matrix.distance(operand, result.spread(to: operand.shape))
    return distances.entries.count { $0 == 0 } - result.shape.count
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

import Numerals

extension Walkthrough {
  /// The formula of a quantity as a tree; the quantity itself where it is a given without a value.
  public func expression(of quantity: Int) -> Expression {
    let formula = quantities[quantity].formula
    return formula.isEmpty ? .quantity(quantity) : expression(at: formula)
  }

  /// The formula of a quantity as the file writes it, also where calls in it were taken apart.
  public func writtenExpression(of quantity: Int) -> Expression {
    quantities[quantity].written.map { expression(at: $0) } ?? expression(of: quantity)
  }

  /// The formula in that stretch of `nodes`, which must be a whole one and no published line, as a tree.
  public func expression(at range: Range<Int>) -> Expression {
    var tree = ExpressionBuilder()
    for node in nodes[range] {
      switch node.kind {
      case .number(let value, let length):
        tree.append(.number(written(at: Int(node.place), Int(length), value)))
      case .constant(let constant): tree.append(.constant(constant))
      case .quantity(let quantity): tree.append(.quantity(Int(quantity)))
      case .operation(let primitive): tree.apply(primitive)
      case .juxtaposition: tree.multiply(isDivisor: false, isJuxtaposed: true)
      case .elementwise(let primitive): tree.applyElementwise(primitive)
      case .matrix(let operation): tree.append(.matrix(.operation(operation, tree.removeLast())))
      case .stack(let stacking, let count): tree.stack(stacking, Int(count))
      case .selection(let number):
        tree.append(.matrix(.selection(tree.removeLast(), selections[Int(number)])))
      case .generated(let number): tree.append(.matrix(.generated(generators[Int(number)])))
      case .declared(let function, let count): tree.declare(Int(function), Int(count))
      case .updated(let quantity), .state(_, let quantity): tree.append(.quantity(Int(quantity)))
      case .derivative(_, let by, _), .localDerivative(_, let by): tree.append(.quantity(Int(by)))
      }
    }
    return tree.removeLast()
  }

  /// The digits in the source; `value` where they cannot be read again.
  private func written(at place: Int, _ length: Int, _ value: Double) -> Decimal {
    var scanner = Scanner(source.bytes, place..<place + length)
    return scanner.takeDecimal()?.value ?? Decimal(shortest: value)
  }
}

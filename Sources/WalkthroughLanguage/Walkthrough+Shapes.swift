/// Why an operation has no result for operands of these shapes.
public enum ShapeProblem: Error, Sendable, Equatable {
  /// By element: sides differ, and none of them is one.
  case differ(Shape, Shape)
  /// A product needs as many columns before as rows behind.
  case innerSidesDiffer(Shape, Shape)
  /// `/` or `^` where the right side is no number; the sign by element is meant.
  case needsPoint(Primitive)
  /// The operation takes no operand of that shape.
  case notTaken(MatrixOperation, Shape)
  /// An index points outside.
  case outOfRange(Selection, Shape)
  /// Brackets whose parts do not fit together.
  case ragged(FormulaNode.Stacking, Shape, Shape)
}

extension Walkthrough {
  /// The shape of what a node gives.
  ///
  /// - Parameter operands: the shapes of what it takes, in order.
  public func shape(
    of kind: FormulaNode.Kind, _ operands: ArraySlice<Shape>
  ) throws(ShapeProblem) -> Shape {
    switch kind {
    case .number, .constant, .declared: return .scalar
    case .quantity(let quantity), .updated(let quantity), .state(_, let quantity):
      return quantities[Int(quantity)].shape
    case .generated(let number): return generators[Int(number)].shape
    case .derivative(let result, let operand, _), .localDerivative(let result, let operand):
      let (result, operand) = (quantities[Int(result)].shape, quantities[Int(operand)].shape)
      return result.isScalar ? operand : result
    case .operation(let primitive):
      return try Self.shape(of: primitive, operands[operands.startIndex], operands[operands.endIndex - 1])
    case .juxtaposition:
      return try Self.shape(of: .multiply, operands[operands.startIndex], operands[operands.endIndex - 1])
    case .elementwise: return try Self.broadcast(operands[operands.startIndex], operands[operands.endIndex - 1])
    case .matrix(let operation):
      guard let shape = operation.shape(of: operands[operands.startIndex]) else {
        throw .notTaken(operation, operands[operands.startIndex])
      }
      return shape
    case .selection(let number):
      guard let shape = selections[Int(number)].shape(of: operands[operands.startIndex]) else {
        throw .outOfRange(selections[Int(number)], operands[operands.startIndex])
      }
      return shape
    case .stack(let stacking, _): return try Self.stacked(stacking, operands)
    }
  }

  private static func broadcast(_ first: Shape, _ second: Shape) throws(ShapeProblem) -> Shape {
    guard let shape = first.broadcast(with: second) else { throw .differ(first, second) }
    return shape
  }

  private static func shape(of primitive: Primitive, _ first: Shape, _ second: Shape) throws(ShapeProblem) -> Shape {
    guard primitive.arity == 2 else { return first }
    if primitive.isMatrixProduct(first, second) {
      guard let shape = first.product(with: second) else { throw .innerSidesDiffer(first, second) }
      return shape
    }
    if primitive == .divide, !second.isScalar { throw .needsPoint(primitive) }
    if primitive == .power, !first.isScalar || !second.isScalar { throw .needsPoint(primitive) }
    return try broadcast(first, second)
  }

  private static func stacked(
    _ stacking: FormulaNode.Stacking, _ operands: ArraySlice<Shape>
  ) throws(ShapeProblem) -> Shape {
    var whole = operands[operands.startIndex]
    for part in operands.dropFirst() {
      guard let joint = whole.stacked(stacking, with: part) else { throw .ragged(stacking, whole, part) }
      whole = joint
    }
    return whole
  }
}

extension Primitive {
  /// Whether it joins two operands as the matrix product: `*` where neither side is a number.
  public func isMatrixProduct(_ first: Shape, _ second: Shape) -> Bool {
    self == .multiply && !first.isScalar && !second.isScalar
  }
}

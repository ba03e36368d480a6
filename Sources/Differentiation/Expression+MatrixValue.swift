import Numerals
import WalkthroughLanguage

extension Expression {
  /// The value where quantities have these values, worked from the left as the passes do.
  public func matrixValue(_ values: (Int) -> Matrix) -> Matrix {
    switch self {
    case .number(let decimal): return Matrix(decimal.value)
    case .constant(let constant): return Matrix(constant.value)
    case .quantity(let quantity): return values(quantity)
    case .negation(let operand): return -operand.matrixValue(values)
    case .power(let base, let exponent): return .apply(.power, base.matrixValue(values), exponent.matrixValue(values))
    case .sum(let terms):
      return terms.dropFirst().reduce(
        terms[0].isSubtracted ? -terms[0].expression.matrixValue(values) : terms[0].expression.matrixValue(values)
      ) {
        .apply($1.isSubtracted ? .subtract : .add, $0, $1.expression.matrixValue(values))
      }
    case .product(let factors):
      return factors.dropFirst().reduce(factors[0].expression.matrixValue(values)) {
        $1.multiplied($0, $1.expression.matrixValue(values))
      }
    case .call(let primitive, let operands):
      let first = operands[0].matrixValue(values)
      if operands.count == 1 { return .apply(primitive, first, first) }
      return operands.dropFirst().reduce(first) { .apply(primitive, $0, $1.matrixValue(values)) }
    case .matrix(let matrix): return matrix.value(values)
    case .slope: preconditionFailure("slopes of functions without a body are numbers")
    case .declared: preconditionFailure("a function without a body has no value")
    }
  }
}

extension Expression.Factor {
  fileprivate func multiplied(_ left: Matrix, _ right: Matrix) -> Matrix {
    if isDivisor { return .apply(.divide, left, right) }
    let isProduct = !isElementwise && Primitive.multiply.isMatrixProduct(left.shape, right.shape)
    return isProduct ? .product(left, right) : .apply(.multiply, left, right)
  }
}

extension MatrixExpression {
  fileprivate func value(_ values: (Int) -> Matrix) -> Matrix {
    switch self {
    case .rows(let rows):
      let lines = rows.map { row in
        row.dropFirst().reduce(row[0].matrixValue(values)) { .stacked(.sideBySide, $0, $1.matrixValue(values)) }
      }
      return lines.dropFirst().reduce(lines[0]) { .stacked(.below, $0, $1) }
    case .operation(.diagonal, let operand):
      let matrix = operand.matrixValue(values)
      guard matrix.shape.rows > 1, matrix.shape.columns > 1 else { return matrix.apply(.diagonal) }
      return matrix.diagonal(as: Shape(rows: 1, columns: matrix.shape.columns))
    case .operation(let operation, let operand): return operand.matrixValue(values).apply(operation)
    case .selection(let operand, let selection): return operand.matrixValue(values).picking(selection)
    case .placement(let operand, let selection, let shape):
      return operand.matrixValue(values).placed(selection, in: shape)
    case .generated(let generator): return Matrix(generator)
    case .power(let base, let exponent):
      return .apply(.power, base.matrixValue(values), exponent.matrixValue(values))
    }
  }
}

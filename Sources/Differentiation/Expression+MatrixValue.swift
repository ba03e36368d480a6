import Numerals
import WalkthroughLanguage

/// How an expression is worked over matrices: in numbers, or written down.
struct MatrixReading<N: MatrixArithmetic> {
  let constant: (Matrix) -> N
  let values: (Int) -> N
}

extension Expression {
  /// The value where quantities have these values, worked from the left as the passes do.
  public func matrixValue(_ values: (Int) -> Matrix) -> Matrix {
    withoutActuallyEscaping(values) {
      value(MatrixReading(constant: { $0 }, values: $0))
    }
  }

  /// The shape of that value, where quantities have these shapes.
  public func shape(_ shapes: (Int) -> Shape) -> Shape {
    withoutActuallyEscaping(shapes) { shapes in
      // Which quantity it is does not matter: only the shapes of these formulas are looked at.
      let leaf = { (shape: Shape) in ShapedExpression(.quantity(0), shape) }
      return value(MatrixReading(constant: { leaf($0.shape) }, values: { leaf(shapes($0)) })).shape
    }
  }

  func value<N: MatrixArithmetic>(_ reading: MatrixReading<N>) -> N {
    switch self {
    case .number(let decimal): return reading.constant(Matrix(decimal.value))
    case .constant(let constant): return reading.constant(Matrix(constant.value))
    case .quantity(let quantity): return reading.values(quantity)
    case .negation(let operand): return -operand.value(reading)
    case .power(let base, let exponent): return .apply(.power, base.value(reading), exponent.value(reading))
    case .sum(let terms):
      return terms.dropFirst().reduce(
        terms[0].isSubtracted ? -terms[0].expression.value(reading) : terms[0].expression.value(reading)
      ) {
        .apply($1.isSubtracted ? .subtract : .add, $0, $1.expression.value(reading))
      }
    case .product(let factors):
      return factors.dropFirst().reduce(factors[0].expression.value(reading)) {
        $1.multiplied($0, $1.expression.value(reading))
      }
    case .call(let primitive, let operands):
      let first = operands[0].value(reading)
      if operands.count == 1 { return N.apply(primitive, first, first) }
      return operands.dropFirst().reduce(first) { .apply(primitive, $0, $1.value(reading)) }
    case .matrix(let matrix): return matrix.value(reading)
    case .slope: preconditionFailure("slopes of functions without a body are numbers")
    case .declared: preconditionFailure("a function without a body has no value")
    }
  }
}

extension Expression.Factor {
  fileprivate func multiplied<N: MatrixArithmetic>(_ left: N, _ right: N) -> N {
    if isDivisor { return .apply(.divide, left, right) }
    let isProduct = !isElementwise && Primitive.multiply.isMatrixProduct(left.shape, right.shape)
    return isProduct ? .product(left, right) : .apply(.multiply, left, right)
  }
}

extension MatrixExpression {
  fileprivate func value<N: MatrixArithmetic>(_ reading: MatrixReading<N>) -> N {
    switch self {
    case .rows(let rows):
      let lines = rows.map { row in
        row.dropFirst().reduce(row[0].value(reading)) { N.stacked(.sideBySide, $0, $1.value(reading)) }
      }
      return lines.dropFirst().reduce(lines[0]) { N.stacked(.below, $0, $1) }
    case .operation(.diagonal, let operand):
      let matrix = operand.value(reading)
      guard matrix.shape.rows > 1, matrix.shape.columns > 1 else { return matrix.applying(.diagonal) }
      return matrix.diagonal(as: Shape(rows: 1, columns: matrix.shape.columns))
    case .operation(let operation, let operand): return operand.value(reading).applying(operation)
    case .selection(let operand, let selection): return operand.value(reading).picking(selection)
    case .placement(let operand, let selection, let shape):
      return operand.value(reading).placed(selection, in: shape)
    case .generated(let generator): return reading.constant(Matrix(generator))
    case .power(let base, let exponent):
      return .apply(.power, base.value(reading), exponent.value(reading))
    }
  }
}

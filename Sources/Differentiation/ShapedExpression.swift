import Numerals
import WalkthroughLanguage

/// A formula over matrices in the making, with its shape: what pullbacks are for the page.
///
/// A product is kept as a number and factors, so that numbers meet, a minus is drawn into a difference and a 1 goes.
/// What repeats to fit its shape is written without saying so, as the language allows.
struct ShapedExpression: MatrixArithmetic {
  /// The shape that it stands for; `written` may have sides of one where this repeats them.
  let shape: Shape
  private let written: Shape
  private let coefficient: Rational
  private let factors: [ShapedFactor]

  private struct ShapedFactor {
    let expression: Expression
    let isDivisor: Bool
    let isScalar: Bool
  }

  private init(shape: Shape, written: Shape, coefficient: Rational, factors: [ShapedFactor]) {
    self.shape = shape
    self.written = written
    self.coefficient = coefficient
    self.factors = factors
  }

  init(_ expression: Expression, _ shape: Shape) {
    if case .number(let decimal) = expression, let number = Rational(decimal) {
      self.init(shape: shape, written: .scalar, coefficient: number, factors: [])
    } else {
      let factor = ShapedFactor(expression: expression, isDivisor: false, isScalar: shape.isScalar)
      self.init(shape: shape, written: shape, coefficient: .one, factors: [factor])
    }
  }

  init(integerLiteral value: Int) {
    self.init(shape: .scalar, written: .scalar, coefficient: Rational(value), factors: [])
  }
  init(count: Int) { self.init(integerLiteral: count) }

  private var isNumber: Bool { factors.isEmpty }
  var isOne: Bool { isNumber && coefficient == .one }

  /// As it is written: numbers first, then numbers with names, then matrices.
  var expression: Expression {
    if coefficient == .zero { return .integer(0) }
    var (number, ordered) = (coefficient, factors.filter(\.isScalar) + factors.filter { !$0.isScalar })
    if number.isNegative, let turned = Self.turned(&ordered) { number = turned ? number.negated : number }
    var result: [Expression.Factor] = []
    if number.magnitude != .one || ordered.first?.isDivisor ?? true {
      result = number.magnitude.expression(inDecimals: number.denominator >= 10).factors
    }
    var hasMatrix = false
    for factor in ordered {
      let isJuxtaposed = result.count == 1 && number.magnitude != .one && !factor.isDivisor && factor.expression.isPlain
      result.append(
        Expression.Factor(
          factor.expression, isDivisor: factor.isDivisor, isJuxtaposed: isJuxtaposed,
          isElementwise: (hasMatrix || factor.isDivisor) && !factor.isScalar))
      hasMatrix = hasMatrix || !factor.isScalar
    }
    let whole = result.count == 1 && !result[0].isDivisor ? result[0].expression : .product(result)
    return number.isNegative ? .negation(whole) : whole
  }

  /// Turns the first difference round, a − b into b − a.
  private static func turned(_ factors: inout [ShapedFactor]) -> Bool? {
    for (index, factor) in factors.enumerated() where !factor.isDivisor {
      guard case .sum(let terms) = factor.expression, terms.count == 2, terms[0].isSubtracted != terms[1].isSubtracted
      else { continue }
      let ordered = terms[0].isSubtracted ? terms : terms.reversed()
      factors[index] = ShapedFactor(
        expression: .sum(ordered.map { Expression.Term($0.expression, isSubtracted: !$0.isSubtracted) }),
        isDivisor: false, isScalar: factor.isScalar)
      return true
    }
    return nil
  }

  /// With nothing left to repeat: ones in its shape where it stands for more than is written.
  var explicit: ShapedExpression {
    guard written != shape else { return self }
    let ones = ShapedFactor(expression: .matrix(.generated(Generator(shape, .ones))), isDivisor: false, isScalar: false)
    return ShapedExpression(shape: shape, written: shape, coefficient: coefficient, factors: factors + [ones])
  }

  // MARK: - Entry by entry

  static func * (left: ShapedExpression, right: ShapedExpression) -> ShapedExpression {
    let left = left.fitting(right)
    guard let number = left.coefficient.times(right.coefficient) else { return left.asFactor * right.asFactor }
    return ShapedExpression(
      shape: joint(left.shape, right.shape), written: joint(left.written, right.written), coefficient: number,
      factors: left.factors + right.factors)
  }

  static func / (left: ShapedExpression, right: ShapedExpression) -> ShapedExpression {
    let left = left.fitting(right)
    let inverse = right.coefficient.inverse ?? .one
    guard let number = left.coefficient.times(inverse) else { return left }
    let divisor = ShapedExpression(
      shape: right.shape, written: right.written, coefficient: .one, factors: right.factors)
    let divisors =
      right.isNumber
      ? []
      : [ShapedFactor(expression: divisor.expression, isDivisor: true, isScalar: right.written.isScalar)]
    return ShapedExpression(
      shape: joint(left.shape, right.shape), written: joint(left.written, right.written), coefficient: number,
      factors: left.factors + divisors)
  }

  static func + (left: ShapedExpression, right: ShapedExpression) -> ShapedExpression {
    left.added(right, isSubtracted: false)
  }
  static func - (left: ShapedExpression, right: ShapedExpression) -> ShapedExpression {
    left.added(right, isSubtracted: true)
  }
  static prefix func - (operand: ShapedExpression) -> ShapedExpression {
    ShapedExpression(
      shape: operand.shape, written: operand.written, coefficient: operand.coefficient.negated,
      factors: operand.factors)
  }

  /// As it is, or with nothing left to repeat where what is written would not fit `other`: a row beside a column.
  private func fitting(_ other: ShapedExpression) -> ShapedExpression {
    written.broadcast(with: other.written) == nil ? explicit : self
  }

  private func added(_ other: ShapedExpression, isSubtracted: Bool) -> ShapedExpression {
    if written.broadcast(with: other.written) == nil { return explicit.added(other, isSubtracted: isSubtracted) }
    if isNumber, other.isNumber,
      let sum = isSubtracted ? coefficient.minus(other.coefficient) : coefficient.plus(other.coefficient)
    {
      let shape = Self.joint(shape, other.shape)
      return ShapedExpression(shape: shape, written: .scalar, coefficient: sum, factors: [])
    }
    // Signs work from the left, so a sum on the left needs no brackets.
    let term = Expression.Term(other.expression, isSubtracted: isSubtracted)
    return made(
      .sum(expression.terms + [term.behindOthers]), Self.joint(shape, other.shape), Self.joint(written, other.written))
  }

  static func apply(
    _ primitive: Primitive, _ first: ShapedExpression, _ second: ShapedExpression
  ) -> ShapedExpression {
    let (u, v) = (first.expression, second.expression)
    guard primitive.arity == 2 else { return first.made(.call(primitive, [u]), first.shape, first.written) }
    let (shape, written) = (joint(first.shape, second.shape), joint(first.written, second.written))
    guard primitive == .power else { return first.made(.call(primitive, [u, v]), shape, written) }
    if second.isOne { return first }
    return first.made(written.isScalar ? .power(u, v) : .matrix(.power(u, v)), shape, written)
  }

  private func made(_ expression: Expression, _ shape: Shape, _ written: Shape) -> ShapedExpression {
    let factor = ShapedFactor(expression: expression, isDivisor: false, isScalar: written.isScalar)
    return ShapedExpression(shape: shape, written: written, coefficient: .one, factors: [factor])
  }

  /// All of it as one factor, where numbers no longer fit.
  private var asFactor: ShapedExpression { made(expression, shape, written) }

  private static func joint(_ one: Shape, _ other: Shape) -> Shape { one.broadcast(with: other) ?? one }

  // MARK: - Matrices as wholes

  static func product(_ left: ShapedExpression, _ right: ShapedExpression) -> ShapedExpression {
    let (u, v) = (left.explicit, right.explicit)
    if u.shape.isScalar || v.shape.isScalar { return u * v }
    let number = u.coefficient.times(v.coefficient) ?? .one
    let bare = [u, v].map {
      ShapedExpression(shape: $0.shape, written: $0.shape, coefficient: .one, factors: $0.factors).expression
    }
    let shape = Shape(rows: left.shape.rows, columns: right.shape.columns)
    let factor = ShapedFactor(
      expression: .product(bare.map { Expression.Factor($0) }), isDivisor: false, isScalar: shape.isScalar)
    return ShapedExpression(shape: shape, written: shape, coefficient: number, factors: [factor])
  }

  func applying(_ operation: MatrixOperation) -> ShapedExpression {
    let operand = explicit
    if operation == .transpose {
      if shape.isScalar { return self }
      // Numbers stay before it, and what is transposed twice is what it was.
      let matrices = operand.factors.filter { !$0.isScalar }
      if matrices.count == 1, !matrices[0].isDivisor {
        let turned = matrices[0].expression.turned
        let whole = ShapedFactor(expression: turned, isDivisor: false, isScalar: false)
        return ShapedExpression(
          shape: shape.transposed, written: shape.transposed, coefficient: operand.coefficient,
          factors: operand.factors.filter(\.isScalar) + [whole])
      }
    }
    let result = operation.shape(of: shape) ?? shape
    if operand.factors.count == 1, !operand.factors[0].isDivisor, case .sum = operation {
      let inner = made(operand.factors[0].expression, shape, shape)
      let sum = inner.made(.matrix(.operation(operation, inner.expression)), result, result)
      return ShapedExpression(shape: result, written: result, coefficient: operand.coefficient, factors: sum.factors)
    }
    return made(.matrix(.operation(operation, operand.expression)), result, result)
  }

  func picking(_ selection: Selection) -> ShapedExpression {
    let result = selection.shape(of: shape) ?? shape
    if written.isScalar {
      return ShapedExpression(shape: result, written: .scalar, coefficient: coefficient, factors: factors)
    }
    let (own, operand) = (selection.shortened(in: shape), explicit.expression)
    if case .matrix(.selection(let inner, let first)) = operand,
      let both = first.followed(by: selection) ?? first.followed(by: own)
    {
      return made(.matrix(.selection(inner, both)), result, result)
    }
    return made(.matrix(.selection(operand, own)), result, result)
  }

  func placed(_ selection: Selection, in shape: Shape) -> ShapedExpression {
    made(.matrix(.placement(explicit.expression, selection, shape)), shape, shape)
  }

  func spread(to shape: Shape) -> ShapedExpression {
    ShapedExpression(shape: shape, written: written, coefficient: coefficient, factors: factors)
  }

  func diagonal(as shape: Shape) -> ShapedExpression {
    let row = shape.columns == 1 ? shape.transposed : shape
    let diagonal = made(.matrix(.operation(.diagonal, explicit.expression)), row, row)
    return row == shape ? diagonal : diagonal.applying(.transpose)
  }

  static func isFirst(
    _ extreme: ShapedExpression, of operand: ShapedExpression, along axis: MatrixOperation.Axis, isLargest: Bool
  ) -> ShapedExpression {
    let sides = [operand.expression, extreme.expression]
    return operand.made(
      .call(.greaterOrEqual, isLargest ? sides : sides.reversed()), operand.shape, operand.shape)
  }
}

extension Expression {
  /// Whether a number may stand before it without a sign.
  fileprivate var isPlain: Bool {
    switch self {
    case .quantity, .sum: true
    case .number, .constant, .product, .negation, .power, .call, .matrix, .declared, .slope: false
    }
  }
}

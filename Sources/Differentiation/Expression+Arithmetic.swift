import Numerals
import WalkthroughLanguage

/// Rules written in expressions come out as a person would put them down: numbers meet at once (2 − 1 is 1), and
/// x^1 is x. Everything else stays for the simplifier.
extension Expression: Arithmetic {
  public init(integerLiteral value: Int) { self = .integer(value) }

  public static func + (left: Expression, right: Expression) -> Expression {
    .sum([Term(left), Term(right)])
  }

  public static func - (left: Expression, right: Expression) -> Expression {
    if case .number(let minuend) = left, case .number(let subtrahend) = right,
      let difference = Rational(minuend)?.minus(Rational(subtrahend))
    {
      return difference.expression(inDecimals: true)
    }
    return .sum([Term(left), Term(right, isSubtracted: true)])
  }

  public static func * (left: Expression, right: Expression) -> Expression {
    .product(left.factors + right.factors)
  }

  public static func / (left: Expression, right: Expression) -> Expression {
    .product(left.factors + [Factor(right, isDivisor: true)])
  }

  public static prefix func - (operand: Expression) -> Expression { .negation(operand) }

  public static func apply(_ primitive: Primitive, _ first: Expression, _ second: Expression) -> Expression {
    guard primitive == .power else { return .call(primitive, primitive.arity == 1 ? [first] : [first, second]) }
    return second == .one ? first : .power(first, second)
  }

  /// The factors of a product, or the whole as the only one.
  public var factors: [Factor] {
    if case .product(let factors) = self { return factors }
    return [Factor(self)]
  }

  /// The terms of a sum, or the whole as the only one.
  public var terms: [Term] {
    if case .sum(let terms) = self { return terms }
    return [Term(self)]
  }
}

extension Expression.Term {
  /// As it is written behind others: a minus that it begins with is its sign.
  public var behindOthers: Expression.Term {
    guard case .negation(let positive) = expression else { return self }
    return Expression.Term(positive, isSubtracted: !isSubtracted)
  }
}

extension Expression {
  /// The value where quantities have these values, worked from the left as the passes do.
  ///
  /// - Parameter slopes: how quantities that are functions without formulas change with their operands.
  public func value(slopes: (Int, Int) -> Double = { _, _ in .nan }, _ values: (Int) -> Double) -> Double {
    switch self {
    case .number(let decimal): return decimal.value
    case .constant(let constant): return constant.value
    case .quantity(let quantity): return values(quantity)
    case .matrix: preconditionFailure("a matrix has no single value")
    case .slope(let result, let operand): return slopes(result, operand)
    case .declared: preconditionFailure("a function without a formula has no value")
    case .negation(let operand): return -operand.value(slopes: slopes, values)
    case .power(let base, let exponent):
      return Primitive.power.value(base.value(slopes: slopes, values), exponent.value(slopes: slopes, values))
    case .sum(let terms):
      return terms.dropFirst().reduce(
        terms.first.map {
          let value = $0.expression.value(slopes: slopes, values)
          return $0.isSubtracted ? -value : value
        } ?? 0
      ) {
        let value = $1.expression.value(slopes: slopes, values)
        return $1.isSubtracted ? $0 - value : $0 + value
      }
    case .product(let factors):
      return factors.dropFirst().reduce(factors.first?.expression.value(slopes: slopes, values) ?? 1) {
        let value = $1.expression.value(slopes: slopes, values)
        return $1.isDivisor ? $0 / value : $0 * value
      }
    case .call(let primitive, let operands):
      let first = operands[0].value(slopes: slopes, values)
      return operands.dropFirst().isEmpty
        ? primitive.value(first, first)
        : operands.dropFirst().reduce(first) { primitive.value($0, $1.value(slopes: slopes, values)) }
    }
  }

  /// Whether the quantity is in it.
  public func uses(_ quantity: Int) -> Bool { holds { $0 == quantity } }

  /// Adds the quantities in it.
  public func collectQuantities(into set: inout Set<Int>) {
    _ = holds { quantity in
      set.insert(quantity)
      return false
    }
  }

  /// Whether it holds no quantity.
  public var isNumeric: Bool { !holds { _ in true } }

  /// Whether it holds a quantity of that kind.
  private func holds(_ isMeant: (Int) -> Bool) -> Bool {
    switch self {
    case .number, .constant: false
    case .matrix(let matrix): matrix.parts.contains { $0.holds(isMeant) }
    case .quantity(let quantity): isMeant(quantity)
    case .slope(let result, let operand): isMeant(result) || isMeant(operand)
    case .negation(let operand): operand.holds(isMeant)
    case .power(let base, let exponent): base.holds(isMeant) || exponent.holds(isMeant)
    case .sum(let terms): terms.contains { $0.expression.holds(isMeant) }
    case .product(let factors): factors.contains { $0.expression.holds(isMeant) }
    case .call(_, let operands), .declared(_, let operands): operands.contains { $0.holds(isMeant) }
    }
  }
}

extension MatrixExpression {
  /// What it is made of.
  public var parts: [Expression] {
    switch self {
    case .rows(let rows): rows.flatMap(\.self)
    case .operation(_, let operand), .selection(let operand, _), .placement(let operand, _, _): [operand]
    case .generated: []
    case .power(let base, let exponent): [base, exponent]
    }
  }
}

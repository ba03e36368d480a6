import Numerals
import WalkthroughLanguage

extension Expression {
  /// What a teacher leaves on the board: numbers worked together, like terms and equal factors collected, 1s and 0s
  /// gone, a minus drawn into a difference; sums are not multiplied out.
  public var simplified: Expression {
    switch self {
    case .number, .constant, .quantity, .slope, .matrix: return self
    case .sum(let terms):
      var sum = SimplifiedSum()
      for term in terms { sum.add(term.expression.simplified, isSubtracted: term.isSubtracted) }
      return sum.expression
    case .product, .negation:
      var product = SimplifiedProduct()
      product.multiply(by: self, power: 1)
      return product.expression
    case .power(let base, let exponent):
      let (base, exponent) = (base.simplified, exponent.simplified)
      if exponent == .one { return base }
      if exponent == .integer(0) { return .one }
      return .power(base, exponent)
    case .call(let primitive, let operands):
      let simple = Expression.call(primitive, operands.map(\.simplified))
      return simple == .call(.ln, [.constant(.e)]) ? .one : simple
    case .declared(let function, let operands): return .declared(function, operands.map(\.simplified))
    }
  }
}

/// A product in the making: a number, and factors with whole exponents.
struct SimplifiedProduct {
  private(set) var coefficient = Rational.one
  private var hasPoint = false
  private var factors: [Power] = []
  /// Where each name stands among the first factors, once they are many.
  private var places: [Int: Int] = [:]
  private var placed = 0
  private static let many = 32

  private struct Power {
    var base: Expression
    var exponent: Int
  }

  /// Takes in a factor, simplified first; numbers that no longer fit stay factors.
  mutating func multiply(by expression: Expression, power: Int) {
    switch expression {
    case .product(let factors):
      for factor in factors { multiply(by: factor.expression, power: factor.isDivisor ? -power : power) }
    case .negation(let operand):
      if !power.isMultiple(of: 2) { coefficient = coefficient.negated }
      multiply(by: operand, power: power)
    case .number(let decimal):
      if let number = Rational(decimal)?.raised(power), let product = coefficient.times(number) {
        coefficient = product
        hasPoint = hasPoint || decimal.places > 0
      } else {
        take(expression, power)
      }
    case .power(let base, .number(let exponent))
    where exponent.places == 0 && exponent.coefficient < 1_000 && power.magnitude < 1_000_000:
      let power = power * Int(exponent.coefficient)
      // 10³ is left as it is written; of (2s²)², the 2² is worked.
      if case .number = base { take(base, power) } else { multiply(by: base.simplified, power: power) }
    case .sum, .power, .call, .declared:
      let simple = expression.simplified
      if case .sum = simple {
        take(simple, power)
      } else if simple == expression {
        take(simple, power)
      } else {
        multiply(by: simple, power: power)
      }
    case .constant, .quantity, .slope, .matrix: take(expression, power)
    }
  }

  private mutating func take(_ base: Expression, _ exponent: Int) {
    if let place = place(of: base) {
      factors[place].exponent += exponent
    } else {
      factors.append(Power(base: base, exponent: exponent))
    }
  }

  private mutating func place(of base: Expression) -> Int? {
    guard case .quantity(let quantity) = base, factors.count >= Self.many else {
      return factors.firstIndex { $0.base == base }
    }
    while placed < factors.count {
      if case .quantity(let other) = factors[placed].base { places[other] = placed }
      placed += 1
    }
    return places[quantity]
  }

  /// The factors without the number, in a fixed order, so that like terms are found.
  var withoutCoefficient: Expression {
    var copy = self
    copy.coefficient = .one
    return copy.expression
  }

  /// Names first, then functions, then sums, each in the order of reading; divisors behind.
  var expression: Expression {
    if coefficient == .zero { return .integer(0) }
    var product = self
    product.drawMinusIntoDifference()
    var (above, below): ([Expression], [Expression]) = ([], [])
    for rank in 0...2 {
      for factor in product.factors where factor.exponent != 0 && factor.base.rank == rank {
        if factor.exponent > 0 {
          above.append(.raised(factor.base, factor.exponent))
        } else {
          below.append(.raised(factor.base, -factor.exponent))
        }
      }
    }
    if below.isEmpty, above.count == 1, product.coefficient == .one { return above[0] }
    return product.assembled(above, below)
  }

  private func assembled(_ above: [Expression], _ below: [Expression]) -> Expression {
    let size = coefficient.magnitude
    var (top, bottom) = (above, below)
    if below.isEmpty {
      let number = size.expression(inDecimals: hasPoint)
      if size != .one || above.isEmpty { top = number.factors.map(\.expression).prefix(1) + above }
      if case .product(let parts) = number, parts.count == 2 { bottom = [parts[1].expression] }
    } else {
      if size.numerator != 1 || above.isEmpty { top.insert(.integer(size.numerator), at: 0) }
      if size.denominator != 1 { bottom.insert(.integer(size.denominator), at: 0) }
    }
    let whole = Expression.quotient(top, bottom, leadingNumber: below.isEmpty && !bottom.isEmpty)
    return coefficient.isNegative ? .negation(whole) : whole
  }

  /// −(a − b) is b − a.
  private mutating func drawMinusIntoDifference() {
    guard coefficient.isNegative else { return }
    for index in factors.indices where factors[index].exponent == 1 {
      guard case .sum(let terms) = factors[index].base, terms.count == 2,
        terms[0].isSubtracted != terms[1].isSubtracted
      else { continue }
      let positiveFirst = terms[0].isSubtracted ? terms : terms.reversed()
      factors[index].base = .sum(positiveFirst.map { Expression.Term($0.expression, isSubtracted: !$0.isSubtracted) })
      coefficient = coefficient.negated
      return
    }
  }
}

/// A sum in the making: like terms are collected under what they have in common.
private struct SimplifiedSum {
  private var parts: [Part] = []

  private struct Part {
    let common: Expression
    var coefficient: Rational
  }

  mutating func add(_ expression: Expression, isSubtracted: Bool) {
    if case .sum(let terms) = expression {
      for term in terms { add(term.expression, isSubtracted: term.isSubtracted != isSubtracted) }
      return
    }
    let (common, size) = Self.taken(apart: expression)
    let coefficient = isSubtracted ? size.negated : size
    if let index = parts.firstIndex(where: { $0.common == common }),
      let sum = parts[index].coefficient.plus(coefficient)
    {
      parts[index].coefficient = sum
    } else {
      parts.append(Part(common: common, coefficient: coefficient))
    }
  }

  /// What like terms have in common, and how often it is taken.
  private static func taken(apart expression: Expression) -> (common: Expression, coefficient: Rational) {
    switch expression {
    case .constant, .quantity, .call, .declared, .slope, .power, .matrix: return (expression, .one)
    case .number, .negation, .sum, .product:
      var product = SimplifiedProduct()
      product.multiply(by: expression, power: 1)
      return (product.withoutCoefficient, product.coefficient)
    }
  }

  var expression: Expression {
    var kept = parts.filter { $0.coefficient != .zero }
    if kept.count == 2, kept[0].coefficient.isNegative, !kept[1].coefficient.isNegative { kept.swapAt(0, 1) }
    guard let first = kept.first else { return .integer(0) }
    if kept.count == 1 { return term(first.common, first.coefficient) }
    let terms = kept.map {
      Expression.Term(term($0.common, $0.coefficient.magnitude), isSubtracted: $0.coefficient.isNegative)
    }
    return .sum(terms)
  }

  private func term(_ common: Expression, _ coefficient: Rational) -> Expression {
    if coefficient == .one { return common }
    if common == .one { return coefficient.expression(inDecimals: true) }
    var product = SimplifiedProduct()
    product.multiply(by: coefficient.expression(inDecimals: true), power: 1)
    product.multiply(by: common, power: 1)
    return product.expression
  }
}

extension Expression {
  private var isLiteral: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether a number stands before it without a sign, as in `6x` and `2(x - y)`.
  private var standsBehindNumber: Bool {
    switch self {
    case .quantity, .sum: true
    case .power(let base, _): base.standsBehindNumber
    case .number, .constant, .product, .negation, .call, .declared, .slope, .matrix: false
    }
  }

  /// Where a factor stands in a product: names before functions before sums.
  fileprivate var rank: Int {
    switch self {
    case .number, .constant, .quantity: 0
    case .power(let base, _): base.rank
    case .product, .negation, .call, .declared, .slope, .matrix: 1
    case .sum: 2
    }
  }

  fileprivate static func raised(_ base: Expression, _ exponent: Int) -> Expression {
    exponent == 1 ? base : .power(base, .integer(exponent))
  }

  /// top over bottom; one plain factor stands without a product around it.
  fileprivate static func quotient(_ top: [Expression], _ bottom: [Expression], leadingNumber: Bool) -> Expression {
    let divisor = bottom.count > 1 ? [Expression.product(bottom.map { Factor($0) })] : bottom
    let divisors = divisor.map { Factor($0, isDivisor: true) }
    let tops = top.enumerated().map { index, factor in
      Factor(factor, isJuxtaposed: index == 1 && !leadingNumber && top[0].isLiteral && factor.standsBehindNumber)
    }
    if tops.count == 1, divisors.isEmpty { return top[0] }
    return .product(leadingNumber ? tops.prefix(1) + divisors + tops.dropFirst() : tops + divisors)
  }
}

import WalkthroughLanguage

/// How the derivative of one formula by one of its quantities is found: by which rules, in which forms.
public struct Derivation: Sendable, Hashable {
  /// As the rules produce it: `2 * 1/2 * (target1 - output_o1) * (-1)`.
  public let raw: Expression
  /// As a teacher leaves it: `output_o1 - target1`.
  public let simplified: Expression
  /// The rules in the order in which they are applied, from the outside in, each once.
  public let rules: [DerivativeRule]
}

extension Trace {
  /// How the local derivative of an edge is found.
  public func derivation(of edge: Int) -> Derivation {
    walkthrough.derivation(of: edges[edge].result, by: edges[edge].operand)
  }
}

extension Walkthrough {
  /// How ∂`quantity`/∂`operand` is found, both of them quantities and the second in the formula of the first.
  public func derivation(of quantity: Int, by operand: Int) -> Derivation {
    Derivation(of: quantity, by: operand, among: quantities.count, formula: expression)
  }
}

extension Derivation {
  /// How a quantity changes with one in its formula.
  ///
  /// - Parameters:
  ///   - result: the quantity; its value is known by name, and so are those of its neighbours.
  ///   - count: how many quantities there are.
  ///   - formula: that of any of them.
  public init(of result: Int, by operand: Int, among count: Int, formula: @escaping (Int) -> Expression) {
    var differentiation = SymbolicDifferentiation(operand: operand, result: result, count: count, formula: formula)
    let raw = differentiation.derivative(of: formula(result), isWhole: true) ?? .integer(0)
    self.init(raw: raw, simplified: raw.simplified, rules: differentiation.rules)
  }
}

/// Differentiates one formula by the derivative table, and notes the rules on the way.
private struct SymbolicDifferentiation {
  let operand: Int
  /// Stands for the whole formula, whose value is known by this name.
  let result: Int
  let count: Int
  let formula: (Int) -> Expression
  var rules: [DerivativeRule] = []

  /// The derivative as the rules produce it; nothing for what does not depend on the operand.
  mutating func derivative(of expression: Expression, isWhole: Bool = false) -> Expression? {
    switch expression {
    case .number, .constant, .matrix, .slope: return nil
    case .declared(_, let operands):
      // Such a call is all of its formula, and its operands are quantities or numbers.
      guard operands.contains(where: { $0.uses(operand) }) else { return nil }
      note(.anyFunction)
      return .slope(of: result, by: operand)
    case .quantity(let quantity):
      guard quantity == operand else { return nil }
      if isWhole { note(.identity) }
      return .one
    case .sum(let terms): return derivative(ofSum: terms)
    case .product(let factors):
      if isWhole, let share = Share(expression), let slope = derivative(of: share) { return slope }
      return derivative(ofProduct: factors)
    case .negation(let inner): return combined(.negate, inner, inner, expression)
    case .power(let base, let exponent): return combined(.power, base, exponent, expression)
    case .call(let primitive, let operands):
      let y = isWhole ? .quantity(result) : expression
      if operands.count == 1 { return combined(primitive, operands[0], operands[0], y) }
      return derivative(ofChain: primitive, operands, y)
    }
  }

  private mutating func note(_ rule: DerivativeRule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  private mutating func derivative(ofSum terms: [Expression.Term]) -> Expression? {
    let changing = terms.filter { $0.expression.uses(operand) }
    // No two terms are added.
    let isDifference = terms.count(where: \.isSubtracted) >= terms.count - 1
    if !isDifference { note(.sum) }
    if isDifference || changing.contains(where: \.isSubtracted) { note(.difference) }
    let parts = changing.compactMap { term -> Expression? in
      guard let inner = derivative(of: term.expression) else { return nil }
      guard term.isSubtracted else { return inner }
      return chained(Primitive.subtract.derivative(by: .second, u: 0, v: term.expression, y: 0), inner)
    }
    return added(parts)
  }

  /// A product of n factors as a chain of products and quotients from the left.
  private mutating func derivative(ofProduct factors: [Expression.Factor]) -> Expression? {
    var parts: [Expression] = []
    let dependent = factors.indices.filter { factors[$0].expression.uses(operand) }
    let multiplying = dependent.count { !factors[$0].isDivisor }
    for index in dependent {
      if !factors[index].isDivisor, multiplying > 1 {
        note(.product)
      } else {
        note(multiplying < dependent.count ? .quotient : .constantFactor)
      }
      guard let inner = derivative(of: factors[index].expression) else { continue }
      var part = inner
      if index > 0 {
        let before = Expression.product(Array(factors[..<index])).alone
        let primitive: Primitive = factors[index].isDivisor ? .divide : .multiply
        let slope = primitive.derivative(by: .second, u: before, v: factors[index].expression, y: 0)
        part = chained(slope, inner)
      }
      part = part.followed(by: factors[(index + 1)...])
      parts.append(part)
    }
    return added(parts)
  }

  /// The slope of a share by its own value; nothing where more than one term of the whole changes.
  private mutating func derivative(of share: Share) -> Expression? {
    let changing = share.terms.filter { $0.uses(operand) }
    guard changing.count == 1, let exponent = changing[0].exponentOfE else { return nil }
    let isOwn = changing[0] == share.power
    note(.softmax(isOwn: isOwn))
    if case .quantity = exponent {} else { note(.chain) }
    let y = Expression.quantity(result)
    let slope = isOwn ? y * (1 - y) : -(y * value(of: changing[0], in: share))
    return derivative(of: exponent).map { chained(slope, $0) }
  }

  /// By name where it has one. Shares of one whole stand in the order of its terms as a rule, and not far from each other.
  private func value(of term: Expression, in share: Share) -> Expression {
    let sibling = share.sibling(term)
    let likely = result + share.distance(to: term)
    let neighbours = result - 2 * share.terms.count..<result + 2 * share.terms.count
    let known = ([likely] + neighbours).first { (0..<count).contains($0) && formula($0) == sibling }
    return known.map(Expression.quantity) ?? sibling
  }

  /// Of many operands one counts where none before it is as large and none behind it is larger.
  private mutating func derivative(
    ofChain primitive: Primitive, _ operands: [Expression], _ y: Expression
  ) -> Expression? {
    guard operands.count > 2 else { return combined(primitive, operands[0], operands[1], y) }
    var parts: [Expression] = []
    for (index, inside) in operands.enumerated() where inside.uses(operand) {
      note(rule(of: primitive, .first))
      if case .quantity = inside {} else { note(.chain) }
      guard var part = derivative(of: inside) else { continue }
      if let behind = Self.joined(primitive, operands[(index + 1)...]) {
        part = chained(primitive.derivative(by: .first, u: inside, v: behind, y: y), part)
      }
      if let before = Self.joined(primitive, operands[..<index]) {
        part = chained(primitive.derivative(by: .second, u: before, v: inside, y: y), part)
      }
      parts.append(part)
    }
    return added(parts)
  }

  private static func joined(_ primitive: Primitive, _ operands: ArraySlice<Expression>) -> Expression? {
    operands.count > 1 ? .call(primitive, Array(operands)) : operands.first
  }

  /// Slope of the outer primitive times derivative of the inner, for each operand that depends.
  private mutating func combined(
    _ primitive: Primitive, _ u: Expression, _ v: Expression, _ y: Expression
  ) -> Expression? {
    var parts: [Expression] = []
    for side in Operand.allCases where side == .first || primitive.arity == 2 {
      let inside = side == .first ? u : v
      guard inside.uses(operand) else { continue }
      note(rule(of: primitive, side))
      // A minus sign changes as what stands behind it, and has no inside of its own.
      if case .quantity = inside {} else if primitive != .negate { note(.chain) }
      guard let inner = derivative(of: inside) else { continue }
      parts.append(chained(primitive.derivative(by: side, u: u, v: v, y: y), inner))
    }
    return added(parts)
  }

  private func rule(of primitive: Primitive, _ side: Operand) -> DerivativeRule {
    switch primitive.form {
    case .sign(.plus): .sum
    case .sign(.minus): .difference
    case .sign(.times): .product
    case .sign(.over): .quotient
    case .sign(.power): side == .first ? .power : .exponent
    case .sign(.negation): .negation
    case .function, .unwritten: .function(primitive)
    }
  }

  private func added(_ parts: [Expression]) -> Expression? {
    guard parts.count > 1 else { return parts.first }
    return .sum([Expression.Term(parts[0])] + parts.dropFirst().map { Expression.Term($0).behindOthers })
  }

  /// The product of two slopes; an exponent that comes down is written before the constant that stood there.
  private func chained(_ outer: Expression, _ inner: Expression) -> Expression {
    if inner == .one { return outer }
    if outer == .one { return inner }
    var factors = inner.factors
    if outer.isNumeric, case .number? = factors.first?.expression, factors.count > 1 {
      factors.insert(contentsOf: outer.factors, at: 1)
      return .product(factors)
    }
    if factors.count > 1, factors[0].expression == .one, factors[1].isDivisor { factors.removeFirst() }
    return .product(outer.factors + factors)
  }
}

extension Expression {
  /// The product that goes on with these factors.
  fileprivate func followed(by others: ArraySlice<Factor>) -> Expression {
    var factors = factors
    for other in others where other.isDivisor || other.expression != .one {
      if factors.count == 1, !other.isDivisor, factors[0].expression == .one { factors.removeLast() }
      factors += other.isDivisor ? [other] : other.expression.factors
    }
    return factors.count == 1 ? factors[0].expression : .product(factors)
  }
}

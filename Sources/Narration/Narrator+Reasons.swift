import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Why a factor is what it is, from the rules that were used.
  mutating func explanation(of factor: Factor) -> Sentence {
    guard hasDetour(factor), case .symbol(let result) = symbols[factor.result] else { return reason(for: factor) }
    return Wording.detour(symbol(factor.operand), symbol(factor.result), .symbol(result.direct)) + reason(for: factor)
  }

  private mutating func reason(for factor: Factor) -> Sentence {
    let derivation = derivation(of: factor.edge)
    // What the edge itself leads to: the factor may speak of the whole objective, which only adds that up.
    let (result, operand) = (symbol(trace.edges[factor.edge].result), symbol(factor.operand))
    let rules = derivation.rules
    if rules.contains(.anyFunction) { return anyFunction(factor) }
    if derivation.simplified == .one { return Wording.takenAsItIs(operand, in: result) }
    if derivation.simplified == .negation(.one) { return Wording.takenAway(operand, from: result) }
    if derivation.simplified.isNumeric { return Wording.constantSlope(operand, in: result) }
    if case .quantity(let other) = derivation.simplified,
      rules.allSatisfy({ [.sum, .difference, .constantFactor].contains($0) })
    {
      return Wording.multiplied(operand, by: symbol(other), in: result)
    }
    var sentences: [Sentence] = []
    for case .softmax(let isOwn) in rules { sentences.append(Wording.share(result, isOwn: isOwn)) }
    if rules.contains(.power), let power = expressions[trace.edges[factor.edge].result].power(of: factor.operand) {
      let isHalved = power.exponent == 2 && derivation.raw.isHalved && derivation.simplified.leadingNumber == nil
      let turns =
        power.base.reversedDifference(subtracting: factor.operand).map(
          derivation.simplified.factors.map(\.expression).contains) ?? false
      sentences.append(Wording.power(power.exponent, isHalved: isHalved, turns: turns))
    }
    for case .function(let primitive) in rules {
      sentences.append(primitive.notation.slope)
      if primitive.hasKink, !isBracketExplained { sentences.append(Wording.bracket) }
      isBracketExplained = isBracketExplained || primitive.hasKink
    }
    if sentences.isEmpty { return Wording.byRules(rules) }
    if case .sum(let terms) = expressions[trace.edges[factor.edge].result],
      terms.count(where: { $0.expression.uses(factor.operand) }) > 1
    {
      sentences.insert(Wording.termsAddUp(operand, in: result), at: 0)
    }
    if rules.contains(.chain), !rules.contains(.power) || sentences.count > 1 { sentences.append(Wording.chain) }
    let rest = rules.filter { $0 == .product || $0 == .quotient }
    if !rest.isEmpty { sentences.append(Wording.restByRules(rest)) }
    return sentences.dropFirst().reduce(sentences[0]) { $0 + $1 }
  }
}

extension Expression {
  /// The first power with a whole exponent whose base holds the quantity.
  fileprivate func power(of quantity: Int) -> (base: Expression, exponent: Int)? {
    switch self {
    case .number, .constant, .quantity, .slope, .matrix: return nil
    case .negation(let operand): return operand.power(of: quantity)
    case .power(let base, .number(let exponent)) where base.uses(quantity) && exponent.places == 0:
      return (base, Int(clamping: exponent.coefficient))
    case .power(let base, let exponent): return base.power(of: quantity) ?? exponent.power(of: quantity)
    case .sum(let terms): return terms.lazy.compactMap { $0.expression.power(of: quantity) }.first
    case .product(let factors): return factors.lazy.compactMap { $0.expression.power(of: quantity) }.first
    case .call(_, let operands), .declared(_, let operands):
      return operands.lazy.compactMap { $0.power(of: quantity) }.first
    }
  }

  /// x − a for a − x, where x is the quantity.
  fileprivate func reversedDifference(subtracting quantity: Int) -> Expression? {
    guard case .sum(let terms) = self, terms.count == 2, !terms[0].isSubtracted, terms[1].isSubtracted,
      terms[1].expression.uses(quantity)
    else {
      return nil
    }
    return .sum([Term(terms[1].expression), Term(terms[0].expression, isSubtracted: true)])
  }

  /// Whether one of its factors is a half.
  fileprivate var isHalved: Bool { factors.contains { $0.isDivisor && $0.expression == .integer(2) } }

  /// The number that a product starts with.
  fileprivate var leadingNumber: Expression? {
    switch self {
    case .product(let factors): factors.first?.expression.isNumeric ?? false ? factors[0].expression : nil
    case .negation(let operand): operand.leadingNumber
    case .number: self
    case .constant, .quantity, .sum, .power, .call, .declared, .slope, .matrix: nil
    }
  }
}

import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// Why a factor is what it is, from the rules that were used.
  mutating func explanation(of factor: Factor) -> Sentence {
    let derivation = derivation(of: factor.edge)
    let (result, operand) = (symbol(factor.result), symbol(factor.operand))
    let rules = derivation.rules
    if derivation.simplified == .one { return Wording.takenAsItIs(operand, in: result) }
    if derivation.simplified == .negation(.one) { return Wording.takenAway(operand, from: result) }
    if derivation.simplified.isNumeric { return Wording.constantSlope(operand, in: result) }
    if case .quantity(let other) = derivation.simplified, rules.allSatisfy({ [.sum, .constantFactor].contains($0) }) {
      return Wording.multiplied(operand, by: symbol(other), in: result)
    }
    var sentences: [Sentence] = []
    if rules.contains(.power), let exponent = exponent(in: factor) {
      let square = derivation.raw.factors
      let isHalved = derivation.simplified.leadingNumber == nil && square.count > 2
      sentences.append(
        Wording.power(exponent, isHalved: isHalved && exponent == 2, turns: rules.contains(.difference)))
    }
    for case .function(let primitive) in rules {
      sentences.append(primitive.notation.slope)
    }
    if sentences.isEmpty { return Wording.byRules(rules) }
    if rules.contains(.product) || rules.contains(.quotient) {
      sentences.append(Wording.byRules(rules.filter { $0 == .product || $0 == .quotient }))
    }
    return sentences.dropFirst().reduce(sentences[0]) { $0 + $1 }
  }

  /// The constant exponent of the only power in the formula.
  private func exponent(in factor: Factor) -> Int? {
    expressions[trace.edges[factor.edge].result].powers(of: factor.operand).first
  }
}

extension Expression {
  /// Whole exponents of the powers whose base holds the quantity.
  fileprivate func powers(of quantity: Int) -> [Int] {
    switch self {
    case .number, .constant, .quantity: []
    case .negation(let operand): operand.powers(of: quantity)
    case .power(let base, .number(let exponent)) where base.uses(quantity) && exponent.places == 0:
      base.powers(of: quantity) + [Int(clamping: exponent.coefficient)]
    case .power(let base, let exponent): base.powers(of: quantity) + exponent.powers(of: quantity)
    case .sum(let terms): terms.flatMap { $0.expression.powers(of: quantity) }
    case .product(let factors): factors.flatMap { $0.expression.powers(of: quantity) }
    case .call(_, let operands): operands.flatMap { $0.powers(of: quantity) }
    }
  }

  /// The number that a product starts with.
  fileprivate var leadingNumber: Expression? {
    switch self {
    case .product(let factors): factors.first?.expression.isNumeric ?? false ? factors[0].expression : nil
    case .negation(let operand): operand.leadingNumber
    case .number: self
    case .constant, .quantity, .sum, .power, .call: nil
    }
  }
}

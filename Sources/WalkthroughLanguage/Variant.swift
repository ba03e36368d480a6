/// What a file could have said instead: conventions and slips of whole calculations, under which an author may have
/// worked.
public enum Variant: String, Sendable, Hashable, CaseIterable {
  case reusedWeights = "reused-weights"
  case oppositeSense = "opposite-sense"
  case halfMissing = "half-missing"
  case halfDoubled = "half-doubled"
  case halfAdded = "half-added"
  case sumForMean = "sum-for-mean"
  case meanForSum = "mean-for-sum"
  case biasesUpdated = "biases-updated"
  case biasesKept = "biases-kept"
  case decimalLogarithm = "decimal-logarithm"
  case naturalLogarithm = "natural-logarithm"
  case withoutExp = "softmax-without-exp"
  case squaresLeftOut = "squares-left-out"
}

extension Walkthrough {
  /// This file as `variant` has it; nothing where it has no say here.
  public func variant(_ variant: Variant) -> Walkthrough? {
    switch variant {
    case .reusedWeights: reusingWeights
    case .oppositeSense: withOppositeSense
    case .halfMissing: rewriting { $0.withoutHalf($1) }
    case .halfDoubled: rewriting { $0.withoutHalf($1).map { $0.halved.halved } }
    case .halfAdded: withHalfOfObjective
    case .sumForMean: combining(.summed) ?? rewriting { $0.sumForMean($1) }
    case .meanForSum: combining(.averaged) ?? rewriting { $0.meanForSum($1) }
    case .biasesUpdated: replacing(.fixed, by: .bias)
    case .biasesKept: replacing(.bias, by: .fixed)
    case .decimalLogarithm: rewriting { $0.isPrimitive(.ln) && !$1[0].isNumber(10) ? $1[0].decimalLogarithm : nil }
    case .naturalLogarithm: rewriting { $0.naturalForDecimal($1) }
    case .withoutExp: rewriting { $0.withoutExp($1) }
    case .squaresLeftOut:
      objective.flatMap { rewriting(only: $0.quantity) { $0.withoutSquare($1) ?? $0.withoutHalf($1) } }
    }
  }

  private var reusingWeights: Walkthrough? {
    guard updateOrder == .together, rate != nil, examples == nil, updateMethod == .gradient, derivatives == .rules
    else { return nil }
    var result = self
    result.updateOrder = .reusing
    return result
  }

  private var withOppositeSense: Walkthrough? {
    guard let objective, rate != nil else { return nil }
    let sense: Objective.Sense
    switch objective.sense {
    case .minimize: sense = .maximize
    case .maximize: sense = .minimize
    case .differentiate: return nil
    }
    var result = self
    result.objective = Objective(
      sense: sense, quantity: objective.quantity, combination: objective.combination, addition: objective.addition)
    return result
  }

  /// Only where the file has no factor ½ that could be missing or doubled.
  private var withHalfOfObjective: Walkthrough? {
    guard let objective, variant(.halfMissing) == nil else { return nil }
    var result = self
    let quantity = quantities[objective.quantity]
    let start = result.nodes.count
    result.nodes += Array(nodes[quantity.formula]).halved
    result.quantities[objective.quantity] = quantity.with(formula: start..<result.nodes.count)
    return result
  }

  private func combining(_ combination: Combination) -> Walkthrough? {
    guard let objective, let own = objective.combination, own != combination else { return nil }
    var result = self
    result.objective = Objective(
      sense: objective.sense, quantity: objective.quantity, combination: combination, addition: objective.addition)
    return result
  }

  private func replacing(_ role: Role, by other: Role) -> Walkthrough? {
    guard rate != nil, quantities.contains(where: { $0.role == role }) else { return nil }
    var result = self
    for index in quantities.indices where quantities[index].role == role {
      result.quantities[index] = quantities[index].with(role: other)
    }
    return result
  }
}

extension FormulaNode {
  fileprivate func isPrimitive(_ primitive: Primitive) -> Bool {
    switch kind {
    case .operation(let own), .elementwise(let own): own == primitive
    case .juxtaposition: primitive == .multiply
    case .number, .constant, .quantity, .matrix, .stack, .selection, .generated, .declared, .updated, .derivative,
      .localDerivative, .state:
      false
    }
  }

  /// `x/2`, `0.5*x` and `1/2*x` without their ½.
  fileprivate func withoutHalf(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    if isPrimitive(.divide), operands[1].isNumber(2) { return operands[0] }
    guard isPrimitive(.multiply) else { return nil }
    if operands[0].isNumber(0.5) { return operands[1] }
    return operands[1].isNumber(0.5) ? operands[0] : nil
  }

  fileprivate func withoutSquare(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    isPrimitive(.power) && operands[1].isNumber(2) ? operands[0] : nil
  }

  fileprivate func sumForMean(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    if case .matrix(.mean(let axis)) = kind { return operands[0] + [with(.matrix(.sum(axis)))] }
    let count = isPrimitive(.divide) ? operands[0].termCount : 1
    return count > 1 && operands[1].isNumber(Double(count)) ? operands[0] : nil
  }

  fileprivate func meanForSum(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    guard case .matrix(.sum(let axis)) = kind else { return nil }
    return operands[0] + [with(.matrix(.mean(axis)))]
  }

  /// What is divided by `ln(10)`, logarithms among it, without the division.
  fileprivate func naturalForDecimal(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    guard isPrimitive(.divide), operands[1].count == 2, operands[1][1].isPrimitive(.ln),
      [operands[1][0]].isNumber(10), operands[0].contains(where: { $0.isPrimitive(.ln) })
    else { return nil }
    return operands[0]
  }

  /// Shares of the numbers themselves: softmax as x / Σx, exp left out where a file spells it.
  fileprivate func withoutExp(_ operands: [[FormulaNode]]) -> [FormulaNode]? {
    if isPrimitive(.exp) { return operands[0] }
    guard case .matrix(.softmax) = kind else { return nil }
    return operands[0] + operands[0] + [with(.matrix(.sum(.rows))), with(.elementwise(.divide))]
  }

  fileprivate func with(_ kind: Kind) -> FormulaNode { FormulaNode(kind: kind, place: place) }
}

extension [FormulaNode] {
  fileprivate func isNumber(_ number: Double) -> Bool {
    guard count == 1, case .number(number, _) = self[0].kind else { return false }
    return true
  }

  /// Half of it.
  fileprivate var halved: [FormulaNode] {
    [self[0].with(.number(0.5, length: 0))] + self + [self[0].with(.operation(.multiply))]
  }

  /// The logarithm to base ten of it.
  fileprivate var decimalLogarithm: [FormulaNode] {
    let node = self[0]
    return self + [
      node.with(.operation(.ln)), node.with(.number(10, length: 0)), node.with(.operation(.ln)),
      node.with(.operation(.divide)),
    ]
  }

  /// How many terms its outermost sum has.
  fileprivate var termCount: Int {
    var counts: [Int] = []
    for node in self {
      let operands = counts.suffix(node.kind.operandCount)
      let count = node.isPrimitive(.add) || node.isPrimitive(.subtract) ? operands.reduce(0, +) : 1
      counts.removeLast(operands.count)
      counts.append(count)
    }
    return counts.last ?? 0
  }
}

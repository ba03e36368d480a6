import Numerals
import WalkthroughLanguage

/// What each formula sends back to its operands, as formulas for the page.
public struct Pullbacks: Sendable {
  private let walkthrough: Walkthrough
  private let list: EvaluationList

  public init(_ walkthrough: Walkthrough) {
    self.walkthrough = walkthrough
    list = EvaluationList(walkthrough)
  }

  var quantityCount: Int { walkthrough.quantities.count }
  func shape(ofResult edge: Int) -> Shape { walkthrough.quantities[Int(list.edgeResults[edge])].shape }
  func shape(ofOperand edge: Int) -> Shape { walkthrough.quantities[Int(list.edgeOperands[edge])].shape }

  /// The part of an operand's adjoint that comes back along an edge.
  ///
  /// - Parameter adjoint: stands for the adjoint of the edge's result; 1 for the objective itself.
  public func pullback(alongEdge edge: Int, adjoint: Expression) -> Expression {
    let quantity = Int(list.edgeResults[edge])
    var formula = FormulaBackwards(list, walkthrough, quantity)
    return formula.sentBack(along: edge, adjoint).explicit.expression
  }
}

/// One formula as expressions with shapes, gate by gate.
private struct FormulaBackwards {
  private let list: EvaluationList
  private let quantity: Int
  private let walkthrough: Walkthrough
  /// By gate of the formula.
  private var results: [ShapedExpression] = []

  init(_ list: EvaluationList, _ walkthrough: Walkthrough, _ quantity: Int) {
    self.list = list
    self.walkthrough = walkthrough
    self.quantity = quantity
    for gate in list.gates[quantity] { results.append(result(of: gate)) }
  }

  private var range: Range<Int> { list.gates[quantity] }

  mutating func sentBack(along edge: Int, _ adjoint: Expression) -> ShapedExpression {
    let shape = walkthrough.quantities[quantity].shape
    var sent = [ShapedExpression?](repeating: nil, count: range.count)
    sent[range.count - 1] = ShapedExpression(adjoint, shape)
    // From the last use to the first.
    var parts: [ShapedExpression] = []
    for gate in range.reversed() {
      guard let here = sent[gate - range.lowerBound] else { continue }
      let (u, v) = operands(of: gate)
      let y =
        gate == range.upperBound - 1 ? ShapedExpression(.quantity(quantity), shape) : results[gate - range.lowerBound]
      for operand in Operand.allCases.prefix(kind(of: gate).operandCount(list.operations[gate])) {
        let (slot, use) =
          operand == .first ? (list.first[gate], list.firstUse[gate]) : (list.second[gate], list.secondUse[gate])
        let isInner = Int(slot) >= list.leafCount && use < 0
        guard isInner || use >= 0 && Int(list.edgeOfUse[Int(use)]) == edge else { continue }
        let part = kind(of: gate).pullback(list.operations[gate], to: operand, u: u, v: v, y: y, sent: here)
        if isInner {
          sent[Int(slot) - list.leafCount - range.lowerBound] = part
        } else {
          parts.append(part)
        }
      }
    }
    guard let first = parts.popLast() else { return 0 }
    return parts.reversed().reduce(first, +)
  }

  private func operands(of gate: Int) -> (ShapedExpression, ShapedExpression) {
    (
      operand(list.first[gate], list.firstUse[gate]),
      operand(list.second[gate], list.secondUse[gate] >= 0 ? list.secondUse[gate] : list.firstUse[gate])
    )
  }

  private func operand(_ slot: Int32, _ use: Int32) -> ShapedExpression {
    if use >= 0 {
      let quantity = Int(list.edgeOperands[Int(list.edgeOfUse[Int(use)])])
      if list.slots[quantity] == slot {
        return ShapedExpression(.quantity(quantity), walkthrough.quantities[quantity].shape)
      }
    }
    if Int(slot) >= list.leafCount { return results[Int(slot) - list.leafCount - range.lowerBound] }
    if let leaf = list.generated.first(where: { $0.slot == Int(slot) }) {
      return ShapedExpression(.matrix(.generated(leaf.generator)), leaf.generator.shape)
    }
    let value = list.leaves[Int(slot)]
    let number = Expression.number(Decimal(shortest: value.magnitude))
    return ShapedExpression(value < 0 ? .negation(number) : number, .scalar)
  }

  private func result(of gate: Int) -> ShapedExpression {
    let (u, v) = operands(of: gate)
    return kind(of: gate).value(list.operations[gate], u, v, byEntry: Self.applied)
  }

  private func kind(of gate: Int) -> EvaluationList.GateKind { list.kinds.isEmpty ? .primitive : list.kinds[gate] }

  /// Written with its sign.
  private static func applied(_ primitive: Primitive, _ u: ShapedExpression, _ v: ShapedExpression) -> ShapedExpression
  {
    switch primitive.form {
    case .sign(.plus): u + v
    case .sign(.minus): u - v
    case .sign(.times): u * v
    case .sign(.over): u / v
    case .sign(.negation): -u
    case .sign(.power), .function: .apply(primitive, u, v)
    case .unwritten: primitive == .identity ? u : .apply(primitive, u, v)
    }
  }
}

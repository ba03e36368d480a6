extension Walkthrough {
  /// The same with a fixed smooth formula for every function without one, so that it can be worked with numbers: the
  /// product of 1.25 + sin(a·u + b) over its operands, with other a and b for every function and operand.
  ///
  /// Quantities and published lines keep their numbers.
  public var withStandIns: Walkthrough {
    guard !functions.isEmpty else { return self }
    var result = self
    for index in quantities.indices {
      let range = result.replaceCalls(in: quantities[index].formula)
      let quantity = quantities[index]
      result.quantities[index] = Quantity(
        name: quantity.name, role: quantity.role, shape: quantity.shape, formula: range, place: quantity.place)
    }
    result.claims = claims.map { claim in
      var replaced = Claim(
        formula: result.replaceCalls(in: claim.formula), printed: claim.printed, context: claim.context,
        place: claim.place, expression: claim.expression, isOneOperand: claim.isOneOperand)
      replaced.symbolic = claim.symbolic.map { result.replaceCalls(in: $0) }
      return replaced
    }
    result.functions = []
    return result
  }

  private mutating func replaceCalls(in range: Range<Int>) -> Range<Int> {
    guard nodes[range].contains(where: { if case .declared = $0.kind { true } else { false } }) else { return range }
    var stack: [[FormulaNode]] = []
    for node in nodes[range] {
      let count = node.kind.operandCount
      let operands = Array(stack.suffix(count))
      stack.removeLast(count)
      if case .declared(let function, _) = node.kind {
        stack.append(Self.standIn(for: Int(function), operands, at: node.place))
      } else {
        stack.append(operands.flatMap(\.self) + [node])
      }
    }
    let start = nodes.count
    nodes += stack[0]
    return start..<nodes.count
  }

  private static func standIn(for function: Int, _ operands: [[FormulaNode]], at place: Int32) -> [FormulaNode] {
    var formula: [FormulaNode] = []
    func append(_ kind: FormulaNode.Kind) { formula.append(FormulaNode(kind: kind, place: place)) }
    for (index, operand) in operands.enumerated() {
      let phase = Double(function + 1) * 0.618_033_988_75 + Double(index + 1) * 0.754_877_666_25
      append(.number(1.25, length: 0))
      append(.number(0.6 + 0.5 * (phase - phase.rounded(.down)), length: 0))
      formula += operand
      append(.operation(.multiply))
      append(.number(phase, length: 0))
      for primitive in [Primitive.add, .sin, .add] { append(.operation(primitive)) }
      if index > 0 { append(.operation(.multiply)) }
    }
    return formula
  }
}

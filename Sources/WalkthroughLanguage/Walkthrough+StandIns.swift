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
      result.quantities[index] = quantities[index].with(formula: range)
    }
    result.claims = claims.map { claim in
      var replaced = claim
      replaced.formula = result.replaceCalls(in: claim.formula)
      replaced.symbolic = claim.symbolic.map { result.replaceCalls(in: $0) }
      return replaced
    }
    result.functions = []
    return result
  }

  private mutating func replaceCalls(in range: Range<Int>) -> Range<Int> {
    guard nodes[range].contains(where: { if case .declared = $0.kind { true } else { false } }) else { return range }
    return rewrite(range) { node, operands in
      guard case .declared(let function, _) = node.kind else { return nil }
      return Self.standIn(for: Int(function), operands, at: node.place)
    }
  }

  private static func standIn(for function: Int, _ operands: [[FormulaNode]], at place: Int32) -> [FormulaNode] {
    var formula: [FormulaNode] = []
    func append(_ kind: FormulaNode.Kind) { formula.append(FormulaNode(kind: kind, place: place)) }
    for (index, operand) in operands.enumerated() {
      let phase = EvenSpread.turns(Double(function + 1), Double(index + 1))
      append(.number(1.25, length: 0))
      append(.number(0.6 + 0.5 * EvenSpread.share(Double(function + 1), Double(index + 1)), length: 0))
      formula += operand
      append(.operation(.multiply))
      append(.number(phase, length: 0))
      for primitive in [Primitive.add, .sin, .add] { append(.operation(primitive)) }
      if index > 0 { append(.operation(.multiply)) }
    }
    return formula
  }
}

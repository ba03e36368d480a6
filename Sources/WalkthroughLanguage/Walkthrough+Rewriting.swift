extension Walkthrough {
  /// What may stand in place of a node and its operands; nothing where they stay.
  typealias RewritingRule = (_ node: FormulaNode, _ operands: [[FormulaNode]]) -> [FormulaNode]?

  /// A formula with parts of it replaced, from the operands up; the same stretch of `nodes` where nothing was.
  mutating func rewrite(_ formula: Range<Int>, _ rule: RewritingRule) -> Range<Int> {
    var stack: [[FormulaNode]] = []
    var isChanged = false
    for node in nodes[formula] {
      let operands = Array(stack.suffix(node.kind.operandCount))
      stack.removeLast(operands.count)
      let replaced = rule(node, operands)
      isChanged = isChanged || replaced != nil
      stack.append(replaced ?? operands.flatMap(\.self) + [node])
    }
    guard isChanged, let whole = stack.last else { return formula }
    nodes += whole
    return nodes.count - whole.count..<nodes.count
  }

  /// The same for the formulas of all computed quantities, or of one; nothing where none of them changes.
  func rewriting(only chosen: Int? = nil, _ rule: RewritingRule) -> Walkthrough? {
    var result = self
    var isChanged = false
    for index in quantities.indices where quantities[index].role == .computed && chosen ?? index == index {
      let formula = result.rewrite(quantities[index].formula, rule)
      isChanged = isChanged || formula != quantities[index].formula
      result.quantities[index] = quantities[index].with(formula: formula)
    }
    return isChanged ? result : nil
  }
}

extension Quantity {
  func with(role: Role? = nil, formula: Range<Int>? = nil) -> Quantity {
    Quantity(
      name: name, role: role ?? self.role, shape: shape, formula: formula ?? self.formula, place: place,
      written: written, isUnnamed: isUnnamed)
  }
}

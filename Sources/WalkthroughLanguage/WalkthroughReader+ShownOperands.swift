extension WalkthroughReader {
  /// An operand as a message speaks of it.
  struct ShownOperand {
    let shape: Shape
    /// As a file writes it; nothing where it is long.
    let text: String?
    /// Whether it is a name or a number, to which a `'` can be put.
    let isShort: Bool
    /// The line that defines it, where it is a quantity.
    let line: Int?

    /// `` `W` of line 3 ``
    var origin: String? { text.map { "`\($0)`" + (line.map { " of line \($0)" } ?? "") } }
  }

  func shownOperand(_ operand: Int, _ stack: ShapeStack, before index: Int) -> ShownOperand {
    let nodes = nodes(of: operand, stack, before: index)
    if nodes.count == 1, case .quantity(let quantity) = walkthrough.nodes[nodes.lowerBound].kind {
      return shownOperand(Int(quantity))
    }
    return ShownOperand(shape: stack.shapes[operand], text: text(of: nodes), isShort: nodes.count == 1, line: nil)
  }

  func shownOperand(_ quantity: Int) -> ShownOperand {
    let quantity = walkthrough.quantities[quantity]
    return ShownOperand(
      shape: quantity.shape, text: quantity.name, isShort: true, line: source.line(of: quantity.place.lowerBound))
  }

  /// The text of a part of a formula, where it is short.
  private func text(of nodes: Range<Int>) -> String? {
    let (mostNodes, mostLetters) = (20, 40)
    guard nodes.count <= mostNodes else { return nil }
    if let claimed = claimedText(walkthrough.nodes[nodes.lowerBound].kind) { return nodes.count == 1 ? claimed : nil }
    guard walkthrough.nodes[nodes].allSatisfy({ claimedText($0.kind) == nil }) else { return nil }
    let text = walkthrough.expression(at: nodes).text { walkthrough.quantities[$0].name }
    return text.utf8.count <= mostLetters ? text : nil
  }

  /// What published lines add to formulas.
  private func claimedText(_ kind: FormulaNode.Kind) -> String? {
    switch kind {
    case .updated, .derivative, .state, .localDerivative: return walkthrough.text(of: kind)
    case .number, .constant, .quantity, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection,
      .generated, .declared:
      return nil
    }
  }
}

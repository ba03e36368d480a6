import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The first quantity that the backward pass meets with two operands, both sent something; the objective itself only
  /// where there is no other.
  private var firstNode: Int? {
    guard let backward = trace.backward, tellsSlopes else { return nil }
    let depends = trace.depends(on: trace.asked)
    let fitting = quantities.indices.reversed().filter { quantity in
      let operands = trace.edgesIntoResult[quantity].map { trace.edges[$0].operand }
      return backward.reaches[quantity] && operands.count == 2 && operands.allSatisfy { depends[$0] }
    }
    return fitting.first { $0 != backward.seed } ?? fitting.first
  }

  /// What one node receives and sends, in documents that go from node to node.
  func nodeFigure() -> Figure? {
    guard let quantity = firstNode, let seed = trace.backward?.seed else { return nil }
    let adjoint = derivative(seed, by: quantity)
    let statement: [Inline] =
      walkthrough.isSymbolic
      ? [.formula(adjoint)] : [.equation(writer.statement(adjoint, shownAdjoint(quantity)))]
    let picture = NodeFigure(
      quantity: quantity, lines: [ComputationGraph.Line(symbol(quantity))] + formulaLine(quantity),
      inputs: trace.edgesIntoResult[quantity].map { input($0, seed) }, value: valueLabel(quantity), adjoint: statement)
    let operands = picture.inputs.map(\.quantity)
    return Figure(
      id: "node", .diagram(picture.diagram),
      caption: Wording.nodeCaption(symbol(quantity), of: operands.map(symbol), adjoint).inlines,
      description: Wording.nodeDescription(
        name(quantity), adjoint: plain(adjoint: quantity, of: seed),
        inputs: trace.edgesIntoResult[quantity].map(plain)),
      undrawn: Wording.undrawn(.node(symbol(quantity))).inlines)
  }

  /// ∂objective/∂quantity as it is shown; 1 for the objective.
  func shownAdjoint(_ quantity: Int) -> ShownNumber {
    quantity == trace.backward?.seed ? writer.style.shown(1) : shownAdjoints[quantity]
  }

  /// The formula, where it is short enough to stand in a node.
  private func formulaLine(_ quantity: Int) -> [ComputationGraph.Line] {
    let line = ComputationGraph.Line(Calculation(expressions[quantity], leaves).inSymbols)
    return line.content.labelWidth <= 8 ? [line] : []
  }

  private func valueLabel(_ quantity: Int) -> [Inline] {
    walkthrough.isSymbolic ? [.formula(symbol(quantity))] : [.equation(statement(quantity))]
  }

  private func input(_ edge: Int, _ seed: Int) -> NodeFigure.Input {
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    let slope = symbol(Factor(result: result, operand: operand, edge: edge))
    var lines = [ComputationGraph.Line(symbol(operand))]
    if !walkthrough.isSymbolic { lines.append(ComputationGraph.Line(.number(shownValues[operand]), .value)) }
    return NodeFigure.Input(
      quantity: operand, edge: edge, lines: lines,
      local: walkthrough.isSymbolic
        ? [.formula(slope)] : [.equation(writer.statement(slope, shownLocals[edge]))],
      contribution: contribution(edge, slope, seed))
  }

  /// Adjoint times local derivative; with numbers, what it comes to.
  private func contribution(_ edge: Int, _ slope: Formula, _ seed: Int) -> [Inline] {
    let result = trace.edges[edge].result
    let upstream = derivative(seed, by: result)
    if walkthrough.isSymbolic { return [.formula(.product([upstream, slope], .dot))] }
    var leaves = Calculation.Leaves()
    let factors = [leaves.add(upstream, shownAdjoint(result)), leaves.add(slope, shownLocals[edge])]
    let product = Calculation(.product(factors.map { Expression.Factor($0) }), leaves)
    let equation = writer.equation(upstream, product, value: shownContribution(edge), showsSymbols: false)
    guard let first = equation.links.first else { return [] }
    var label = Equation(first.formula, Array(equation.links.dropFirst()))
    label.typedSlots = equation.typedSlots
    return [.equation(label)]
  }

  /// Adjoint × local derivative along an edge.
  func shownContribution(_ edge: Int) -> ShownNumber {
    guard let backward = trace.backward else { return writer.style.shown(0) }
    let (value, slots) = (backward.contributions[edge], backward.contributionSlots)
    return writer.shown(carried(value.isFinite ? value : 0), slots.isEmpty ? nil : slots[edge])
  }

  private func plain(adjoint quantity: Int, of seed: Int) -> String {
    "d\(name(seed))/d\(name(quantity))" + (walkthrough.isSymbolic ? "" : " = \(shownAdjoint(quantity).spoken)")
  }

  private func plain(_ edge: Int) -> Wording.PlainInput {
    let ends = trace.edges[edge]
    return Wording.PlainInput(
      name: name(ends.operand), value: walkthrough.isSymbolic ? nil : shownValues[ends.operand].spoken,
      slope: walkthrough.isSymbolic ? "d\(name(ends.result))/d\(name(ends.operand))" : shownLocals[edge].spoken,
      contribution: walkthrough.isSymbolic ? nil : shownContribution(edge).spoken)
  }
}

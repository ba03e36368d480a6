import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// A computation graph with a node for every quantity.
struct QuantityGraph {
  private let narrator: Narrator
  private let numbers: WireNumbers
  private let isVarying: [Bool]
  private(set) var graph = ComputationGraph()

  /// - Parameter quantities: those that have nodes, in the order of the file.
  init(_ narrator: Narrator, _ numbers: WireNumbers, of quantities: [Int]) {
    self.narrator = narrator
    self.numbers = numbers
    isVarying = narrator.trace.depends(on: narrator.trace.asked)
    var nodes = [Int?](repeating: nil, count: narrator.quantities.count)
    for quantity in quantities { nodes[quantity] = graph.add(node(quantity)) }
    for (edge, ends) in narrator.trace.edges.enumerated() {
      guard let from = nodes[ends.operand], let to = nodes[ends.result] else { continue }
      graph.wires.append(ComputationGraph.Wire(from: from, to: to, above: local(edge), edge: edge))
    }
  }

  /// Name, value or shape, adjoint.
  private func node(_ quantity: Int) -> ComputationGraph.Node {
    let lines = [ComputationGraph.Line(narrator.symbol(quantity)), value(quantity), adjoint(quantity)]
    return ComputationGraph.Node(lines: lines.compactMap(\.self), outline: .rounded, quantity: quantity)
  }

  private func value(_ quantity: Int) -> ComputationGraph.Line? {
    if narrator.hasMatrices { return ComputationGraph.Line([.text(narrator.quantities[quantity].shape.text)]) }
    return numbers == .none ? nil : ComputationGraph.Line(.number(narrator.shownValues[quantity]), .value)
  }

  private func adjoint(_ quantity: Int) -> ComputationGraph.Line? {
    guard narrator.tellsSlopes, isVarying[quantity], let backward = narrator.trace.backward, backward.reaches[quantity]
    else { return nil }
    if narrator.walkthrough.isSymbolic {
      if quantity == backward.seed { return nil }
      return ComputationGraph.Line(narrator.derivative(backward.seed, by: quantity), .adjoint)
    }
    guard numbers == .valuesAndAdjoints else { return nil }
    let shown = quantity == backward.seed ? narrator.writer.style.shown(1) : narrator.shownAdjoints[quantity]
    return ComputationGraph.Line(.number(shown), .adjoint)
  }

  private func local(_ edge: Int) -> ComputationGraph.Line? {
    guard numbers == .valuesAndAdjoints || narrator.walkthrough.isSymbolic,
      isVarying[narrator.trace.edges[edge].operand],
      narrator.trace.backward?.reaches[narrator.trace.edges[edge].result] ?? false
    else { return nil }
    return narrator.localLabel(edge)
  }
}

extension Narrator {
  /// Whether slopes follow from rules and are told one by one.
  var tellsSlopes: Bool { trace.backward != nil && !hasMatrices && telling != .nudge }

  /// The local derivative along an edge, as a number or as a name.
  func localLabel(_ edge: Int, _ tone: Tone = .plain) -> ComputationGraph.Line? {
    guard tellsSlopes else { return nil }
    let ends = trace.edges[edge]
    if walkthrough.isSymbolic {
      return ComputationGraph.Line(symbol(Factor(result: ends.result, operand: ends.operand, edge: edge)), tone)
    }
    return ComputationGraph.Line(.number(shownLocals[edge]), tone)
  }

  /// The way from a quantity to the objective among the quantities that it meets, those without a part in it faded.
  ///
  /// Nothing where they are too many.
  func pathGraph(of quantity: Int, hasContext: Bool) -> ComputationGraph? {
    var isOnPath = trace.depends(on: [quantity])
    for other in quantities.indices where !(trace.backward?.reaches[other] ?? false) { isOnPath[other] = false }
    var isMet = isOnPath
    if hasContext { for edge in trace.edges where isOnPath[edge.result] { isMet[edge.operand] = true } }
    guard isMet.count(where: \.self) <= ComputationGraph.Limits.nodes else { return nil }
    var graph = ComputationGraph()
    var nodes = [Int?](repeating: nil, count: quantities.count)
    for other in quantities.indices where isMet[other] {
      nodes[other] = graph.add(
        ComputationGraph.Node(
          lines: pathLines(other), outline: .rounded, tone: isOnPath[other] ? .emphasized : .faded, quantity: other))
    }
    for (edge, ends) in trace.edges.enumerated() where isOnPath[ends.result] {
      guard let from = nodes[ends.operand], let to = nodes[ends.result] else { continue }
      let isEmphasized = isOnPath[ends.operand]
      graph.wires.append(
        ComputationGraph.Wire(
          from: from, to: to, above: isEmphasized ? localLabel(edge, .emphasized) : nil,
          tone: isEmphasized ? .emphasized : .faded, edge: edge))
    }
    return graph
  }

  private func pathLines(_ quantity: Int) -> [ComputationGraph.Line] {
    let name = ComputationGraph.Line(symbol(quantity))
    return hasMatrices ? [name, ComputationGraph.Line([.text(quantities[quantity].shape.text)])] : [name]
  }
}

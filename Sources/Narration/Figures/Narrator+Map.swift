import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The network, or the graph of the quantities, with names alone: to be kept in view while steps are told, whose
  /// quantities and edges stand out in it. Nothing where the file is too large to be drawn.
  public var map: Diagram? {
    if let network = layeredNetwork {
      let inner = trace.examples.first.map { Narrator($0, telling: telling) } ?? self
      let sketch = NetworkView(network, inner).bare
      return NetworkLayout([sketch]).diagram(sketch)
    }
    guard isSmallEnoughForGraph else { return nil }
    return graphOfNames.diagram
  }

  private var graphOfNames: ComputationGraph {
    var graph = ComputationGraph()
    var nodes = [Int?](repeating: nil, count: quantities.count)
    for quantity in quantities.indices where !quantities[quantity].role.isGiven || !trace.edges(outOf: quantity).isEmpty
    {
      nodes[quantity] = graph.add(
        ComputationGraph.Node(
          lines: [ComputationGraph.Line(symbol(quantity))], outline: .rounded, quantity: quantity))
    }
    for (edge, ends) in trace.edges.enumerated() {
      guard let from = nodes[ends.operand], let to = nodes[ends.result] else { continue }
      graph.wires.append(ComputationGraph.Wire(from: from, to: to, edge: edge))
    }
    return graph
  }
}

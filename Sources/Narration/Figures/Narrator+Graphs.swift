import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// Adds the computation graph, where no network is drawn, and the picture of one node.
  func addGraphs(to figures: inout Illustrations, hasNetwork: Bool) {
    guard isSmallEnoughForGraph else { return }
    let graph = hasNetwork ? [] : computationGraph()
    if hasMatrices || !trace.examples.isEmpty {
      figures.structure += graph
    } else if walkthrough.isSymbolic || graphNumbers == .valuesAndAdjoints {
      figures.backward += graph
    } else {
      figures.forward += graph
    }
    switch telling {
    case .nodes, .gates: if trace.examples.isEmpty, let node = nodeFigure() { figures.backward.append(node) }
    case .weights, .matrices, .jacobians, .nudge: break
    }
  }

  /// Decided by counting, before anything is laid out.
  var isSmallEnoughForGraph: Bool {
    quantities.count <= ComputationGraph.Limits.nodes && walkthrough.nodes.count <= ComputationGraph.Limits.formulas
  }

  /// What stands on the wires: adjoints only where the backward pass works with one set of values.
  private var graphNumbers: WireNumbers {
    if walkthrough.isSymbolic || !trace.examples.isEmpty || hasMatrices { return .none }
    return tellsSlopes ? .valuesAndAdjoints : .values
  }

  /// Gate by gate where that is told or short, else quantity by quantity; none where either would be too large.
  private func computationGraph() -> [Figure] {
    let numbers = graphNumbers
    if !hasMatrices, !walkthrough.isSymbolic, Telling.gates.obstacle(in: walkthrough) == nil {
      let gates = GateGraph(self, numbers)
      if telling == .gates || gates.gateCount <= ComputationGraph.Limits.fewGates, let diagram = gates.graph.diagram {
        return [graphFigure(diagram, Wording.gateGraphCaption(numbers, isForked: gates.graph.isForked), gates.graph)]
      }
    }
    let used = quantities.indices.filter { !quantities[$0].role.isGiven || !trace.edges(outOf: $0).isEmpty }
    let graph = QuantityGraph(self, numbers, of: used).graph
    guard let diagram = graph.diagram else { return [] }
    let kind: Wording.QuantityGraphKind =
      hasMatrices ? .shapes : walkthrough.isSymbolic ? .slopes : .numbers(numbers)
    return [graphFigure(diagram, Wording.quantityGraphCaption(kind), graph)]
  }

  private func graphFigure(_ diagram: Diagram, _ caption: Sentence, _ graph: ComputationGraph) -> Figure {
    Figure(
      id: "graph", .diagram(diagram), caption: caption.inlines,
      description: Wording.graphDescription(graph.plainSteps, isWithAdjoints: graphNumbers == .valuesAndAdjoints),
      undrawn: Wording.undrawn(.graph).inlines)
  }

  /// The way of one quantity to the objective; without what stands beside it where that is too much.
  func pathFigure(of quantity: Int) -> Figure? {
    guard let seed = trace.backward?.seed, telling != .nudge, pathCounts[quantity] > 0,
      distances[quantity] < ComputationGraph.Limits.nodes
    else { return nil }
    for hasContext in [true, false] {
      guard let graph = pathGraph(of: quantity, hasContext: hasContext), let diagram = graph.diagram else { continue }
      return Figure(
        id: "path", .diagram(diagram),
        caption: (Wording.pathCaption(
          symbol(quantity), to: symbol(seed), paths: pathCounts[quantity], hasFactors: tellsSlopes)
          + (trace.examples.count > 1 && tellsSlopes ? Wording.factorsOfFirstExample : "")).inlines,
        description: Wording.pathDescription(
          name(quantity), to: name(seed), graph.plainSteps(.emphasized), hasFactors: tellsSlopes),
        undrawn: Wording.undrawn(.paths(pathCounts[quantity], from: symbol(quantity), to: symbol(seed))).inlines)
    }
    return nil
  }
}

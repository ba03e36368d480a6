import Differentiation
import DocumentModel
import WalkthroughLanguage

/// What is written on the wires of a graph.
enum WireNumbers {
  /// Nothing but names, where there are no numbers or those of several examples.
  case none
  case values
  case valuesAndAdjoints
}

/// A computation graph in the making, a node for every operation.
struct GateGraph {
  private let narrator: Narrator
  private let numbers: WireNumbers
  private(set) var graph = ComputationGraph()
  private(set) var gateCount = 0
  /// By quantity: its node, once it has one.
  private var sources: [Int?]
  /// By quantity: whether something is sent back to it.
  private let isVarying: [Bool]

  init(_ narrator: Narrator, _ numbers: WireNumbers) {
    self.narrator = narrator
    self.numbers = numbers
    let trace = narrator.trace
    sources = [Int?](repeating: nil, count: trace.values.count)
    isVarying = trace.depends(on: trace.asked)
    for quantity in narrator.quantities.indices where !narrator.quantities[quantity].role.isGiven {
      sources[quantity] = add(narrator.expressions[quantity], in: quantity, isWhole: true, adjoint(of: quantity))
    }
    addResults()
    addUp()
  }

  /// A number, and where a page finds it.
  private struct Worked {
    var value = 0.0
    var slot: Int32?
  }

  private func adjoint(of quantity: Int) -> Worked {
    guard let adjoints = narrator.trace.backward?.adjoints else { return Worked() }
    return Worked(value: adjoints[quantity], slot: adjoints.slot(quantity))
  }

  /// The node of an operation, behind those of its operands.
  private mutating func add(
    _ expression: Expression, in quantity: Int, isWhole: Bool, _ adjoint: Worked
  ) -> Int {
    let result: Expression = isWhole ? .quantity(quantity) : expression
    guard let operation = Operation(expression, result: result) else { return constant(expression) }
    let isUnary = operation.operands.count == 2 && operation.operands.contains { $0.expression.isNumeric }
    var inputs: [ComputationGraph.Wire] = []
    for operand in operation.operands where !(isUnary && operand.expression.isNumeric) {
      let contribution = sentBack(operand, adjoint, in: quantity)
      let source = source(of: operand.expression, in: quantity, contribution)
      inputs.append(
        ComputationGraph.Wire(
          from: source, to: 0, above: value(of: operand.expression),
          below: contribution.map { line($0, .adjoint) }, edge: edge(from: operand.expression, to: quantity)))
    }
    gateCount += 1
    let node = graph.add(
      ComputationGraph.Node(
        lines: [ComputationGraph.Line(narrator.sign(of: operation, expression))], outline: .round,
        quantity: isWhole ? quantity : nil, isOrdered: !operation.isCommutative))
    for input in inputs {
      graph.wires.append(
        ComputationGraph.Wire(from: input.from, to: node, above: input.above, below: input.below, edge: input.edge))
    }
    return node
  }

  /// What an operand is sent back, where the page tells of it.
  private func sentBack(
    _ operand: (expression: Expression, slope: Expression), _ adjoint: Worked, in quantity: Int
  ) -> Worked? {
    guard numbers == .valuesAndAdjoints, narrator.trace.backward?.reaches[quantity] ?? false else { return nil }
    var used: Set<Int> = []
    operand.expression.collectQuantities(into: &used)
    guard used.contains(where: { isVarying[$0] }) else { return nil }
    let trace = narrator.trace
    return Worked(
      value: adjoint.value * operand.slope.value { trace.values[$0] },
      slot: trace.contributionSlot(adjoint.slot, operand.slope))
  }

  private mutating func source(of expression: Expression, in quantity: Int, _ contribution: Worked?) -> Int {
    guard case .quantity(let operand) = expression else {
      return add(expression, in: quantity, isWhole: false, contribution ?? Worked())
    }
    if let source = sources[operand] { return source }
    let node = graph.add(
      ComputationGraph.Node(
        lines: [ComputationGraph.Line(narrator.symbol(operand))], outline: .rounded, quantity: operand))
    sources[operand] = node
    return node
  }

  private mutating func constant(_ expression: Expression) -> Int {
    let formula = Calculation(expression, narrator.leaves).inSymbols
    return graph.add(ComputationGraph.Node(lines: [ComputationGraph.Line(formula)], outline: .rounded, tone: .faded))
  }

  /// The name of a computed quantity, and the value.
  private func value(of expression: Expression) -> ComputationGraph.Line? {
    if expression.isNumeric { return nil }
    guard case .quantity(let quantity) = expression else {
      let trace = narrator.trace
      let worked = Worked(
        value: expression.value { trace.values[$0] }, slot: trace.recorder?.slot(of: expression, trace.values.slot))
      return numbers == .none ? nil : line(worked, .value)
    }
    let isNamed = !narrator.quantities[quantity].role.isGiven
    if numbers == .none { return isNamed ? ComputationGraph.Line(narrator.symbol(quantity)) : nil }
    return isNamed
      ? ComputationGraph.Line([.equation(narrator.statement(quantity))], .value)
      : ComputationGraph.Line(.number(narrator.shownValues[quantity]), .value)
  }

  private func line(_ worked: Worked, _ tone: Tone) -> ComputationGraph.Line {
    ComputationGraph.Line(narrator.writer.number(worked.value.isFinite ? worked.value : 0, worked.slot), tone)
  }

  private func edge(from expression: Expression, to result: Int) -> Int? {
    guard case .quantity(let operand) = expression else { return nil }
    return narrator.trace.edge(from: operand, to: result)
  }

  /// What nothing else is computed from, with its name at the end of a wire.
  private mutating func addResults() {
    let seed = narrator.trace.backward?.seed
    for quantity in sources.indices where !narrator.quantities[quantity].role.isGiven {
      guard let source = sources[quantity], narrator.trace.edges(outOf: quantity).isEmpty else { continue }
      let node = graph.add(
        ComputationGraph.Node(
          lines: [ComputationGraph.Line(narrator.symbol(quantity))], outline: .rounded, quantity: quantity))
      let value = ComputationGraph.Line(.number(narrator.shownValues[quantity]), .value)
      graph.wires.append(
        ComputationGraph.Wire(
          from: source, to: node, above: numbers == .none ? nil : value,
          below: quantity == seed && numbers == .valuesAndAdjoints ? line(Worked(value: 1), .adjoint) : nil))
    }
  }

  /// The adjoint on the only wire of a quantity; below its node where what comes back along several adds up.
  private mutating func addUp() {
    guard numbers == .valuesAndAdjoints else { return }
    for (quantity, source) in sources.enumerated() {
      guard let source, quantity != narrator.trace.backward?.seed else { continue }
      let out = graph.wires.indices.filter { graph.wires[$0].from == source && graph.wires[$0].below != nil }
      let adjoint = ComputationGraph.Line(.number(narrator.shownAdjoints[quantity]), .adjoint)
      if out.count == 1 { graph.wires[out[0]].below = adjoint }
      if out.count > 1 { graph.nodes[source].under = adjoint }
    }
  }
}

extension Operation {
  /// Whether its operands may change places.
  fileprivate var isCommutative: Bool {
    switch primitive {
    case .add: operands.allSatisfy { $0.slope == .one }
    case .multiply, .max, .min: true
    case .identity, .subtract, .divide, .power, .negate, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh,
      .tanh, .sigmoid, .relu, .softplus, .greater, .greaterOrEqual:
      false
    }
  }
}

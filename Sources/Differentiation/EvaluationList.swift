import WalkthroughLanguage

/// A walkthrough flattened for the passes: one gate for each use of a primitive, in order, over numbered slots.
///
/// Slots hold, in this order, the values of givens and literal numbers, then the results of gates.
struct EvaluationList: Sendable {
  /// By gate.
  private(set) var operations: [Primitive] = []
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  private(set) var places: [Int32] = []
  /// Uses of quantities by the gate that takes them, by operand; −1 where the operand is no quantity.
  private(set) var firstUse: [Int32] = []
  private(set) var secondUse: [Int32] = []
  /// By gate, in a file with matrices: how it works on them; empty in a file of numbers.
  private(set) var kinds: [GateKind] = []
  /// Leaves that a generator makes, by slot; in a file with matrices.
  private(set) var generated: [(slot: Int, generator: Generator)] = []

  /// By slot below `leafCount`: literal numbers; givens are set for each run.
  private(set) var leaves: [Double] = []
  var leafCount: Int { leaves.count }
  /// Whether values are matrices, so that the passes go over `kinds`.
  let hasMatrices: Bool
  /// By quantity: where its value stands.
  private(set) var slots: [Int32] = []
  /// By quantity: its gates; none for a given.
  private(set) var gates: [Range<Int>] = []

  /// By use, in the order of the file: the edge that it is part of.
  private(set) var edgeOfUse: [Int32] = []
  /// By quantity: its uses of other quantities.
  private(set) var uses: [Range<Int>] = []

  /// By edge, in the order of the file.
  private(set) var edgeResults: [Int32] = []
  private(set) var edgeOperands: [Int32] = []
  /// By quantity: the edges into its formula.
  private(set) var edgesInto: [Range<Int>] = []

  init(_ walkthrough: Walkthrough) {
    hasMatrices = walkthrough.hasMatrices
    layOutLeaves(walkthrough)
    reserveGates(walkthrough.nodes.count)
    var stack: [Slot] = []
    lastEdges = [Int32](repeating: -1, count: walkthrough.quantities.count)
    for (index, quantity) in walkthrough.quantities.enumerated() {
      let (gateStart, useStart, edgeStart) = (operations.count, edgeOfUse.count, edgeResults.count)
      if !quantity.role.isGiven {
        for node in walkthrough.nodes[quantity.formula] { add(node, &stack, result: index, walkthrough) }
        if operations.count == gateStart {
          addGate(.identity, .primitive, stack[0], nil, at: walkthrough.nodes[quantity.formula.lowerBound].place)
        }
        stack.removeAll(keepingCapacity: true)
        slots[index] = Int32(leafCount + operations.count - 1)
      }
      gates.append(gateStart..<operations.count)
      uses.append(useStart..<edgeOfUse.count)
      edgesInto.append(edgeStart..<edgeResults.count)
    }
  }

  /// A place on the evaluation stack: a slot, and the use that it is if it is a quantity's.
  private struct Slot {
    let index: Int32
    var use: Int32 = -1
  }

  /// Where the next literal stands among the leaves, while gates are laid out.
  private var nextLiteral: Int32 = 0

  private mutating func layOutLeaves(_ walkthrough: Walkthrough) {
    slots.reserveCapacity(walkthrough.quantities.count)
    for quantity in walkthrough.quantities {
      slots.append(quantity.role.isGiven ? Int32(leaves.count) : -1)
      if quantity.role.isGiven { leaves.append(0) }
    }
    nextLiteral = Int32(leaves.count)
    for quantity in walkthrough.quantities where !quantity.role.isGiven {
      for node in walkthrough.nodes[quantity.formula] {
        switch node.kind {
        case .number(let value, _): leaves.append(value)
        case .constant(let constant): leaves.append(constant.value)
        case .generated(let number):
          generated.append((leaves.count, walkthrough.generators[Int(number)]))
          leaves.append(0)
        case .quantity, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .declared,
          .updated, .derivative, .localDerivative, .state:
          break
        }
      }
    }
  }

  private mutating func reserveGates(_ count: Int) {
    operations.reserveCapacity(count)
    first.reserveCapacity(count)
    second.reserveCapacity(count)
    places.reserveCapacity(count)
    firstUse.reserveCapacity(count)
    secondUse.reserveCapacity(count)
  }

  private mutating func add(_ node: FormulaNode, _ stack: inout [Slot], result: Int, _ walkthrough: Walkthrough) {
    switch node.kind {
    case .number, .constant, .generated:
      stack.append(Slot(index: nextLiteral))
      nextLiteral += 1
    case .quantity(let quantity):
      stack.append(Slot(index: slots[Int(quantity)], use: Int32(edgeOfUse.count)))
      edgeOfUse.append(edge(from: Int(quantity), to: result))
    case .operation(let primitive): addGate(primitive, &stack, at: node.place)
    case .juxtaposition: addGate(.multiply, &stack, at: node.place)
    case .elementwise(let primitive): addGate(primitive, &stack, .elementwise, at: node.place)
    case .matrix(let operation): addGate(.identity, &stack, .operation(operation), at: node.place)
    case .selection(let number):
      addGate(.identity, &stack, .selection(walkthrough.selections[Int(number)]), at: node.place)
    case .stack(let stacking, let count):
      let parts = stack.suffix(Int(count))
      stack.removeLast(Int(count))
      stack.append(parts[parts.startIndex])
      for part in parts.dropFirst() {
        stack.append(part)
        addGate(.identity, &stack, .stack(stacking), at: node.place)
      }
    case .declared, .updated, .derivative, .localDerivative, .state:
      preconditionFailure("terms of published lines do not stand in statements")
    }
  }

  private mutating func addGate(
    _ primitive: Primitive, _ stack: inout [Slot], _ kind: GateKind = .primitive, at place: Int32
  ) {
    let second = kind.operandCount(primitive) == 2 ? stack.removeLast() : nil
    addGate(primitive, kind, stack.removeLast(), second, at: place)
    stack.append(Slot(index: Int32(leafCount + operations.count - 1)))
  }

  private mutating func addGate(
    _ primitive: Primitive, _ kind: GateKind, _ operand: Slot, _ other: Slot?, at place: Int32
  ) {
    operations.append(primitive)
    if hasMatrices { kinds.append(kind) }
    first.append(operand.index)
    second.append(other?.index ?? operand.index)
    firstUse.append(operand.use)
    secondUse.append(other?.use ?? -1)
    places.append(place)
  }

  /// By quantity: the last edge that it is the operand of, while gates are laid out.
  private var lastEdges: [Int32] = []

  /// The edge between two quantities, one for all uses of the operand in the formula of the result.
  private mutating func edge(from operand: Int, to result: Int) -> Int32 {
    let firstOfResult = edgesInto.last?.upperBound ?? 0
    if lastEdges[operand] >= firstOfResult { return lastEdges[operand] }
    let edge = Int32(edgeResults.count)
    lastEdges[operand] = edge
    edgeResults.append(Int32(result))
    edgeOperands.append(Int32(operand))
    return edge
  }
}

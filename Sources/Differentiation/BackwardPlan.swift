import WalkthroughLanguage

/// What a pass backwards over numbers has to do, worked out once: the quantities between the moved ones and the seed,
/// and where in the memory of the pass everything stands.
struct BackwardPlan {
  /// One quantity.
  struct Step {
    let adjoint: Int
    /// Its contributions, among `BackwardPlan.incoming`; none for the seed, whose adjoint is 1.
    let incoming: Range<Int>
    let gates: Range<Int>
    let edges: Range<Int>
    let uses: Range<Int>
  }

  /// From the seed back.
  private(set) var steps: [Step] = []
  /// Places of contributions, those of one quantity in the order of the file.
  private(set) var incoming: [Int32] = []
  /// By gate: where it hands its slopes on to; −1 where nobody needs them.
  let targets: [(first: Int32, second: Int32)]
  let gateStart: Int
  let useStart: Int
  let edgeStart: Int
  private let adjointStart: Int
  /// By quantity: whether a path leads from it to the seed.
  private var reaches: [Bool]

  /// - Parameters:
  ///   - depends: by quantity, whether the moved ones are needed for it.
  ///   - start: where the memory of the pass begins.
  init(_ list: EvaluationList, from seed: Int, _ depends: [Bool], start: Int) {
    gateStart = start
    useStart = gateStart + list.operations.count
    edgeStart = useStart + list.edgeOfUse.count
    adjointStart = edgeStart + list.edgeResults.count
    targets = Self.targets(list, depends, gateStart: gateStart, useStart: useStart)
    reaches = [Bool](repeating: false, count: list.gates.count)
    reaches[seed] = true
    let (order, ranges) = list.edgesByOperand
    for quantity in stride(from: seed, through: 0, by: -1) where depends[quantity] {
      let edges = order[ranges[quantity]].filter { reaches[Int(list.edgeResults[Int($0)])] }
      guard quantity == seed || !edges.isEmpty else { continue }
      reaches[quantity] = true
      let first = incoming.count
      if quantity != seed { incoming += edges.map { Int32(edgeStart) + $0 } }
      steps.append(
        Step(
          adjoint: adjointStart + quantity, incoming: first..<incoming.count, gates: list.gates[quantity],
          edges: list.edgesInto[quantity], uses: list.uses[quantity]))
    }
  }

  /// Where the adjoint of a quantity stands; of one that does not reach the seed, a place that stays 0.
  func adjoint(_ quantity: Int) -> Int { reaches[quantity] ? adjointStart + quantity : adjointStart + reaches.count }

  static func memoryLength(_ list: EvaluationList) -> Int {
    list.operations.count + list.edgeOfUse.count + list.edgeResults.count + list.gates.count + 1
  }

  private static func targets(
    _ list: EvaluationList, _ depends: [Bool], gateStart: Int, useStart: Int
  ) -> [(first: Int32, second: Int32)] {
    func target(_ slot: Int32, _ use: Int32) -> Int32 {
      if use >= 0 {
        let operand = list.edgeOperands[Int(list.edgeOfUse[Int(use)])]
        return depends[Int(operand)] ? Int32(useStart) + use : -1
      }
      return Int(slot) >= list.leafCount ? Int32(gateStart - list.leafCount) + slot : -1
    }
    return list.operations.indices.map { gate in
      let second = list.operations[gate].arity == 2 ? target(list.second[gate], list.secondUse[gate]) : -1
      return (target(list.first[gate], list.firstUse[gate]), second)
    }
  }
}

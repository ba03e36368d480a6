import Numerals
import WalkthroughLanguage

/// The passes of repeated updates over numbers, in working memory that is used again.
///
/// The operations are those of `Laboratory.step`, in the same order, so that the numbers are the same to the last bit.
final class RepeatedPasses {
  private let list: EvaluationList
  private let moved: [Int]
  private let objective: Objective
  private let fromObjective: BackwardPlan
  private let fromAddition: BackwardPlan?
  /// Of each example the values by slot, then what the pass backwards needs.
  private let memory: UnsafeMutableBufferPointer<Double>
  private let rowLength: Int
  /// By example: whether its values are those of the givens as they stand.
  private var isCurrent: [Bool]

  /// Values that are kept at most, which is 400 MB.
  private static let mostValues = 50_000_000

  /// Nothing where the conditions ask for more than plain doubles, or the examples for too much memory.
  init?(_ laboratory: Laboratory, _ conditions: Laboratory.Conditions) {
    let walkthrough = laboratory.walkthrough
    guard !walkthrough.hasMatrices, conditions.carry == nil, conditions.floatingPoint == .double,
      conditions.derivatives == .rules, walkthrough.updateOrder == .together, walkthrough.rate != nil,
      let objective = walkthrough.objective
    else { return nil }
    (list, moved, self.objective) = (laboratory.list, walkthrough.moved, objective)
    rowLength = list.leafCount + list.operations.count
    let rows = max(laboratory.examples.count, 1)
    isCurrent = [Bool](repeating: false, count: rows)
    let depends = laboratory.dependsOnAsked
    let start = rows * rowLength
    guard start <= Self.mostValues else { return nil }
    fromObjective = BackwardPlan(list, from: objective.quantity, depends, start: start)
    fromAddition = objective.addition.map { [list] in BackwardPlan(list, from: $0, depends, start: start) }
    memory = .allocate(capacity: start + BackwardPlan.memoryLength(list))
    memory.initialize(repeating: 0)
    for example in 0..<rows {
      var row = [Double](repeating: 0, count: rowLength)
      list.setLeaves(laboratory.conditions(conditions, forExample: example).givens.numbers, .double, &row)
      for (slot, value) in row.enumerated() { memory[example * rowLength + slot] = value }
    }
  }

  deinit { memory.deallocate() }

  /// The values of all examples are those of other givens from now on.
  func forget() {
    for example in isCurrent.indices { isCurrent[example] = false }
  }

  /// The slopes of the moved quantities, drawn together over a batch; nothing where a number leaves the doubles, which
  /// the ordinary passes report.
  func gradient(_ batch: Range<Int>, _ givens: Values) -> [Double]? {
    var gradient: [Double] = []
    for example in batch {
      guard work(example, givens), slopes(fromObjective, example) else { return nil }
      if gradient.isEmpty {
        gradient = moved.map { memory[fromObjective.adjoint($0)] }
      } else {
        add(fromObjective, to: &gradient)
      }
    }
    if objective.combination == .averaged {
      for place in gradient.indices { gradient[place] /= Double(batch.count) }
    }
    guard let fromAddition else { return gradient }
    guard work(0, givens), slopes(fromAddition, 0) else { return nil }
    add(fromAddition, to: &gradient)
    return gradient
  }

  private func add(_ plan: BackwardPlan, to gradient: inout [Double]) {
    for (place, quantity) in moved.enumerated() { gradient[place] += memory[plan.adjoint(quantity)] }
  }

  /// The objective of all examples together; nothing where a number leaves the doubles.
  func objectiveValue(_ givens: Values) -> Double? {
    var sum: Double?
    for example in isCurrent.indices {
      guard work(example, givens) else { return nil }
      let value = value(objective.quantity, example)
      sum = sum.map { $0 + value } ?? value
    }
    let total = sum ?? 0
    let drawn = objective.combination == .averaged ? total / Double(isCurrent.count) : total
    return objective.addition.map { drawn + value($0, isCurrent.count - 1) } ?? drawn
  }

  /// The value of a quantity in an example that was worked.
  func value(_ quantity: Int, _ example: Int) -> Double { memory[example * rowLength + Int(list.slots[quantity])] }

  /// The pass forwards of one example, unless it was made already.
  private func work(_ example: Int, _ givens: Values) -> Bool {
    if isCurrent[example] { return true }
    let row = example * rowLength
    for quantity in moved { memory[row + Int(list.slots[quantity])] = givens.numbers[quantity] }
    for gate in list.operations.indices {
      let (first, second) = (memory[row + Int(list.first[gate])], memory[row + Int(list.second[gate])])
      let value = list.operations[gate].value(first, second)
      guard value.isFinite else { return false }
      memory[row + list.leafCount + gate] = value
    }
    isCurrent[example] = true
    return true
  }

  /// The pass backwards, as far as moved quantities need it.
  private func slopes(_ plan: BackwardPlan, _ example: Int) -> Bool {
    for step in plan.steps {
      var adjoint = 1.0
      for (number, edge) in plan.incoming[step.incoming].enumerated() {
        adjoint = number == 0 ? memory[Int(edge)] : adjoint + memory[Int(edge)]
      }
      memory[step.adjoint] = adjoint
      if step.gates.isEmpty {
        guard adjoint.isFinite else { return false }
      } else {
        sweep(step, plan, example * rowLength)
        guard sendBack(step, plan, adjoint) else { return false }
      }
    }
    return true
  }

  /// ∂(statement's result)/∂(each use in its formula).
  private func sweep(_ step: BackwardPlan.Step, _ plan: BackwardPlan, _ row: Int) {
    memory[plan.gateStart + step.gates.upperBound - 1] = 1
    for gate in step.gates.reversed() {
      let outer = memory[plan.gateStart + gate]
      let operation = list.operations[gate]
      let (u, v) = (memory[row + Int(list.first[gate])], memory[row + Int(list.second[gate])])
      let y = memory[row + list.leafCount + gate]
      let (first, second) = plan.targets[gate]
      if first >= 0 { memory[Int(first)] = outer * operation.derivative(by: .first, u: u, v: v, y: y) }
      if second >= 0 { memory[Int(second)] = outer * operation.derivative(by: .second, u: u, v: v, y: y) }
    }
  }

  private func sendBack(_ step: BackwardPlan.Step, _ plan: BackwardPlan, _ adjoint: Double) -> Bool {
    for edge in step.edges { memory[plan.edgeStart + edge] = 0 }
    for use in step.uses { memory[plan.edgeStart + Int(list.edgeOfUse[use])] += memory[plan.useStart + use] }
    var isFinite = true
    for edge in step.edges {
      memory[plan.edgeStart + edge] *= adjoint
      isFinite = isFinite && memory[plan.edgeStart + edge].isFinite
    }
    return isFinite
  }
}

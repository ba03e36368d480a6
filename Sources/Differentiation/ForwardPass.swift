import Numerals
import WalkthroughLanguage

/// The values of one run through the evaluation list.
struct ForwardPass: Sendable {
  /// By slot; empty in a file with matrices.
  var values: [Double]
  /// By slot, in a file with matrices.
  var matrices: [Matrix] = []

  func value(of quantity: Int, _ list: EvaluationList) -> Double { values[Int(list.slots[quantity])] }

  /// By quantity.
  func byQuantity(_ list: EvaluationList) -> Values {
    list.hasMatrices
      ? Values(list.slots.map { matrices[Int($0)] }) : Values(list.slots.map { values[Int($0)] })
  }
}

/// Where a pass left the numbers: the gate, and what it was asked to do.
struct Fault: Error {
  let gate: Int
  let kind: Kind
  /// The gate's operands.
  let first: Double
  let second: Double

  enum Kind {
    case value
    case slope(Operand)
  }
}

extension EvaluationList {
  /// Evaluates every line in order, each formula from the left.
  ///
  /// - Parameters:
  ///   - givens: values of the givens, by quantity; entries of computed quantities are not read.
  ///   - carry: how each quantity is rounded before it is used on.
  ///   - overriding: a quantity that keeps the value in `givens` though it is computed.
  /// - Throws: the first gate whose result is not a finite number.
  func forward(
    _ givens: [Double], carry: NumberStyle? = nil, _ rounding: Rounding = .double, overriding: Int? = nil
  ) throws(Fault) -> ForwardPass {
    var values = [Double](repeating: 0, count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    guard carry != nil || overriding != nil || rounding.isSingle else {
      try evaluate(operations.indices, &values)
      return ForwardPass(values: values)
    }
    for quantity in gates.indices where !gates[quantity].isEmpty {
      try evaluate(quantity, &values, carry, rounding)
      if quantity == overriding { values[Int(slots[quantity])] = givens[quantity] }
    }
    return ForwardPass(values: values)
  }

  /// The faults of all lines that can be worked at all, one for each.
  func faults(_ givens: [Double], carry: NumberStyle?, _ rounding: Rounding) -> [Fault] {
    var values = [Double](repeating: 0, count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    return faults { quantity throws(Fault) in try evaluate(quantity, &values, carry, rounding) }
  }

  /// Works line after line; lines that lean on a faulty one are passed over.
  func faults(_ evaluate: (_ quantity: Int) throws(Fault) -> Void) -> [Fault] {
    var faults: [Fault] = []
    var isWorked = [Bool](repeating: true, count: gates.count)
    for quantity in gates.indices where !gates[quantity].isEmpty {
      isWorked[quantity] = edgesInto[quantity].allSatisfy { isWorked[Int(edgeOperands[$0])] }
      guard isWorked[quantity] else { continue }
      do throws(Fault) {
        try evaluate(quantity)
      } catch {
        isWorked[quantity] = false
        faults.append(error)
      }
    }
    return faults
  }

  func setLeaves(_ givens: [Double], _ rounding: Rounding, _ values: inout [Double]) {
    for (slot, leaf) in leaves.enumerated() { values[slot] = rounding(leaf) }
    for quantity in gates.indices where gates[quantity].isEmpty {
      values[Int(slots[quantity])] = rounding(givens[quantity])
    }
  }

  private func evaluate(
    _ quantity: Int, _ values: inout [Double], _ carry: NumberStyle?, _ rounding: Rounding
  ) throws(Fault) {
    try evaluate(gates[quantity], &values, rounding)
    let slot = Int(slots[quantity])
    if let carry { values[slot] = carry.carried(values[slot]) }
  }

  private func evaluate(
    _ range: Range<Int>, _ values: inout [Double], _ rounding: Rounding = .double
  ) throws(Fault) {
    for gate in range {
      let (first, second) = (values[Int(first[gate])], values[Int(second[gate])])
      let value = rounding(operations[gate].value(first, second))
      guard value.isFinite else { throw Fault(gate: gate, kind: .value, first: first, second: second) }
      values[leafCount + gate] = value
    }
  }
}

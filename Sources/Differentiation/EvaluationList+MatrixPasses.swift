import Numerals
import WalkthroughLanguage

/// The passes over matrices: the same gates and slots as for numbers, with a matrix in each slot.
extension EvaluationList {
  /// Evaluates every line in order.
  ///
  /// - Parameters:
  ///   - givens: by quantity; entries of computed quantities are not read.
  ///   - carry: how each quantity is rounded before it is used on.
  ///   - overriding: a quantity that keeps the value in `givens` though it is computed.
  /// - Throws: the first gate with an entry that is not a finite number.
  func forward(
    _ givens: [Matrix], carry: NumberStyle?, _ rounding: Rounding, overriding: Int? = nil
  ) throws(Fault) -> ForwardPass {
    var values = [Matrix](repeating: Matrix(0), count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    for quantity in gates.indices where !gates[quantity].isEmpty {
      try evaluate(quantity, &values, carry, rounding)
      if quantity == overriding { values[Int(slots[quantity])] = givens[quantity] }
    }
    return ForwardPass(values: [], matrices: values)
  }

  private func setLeaves(_ givens: [Matrix], _ rounding: Rounding, _ values: inout [Matrix]) {
    for (slot, leaf) in leaves.enumerated() { values[slot] = Matrix(rounding(leaf)) }
    for leaf in generated { values[leaf.slot] = Matrix(leaf.generator).map { rounding($0) } }
    for quantity in gates.indices where gates[quantity].isEmpty {
      values[Int(slots[quantity])] = rounding.isSingle ? givens[quantity].map { rounding($0) } : givens[quantity]
    }
  }

  private func evaluate(
    _ quantity: Int, _ values: inout [Matrix], _ carry: NumberStyle?, _ rounding: Rounding
  ) throws(Fault) {
    for gate in gates[quantity] {
      let value = value(of: gate, values[Int(first[gate])], values[Int(second[gate])], rounding)
      guard value.isFinite else { throw fault(.value, gate, values, value) }
      values[leafCount + gate] = value
    }
    if let carry { values[Int(slots[quantity])] = values[Int(slots[quantity])].map(carry.carried) }
  }

  func value(of gate: Int, _ u: Matrix, _ v: Matrix, _ rounding: Rounding) -> Matrix {
    rounding.isSingle
      ? kinds[gate].value(operations[gate], SingleMatrix(u), SingleMatrix(v)).matrix
      : kinds[gate].value(operations[gate], u, v)
  }

  /// The numbers that caused the first entry without a value, or without a slope.
  func fault(_ kind: Fault.Kind, _ gate: Int, _ values: [Matrix], _ result: Matrix) -> Fault {
    let (u, v) = (values[Int(first[gate])], values[Int(second[gate])])
    let place = result.entries.firstIndex { !$0.isFinite } ?? 0
    return Fault(gate: gate, kind: kind, first: u.entry(place, in: result), second: v.entry(place, in: result))
  }

  /// The faults of all lines that can be worked at all, one for each.
  func faults(_ givens: [Matrix], carry: NumberStyle?, _ rounding: Rounding) -> [Fault] {
    var values = [Matrix](repeating: Matrix(0), count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    return faults { quantity throws(Fault) in try evaluate(quantity, &values, carry, rounding) }
  }
}

/// The adjoints of one run backwards over matrices.
struct MatrixBackwardPass: Sendable {
  /// By quantity.
  var adjoints: [Matrix]
  /// By edge: what the operand is sent back; nothing where nobody asked for it or the result does not reach the seed.
  var contributions: [Matrix?]
  /// By quantity: whether a path leads from it to the seed.
  var reaches: [Bool]
}

extension EvaluationList {
  /// Adjoints of all quantities that `isWanted`, or of all, by pullbacks, contributions added up in the order of the file.
  ///
  /// - Parameters:
  ///   - start: the adjoint of `seed`, in its shape.
  ///   - whenComplete: called for a given as soon as its adjoint is known; a value that it returns replaces the given's
  ///     in the rest of the pass.
  func backward(
    _ forward: ForwardPass, from seed: Int, start: Matrix, isWanted: [Bool]?, carry: NumberStyle?, _ rounding: Rounding,
    whenComplete: ((_ given: Int, _ adjoint: Matrix) -> Matrix?)? = nil
  ) -> MatrixBackwardPass {
    var values = forward.matrices
    let (edgeOrder, edgeRanges) = edgesByOperand
    let count = gates.count
    var pass = MatrixBackwardPass(
      adjoints: (0..<count).map { Matrix(forward.matrices[Int(slots[$0])].shape, repeating: 0) },
      contributions: [Matrix?](repeating: nil, count: edgeResults.count),
      reaches: [Bool](repeating: false, count: count))
    pass.reaches[seed] = true
    let completions = whenComplete == nil ? [] : completionsByFirstUser
    var scratch = [Matrix?](repeating: nil, count: operations.count)
    for quantity in stride(from: count - 1, through: 0, by: -1) {
      if quantity == seed {
        pass.adjoints[quantity] = start
      } else {
        addUp(edgeOrder[edgeRanges[quantity]], into: quantity, carry, rounding, &pass)
      }
      guard pass.reaches[quantity], !gates[quantity].isEmpty else { continue }
      sendBack(quantity, values, isWanted, carry, rounding, &scratch, &pass)
      guard let whenComplete, !completions[quantity].isEmpty else { continue }
      var isReplaced = false
      for given in completions[quantity] {
        addUp(edgeOrder[edgeRanges[given]], into: given, carry, rounding, &pass)
        guard let replacement = whenComplete(given, pass.adjoints[given]) else { continue }
        values[Int(slots[given])] = replacement
        isReplaced = true
      }
      guard isReplaced else { continue }
      let known = edgesInto[quantity].filter { completions[quantity].contains(Int(edgeOperands[$0])) }
      let kept = known.map { pass.contributions[$0] }
      sendBack(quantity, values, isWanted, carry, rounding, &scratch, &pass)
      for (edge, old) in zip(known, kept) { pass.contributions[edge] = old }
    }
    return pass
  }

  private func addUp(
    _ edges: ArraySlice<Int32>, into quantity: Int, _ carry: NumberStyle?, _ rounding: Rounding,
    _ pass: inout MatrixBackwardPass
  ) {
    var sum: Matrix?
    for case let edge in edges.lazy.map(Int.init) where pass.reaches[Int(edgeResults[edge])] {
      pass.reaches[quantity] = true
      guard let contribution = pass.contributions[edge] else { continue }
      sum = sum.map { .apply(.add, $0, contribution, rounding) } ?? contribution
    }
    guard let sum else { return }
    pass.adjoints[quantity] = carry.map { sum.map($0.carried) } ?? sum
  }

  /// One formula backwards: every gate sends its operands back what the pullback table says.
  private func sendBack(
    _ quantity: Int, _ values: [Matrix], _ isWanted: [Bool]?, _ carry: NumberStyle?, _ rounding: Rounding,
    _ scratch: inout [Matrix?], _ pass: inout MatrixBackwardPass
  ) {
    let range = gates[quantity]
    scratch[range.upperBound - 1] = pass.adjoints[quantity]
    for edge in edgesInto[quantity] { pass.contributions[edge] = nil }
    for gate in range.reversed() {
      guard let sent = scratch[gate] else { continue }
      scratch[gate] = nil
      let (u, v) = (values[Int(first[gate])], values[Int(second[gate])])
      for operand in Operand.allCases.prefix(kinds[gate].operandCount(operations[gate])) {
        let (slot, use) = operand == .first ? (first[gate], firstUse[gate]) : (second[gate], secondUse[gate])
        let isInner = Int(slot) >= leafCount && use < 0
        guard isInner || use >= 0 && isWanted?[Int(edgeOperands[Int(edgeOfUse[Int(use)])])] ?? true else { continue }
        let part = pullback(gate, operand, u, v, values[leafCount + gate], sent, rounding)
        if isInner {
          scratch[Int(slot) - leafCount] = part
        } else {
          let edge = Int(edgeOfUse[Int(use)])
          pass.contributions[edge] = pass.contributions[edge].map { .apply(.add, part, $0, rounding) } ?? part
        }
      }
    }
    guard let carry else { return }
    for edge in edgesInto[quantity] { pass.contributions[edge] = pass.contributions[edge]?.map(carry.carried) }
  }

  private func pullback(
    _ gate: Int, _ operand: Operand, _ u: Matrix, _ v: Matrix, _ y: Matrix, _ sent: Matrix, _ rounding: Rounding
  ) -> Matrix {
    let kind = kinds[gate]
    guard rounding.isSingle else {
      return kind.pullback(operations[gate], to: operand, u: u, v: v, y: y, sent: sent)
    }
    return kind.pullback(
      operations[gate], to: operand, u: SingleMatrix(u), v: SingleMatrix(v), y: SingleMatrix(y),
      sent: SingleMatrix(sent)
    ).matrix
  }
}

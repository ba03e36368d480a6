import Numerals
import WalkthroughLanguage

/// The passes once more, written down: the operations of `forward` and `backward`, in the same order.
extension EvaluationList {
  /// The pass forward over numbers or matrices.
  ///
  /// - Parameter givens: by quantity; those of computed quantities are not read.
  /// - Returns: by slot of the list.
  func record(_ givens: [RecordedMatrix], _ recorder: Recorder) -> [RecordedMatrix] {
    var values = leaves.map { RecordedMatrix(Matrix(recorder.rounding($0)), recorder) }
    for leaf in generated {
      values[leaf.slot] = RecordedMatrix(Matrix(leaf.generator).map { recorder.rounding($0) }, recorder)
    }
    for quantity in gates.indices where gates[quantity].isEmpty {
      values[Int(slots[quantity])] = givens[quantity].map(recorder.rounded)
    }
    values.reserveCapacity(leafCount + operations.count)
    for quantity in gates.indices where !gates[quantity].isEmpty {
      let start = recorder.recording.instructions.count
      for gate in gates[quantity] {
        values.append(recorded(gate, values[Int(first[gate])], values[Int(second[gate])]))
      }
      let slot = Int(slots[quantity])
      values[slot] = values[slot].map(recorder.carried)
      recorder.recording.spans.append(
        Recording.Span(quantity: quantity, instructions: start..<recorder.recording.instructions.count))
    }
    return values
  }

  private func recorded(_ gate: Int, _ u: RecordedMatrix, _ v: RecordedMatrix) -> RecordedMatrix {
    hasMatrices ? kinds[gate].value(operations[gate], u, v) : .apply(operations[gate], u, v)
  }
}

/// What a pass backwards wrote down.
struct RecordedBackwardPass {
  /// By quantity: its adjoint, by the rules.
  var adjoints: [RecordedMatrix]
  /// By edge, in a file of numbers: its local derivative.
  var localDerivatives: [RecordedMatrix] = []
  /// By edge: what the operand is sent back.
  var contributions: [RecordedMatrix?]
  var reaches: [Bool]

  /// What stands at an edge.
  typealias Sent = (localDerivative: RecordedMatrix?, contribution: RecordedMatrix?)

  func sent(along edge: Int) -> Sent { (localDerivatives.isEmpty ? nil : localDerivatives[edge], contributions[edge]) }

  mutating func restore(_ sent: Sent, along edge: Int) {
    if let localDerivative = sent.localDerivative { localDerivatives[edge] = localDerivative }
    contributions[edge] = sent.contribution
  }
}

/// Replaces a given in the rest of a pass as soon as its adjoint is known.
typealias RecordedReplacement = (_ given: Int, _ adjoint: RecordedMatrix) -> RecordedMatrix?

extension EvaluationList {
  /// The pass backwards over numbers: local derivatives, contributions, adjoints.
  func recordBackward(
    _ forward: [RecordedMatrix], from seed: Int, _ recorder: Recorder, whenComplete: RecordedReplacement? = nil
  ) -> RecordedBackwardPass {
    let zero = RecordedMatrix(Matrix(0), recorder)
    var pass = RecordedBackwardPass(
      adjoints: [RecordedMatrix](repeating: zero, count: gates.count),
      localDerivatives: [RecordedMatrix](repeating: zero, count: edgeResults.count),
      contributions: [RecordedMatrix?](repeating: nil, count: edgeResults.count),
      reaches: [Bool](repeating: false, count: gates.count))
    goBack(from: seed, forward, recorder, &pass, whenComplete) { quantity, values, pass in
      setLocalDerivatives(of: quantity, values, recorder, &pass)
      return true
    }
    return pass
  }

  /// From the last quantity to the first: its adjoint is added up, then `sendBack` says what its operands get, and
  /// whether it sends anything. It is asked again where a given was replaced.
  private func goBack(
    from seed: Int, _ forward: [RecordedMatrix], _ recorder: Recorder, _ pass: inout RecordedBackwardPass,
    _ whenComplete: RecordedReplacement?,
    sendBack: (_ quantity: Int, _ values: [RecordedMatrix], _ pass: inout RecordedBackwardPass) -> Bool
  ) {
    var values = forward
    let (order, ranges) = edgesByOperand
    pass.reaches[seed] = true
    let completions = whenComplete == nil ? [] : completionsByFirstUser
    for quantity in stride(from: gates.count - 1, through: 0, by: -1) {
      if quantity == seed {
        pass.adjoints[quantity] = RecordedMatrix(Matrix(1), recorder)
      } else {
        addUp(order[ranges[quantity]], into: quantity, recorder, &pass)
      }
      guard sendBack(quantity, values, &pass), let whenComplete, !completions[quantity].isEmpty else { continue }
      let isReplaced = replaced(completions[quantity], &values, &pass, whenComplete) {
        addUp(order[ranges[$0]], into: $0, recorder, &$1)
      }
      guard isReplaced else { continue }
      let known = edgesInto[quantity].filter { completions[quantity].contains(Int(edgeOperands[$0])) }
      let kept = known.map { pass.sent(along: $0) }
      _ = sendBack(quantity, values, &pass)
      for (edge, sent) in zip(known, kept) { pass.restore(sent, along: edge) }
    }
  }

  /// Puts new values in the place of givens whose adjoints are complete.
  ///
  /// - Returns: whether any was replaced.
  private func replaced(
    _ givens: [Int], _ values: inout [RecordedMatrix], _ pass: inout RecordedBackwardPass,
    _ whenComplete: RecordedReplacement, addUp: (Int, inout RecordedBackwardPass) -> Void
  ) -> Bool {
    var isReplaced = false
    for given in givens {
      addUp(given, &pass)
      guard let replacement = whenComplete(given, pass.adjoints[given]) else { continue }
      values[Int(slots[given])] = replacement
      isReplaced = true
    }
    return isReplaced
  }

  private func addUp(
    _ edges: ArraySlice<Int32>, into quantity: Int, _ recorder: Recorder, _ pass: inout RecordedBackwardPass
  ) {
    var sum: RecordedMatrix?
    for case let edge in edges.lazy.map(Int.init) where pass.reaches[Int(edgeResults[edge])] {
      pass.reaches[quantity] = true
      guard let contribution = pass.contributions[edge] else { continue }
      sum = sum.map { .apply(.add, $0, contribution) } ?? contribution
    }
    guard let sum else { return }
    pass.adjoints[quantity] = sum.map(recorder.carried)
  }

  /// The local derivatives of one formula, and the contributions along them.
  private func setLocalDerivatives(
    of quantity: Int, _ values: [RecordedMatrix], _ recorder: Recorder, _ pass: inout RecordedBackwardPass
  ) {
    let range = gates[quantity]
    guard !range.isEmpty else { return }
    var byGate = [Int: RecordedMatrix]()
    var byUse = [Int: RecordedMatrix]()
    byGate[range.upperBound - 1] = RecordedMatrix(Matrix(1), recorder)
    for gate in range.reversed() {
      guard let outer = byGate[gate] else { continue }
      let (u, v) = (values[Int(first[gate])], values[Int(second[gate])])
      for operand in Operand.allCases.prefix(operations[gate].arity) {
        let (slot, use) = operand == .first ? (first[gate], firstUse[gate]) : (second[gate], secondUse[gate])
        let isInner = Int(slot) >= leafCount && use < 0
        guard isInner || use >= 0 else { continue }
        let slope = operations[gate].derivative(by: operand, u: u, v: v, y: values[leafCount + gate])
        if isInner { byGate[Int(slot) - leafCount] = outer * slope } else { byUse[Int(use)] = outer * slope }
      }
    }
    for edge in edgesInto[quantity] { pass.localDerivatives[edge] = RecordedMatrix(Matrix(0), recorder) }
    for use in uses[quantity] {
      let edge = Int(edgeOfUse[use])
      if let slope = byUse[use] { pass.localDerivatives[edge] = pass.localDerivatives[edge] + slope }
    }
    for edge in edgesInto[quantity] {
      pass.localDerivatives[edge] = pass.localDerivatives[edge].map(recorder.carried)
      guard pass.reaches[quantity] else { continue }
      let contribution = pass.adjoints[quantity] * pass.localDerivatives[edge]
      pass.contributions[edge] = contribution.map(recorder.carried)
    }
  }
}

extension EvaluationList {
  /// The pass backwards over matrices, by pullbacks.
  ///
  /// - Parameter isWanted: by quantity, whether its adjoint is asked for; all of them where nothing is said.
  func recordPullbacks(
    _ forward: [RecordedMatrix], from seed: Int, isWanted: [Bool]?, _ recorder: Recorder,
    whenComplete: RecordedReplacement? = nil
  ) -> RecordedBackwardPass {
    var pass = RecordedBackwardPass(
      adjoints: slots.map { RecordedMatrix(Matrix(forward[Int($0)].shape, repeating: 0), recorder) },
      contributions: [RecordedMatrix?](repeating: nil, count: edgeResults.count),
      reaches: [Bool](repeating: false, count: gates.count))
    goBack(from: seed, forward, recorder, &pass, whenComplete) { quantity, values, pass in
      guard pass.reaches[quantity], !gates[quantity].isEmpty else { return false }
      sendBack(quantity, values, isWanted, recorder, &pass)
      return true
    }
    return pass
  }

  private func sendBack(
    _ quantity: Int, _ values: [RecordedMatrix], _ isWanted: [Bool]?, _ recorder: Recorder,
    _ pass: inout RecordedBackwardPass
  ) {
    let range = gates[quantity]
    var sent = [Int: RecordedMatrix]()
    sent[range.upperBound - 1] = pass.adjoints[quantity]
    for edge in edgesInto[quantity] { pass.contributions[edge] = nil }
    for gate in range.reversed() {
      guard let adjoint = sent.removeValue(forKey: gate) else { continue }
      let (u, v) = (values[Int(first[gate])], values[Int(second[gate])])
      for operand in Operand.allCases.prefix(kinds[gate].operandCount(operations[gate])) {
        let (slot, use) = operand == .first ? (first[gate], firstUse[gate]) : (second[gate], secondUse[gate])
        let isInner = Int(slot) >= leafCount && use < 0
        guard isInner || use >= 0 && isWanted?[Int(edgeOperands[Int(edgeOfUse[Int(use)])])] ?? true else { continue }
        let part = kinds[gate].pullback(
          operations[gate], to: operand, u: u, v: v, y: values[leafCount + gate], sent: adjoint)
        if isInner {
          sent[Int(slot) - leafCount] = part
        } else {
          let edge = Int(edgeOfUse[Int(use)])
          pass.contributions[edge] = pass.contributions[edge].map { .apply(.add, part, $0) } ?? part
        }
      }
    }
    for edge in edgesInto[quantity] {
      pass.contributions[edge] = pass.contributions[edge]?.map(recorder.carried)
    }
  }
}

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

typealias RecordedBackwardPass = MatrixBackwardPass<RecordedMatrix>
typealias RecordedReplacement = MatrixSweep<RecordedMatrix>.Replacement

extension EvaluationList {
  private func sweep(_ recorder: Recorder) -> MatrixSweep<RecordedMatrix> {
    MatrixSweep(
      list: self, zero: { RecordedMatrix(Matrix($0, repeating: 0), recorder) }, kept: { $0.map(recorder.carried) })
  }

  /// The pass backwards over matrices, by pullbacks.
  ///
  /// - Parameter isWanted: by quantity, whether its adjoint is asked for; all of them where nothing is said.
  func recordPullbacks(
    _ forward: [RecordedMatrix], from seed: Int, isWanted: [Bool]?, _ recorder: Recorder,
    whenComplete: RecordedReplacement? = nil
  ) -> RecordedBackwardPass {
    sweep(recorder).pullBack(
      forward, from: seed, start: RecordedMatrix(Matrix(1), recorder), isWanted: isWanted, whenComplete: whenComplete)
  }

  /// The pass backwards over numbers: local derivatives, contributions, adjoints.
  func recordBackward(
    _ forward: [RecordedMatrix], from seed: Int, _ recorder: Recorder, whenComplete: RecordedReplacement? = nil
  ) -> RecordedBackwardPass {
    let zeros = [RecordedMatrix](repeating: RecordedMatrix(Matrix(0), recorder), count: edgeResults.count)
    return sweep(recorder).goBack(
      forward, from: seed, start: RecordedMatrix(Matrix(1), recorder), localDerivatives: zeros,
      whenComplete: whenComplete
    ) { quantity, values, pass in
      setLocalDerivatives(of: quantity, values, recorder, &pass)
      return true
    }
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

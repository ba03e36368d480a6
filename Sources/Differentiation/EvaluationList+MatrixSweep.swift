import WalkthroughLanguage

/// What one run backwards over matrices found, in numbers or written down.
struct MatrixBackwardPass<N: MatrixArithmetic> {
  /// By quantity.
  var adjoints: [N]
  /// By edge, where a file of numbers is written down: its local derivative.
  var localDerivatives: [N] = []
  /// By edge: what the operand is sent back; nothing where nobody asked for it or the result does not reach the seed.
  var contributions: [N?]
  /// By quantity: whether a path leads from it to the seed.
  var reaches: [Bool]

  /// What stands at an edge.
  typealias Sent = (localDerivative: N?, contribution: N?)

  fileprivate func sent(along edge: Int) -> Sent {
    (localDerivatives.isEmpty ? nil : localDerivatives[edge], contributions[edge])
  }

  fileprivate mutating func restore(_ sent: Sent, along edge: Int) {
    if let localDerivative = sent.localDerivative { localDerivatives[edge] = localDerivative }
    contributions[edge] = sent.contribution
  }
}

extension MatrixBackwardPass: Sendable where N: Sendable {}

/// A pass backwards over matrices, the same in numbers and written down.
struct MatrixSweep<N: MatrixArithmetic> {
  let list: EvaluationList
  /// What the adjoint of a quantity of this shape is, as long as nothing comes back.
  let zero: (Shape) -> N
  /// How what is found is rounded before it is used on.
  let kept: (N) -> N

  /// A value for a given in the rest of a pass, as soon as its adjoint is known.
  typealias Replacement = (_ given: Int, _ adjoint: N) -> N?

  /// Adjoints by pullbacks, of all quantities that `isWanted`, or of all.
  func pullBack(
    _ forward: [N], from seed: Int, start: N, isWanted: [Bool]?, whenComplete: Replacement?
  ) -> MatrixBackwardPass<N> {
    var sent = [N?](repeating: nil, count: list.operations.count)
    return goBack(forward, from: seed, start: start, whenComplete: whenComplete) { quantity, values, pass in
      guard pass.reaches[quantity], !list.gates[quantity].isEmpty else { return false }
      sendBack(quantity, values, isWanted, &sent, &pass)
      return true
    }
  }

  /// From the last quantity to the first: its adjoint is added up, then `sendBack` says what its operands get, and
  /// whether it sends anything. It is asked again where a given was replaced.
  func goBack(
    _ forward: [N], from seed: Int, start: N, localDerivatives: [N] = [], whenComplete: Replacement?,
    sendBack: (_ quantity: Int, _ values: [N], _ pass: inout MatrixBackwardPass<N>) -> Bool
  ) -> MatrixBackwardPass<N> {
    var values = forward
    var pass = MatrixBackwardPass(
      adjoints: list.slots.map { zero(forward[Int($0)].shape) }, localDerivatives: localDerivatives,
      contributions: [N?](repeating: nil, count: list.edgeResults.count),
      reaches: [Bool](repeating: false, count: list.gates.count))
    let (order, ranges) = list.edgesByOperand
    pass.reaches[seed] = true
    let completions = whenComplete == nil ? [] : list.completionsByFirstUser
    for quantity in list.gates.indices.reversed() {
      if quantity == seed {
        pass.adjoints[quantity] = start
      } else {
        addUp(order[ranges[quantity]], into: quantity, &pass)
      }
      guard sendBack(quantity, values, &pass), let whenComplete, !completions[quantity].isEmpty else { continue }
      var isReplaced = false
      for given in completions[quantity] {
        addUp(order[ranges[given]], into: given, &pass)
        guard let replacement = whenComplete(given, pass.adjoints[given]) else { continue }
        values[Int(list.slots[given])] = replacement
        isReplaced = true
      }
      guard isReplaced else { continue }
      let known = list.edgesInto[quantity].filter { completions[quantity].contains(Int(list.edgeOperands[$0])) }
      let old = known.map { pass.sent(along: $0) }
      _ = sendBack(quantity, values, &pass)
      for (edge, sent) in zip(known, old) { pass.restore(sent, along: edge) }
    }
    return pass
  }

  /// Makes an adjoint the sum of the contributions, in the order of the file.
  private func addUp(_ edges: ArraySlice<Int32>, into quantity: Int, _ pass: inout MatrixBackwardPass<N>) {
    var sum: N?
    for case let edge in edges.lazy.map(Int.init) where pass.reaches[Int(list.edgeResults[edge])] {
      pass.reaches[quantity] = true
      guard let contribution = pass.contributions[edge] else { continue }
      sum = sum.map { .apply(.add, $0, contribution) } ?? contribution
    }
    if let sum { pass.adjoints[quantity] = kept(sum) }
  }

  /// One formula backwards: every gate sends its operands back what the pullback table says.
  ///
  /// - Parameter sent: working memory, by gate.
  private func sendBack(
    _ quantity: Int, _ values: [N], _ isWanted: [Bool]?, _ sent: inout [N?], _ pass: inout MatrixBackwardPass<N>
  ) {
    let range = list.gates[quantity]
    sent[range.upperBound - 1] = pass.adjoints[quantity]
    for edge in list.edgesInto[quantity] { pass.contributions[edge] = nil }
    for gate in range.reversed() {
      guard let adjoint = sent[gate] else { continue }
      sent[gate] = nil
      let (kind, primitive) = (list.kinds[gate], list.operations[gate])
      let (u, v) = (values[Int(list.first[gate])], values[Int(list.second[gate])])
      for operand in Operand.allCases.prefix(kind.operandCount(primitive)) {
        let (slot, use) =
          operand == .first ? (list.first[gate], list.firstUse[gate]) : (list.second[gate], list.secondUse[gate])
        let isInner = Int(slot) >= list.leafCount && use < 0
        guard isInner || use >= 0 && isWanted?[Int(list.edgeOperands[Int(list.edgeOfUse[Int(use)])])] ?? true else {
          continue
        }
        let part = kind.pullback(
          primitive, to: operand, u: u, v: v, y: values[list.leafCount + gate], sent: adjoint)
        if isInner {
          sent[Int(slot) - list.leafCount] = part
        } else {
          let edge = Int(list.edgeOfUse[Int(use)])
          pass.contributions[edge] = pass.contributions[edge].map { .apply(.add, part, $0) } ?? part
        }
      }
    }
    for edge in list.edgesInto[quantity] { pass.contributions[edge] = pass.contributions[edge].map(kept) }
  }
}

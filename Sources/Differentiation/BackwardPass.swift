import Numerals
import WalkthroughLanguage

/// The adjoints of one run backwards from one quantity, and what they are made of.
struct BackwardPass: Sendable {
  /// By quantity: ∂(seed)/∂(quantity); 0 where no path leads to the seed.
  var adjoints: [Double]
  /// By edge: ∂(result)/∂(operand).
  var localDerivatives: [Double]
  /// By edge: adjoint of the result × local derivative.
  var contributions: [Double]
  /// By quantity: whether a path leads from it to the seed.
  var reaches: [Bool]
}

extension EvaluationList {
  /// Adjoints of all quantities, contributions added up in the order of the file.
  ///
  /// - Parameters:
  ///   - seed: the quantity that is differentiated; its adjoint is 1.
  ///   - carry: how local derivatives, contributions and adjoints are rounded before they are used on.
  ///   - whenComplete: called for a given as soon as its adjoint is known; a value that it returns replaces the
  ///     given's in the rest of the pass.
  func backward(
    _ forward: ForwardPass, from seed: Int, carry: NumberStyle? = nil, _ rounding: Rounding = .double,
    whenComplete: ((_ given: Int, _ adjoint: Double) -> Double?)? = nil
  ) -> BackwardPass {
    var values = forward.values
    let (edgeOrder, edgeRanges) = edgesByOperand
    let count = gates.count
    var pass = BackwardPass(
      adjoints: [Double](repeating: 0, count: count),
      localDerivatives: [Double](repeating: 0, count: edgeResults.count),
      contributions: [Double](repeating: 0, count: edgeResults.count),
      reaches: [Bool](repeating: false, count: count))
    pass.reaches[seed] = true
    var scratch = Scratch(self)
    let completions = whenComplete == nil ? [] : completionsByFirstUser
    for quantity in stride(from: count - 1, through: 0, by: -1) {
      addUp(edgeOrder[edgeRanges[quantity]], into: quantity, isSeed: quantity == seed, carry, rounding, &pass)
      setLocalDerivatives(of: quantity, values, carry, rounding, &scratch, &pass)
      guard let whenComplete, !completions[quantity].isEmpty else { continue }
      var isReplaced = false
      for given in completions[quantity] {
        addUp(edgeOrder[edgeRanges[given]], into: given, isSeed: false, carry, rounding, &pass)
        guard let replacement = whenComplete(given, pass.adjoints[given]) else { continue }
        values[Int(slots[given])] = replacement
        isReplaced = true
      }
      guard isReplaced else { continue }
      let known = edgesInto[quantity].filter { completions[quantity].contains(Int(edgeOperands[$0])) }
      let kept = known.map { (pass.localDerivatives[$0], pass.contributions[$0]) }
      setLocalDerivatives(of: quantity, values, carry, rounding, &scratch, &pass)
      for (edge, old) in zip(known, kept) { (pass.localDerivatives[edge], pass.contributions[edge]) = old }
    }
    return pass
  }

  /// Makes the adjoint of a quantity the sum of its contributions, in the order of the file.
  private func addUp(
    _ edges: ArraySlice<Int32>, into quantity: Int, isSeed: Bool, _ carry: NumberStyle?,
    _ rounding: Rounding, _ pass: inout BackwardPass
  ) {
    guard !isSeed else {
      pass.adjoints[quantity] = 1
      return
    }
    var sum: Double?
    for case let edge in edges.lazy.map(Int.init) where pass.reaches[Int(edgeResults[edge])] {
      sum = sum.map { rounding($0 + pass.contributions[edge]) } ?? pass.contributions[edge]
    }
    guard let sum else { return }
    pass.reaches[quantity] = true
    pass.adjoints[quantity] = carry?.carried(sum) ?? sum
  }

  /// Working memory of a backward pass: by gate, ∂(statement's result)/∂(gate's result); by use, the same.
  private struct Scratch {
    var byGate: [Double]
    var byUse: [Double]

    init(_ list: EvaluationList) {
      byGate = [Double](repeating: 0, count: list.operations.count)
      byUse = [Double](repeating: 0, count: list.edgeOfUse.count)
    }
  }

  /// The local derivatives of one formula, and the contributions along them.
  private func setLocalDerivatives(
    of quantity: Int, _ values: [Double], _ carry: NumberStyle?, _ rounding: Rounding, _ scratch: inout Scratch,
    _ pass: inout BackwardPass
  ) {
    let range = gates[quantity]
    guard !range.isEmpty else { return }
    scratch.byGate[range.upperBound - 1] = 1
    for gate in range.reversed() {
      let outer = scratch.byGate[gate]
      handOn(outer, gate, .first, first[gate], firstUse[gate], values, rounding, &scratch)
      guard operations[gate].arity == 2 else { continue }
      handOn(outer, gate, .second, second[gate], secondUse[gate], values, rounding, &scratch)
    }
    for edge in edgesInto[quantity] { pass.localDerivatives[edge] = 0 }
    for use in uses[quantity] {
      let edge = Int(edgeOfUse[use])
      pass.localDerivatives[edge] = rounding(pass.localDerivatives[edge] + scratch.byUse[use])
    }
    let adjoint = pass.adjoints[quantity]
    for edge in edgesInto[quantity] {
      if let carry { pass.localDerivatives[edge] = carry.carried(pass.localDerivatives[edge]) }
      guard pass.reaches[quantity] else { continue }
      let contribution = rounding(adjoint * pass.localDerivatives[edge])
      pass.contributions[edge] = carry?.carried(contribution) ?? contribution
    }
  }

  /// Hands `outer` × slope on to one operand of a gate; literal numbers take none.
  @inline(__always)
  private func handOn(
    _ outer: Double, _ gate: Int, _ operand: Operand, _ slot: Int32, _ use: Int32, _ values: [Double],
    _ rounding: Rounding, _ scratch: inout Scratch
  ) {
    let isInner = Int(slot) >= leafCount && use < 0
    guard isInner || use >= 0 else { return }
    let (u, v, y) = (values[Int(first[gate])], values[Int(second[gate])], values[leafCount + gate])
    let slope =
      rounding.isSingle
      ? Double(operations[gate].derivative(by: operand, u: Float(u), v: Float(v), y: Float(y)))
      : operations[gate].derivative(by: operand, u: u, v: v, y: y)
    if isInner {
      scratch.byGate[Int(slot) - leafCount] = rounding(outer * slope)
    } else {
      scratch.byUse[Int(use)] = rounding(outer * slope)
    }
  }
}

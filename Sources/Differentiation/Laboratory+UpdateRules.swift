import Numerals
import WalkthroughLanguage

/// How far each quantity moves, by the file's update rule.
extension Laboratory {
  /// Numbers that move by rate times slope.
  func plainUpdates(
    _ backward: Trace.Backward, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> [Trace.Update] {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    return walkthrough.moved.map { quantity in
      let (old, slope) = (conditions.givens[quantity], backward.adjoints[quantity])
      let new = moved(old, slope, rate, conditions, sense)
      return Trace.Update(quantity: quantity, before: old, adjoint: slope, after: new)
    }
  }

  /// Gradient descent or ascent: the old value, minus or plus rate × step.
  func moved(
    _ old: Double, _ step: Double, _ rate: Double, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> Double {
    let move = conditions.rounding(rate * step)
    return conditions.kept(sense == .maximize ? old + move : old - move)
  }

  func moved(
    _ old: Matrix, _ step: Matrix, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> Matrix {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    return .combined(old, step) { moved($0, $1, rate, conditions, sense) }
  }

  /// Every moved quantity by the file's update rule.
  func updates(
    _ gradients: [Matrix], _ conditions: Conditions, _ sense: Objective.Sense, _ memory: inout UpdateMemory
  ) -> [Trace.Update] {
    let count = memory.count + 1
    return walkthrough.moved.enumerated().map { place, quantity in
      let gradient = gradients[place]
      let (m, v) = memory.m.isEmpty ? (gradient, gradient) : (memory.m[place], memory.v[place])
      let states = states(gradient, m: m, v: v, count: count, conditions)
      if !memory.m.isEmpty { (memory.m[place], memory.v[place]) = (states.m, states.v) }
      let old = conditions.givens.matrix(quantity)
      return Trace.Update(
        quantity: quantity,
        Trace.Update.Detail(
          before: old, gradient: gradient, keptM: m, keptV: v, count: count, states: states,
          after: moved(old, states.direction, conditions, sense)))
    }
  }

  /// The states after an update, worked in the file's arithmetic.
  private func states(
    _ gradient: Matrix, m: Matrix, v: Matrix, count: Int, _ conditions: Conditions
  ) -> UpdateStates<Matrix> {
    let method = walkthrough.updateMethod
    guard conditions.rounding.isSingle else {
      let constants = UpdateConstants(walkthrough) {
        Matrix($0.number)
      } count: {
        Matrix(Double(count))
      }
      return method.states(gradient, m: m, v: v, constants, kept: conditions.kept)
    }
    let constants = UpdateConstants(walkthrough) {
      SingleMatrix(rounding: Matrix($0.number))
    } count: {
      SingleMatrix(count: count)
    }
    let states = method.states(
      SingleMatrix(gradient), m: SingleMatrix(rounding: m), v: SingleMatrix(rounding: v), constants,
      kept: { SingleMatrix(rounding: conditions.kept($0.matrix)) })
    return UpdateStates(
      m: states.m.matrix, v: states.v.matrix, mhat: states.mhat.matrix, vhat: states.vhat.matrix,
      direction: states.direction.matrix)
  }
}

extension UpdateConstants {
  /// The file's own, spelled by `number`.
  public init(_ walkthrough: Walkthrough, _ number: (UpdateSetting) -> N, count: () -> N) {
    func constant(_ name: UpdateConstant) -> N {
      walkthrough.updateSettings.first { $0.constant == name }.map(number) ?? 0
    }
    self.init(
      beta: constant(.beta), beta1: constant(.beta1), beta2: constant(.beta2), epsilon: constant(.epsilon),
      count: count())
  }
}

extension UpdateSetting {
  var number: Double { value.value }
}

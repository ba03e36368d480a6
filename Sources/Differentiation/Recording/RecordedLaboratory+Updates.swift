import Numerals
import WalkthroughLanguage

/// Updates, written down as `Laboratory.step` makes them.
extension RecordedLaboratory {
  /// One update, and the conditions after it.
  ///
  /// - Parameter isForGradient: as in `Laboratory.step`.
  func step(
    _ conditions: RecordedConditions, _ batch: Range<Int>, _ objective: Objective, isForGradient: Bool = false
  ) -> (step: RecordedStep, next: RecordedConditions) {
    var step = RecordedStep()
    var gradients: [RecordedMatrix] = []
    for example in batch {
      let forward = forward(conditions, example: example)
      let (backward, measured) = derivatives(forward, conditions, example, objective, isForGradient: isForGradient)
      step.forward.append(forward)
      step.backward.append(backward)
      step.measured.append(measured)
      let parts = walkthrough.asked.map { slope(moving: $0, backward, measured) }
      gradients = gradients.isEmpty ? parts : zip(gradients, parts).map { kept($0 + $1) }
    }
    if objective.combination == .averaged {
      gradients = gradients.map { kept($0 / RecordedMatrix(count: batch.count)) }
    }
    addAddition(to: &step, conditions, objective)
    if !step.additionSlopes.isEmpty { gradients = zip(gradients, step.additionSlopes).map { kept($0 + $1) } }
    step.togetherSlopes = gradients
    guard walkthrough.rate != nil else { return (step, conditions) }
    return update(step, gradients, conditions, objective.sense)
  }

  private func slope(
    moving quantity: Int, _ backward: RecordedBackwardPass, _ measured: [RecordedMeasurement]
  ) -> RecordedMatrix {
    measured.first { $0.quantity == quantity }?.slope ?? backward.adjoints[quantity]
  }

  private func derivatives(
    _ forward: [RecordedMatrix], _ conditions: RecordedConditions, _ example: Int, _ objective: Objective,
    isForGradient: Bool
  ) -> (RecordedBackwardPass, [RecordedMeasurement]) {
    var whenComplete: RecordedReplacement?
    if walkthrough.updateOrder == .reusing, walkthrough.rate != nil {
      whenComplete = { given, adjoint in
        guard walkthrough.quantities[given].role.isMoved else { return nil }
        return moved(conditions.givens[given], adjoint, conditions, objective.sense)
      }
    }
    let backward = backward(
      forward, from: objective.quantity, isWanted: isForGradient ? laboratory.dependsOnAsked : nil,
      whenComplete: whenComplete)
    guard let h = walkthrough.derivatives.stepSize else { return (backward, []) }
    let measured = measured(
      objective.quantity, by: walkthrough.asked, givens(conditions, example: example), forward, h,
      isCentral: walkthrough.derivatives.isCentral)
    return (backward, measured)
  }

  /// The slopes of what the objective adds once.
  private func addAddition(to step: inout RecordedStep, _ conditions: RecordedConditions, _ objective: Objective) {
    guard let addition = objective.addition else { return }
    let forward = forward(conditions, example: 0)
    let backward = backward(forward, from: addition, isWanted: nil)
    let found =
      walkthrough.derivatives.stepSize.map { h in
        measured(
          addition, by: walkthrough.asked, givens(conditions, example: 0), forward, h,
          isCentral: walkthrough.derivatives.isCentral)
      } ?? []
    step.additionSlopes = walkthrough.asked.map { slope(moving: $0, backward, found) }
    step.addition = (backward, found)
  }

  /// Descent or ascent: the old value, minus or plus rate × step.
  private func moved(
    _ old: RecordedMatrix, _ step: RecordedMatrix, _ conditions: RecordedConditions, _ sense: Objective.Sense
  ) -> RecordedMatrix {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? RecordedMatrix(Matrix(0), recorder)
    let move = rate * step
    return kept(sense == .maximize ? old + move : old - move)
  }

  /// Every moved quantity by the file's update rule.
  private func update(
    _ step: RecordedStep, _ gradients: [RecordedMatrix], _ conditions: RecordedConditions, _ sense: Objective.Sense
  ) -> (RecordedStep, RecordedConditions) {
    var (step, next) = (step, conditions)
    next.count = conditions.count + 1
    let constants = UpdateConstants(walkthrough) {
      RecordedMatrix(Matrix(recorder.rounding($0.number)), recorder)
    } count: {
      next.count
    }
    for (place, quantity) in walkthrough.moved.enumerated() {
      let gradient = gradients[place]
      let (m, v) = conditions.m.isEmpty ? (gradient, gradient) : (conditions.m[place], conditions.v[place])
      let states = walkthrough.updateMethod.states(
        gradient, m: m.map(recorder.rounded), v: v.map(recorder.rounded), constants,
        kept: { $0.map { recorder.rounded(recorder.carried($0)) } })
      if !conditions.m.isEmpty { (next.m[place], next.v[place]) = (states.m, states.v) }
      let old = conditions.givens[quantity]
      let new = moved(old, isPlain ? gradient : states.direction, conditions, sense)
      next.givens[quantity] = new
      step.updates.append(
        RecordedStep.Update(
          quantity: quantity, before: old, gradient: gradient, keptM: m, keptV: v, states: states, after: new))
    }
    return (step, next)
  }

  /// Whether numbers move by rate times slope, and nothing is kept.
  private var isPlain: Bool {
    !list.hasMatrices && walkthrough.examples == nil && walkthrough.updateMethod == .gradient
  }
}

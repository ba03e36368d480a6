import Numerals
import WalkthroughLanguage

/// Forward and backward through one example.
struct ExamplePasses {
  let forward: ForwardPass
  let backward: Trace.Backward
}

/// What one update is made from: the passes of each example, the gradient, where everything goes.
struct UpdateStep {
  /// Of each example of the update; one in a file without examples.
  var passes: [ExamplePasses]
  var updates: [Trace.Update]
  var memory: UpdateMemory
}

extension Laboratory {
  /// One update under `conditions`, and the derivatives of a file without examples; nothing without a rate.
  public func update(
    under conditions: Conditions
  ) throws(Diagnostics) -> (updates: [Trace.Update], backward: Trace.Backward?) {
    guard let objective = walkthrough.objective, walkthrough.rate != nil else { return ([], nil) }
    let step = try step(conditions, objective: objective)
    return (step.updates, examples.isEmpty ? step.passes[0].backward : nil)
  }

  /// The passes of an update's examples, and the update itself.
  ///
  /// - Parameter isForGradient: whether of the passes only the slopes of what moves are of use; the adjoints of other
  ///   matrices, which cost as much, are then left at 0.
  /// - Throws: a diagnostic where a value, or a derivative that is asked for, does not exist.
  func step(
    _ conditions: Conditions, objective: Objective, isForGradient: Bool = false
  ) throws(Diagnostics) -> UpdateStep {
    let batches = walkthrough.batches
    let batch = batches[conditions.memory.count % batches.count]
    var step = UpdateStep(passes: [], updates: [], memory: conditions.memory)
    var gradients: [Matrix] = []
    for example in batch {
      let own = self.conditions(conditions, forExample: example)
      let forward = try forward(own)
      let backward = try derivatives(forward, own, objective: objective, isForGradient: isForGradient)
      step.passes.append(ExamplePasses(forward: forward, backward: backward))
      guard walkthrough.rate != nil, isWide else { continue }
      let parts = walkthrough.moved.map(backward.adjoints.matrix)
      gradients = gradients.isEmpty ? parts : zip(gradients, parts).map { own.sum($0, $1) }
    }
    guard walkthrough.rate != nil else { return step }
    if isWide {
      gradients = try drawnTogether(gradients, over: batch.count, conditions, objective)
      step.updates = updates(gradients, conditions, objective.sense, &step.memory)
    } else {
      step.updates = plainUpdates(step.passes[0].backward, conditions, objective.sense)
    }
    step.memory.count += 1
    for update in step.updates where !update.matrixAfter.isFinite {
      throw noValue(after: update.quantity, isStepFinite: update.direction.isFinite)
    }
    return step
  }

  /// Whether an update is more than numbers that move by rate times slope.
  private var isWide: Bool { list.hasMatrices || !examples.isEmpty || walkthrough.updateMethod != .gradient }

  /// The pass backwards from the objective with the update order of the file, or what the file does in its place.
  private func derivatives(
    _ forward: ForwardPass, _ conditions: Conditions, objective: Objective, isForGradient: Bool
  ) throws(Diagnostics) -> Trace.Backward {
    var whenComplete: ((Int, Matrix) -> Matrix?)?
    if walkthrough.updateOrder == .reusing, walkthrough.rate != nil {
      whenComplete = { given, adjoint in
        guard walkthrough.quantities[given].role.isMoved else { return nil }
        return moved(conditions.givens.matrix(given), adjoint, conditions, objective.sense)
      }
    }
    let backward = list.backward(
      forward, from: objective.quantity, isWanted: isForGradient ? dependsOnAsked : nil, conditions.carry,
      conditions.rounding, whenComplete: whenComplete)
    guard let h = conditions.derivatives.stepSize else {
      try rejectMissingSlopes(backward, forward)
      return backward
    }
    return try measured(backward, conditions, h, isCentral: conditions.derivatives.isCentral)
  }

  func applying(_ step: UpdateStep, to conditions: Conditions) -> Conditions {
    var next = conditions
    for update in step.updates {
      if let detail = update.detail {
        next.givens.set(update.quantity, to: detail.after)
      } else {
        next.givens[update.quantity] = update.after
      }
    }
    next.memory = step.memory
    return next
  }

  /// Conditions after `count` updates.
  public func conditions(after count: Int, from start: Conditions) throws(Diagnostics) -> Conditions {
    guard let objective = walkthrough.objective else { return start }
    var trainer = Trainer(self, from: start, objective: objective)
    for _ in 0..<count { try trainer.step() }
    return trainer.conditions
  }
}

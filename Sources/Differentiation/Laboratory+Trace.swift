import WalkthroughLanguage

extension Laboratory {
  /// Works the walkthrough: forward, backward, update, forward again, repeated updates, and the checks.
  ///
  /// - Parameter progress: called after each epoch while updates are repeated.
  /// - Throws: diagnostics where a value or a derivative that is asked for does not exist, or a check fails.
  public func trace(progress: ((TrainingProgress) -> Void)? = nil) throws(Diagnostics) -> Trace {
    if walkthrough.isSymbolic { return try symbolicTrace() }
    let conditions = ownConditions
    guard let objective = walkthrough.objective else { return trace(try forward(conditions)) }
    let step = try step(conditions, objective: objective)
    let next = step.updates.isEmpty ? nil : applying(step, to: conditions)
    let found = trace(step.passes[0].forward, step.passes[0].backward, step.updates)
    let checks = try selfChecks(found, objective: objective)
    var trace = trace(
      step.passes[0].forward, step.passes[0].backward, step.updates, try next.map(values), checks: checks)
    if walkthrough.examples != nil {
      trace.examples = try examples(of: step, next)
      trace.togetherSlopes = try togetherSlopes(of: step, conditions)
      trace.addition = try addition(of: objective, step, conditions)
      trace.additionSlopes = trace.addition.compactMap(\.backward).flatMap { walkthrough.asked.map($0.adjoints.matrix) }
      if let next {
        trace.objectiveBeforeAndAfter = (try objectiveValue(under: conditions), try objectiveValue(under: next))
      }
    }
    trace.training = try training(progress: progress)
    if trace.training != nil { trace.curvature = curvature() }
    return trace
  }

  /// The passes of each example of an update, with the values after it.
  private func examples(of step: UpdateStep, _ next: Conditions?) throws(Diagnostics) -> [Trace] {
    var traces: [Trace] = []
    for (number, pass) in step.passes.enumerated() {
      let after = next.map { conditions($0, forExample: number) }
      traces.append(trace(pass.forward, pass.backward, [], try after.map(values)))
    }
    return traces
  }

  private func togetherSlopes(of step: UpdateStep, _ conditions: Conditions) throws(Diagnostics) -> [Matrix] {
    if !step.updates.isEmpty { return step.updates.map(\.gradient) }
    return try walkthrough.asked.map { (quantity) throws(Diagnostics) in
      try objectiveSlope(by: quantity, under: conditions) ?? Matrix(0)
    }
  }

  /// What is added once does not differ from example to example.
  private func addition(
    of objective: Objective, _ step: UpdateStep, _ conditions: Conditions
  ) throws(Diagnostics) -> [Trace] {
    guard let addition = objective.addition else { return [] }
    let forward = step.passes[0].forward
    let backward = list.backward(forward, from: addition, isWanted: nil, conditions.carry, conditions.rounding)
    guard let h = conditions.derivatives.stepSize else { return [trace(forward, backward)] }
    let own = self.conditions(conditions, forExample: 0)
    return [trace(forward, try measured(backward, own, h, isCentral: conditions.derivatives.isCentral))]
  }

  func trace(
    _ forward: ForwardPass, _ backward: Trace.Backward? = nil, _ updates: [Trace.Update] = [],
    _ after: Values? = nil, checks: [SelfCheck] = []
  ) -> Trace {
    trace(forward.byQuantity(list), backward, updates, after, checks: checks)
  }

  func trace(
    _ values: Values, _ backward: Trace.Backward?, _ updates: [Trace.Update] = [], _ after: Values? = nil,
    checks: [SelfCheck]
  ) -> Trace {
    let (order, ranges) = list.edgesByOperand
    return Trace(
      walkthrough: walkthrough,
      edges: edges, values: values, backward: backward, updates: updates,
      valuesAfter: after, checks: checks, edgeOrder: order, edgeRanges: ranges, edgesIntoResult: list.edgesInto)
  }
}

extension Walkthrough {
  /// Works the walkthrough at its own givens.
  ///
  /// - Throws: diagnostics where a value or a derivative that is asked for does not exist, or a check fails.
  public func trace() throws(Diagnostics) -> Trace {
    try Laboratory(self).trace()
  }
}

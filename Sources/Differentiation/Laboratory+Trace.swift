import WalkthroughLanguage

extension Laboratory {
  /// Works the walkthrough: forward, backward, update, forward again, and the checks.
  ///
  /// - Throws: diagnostics where a value or a derivative that is asked for does not exist, or a check fails.
  public func trace() throws(Diagnostics) -> Trace {
    let conditions = ownConditions
    let forward = try forward(conditions)
    let bare = trace(forward)
    guard let objective = walkthrough.objective else { return bare }
    let step = try step(conditions, objective: objective)
    let (backward, updates) = (step.passes[0].backward, step.updates)
    let after = updates.isEmpty ? nil : try values(under: applying(step, to: conditions))
    let found = trace(forward, backward, updates, after)
    return trace(forward, backward, updates, after, checks: try selfChecks(found, objective: objective))
  }

  func trace(
    _ forward: ForwardPass, _ backward: Trace.Backward? = nil, _ updates: [Trace.Update] = [],
    _ after: Values? = nil, checks: [SelfCheck] = []
  ) -> Trace {
    let (order, ranges) = list.edgesByOperand
    return Trace(
      walkthrough: walkthrough,
      edges: zip(list.edgeResults, list.edgeOperands).map { Trace.Edge(result: Int($0), operand: Int($1)) },
      values: forward.byQuantity(list), backward: backward, updates: updates,
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

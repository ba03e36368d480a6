import WalkthroughLanguage

/// Slopes that do not exist, and what says so.
extension Laboratory {
  /// A quantity that is asked for must not depend on a slope that does not exist.
  func rejectMissingSlopes(_ backward: Trace.Backward, _ forward: ForwardPass) throws(Diagnostics) {
    if !list.hasMatrices { try rejectMissingLocalSlopes(backward, forward) }
    for quantity in walkthrough.asked {
      let isFinite =
        list.hasMatrices ? backward.adjoints.matrix(quantity).isFinite : backward.adjoints[quantity].isFinite
      if !isFinite {
        if list.hasMatrices { try rejectFaultyEntries(backward, forward) }
        throw Diagnostics([.adjointOverflow(walkthrough.quantities[quantity])], in: walkthrough.source)
      }
    }
  }

  /// The first formula on a way to the objective in which an entry has no slope.
  private func rejectFaultyEntries(_ backward: Trace.Backward, _ forward: ForwardPass) throws(Diagnostics) {
    let depends = dependsOnAsked
    for quantity in depends.indices where depends[quantity] && backward.reaches[quantity] {
      guard let fault = list.faultySlope(in: quantity, forward) else { continue }
      throw Diagnostics([diagnostic(for: fault)], in: walkthrough.source)
    }
  }

  private func rejectMissingLocalSlopes(
    _ backward: Trace.Backward, _ forward: ForwardPass
  ) throws(Diagnostics) {
    guard backward.contributions.contains(where: { !$0.isFinite }) else { return }
    let depends = dependsOnAsked
    for edge in backward.localDerivatives.indices where !backward.contributions[edge].isFinite {
      guard depends[Int(list.edgeOperands[edge])] else { continue }
      let quantity = Int(list.edgeResults[edge])
      guard let fault = list.faultySlope(in: quantity, forward) else { continue }
      throw Diagnostics([diagnostic(for: fault)], in: walkthrough.source)
    }
  }
}

extension Diagnostic {
  fileprivate static func adjointOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "the derivative by `\(quantity.name)` is too large for a double",
      remedy: "choose givens of moderate size")
  }
}

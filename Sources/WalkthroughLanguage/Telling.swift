/// One way to narrate a trace.
public enum Telling: String, Sendable, CaseIterable {
  /// Weight by weight: the chain-rule product along each path, then the sum, then the update.
  case weights
  /// Backwards quantity by quantity: each adjoint once, then reused.
  case nodes
  /// Backwards operation by operation: each a gate with its local derivatives.
  case gates
  /// Backwards quantity by quantity, in matrix equations.
  case matrices

  /// Why it cannot be told under these conventions; nothing where it can.
  public func obstacle(in walkthrough: Walkthrough) -> String? {
    if walkthrough.isSymbolic, self == .gates || self == .matrices { return Self.needsNumbers }
    switch self {
    case .weights, .nodes: return nil
    case .matrices: return walkthrough.hasMatrices ? nil : Self.noMatrices
    case .gates:
      if walkthrough.carry != nil { return Self.roundsInBetween }
      if walkthrough.updateOrder == .reusing { return Self.valuesChange }
      return walkthrough.quantities.contains { $0.formula.count > Limits.gates } ? Self.formulaTooLong : nil
    }
  }
}

extension Telling {
  /// What can be told of every walkthrough.
  public static let remedy = "choose `nodes`"

  fileprivate static let needsNumbers =
    "a symbolic walkthrough is told by `weights` or `nodes`, as the other tellings work with numbers"
  fileprivate static let noMatrices = "the telling `matrices` is for files with matrices, and this one has numbers only"
  fileprivate static let roundsInBetween =
    "the telling `gates` passes unrounded values from operation to operation, and `carry:` rounds in between"
  fileprivate static let valuesChange =
    "the telling `gates` works with one set of values, and `update: reusing new weights` changes them on the way"
  fileprivate static let formulaTooLong =
    "the telling `gates` stops at formulas of more than \(Limits.gates) numbers, names and operations"
}

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
  /// Weight by weight, every factor of the chain a matrix.
  case jacobians
  /// No rules: each number moved a little, and the objective worked again.
  case nudge

  /// Whether it speaks of matrices as wholes, and not of their entries.
  public var isOfWholes: Bool {
    switch self {
    case .weights, .nodes, .gates, .nudge: false
    case .matrices, .jacobians: true
    }
  }

  /// Why it cannot be told under these conventions; nothing where it can.
  public func obstacle(in walkthrough: Walkthrough) -> String? {
    if walkthrough.isSymbolic, self != .weights, self != .nodes { return Self.needsNumbers }
    if !isOfWholes, let obstacle = walkthrough.entryObstacle { return obstacle }
    switch self {
    case .weights, .nodes: return nil
    case .matrices: return walkthrough.hasMatrices ? nil : Self.noMatrices
    case .jacobians: return walkthrough.hasMatrices ? nil : Self.noJacobians
    case .nudge:
      if walkthrough.objective == nil { return Self.nothingToNudge }
      return walkthrough.updateOrder == .reusing ? valuesChange : nil
    case .gates:
      if walkthrough.carry != nil { return Self.roundsInBetween }
      if walkthrough.updateOrder == .reusing { return valuesChange }
      return walkthrough.longestFormula > Limits.gates ? Self.formulaTooLong : nil
    }
  }
}

extension Telling {
  /// What can be told of this walkthrough, whatever stands against others.
  public static func remedy(for walkthrough: Walkthrough) -> String {
    if !walkthrough.hasMatrices { return "choose `nodes`" }
    return walkthrough.updateOrder == .reusing ? matricesRemedy : "\(matricesRemedy), or ask for one entry with --of"
  }

  public static let matricesRemedy = "choose `matrices`"

  fileprivate static let needsNumbers =
    "a symbolic walkthrough is told by `weights` or `nodes`, as the other tellings work with numbers"
  fileprivate static let noMatrices = "the telling `matrices` is for files with matrices, and this one has numbers only"
  fileprivate static let noJacobians =
    "the telling `jacobians` is for files with matrices, and this one has numbers only"
  fileprivate static let nothingToNudge = "the telling `nudge` watches an objective, and this file has none"
  fileprivate static let roundsInBetween =
    "the telling `gates` passes unrounded values from operation to operation, and `carry:` rounds in between"
  fileprivate var valuesChange: String {
    "the telling `\(rawValue)` works with one set of values, and `update: reusing new weights` changes them on the way"
  }
  fileprivate static let formulaTooLong =
    "the telling `gates` stops at formulas of more than \(Limits.gates) numbers, names and operations"
}

extension Walkthrough {
  /// Why a file with matrices cannot be told number by number; nothing where it can, or has numbers only.
  public var entryObstacle: String? {
    guard hasMatrices else { return nil }
    if updateOrder == .reusing { return Self.matricesMoveAsWholes }
    return entrySizes.canBeTold ? nil : Self.tooManyEntries
  }

  /// Numbers, names and operations of the longest formula that is told.
  fileprivate var longestFormula: Int {
    hasMatrices ? entrySizes.longest : quantities.map(\.formula.count).max() ?? 0
  }

  private static let matricesMoveAsWholes =
    "with `update: reusing new weights` a matrix takes its new values all at once, and its entries cannot be told one by one"
  private static let tooManyEntries =
    "told number by number, this file would have more than \(Limits.entryQuantities) quantities or very long formulas"
}

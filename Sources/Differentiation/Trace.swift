import Numerals
import WalkthroughLanguage

/// Everything that happened when a walkthrough was worked: values, local derivatives, contributions, adjoints,
/// updates, and the pass after them.
public struct Trace: Sendable {
  public let walkthrough: Walkthrough
  /// By edge, in the order of the file.
  public let edges: [Edge]
  /// By quantity: the values of the forward pass; no numbers in a symbolic file.
  public internal(set) var values: Values
  /// The backward pass from the objective, without numbers in a symbolic file; nothing in a forward walkthrough.
  public internal(set) var backward: Backward?
  /// One for each moved quantity, in the order of the file; empty without a rate.
  public internal(set) var updates: [Update]
  /// By quantity: the values with the moved quantities as they stand after the update.
  public internal(set) var valuesAfter: Values?
  /// The passes of each example; empty in a file without examples.
  public internal(set) var examples: [Trace] = []
  /// By quantity that is asked for: the slopes of the examples drawn together; empty in a file without examples.
  public internal(set) var togetherSlopes: [Matrix] = []
  /// The same of what the objective adds once; empty where it adds nothing.
  public internal(set) var additionSlopes: [Matrix] = []
  /// The passes from what the objective adds once; empty where it adds nothing.
  public internal(set) var addition: [Trace] = []
  /// What repeated updates come to; nothing without `epochs:` and `until:`.
  public internal(set) var training: Training?
  /// The objective of all examples before the update and after it; nothing without examples.
  public internal(set) var objectiveBeforeAndAfter: (before: Double, after: Double)?
  /// Where a recording holds them.
  public internal(set) var objectiveSlots: (before: Int32, after: Int32)?
  /// What its numbers were worked by, once that is written down.
  public internal(set) var recorder: Recorder?
  /// Where repeated updates go down a quadratic.
  public internal(set) var curvature: Curvature?
  /// What was compared before a word is written; all of it held.
  public let checks: [SelfCheck]

  /// How one quantity depends directly on another, through all uses in its formula.
  public struct Edge: Sendable, Hashable {
    public let result: Int
    public let operand: Int
  }

  /// What the backward pass found, seen from one quantity.
  public struct Backward: Sendable {
    /// The quantity whose derivatives these are.
    public let seed: Int
    /// By quantity: ∂seed/∂quantity.
    public internal(set) var adjoints: Values
    /// By quantity: whether a path leads from it to the seed.
    public let reaches: [Bool]
    /// By edge: ∂result/∂operand; not finite where the derivative does not exist and nobody asked for it.
    public let localDerivatives: [Double]
    /// By edge: adjoint of the result × local derivative; 0 where the result does not reach the seed.
    public let contributions: [Double]
    /// By edge, in a file with matrices, where it stands for both of these: what the operand is sent back; nothing
    /// where the result does not reach the seed.
    public var sentBack: [Matrix?] = []
    /// What the rules say, where `adjoints` of the moved quantities come from differences.
    public var byRules: Values?
    /// The differences, where the file asks for them.
    public var measurements: [DifferenceQuotient] = []
    /// By edge: where a recording holds local derivatives and contributions; empty without one.
    public internal(set) var localSlots: [Int32] = []
    public internal(set) var contributionSlots: [Int32?] = []

    /// By quantity: the adjoints that follow from local derivatives.
    public var derived: Values { byRules ?? adjoints }
  }

  /// The quantities whose derivatives are asked for: the moved ones, else the inputs, else all givens.
  public var asked: [Int] { walkthrough.asked }

  /// The edges out of a quantity that lead to the objective, in the order of the file.
  public func contributingEdges(of quantity: Int) -> [Int] {
    guard let backward else { return [] }
    return edgeOrder[edgeRanges[quantity]].lazy.map(Int.init).filter { backward.reaches[edges[$0].result] }
  }

  /// Edges by the quantity that is their operand: all in one row, and each quantity's stretch of it.
  let edgeOrder: [Int32]
  let edgeRanges: [Range<Int>]
  /// By quantity: the edges into its formula.
  public let edgesIntoResult: [Range<Int>]
}

extension Walkthrough {
  /// The quantities whose derivatives are asked for: the moved ones, else the inputs, else all givens, but for those that
  /// differ from example to example, if there are others.
  public var asked: [Int] {
    let moved = moved
    if !moved.isEmpty { return moved }
    let inputs = quantities.indices.filter { quantities[$0].role == .input }
    if !inputs.isEmpty { return inputs }
    let givens = quantities.indices.filter { quantities[$0].role.isGiven && $0 != rate }
    let common = givens.filter { quantities[$0].role != .example }
    return common.isEmpty ? givens : common
  }
}

extension Trace {
  /// By quantity: whether it is one of these or computed from one.
  public func depends(on quantities: [Int]) -> [Bool] {
    var depends = [Bool](repeating: false, count: values.count)
    for quantity in quantities { depends[quantity] = true }
    for edge in edges where depends[edge.operand] { depends[edge.result] = true }
    return depends
  }

  /// By quantity: whether it is one of these, or one of these depends on it.
  public func leads(to quantities: [Int]) -> [Bool] {
    var leads = [Bool](repeating: false, count: values.count)
    for quantity in quantities { leads[quantity] = true }
    for edge in edges.reversed() where leads[edge.result] { leads[edge.operand] = true }
    return leads
  }

  /// Whether the derivative by a quantity is finite, in every example and of what is added; one that nobody asks for need
  /// not be.
  public func hasSlope(by quantity: Int) -> Bool {
    ([self] + examples + addition).compactMap(\.backward).allSatisfy { backward in
      walkthrough.hasMatrices
        ? backward.adjoints.matrix(quantity).isFinite : backward.adjoints[quantity].isFinite
    }
  }

  /// The edge from one quantity into the formula of another, if there is one.
  public func edge(from operand: Int, to result: Int) -> Int? {
    edgesIntoResult[result].first { edges[$0].operand == operand }
  }

  /// The edges out of a quantity, in the order of the file.
  public func edges(outOf quantity: Int) -> [Int] { edgeOrder[edgeRanges[quantity]].map(Int.init) }
  public func edgeCount(outOf quantity: Int) -> Int { edgeRanges[quantity].count }
}

extension Trace {
  /// Whether the local derivative of an edge was worked with the new value of a moved quantity, because updated
  /// weights are reused at once: the quantity had moved by then.
  public func usesNewValue(of quantity: Int, inEdge edge: Int) -> Bool {
    guard walkthrough.updateOrder == .reusing, !updates.isEmpty, walkthrough.quantities[quantity].role.isMoved,
      let movedAt = edges(outOf: quantity).first.map({ edges[$0].result })
    else { return false }
    let result = edges[edge].result
    let operandMovesHere =
      edges(outOf: edges[edge].operand).first.map { edges[$0].result } == result
      && walkthrough.quantities[edges[edge].operand].role.isGiven
    return movedAt > result || movedAt == result && !operandMovesHere
  }
}

import Differentiation
import WalkthroughLanguage

/// Compares every derivative of a walkthrough with central differences, one by one.
public struct DerivativeCheck: Sendable {
  /// A derivative that disagrees with the slope that was measured.
  public struct Disagreement: Sendable, Equatable {
    public let result: Int
    public let operand: Int
    public let isLocal: Bool
    public let derivative: Double
    public let measured: Double
  }

  public private(set) var agreeing = 0
  /// Derivatives at a kink, or next to a place without a value, or whose slopes rounding hides.
  public private(set) var unclear = 0
  public private(set) var disagreements: [Disagreement] = []

  /// Whether there was no derivative to measure.
  public var isEmpty: Bool { agreeing + unclear + disagreements.count == 0 }

  /// Quantities whose adjoints are measured one by one, each with six passes; more are left to their edges.
  private static let mostAdjoints = 2_000
  /// Entries of matrices that these measurements may pass through together; large files have fewer derivatives measured.
  private static let mostEntries = 20_000_000

  /// Measures each local derivative, and the adjoint of each quantity that the objective depends on; in a file without an
  /// objective, those of the quantities whose derivatives published lines speak of.
  ///
  /// - Throws: what the passes throw.
  public init(_ laboratory: Laboratory) throws(Diagnostics) {
    let walkthrough = laboratory.walkthrough
    let results = walkthrough.objective.map { [$0.quantity] } ?? walkthrough.claimedResults
    if results.isEmpty { return }
    if walkthrough.isSymbolic {
      try measureAtPoints(laboratory, results)
    } else {
      try measure(laboratory, results)
    }
  }

  /// The same at each point where a symbolic file has values; what is unclear at one of them may be clear at another.
  private mutating func measureAtPoints(_ laboratory: Laboratory, _ results: [Int]) throws(Diagnostics) {
    var checks: [DerivativeCheck] = []
    for point in laboratory.measuring {
      var check = DerivativeCheck()
      try check.measure(point, results)
      checks.append(check)
    }
    disagreements = checks.first { !$0.disagreements.isEmpty }?.disagreements ?? []
    agreeing = checks.map(\.agreeing).max() ?? 0
    unclear = checks.map(\.unclear).min() ?? laboratory.edges.count
  }

  private init() {}

  private mutating func measure(_ laboratory: Laboratory, _ results: [Int]) throws(Diagnostics) {
    var conditions = laboratory.ownConditions
    (conditions.carry, conditions.floatingPoint, conditions.derivatives) = (nil, .double, .rules)
    for (number, result) in results.enumerated() {
      let backward = try laboratory.backward(from: result, under: conditions)
      if laboratory.walkthrough.hasMatrices {
        compareEntries(of: backward, laboratory)
      } else {
        if number == 0 { compareEdges(of: backward, laboratory) }
        compareAdjoints(of: backward, laboratory)
      }
    }
  }

  /// Local derivatives, which are the same whatever is differentiated.
  private mutating func compareEdges(of backward: Trace.Backward, _ laboratory: Laboratory) {
    for (number, edge) in laboratory.edges.enumerated() {
      let derivative = backward.localDerivatives[number]
      let measured = laboratory.slope(ofEdge: number, against: derivative)
      compare(derivative, measured, edge.result, edge.operand, isLocal: true)
    }
  }

  private mutating func compareAdjoints(of backward: Trace.Backward, _ laboratory: Laboratory) {
    guard backward.reaches.count(where: \.self) <= Self.mostAdjoints else { return }
    for quantity in backward.adjoints.indices where backward.reaches[quantity] && quantity != backward.seed {
      let adjoint = backward.adjoints[quantity]
      let measured = laboratory.slope(ofObjective: backward.seed, by: quantity, against: adjoint)
      compare(adjoint, measured, backward.seed, quantity, isLocal: false)
    }
  }

  /// In a file with matrices, the adjoint of every entry, as many as are measured one by one.
  private mutating func compareEntries(of backward: Trace.Backward, _ laboratory: Laboratory) {
    let size = laboratory.walkthrough.quantities.reduce(0) { $0 + $1.shape.count }
    var left = min(Self.mostAdjoints, max(Self.mostEntries / size, 1))
    for quantity in backward.adjoints.indices where backward.reaches[quantity] && quantity != backward.seed {
      for (entry, adjoint) in backward.adjoints.matrix(quantity).entries.enumerated() {
        guard left > 0 else { return }
        left -= 1
        let measured = laboratory.slope(ofObjective: backward.seed, by: quantity, entry: entry, against: adjoint)
        compare(adjoint, measured, backward.seed, quantity, isLocal: false)
      }
    }
  }

  private mutating func compare(
    _ derivative: Double, _ slope: MeasuredSlope, _ result: Int, _ operand: Int, isLocal: Bool
  ) {
    switch slope {
    case .measured where slope.agrees(with: derivative) == true: agreeing += 1
    case .measured(let measured, _) where derivative.isFinite:
      disagreements.append(
        Disagreement(result: result, operand: operand, isLocal: isLocal, derivative: derivative, measured: measured))
    case .measured, .unclear: unclear += 1
    }
  }
}

extension Walkthrough {
  /// The numbers whose derivatives published lines speak of, in the order of reading.
  fileprivate var claimedResults: [Int] {
    var results: [Int] = []
    for node in claims.flatMap({ nodes[$0.formula] }) {
      guard let result = node.kind.differentiated.map(Int.init), quantities[result].shape.isScalar else { continue }
      if !results.contains(result) { results.append(result) }
    }
    return results
  }
}

extension FormulaNode.Kind {
  /// What a derivative in a published line is the derivative of.
  fileprivate var differentiated: Int32? {
    if case .derivative(let result, _, _) = self { return result }
    if case .localDerivative(let result, _) = self { return result }
    return nil
  }
}

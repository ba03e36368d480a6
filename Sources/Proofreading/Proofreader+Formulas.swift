import Differentiation
import WalkthroughLanguage

extension Proofreader {
  /// How far two sides may part, relative to the larger of them, and relative to the largest value of the file.
  private static let (tolerance, roundingTolerance) = (1e-9, 1e-13)

  /// Whether both sides of a published formula have the same value wherever both have one.
  mutating func comparison(of claim: Claim) -> Verdict.Comparison {
    guard let right = claim.symbolic else { return .withoutValue }
    var isCompared = false
    for point in 0..<Laboratory.comparedPoints {
      var context = claim.context
      context.point = point
      guard let left = value(of: claim.formula, context), let right = value(of: right, context) else { continue }
      isCompared = true
      let scale = largestValue(context)
      if !agree(left, right, scale: scale) { return .different(right: self.right(for: claim)) }
    }
    return isCompared ? .equal : .withoutValue
  }

  private func agree(_ left: Matrix, _ right: Matrix, scale: Double) -> Bool {
    guard left.shape == right.shape else { return false }
    return zip(left.entries, right.entries).allSatisfy {
      let size = max($0.magnitude, $1.magnitude)
      return ($0 - $1).magnitude <= Self.tolerance * size + Self.roundingTolerance * scale
    }
  }

  /// What a document should print: the derivative, or the formula, that Longhand finds.
  private func right(for claim: Claim) -> String? {
    let nodes = walkthrough.nodes[claim.formula]
    guard nodes.count == 1, let term = nodes.first, !walkthrough.hasMatrices else { return nil }
    switch term.kind {
    case .quantity(let quantity): return text(laboratory.walkthrough.writtenExpression(of: Int(quantity)))
    case .derivative(let result, let operand, nil):
      return laboratory.derivativeFormula(of: Int(result), by: Int(operand)).map(text)
    case .localDerivative(let result, let operand):
      guard laboratory.edge(from: Int(operand), to: Int(result)) != nil else { return text(.integer(0)) }
      return text(laboratory.walkthrough.derivation(of: Int(result), by: Int(operand)).simplified)
    case .derivative, .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection,
      .generated, .declared, .updated, .state:
      return nil
    }
  }

  private func text(_ expression: Expression) -> String {
    expression.text(functions: laboratory.walkthrough.functions.map(\.name)) { walkthrough.quantities[$0].name }
  }
}

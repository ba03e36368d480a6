import Differentiation
import Numerals
import WalkthroughLanguage

/// Judges the published lines of a walkthrough.
public struct Proofreader {
  private let laboratory: Laboratory
  /// Runs by context, as many lines share one.
  private var runs: [ClaimContext: Run?] = [:]

  private var walkthrough: Walkthrough { laboratory.walkthrough }

  public init(_ laboratory: Laboratory) { self.laboratory = laboratory }

  /// One verdict for each published line, in the order of the file.
  public mutating func verdicts() -> [Verdict] {
    walkthrough.claims.map { claim in
      Verdict(
        claim: claim, value: value(of: claim), reduction: claim.context.reduction ?? walkthrough.style.reduction)
    }
  }

  /// What the passes give under one context.
  private struct Run {
    let conditions: Laboratory.Conditions
    let values: [Double]
    let after: [Int: Double]
    /// By seed.
    var backward: [Int: Trace.Backward]
  }

  /// The value of a published expression; nothing where it does not exist.
  private mutating func value(of claim: Claim) -> Double? {
    var stack: [Double] = []
    for node in walkthrough.nodes[claim.formula] {
      guard let value = value(of: node, claim.context, &stack), value.isFinite else { return nil }
      stack.append(value)
    }
    return stack.last
  }

  private mutating func value(
    of node: FormulaNode, _ context: ClaimContext, _ stack: inout [Double]
  ) -> Double? {
    switch node.kind {
    case .number(let value, _): return value
    case .constant(let constant): return constant.value
    case .operation(let primitive):
      let second = primitive.arity == 2 ? stack.removeLast() : 0
      return primitive.value(stack.removeLast(), second)
    case .juxtaposition:
      let second = stack.removeLast()
      return stack.removeLast() * second
    case .elementwise, .matrix, .stack, .selection, .generated, .declared, .state: return nil
    case .quantity(let quantity): return run(context)?.values[Int(quantity)]
    case .updated(let quantity): return run(context)?.after[Int(quantity)]
    case .derivative(let result, let operand, let middle):
      guard let middle else { return derivative(Int(result), by: Int(operand), context) }
      guard let outer = derivative(Int(result), by: Int(middle), context),
        let inner = derivative(Int(middle), by: Int(operand), context)
      else { return nil }
      return outer * inner
    case .localDerivative(let result, let operand):
      let edge = laboratory.edge(from: Int(operand), to: Int(result))
      return edge.map { backward(Int(result), context)?.localDerivatives[$0] } ?? 0
    }
  }

  private mutating func derivative(_ result: Int, by operand: Int, _ context: ClaimContext) -> Double? {
    backward(result, context)?.adjoints[operand]
  }

  private mutating func backward(_ seed: Int, _ context: ClaimContext) -> Trace.Backward? {
    guard let run = run(context) else { return nil }
    if let known = run.backward[seed] { return known }
    guard let backward = try? laboratory.backward(from: seed, under: run.conditions) else { return nil }
    runs[context]??.backward[seed] = backward
    return backward
  }

  private mutating func run(_ context: ClaimContext) -> Run? {
    if let known = runs[context] { return known }
    let run = try? newRun(context)
    runs[context] = .some(run)
    return run
  }

  private func newRun(_ context: ClaimContext) throws -> Run {
    var conditions = laboratory.ownConditions
    if let carry = context.carry { conditions.carry = carry }
    for setting in context.settings {
      conditions.givens[setting.quantity] = try walkthrough.constantValue(at: setting.formula)
    }
    conditions = try laboratory.conditions(after: context.steps, from: conditions)
    let update = try laboratory.update(under: conditions)
    return Run(
      conditions: conditions, values: try laboratory.values(under: conditions), after: update?.after ?? [:],
      backward: update.map { [$0.1.seed: $0.1] } ?? [:])
  }
}

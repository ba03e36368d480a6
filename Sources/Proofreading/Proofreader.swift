import Differentiation
import Numerals
import WalkthroughLanguage

/// Judges the published lines of a walkthrough.
public struct Proofreader {
  let laboratory: Laboratory
  /// What published derivatives of the error are multiplied by: −1 for an author who has its sign the other way round.
  let slopeFactor: Double
  /// Runs by context, as many lines share one.
  private var runs: [ClaimContext: Run?] = [:]

  var walkthrough: Walkthrough { laboratory.worked }

  public init(_ laboratory: Laboratory) { self.init(laboratory, slopeFactor: 1) }

  init(_ laboratory: Laboratory, slopeFactor: Double) {
    self.laboratory = laboratory
    self.slopeFactor = slopeFactor
  }

  /// One verdict for each published line, in the order of the file.
  public mutating func verdicts() -> [Verdict] {
    walkthrough.claims.map { claim in
      if claim.symbolic != nil { return Verdict(claim: claim, comparison: comparison(of: claim)) }
      return Verdict(
        claim: claim, values: value(of: claim.formula, claim.context)?.entries,
        reduction: claim.context.reduction ?? walkthrough.style.reduction,
        trusted: (claim.context.floatingPoint ?? walkthrough.floatingPoint).trustedDigits)
    }
  }

  /// What can be said of the numbers that do not hold.
  public func findings(_ verdicts: [Verdict]) -> Findings {
    var investigation = Investigation(laboratory, verdicts, self)
    return investigation.findings()
  }

  /// Something of the same kind whose number stands in the first line: `dE_total/dw6` where that of w5 is asked for.
  public func neighbour(_ verdicts: [Verdict]) -> Cause? {
    var investigation = Investigation(laboratory, verdicts, self)
    return investigation.wrong.first.flatMap { investigation.neighbour(at: $0) }
  }

  /// What the passes give under one context.
  private struct Run {
    let conditions: Laboratory.Conditions
    let values: Values
    let updates: [Trace.Update]
    /// By seed.
    var backward: [Int: Trace.Backward]

    /// Derivatives as the pass worked them that made the updates, of whatever is differentiated, so that parts add up.
    func backward(from seed: Int, entry: Int = 0, in laboratory: Laboratory) -> Trace.Backward? {
      try? laboratory.backward(from: seed, entry: entry, under: conditions, reusing: updates)
    }
  }

  /// The value of a published expression; nothing where it does not exist.
  mutating func value(of formula: Range<Int>, _ context: ClaimContext) -> Matrix? {
    value(of: walkthrough.nodes[formula], context)
  }

  mutating func value(of formula: some Sequence<FormulaNode>, _ context: ClaimContext) -> Matrix? {
    var stack = FormulaStack(walkthrough, context.floatingPoint ?? walkthrough.floatingPoint)
    for node in formula {
      if node.kind.isNamed {
        guard let value = named(node.kind, context), value.isFinite else { return nil }
        stack.push(value)
      } else {
        guard (try? stack.apply(node.kind)) != nil else { return nil }
      }
    }
    return stack.result.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value of a name, or of what only published lines speak of.
  private mutating func named(_ kind: FormulaNode.Kind, _ context: ClaimContext) -> Matrix? {
    switch kind {
    case .quantity(let quantity):
      if isDrawnTogether(Int(quantity), context) {
        return run(context).flatMap { try? laboratory.objectiveValue(under: $0.conditions) }.map(Matrix.init)
      }
      return run(context)?.values.matrix(Int(quantity))
    case .state(let state, let quantity): return self.state(state, of: Int(quantity), context)
    case .updated(let quantity): return update(of: Int(quantity), context)?.matrixAfter
    case .derivative(let result, let operand, let middle):
      let slope = derivative(Int(result), by: Int(operand), through: middle, context)
      return slopeFactor == 1 || !isError(Int(result)) ? slope : slope?.map { $0 * slopeFactor }
    case .localDerivative(let result, let operand): return local(Int(result), by: Int(operand), context)
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      return nil
    }
  }

  /// Whether it measures how wrong the outputs are: the objective, or a number on the way to it that knows a target.
  private func isError(_ quantity: Int) -> Bool {
    guard quantity != walkthrough.objective?.quantity else { return true }
    return walkthrough.quantities[quantity].shape.isScalar
      && laboratory.edges.contains { $0.result == quantity && walkthrough.quantities[$0.operand].role == .target }
  }

  /// ∂result/∂operand, or the part of it that passes a third quantity.
  private mutating func derivative(
    _ result: Int, by operand: Int, through middle: Int32?, _ context: ClaimContext
  ) -> Matrix? {
    guard let middle else { return derivative(result, by: operand, context) }
    if walkthrough.hasMatrices {
      guard let run = run(context) else { return nil }
      return slope(of: result, by: operand) { [laboratory] entry in
        try? laboratory.derivative(
          of: result, entry: entry, by: operand, through: Int(middle), under: run.conditions, reusing: run.updates)
      }
    }
    guard let outer = derivative(result, by: Int(middle), context),
      let inner = derivative(Int(middle), by: operand, context), outer.shape.isScalar || inner.shape.isScalar
    else { return nil }
    return outer.scaled(by: inner)
  }

  private mutating func update(of quantity: Int, _ context: ClaimContext) -> Trace.Update? {
    run(context)?.updates.first { $0.quantity == quantity }
  }

  /// What the update rule keeps for a quantity, after the next update.
  private mutating func state(_ state: UpdateState, of quantity: Int, _ context: ClaimContext) -> Matrix? {
    guard let run = run(context), let rate = walkthrough.rate, let update = update(of: quantity, context) else {
      return nil
    }
    let states = update.detail?.states
    switch state {
    case .m: return states?.m
    case .v: return states?.v
    case .mhat: return states?.mhat
    case .vhat: return states?.vhat
    case .step: return update.direction.scaled(by: run.values.matrix(rate))
    }
  }

  /// Whether the line speaks of the objective of all examples.
  private func isDrawnTogether(_ quantity: Int, _ context: ClaimContext) -> Bool {
    walkthrough.examples != nil && context.example == nil && quantity == walkthrough.objective?.quantity
  }

  private mutating func local(_ result: Int, by operand: Int, _ context: ClaimContext) -> Matrix? {
    let (shape, own) = (walkthrough.quantities[result].shape, walkthrough.quantities[operand].shape)
    guard let edge = laboratory.edge(from: operand, to: result) else {
      return Matrix(shape.isScalar ? own : shape, repeating: 0)
    }
    guard walkthrough.hasMatrices else { return backward(result, context).map { Matrix($0.localDerivatives[edge]) } }
    guard let run = run(context) else { return nil }
    return slope(of: result, by: operand) { [laboratory] entry in
      run.backward(from: result, entry: entry, in: laboratory)?.sentBack[edge]
    }
  }

  /// Of a number by a quantity as it is, of a matrix by a number entry by entry; there is no other.
  private func slope(of result: Int, by operand: Int, ofEntry slope: (Int) -> Matrix?) -> Matrix? {
    let shape = walkthrough.quantities[result].shape
    if shape.isScalar { return slope(0) }
    guard walkthrough.quantities[operand].shape.isScalar else { return nil }
    let entries = (0..<shape.count).compactMap { slope($0)?.entries[0] }
    return entries.count == shape.count ? Matrix(shape, entries) : nil
  }

  /// ∂result/∂operand; of a matrix by a number, entry by entry.
  private mutating func derivative(_ result: Int, by operand: Int, _ context: ClaimContext) -> Matrix? {
    let shape = walkthrough.quantities[result].shape
    if isDrawnTogether(result, context) {
      return run(context).flatMap { try? laboratory.objectiveSlope(by: operand, under: $0.conditions) }
    }
    if let run = run(context), run.conditions.derivatives != .rules {
      return try? laboratory.differenceQuotients(of: result, by: operand, run.conditions)
    }
    if shape.isScalar { return backward(result, context)?.adjoints.matrix(operand) }
    guard let run = run(context) else { return nil }
    return slope(of: result, by: operand) { [laboratory] entry in
      run.backward(from: result, entry: entry, in: laboratory)?.adjoints.matrix(operand)
    }
  }

  /// The largest value of a quantity, whatever its sign.
  mutating func largestValue(_ context: ClaimContext) -> Double {
    run(context)?.values.first.reduce(0) { max($0, $1.magnitude) } ?? 0
  }

  private mutating func backward(_ seed: Int, _ context: ClaimContext) -> Trace.Backward? {
    guard let run = run(context) else { return nil }
    if let known = run.backward[seed] { return known }
    guard let backward = run.backward(from: seed, in: laboratory) else { return nil }
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
    if let point = context.point {
      conditions.givens = laboratory.givens(atPoint: point)
      (conditions.carry, conditions.floatingPoint) = (nil, .double)
    }
    for setting in context.settings {
      conditions.givens.set(setting.quantity, to: try walkthrough.constantMatrix(at: setting.formula))
    }
    if let floatingPoint = context.floatingPoint { conditions.floatingPoint = floatingPoint }
    if let derivatives = context.derivatives { conditions.derivatives = derivatives }
    let steps = context.countsEpochs ? context.steps * walkthrough.updatesPerEpoch : context.steps
    conditions = try laboratory.conditions(after: steps, from: conditions)
    if let example = context.example { conditions = laboratory.conditions(conditions, forExample: example - 1) }
    // An update that has no value takes none from the lines that ask for something else.
    let (updates, backward) = (try? laboratory.update(under: conditions)) ?? ([], nil)
    return Run(
      conditions: conditions, values: try laboratory.values(under: conditions), updates: updates,
      backward: backward.map { [$0.seed: $0] } ?? [:])
  }
}

extension FormulaNode.Kind {
  /// Whether its value stands in the runs and is not worked out from operands.
  var isNamed: Bool {
    switch self {
    case .quantity, .updated, .derivative, .localDerivative, .state: true
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      false
    }
  }
}

extension Matrix {
  /// The product where one of both is a number.
  fileprivate func scaled(by other: Matrix) -> Matrix {
    shape.isScalar ? other.map { entries[0] * $0 } : map { $0 * other.entries[0] }
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Weight by weight: the Jacobian of every step on the way, then their product.
  mutating func jacobians(of asked: [Int], level: Int, _ tell: (Step) -> Void) {
    var worked: [Int] = []
    var told: [Int] = []
    for quantity in asked {
      let paths = trace.paths(from: quantity, limit: PathLimits.worked + 1)
      let heading = Wording.adjointHeading(symbol(quantity), quantities[quantity].shape)
      var blocks: [Block] = [.heading(level: level, heading.inlines)]
      guard let factors = chains(along: paths) else {
        if !isContinued { blocks.append(noJacobians(of: quantity, along: paths).paragraph) }
        tell(Step(id: "jacobians-\(name(quantity))", blocks: blocks))
        // Its pullback takes what comes back to the quantities that it feeds.
        for above in ancestors(of: [quantity]) + [quantity] where above != trace.backward?.seed && !told.contains(above)
        {
          told.append(above)
          tell(adjointStep(above))
        }
        continue
      }
      for path in paths {
        for edge in path.reversed() where !worked.contains(edge) {
          worked.append(edge)
          blocks += jacobianBlocks(edge)
        }
      }
      // A single step is its own product.
      if paths.contains(where: { $0.count > 1 }) {
        blocks.append(Wording.chained(paths.count).paragraph)
        blocks.append(.equation(product(factors, quantity)))
      }
      tell(
        Step(
          id: "jacobians-\(name(quantity))", blocks: blocks, quantities: [quantity], edges: paths.flatMap(\.self),
          resultBlock: blocks.count - 1))
    }
  }

  /// What a Jacobian is, where any is told.
  func jacobiansOpening(_ seed: Formula) -> Sentence {
    let asked = askedOutsideIn
    let chained = asked.filter { chains(along: trace.paths(from: $0, limit: PathLimits.worked + 1)) != nil }
    let hasRows = ancestors(of: asked).contains { quantities[$0].shape.columns > 1 }
    return chained.isEmpty
      ? Wording.matricesOpening(seed)
      : Wording.jacobiansOpening(seed, isEveryStep: hasRows && chained.count == asked.count)
  }

  /// Why no product of Jacobians is written: too many paths, or the first step on the way back that has none.
  private func noJacobians(of quantity: Int, along paths: [Trace.Path]) -> Sentence {
    let edges = paths.prefix(PathLimits.worked).flatMap { $0.reversed() }
    guard paths.count <= PathLimits.worked, let gap = edges.first(where: { jacobian(alongEdge: $0) == nil }) else {
      return Wording.tooManyProducts(symbol(quantity), to: symbol(trace.backward?.seed ?? 0), PathLimits.worked)
    }
    let (result, operand) = (trace.edges[gap].result, trace.edges[gap].operand)
    let rows = quantities[result].shape.rows
    let step =
      rows > 1
      ? Wording.noJacobian(symbol(result), by: symbol(operand), rows: rows)
      : Wording.noJacobian(symbol(result), by: symbol(operand), isOfManyRules: rules(alongEdge: gap).count > 1)
    return step + Wording.adjointInstead(symbol(quantity))
  }

  /// One factor of a chain, with its symbol and its value.
  private struct ChainFactor {
    let symbol: Formula
    let value: Matrix
  }

  /// The factors along each path; nothing where a path has a step without a Jacobian, or there are too many.
  private func chains(along paths: [Trace.Path]) -> [[ChainFactor]]? {
    let chains = paths.compactMap { chain(along: $0) }
    return paths.count <= PathLimits.worked && chains.count == paths.count ? chains : nil
  }

  /// The factors along a path from the objective down; nothing where one has no Jacobian.
  private func chain(along path: Trace.Path) -> [ChainFactor]? {
    var factors: [ChainFactor] = []
    for edge in path.reversed() {
      guard let jacobian = jacobian(alongEdge: edge) else { return nil }
      switch jacobian {
      case .factor(let expression):
        factors.append(ChainFactor(symbol: jacobianSymbol(edge), value: value(of: expression)))
      case .outer(let expression):
        // What a product multiplies comes back as a row.
        let symbol = FormulaWriter(leaves: symbols).formula(expression)
        factors.insert(ChainFactor(symbol: symbol, value: value(of: expression)), at: 0)
      }
    }
    return factors
  }

  /// The Jacobian along an edge. A number's slopes by a matrix are a factor as they are, unless the matrix is what a
  /// product multiplies on the way.
  private func jacobian(alongEdge edge: Int) -> Jacobian? {
    guard let jacobian = pullbacks?.jacobian(alongEdge: edge) else { return nil }
    guard case .outer(let slopes) = jacobian, quantities[trace.edges[edge].result].shape.isScalar else {
      return jacobian
    }
    let isLast = trace.edges[edge].result == trace.backward?.seed
    return isLast || !isRightFactor(alongEdge: edge) ? .factor(slopes) : jacobian
  }

  /// What an operand goes through on its way, but for sums and numbers.
  private func rules(alongEdge edge: Int) -> [Passage] {
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    return expressions[result].ways(of: operand) { quantities[$0].shape }.flatMap(\.self).filter { !$0.isPlain }
  }

  private func isRightFactor(alongEdge edge: Int) -> Bool {
    let rules = rules(alongEdge: edge)
    guard rules.count == 1, case .rightFactor = rules[0] else { return false }
    return true
  }

  /// ∂result/∂operand; of the result's own formula only, where the operand reaches it by a detour too.
  private func jacobianSymbol(_ edge: Int) -> Formula { symbol(factor(edge)) }

  private func factor(_ edge: Int) -> Factor {
    Factor(result: trace.edges[edge].result, operand: trace.edges[edge].operand, edge: edge)
  }

  private func value(of expression: Expression) -> Matrix {
    let value = expression.matrixValue { trace.values.matrix($0) }
    return value.following(trace.recorder?.slots(of: expression) { trace.values.matrix($0) })
  }

  /// ∂result/∂operand as a matrix with its shape.
  private func jacobianBlocks(_ edge: Int) -> [Block] {
    guard let jacobian = jacobian(alongEdge: edge) else { return [] }
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    switch jacobian {
    case .factor(let expression):
      let calculation = calculation(expression)
      let value = value(of: expression)
      let (whole, part) = (symbol(result), symbol(operand))
      var sentence =
        quantities[operand].shape.rows > 1
        ? Wording.slopes(of: whole, by: part, value.shape) : Wording.jacobian(whole, by: part, value.shape)
      if hasDetour(factor(edge)), case .symbol(let name) = whole {
        sentence = Wording.detour(part, whole, .symbol(name.direct)) + sentence
      }
      return [sentence.paragraph, .equation(writer.equation(jacobianSymbol(edge), calculation, value: value))]
    case .outer(let expression):
      let factor = FormulaWriter(leaves: symbols).formula(expression)
      return [Wording.outer(symbol(operand), in: symbol(result), factor).paragraph]
    }
  }

  private func product(_ chains: [[ChainFactor]], _ quantity: Int) -> Equation {
    guard let backward = trace.backward else { return Equation(symbol(quantity), []) }
    var calculation = MatrixCalculation()
    let terms = chains.map { chain -> Expression in
      let factors = chain.map { Expression.Factor(calculation.add($0.symbol, $0.value)) }
      return factors.count == 1 ? factors[0].expression : .product(factors)
    }
    calculation.expression = terms.count == 1 ? terms[0] : .sum(terms.map { Expression.Term($0) })
    return writer.equation(
      derivative(backward.seed, by: quantity), calculation, value: backward.derived.matrix(quantity))
  }
}

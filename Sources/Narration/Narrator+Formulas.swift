import Differentiation
import DocumentModel
import WalkthroughLanguage

/// Derivatives as formulas, where there are no numbers to put in.
extension Narrator {
  /// Numbers, names and operations of a formula that is shown with everything put in.
  private static let readable = 40
  /// The same of one that may become readable when it is simplified.
  private static let workable = 500

  /// left = chain, with the formulas of its factors, simplified, and with everything put in; each once.
  private func equation(_ left: Formula, _ chain: Formula?, _ product: Expression?, puttingIn: Bool) -> Equation {
    var formulas = chain.map { [$0] } ?? []
    if let product, product.size <= Self.workable {
      let simplified = product.simplified
      let forms = [product, simplified] + (puttingIn ? [walkthrough.puttingIn(simplified)] : [])
      for form in forms where form.size <= Self.readable {
        let formula = Calculation(form, leaves).inSymbols
        if formulas.last != formula { formulas.append(formula) }
      }
    }
    return Equation(left, formulas.map { Equation.Link(.equal, $0, .symbols) })
  }

  /// The products along paths, with formulas for their factors.
  private mutating func product(_ paths: [[Factor]]) -> Expression {
    let terms = paths.map { path in Expression.chain(path.map { derivation(of: $0.edge).simplified }) }
    return terms.count == 1 ? terms[0] : .sum(terms.map { Expression.Term($0) })
  }

  /// One group of paths: the product in symbols, each new factor, and what it comes to as a formula.
  mutating func workInFormulas(_ left: Formula, _ paths: [[Factor]], _ quantity: Int, id: String) -> [Step] {
    let factors = paths.flatMap { $0 }
    let edges = factors.map(\.edge)
    let chain = calculation(paths).inSymbols
    let reminder = knownFactors(factors).map { [$0.paragraph] } ?? []
    guard factors.contains(where: { !workedFactors.contains($0) }) else {
      let blocks = reminder + [.equation(equation(left, chain, product(paths), puttingIn: true))]
      return [Step(id: "\(id)-product", blocks: blocks, edges: edges, resultBlock: blocks.count - 1)]
    }
    var steps = [Step(id: "\(id)-chain", blocks: [.equation(writer.equation(left, chain))], edges: edges)]
    if !reminder.isEmpty { steps.append(Step(id: "\(id)-known", blocks: reminder)) }
    steps += workedSteps(for: factors, id: id)
    let result = equation(left, nil, product(paths), puttingIn: true)
    if result.links.last?.formula != chain {
      steps.append(
        Step(
          id: "\(id)-product", blocks: [Wording.together(paths.count).paragraph, .equation(result)], edges: edges,
          resultBlock: 1))
    }
    return steps
  }

  /// The sum over the parts of the objective.
  func totalInFormulas(_ parts: [Int], _ quantity: Int, id: String) -> Step {
    let seed = trace.backward?.seed ?? 0
    let sum = Formula.sum(parts.map { Formula.Term(derivative($0, by: quantity)) })
    let total = equation(derivative(seed, by: quantity), sum, adjointFormulas[quantity], puttingIn: true)
    return Step(
      id: "\(id)-sum", blocks: [Wording.sumOfParts(symbol(seed)).paragraph, .equation(total)], quantities: [quantity],
      resultBlock: 1)
  }

  /// ∂objective/∂quantity as the sum of its contributions, with formulas for what is known by now.
  mutating func contributionsInFormulas(to quantity: Int, _ seed: Int) -> Equation {
    let edges = trace.contributingEdges(of: quantity)
    let chains = edges.map { edge -> Formula in
      let result = trace.edges[edge].result
      let local = symbol(Factor(result: result, operand: quantity, edge: edge))
      return result == seed ? local : .product([derivative(seed, by: result), local], .dot)
    }
    var terms: [Expression] = []
    for edge in edges {
      guard let upstream = adjointFormulas[trace.edges[edge].result] else { continue }
      terms.append(.chain([upstream, derivation(of: edge).simplified]))
    }
    let chain = chains.count == 1 ? chains[0] : Formula.sum(chains.map { Formula.Term($0) })
    let product: Expression? =
      terms.count < edges.count ? nil : terms.count == 1 ? terms[0] : .sum(terms.map { .init($0) })
    return equation(
      derivative(seed, by: quantity), chain, product, puttingIn: quantities[quantity].role.isGiven)
  }

  /// The first paths, without a product of numbers.
  func pathsAlone(from quantity: Int) -> Table {
    let paths = trace.paths(from: quantity, limit: PathLimits.worked)
    var rows = paths.map { path in
      [Sentence.route(path.dropLast().map { symbol(trace.edges[$0].result) }).inlines]
    }
    let rest = pathCounts[quantity] - paths.count
    if rest > 0 { rows.append([Wording.furtherPaths(rest).inlines]) }
    return Table(columns: [Table.Column(Wording.pathColumn.inlines)], rows: rows)
  }

  /// The derivatives that were asked for, one below the other, where they are far apart.
  func formulasOfDerivatives() -> Step? {
    guard let seed = trace.backward?.seed, trace.asked.count > 2 else { return nil }
    let equations = trace.asked.compactMap { quantity -> Block? in
      guard let formula = adjointFormulas[quantity], formula.size <= Self.readable else { return nil }
      return .equation(equation(derivative(seed, by: quantity), nil, formula, puttingIn: true))
    }
    guard !equations.isEmpty else { return nil }
    return Step(
      id: "gradient",
      blocks: [.heading(level: 1, Wording.gradientHeading.inlines), Wording.gradient(symbol(seed)).paragraph]
        + equations, quantities: trace.asked)
  }
}

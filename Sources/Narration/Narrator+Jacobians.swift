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
        // Its pullback takes what comes back to the quantities that it feeds.
        for above in ancestors(of: [quantity]) + [quantity] where above != trace.backward?.seed && !told.contains(above)
        {
          if told.isEmpty {
            let note = Wording.noJacobians(symbol(quantity), to: symbol(trace.backward?.seed ?? 0))
            tell(Step(id: "jacobians-missing", blocks: [note.paragraph]))
          }
          told.append(above)
          tell(adjointStep(above, level: level))
        }
        continue
      }
      for path in paths {
        for edge in path.reversed() where !worked.contains(edge) {
          worked.append(edge)
          blocks += jacobianBlocks(edge)
        }
      }
      blocks.append(Wording.chained(paths.count).paragraph)
      blocks.append(.equation(product(factors, quantity)))
      tell(
        Step(
          id: "jacobians-\(name(quantity))", blocks: blocks, quantities: [quantity], edges: paths.flatMap(\.self),
          resultBlock: blocks.count - 1))
    }
  }

  /// One factor of a chain, with its symbol and its value.
  private struct ChainFactor {
    let symbol: Formula
    let value: Matrix
    let isOuter: Bool
  }

  /// What a Jacobian is, where any is told.
  func jacobiansOpening(_ seed: Formula) -> Sentence {
    let asked = askedOutsideIn
    let chained = asked.filter { chains(along: trace.paths(from: $0, limit: PathLimits.worked + 1)) != nil }
    return chained.isEmpty
      ? Wording.matricesOpening(seed) : Wording.jacobiansOpening(seed, isEveryStep: chained.count == asked.count)
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
      guard let jacobian = pullbacks?.jacobian(alongEdge: edge) else { return nil }
      let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
      switch jacobian {
      case .factor(let expression):
        let value = value(of: expression)
        factors.append(ChainFactor(symbol: derivative(result, by: operand), value: value, isOuter: false))
      case .outer(let expression):
        // What a product multiplies comes back as a row, behind at least one step.
        if factors.isEmpty { return nil }
        let symbol = FormulaWriter(leaves: symbols).formula(expression)
        let value = value(of: expression)
        factors.insert(ChainFactor(symbol: symbol, value: value, isOuter: true), at: 0)
      }
    }
    return factors
  }

  private func value(of expression: Expression) -> Matrix {
    let value = expression.matrixValue { trace.values.matrix($0) }
    return value.following(trace.recorder?.slots(of: expression) { trace.values.matrix($0) })
  }

  /// ∂result/∂operand as a matrix with its shape.
  private func jacobianBlocks(_ edge: Int) -> [Block] {
    guard let jacobian = pullbacks?.jacobian(alongEdge: edge) else { return [] }
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    switch jacobian {
    case .factor(let expression):
      let calculation = calculation(expression)
      let value = value(of: expression)
      let sentence = Wording.jacobian(symbol(result), by: symbol(operand), value.shape)
      return [
        sentence.paragraph, .equation(writer.equation(derivative(result, by: operand), calculation, value: value)),
      ]
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
      derivative(backward.seed, by: quantity), calculation, value: backward.adjoints.matrix(quantity))
  }
}

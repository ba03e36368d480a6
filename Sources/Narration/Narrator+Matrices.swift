import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The value of a quantity as it is shown, whatever its shape.
  func shownValue(_ quantity: Int, in values: Values? = nil) -> Formula {
    values == nil && !hasMatrices
      ? .number(shownValues[quantity]) : writer.formula((values ?? trace.values).matrix(quantity))
  }

  /// The shapes of what goes into a line and comes out of it, where entries are left out on the page.
  func shapesSentence(of quantity: Int) -> Sentence? {
    guard hasMatrices else { return nil }
    let operands = trace.edgesIntoResult[quantity].map { trace.edges[$0].operand }
    let members = operands + [quantity]
    guard members.contains(where: { MatrixLimits.abridges(quantities[$0].shape) }) else { return nil }
    return Wording.shapes(
      operands.map { (symbol($0), quantities[$0].shape) }, (symbol(quantity), quantities[quantity].shape))
  }

  /// A formula over the quantities with the values of the forward pass.
  func calculation(_ expression: Expression) -> MatrixCalculation {
    var calculation = MatrixCalculation(expression)
    calculation.symbols = symbols
    calculation.values = quantities.indices.map { trace.values.matrix($0) }
    return calculation
  }

  /// Backwards quantity by quantity, each adjoint a matrix equation.
  mutating func matrices(to asked: [Int], _ tell: (Step) -> Void) {
    for quantity in backwardOrder(to: asked) { tell(adjointStep(quantity, level: 2)) }
  }

  /// One adjoint: how it follows from those of the quantities that it feeds.
  ///
  /// - Parameter level: of its heading; nothing where it stands below that of another.
  mutating func adjointStep(_ quantity: Int, level: Int? = nil) -> Step {
    guard let backward = trace.backward else { return Step(id: name(quantity), blocks: []) }
    let heading = Wording.adjointHeading(symbol(quantity), quantities[quantity].shape)
    var blocks: [Block] = level.map { [.heading(level: $0, heading.inlines)] } ?? []
    let left = derivative(backward.seed, by: quantity)
    if quantity == backward.seed {
      if !isContinued { blocks.append(Wording.seed(symbol(quantity)).paragraph) }
      blocks.append(.equation(writer.equation(left, MatrixCalculation(.one), value: Matrix(1))))
      return Step(
        id: "adjoint-\(name(quantity))", blocks: blocks, quantities: [quantity], resultBlock: blocks.count - 1)
    }
    let edges = trace.contributingEdges(of: quantity)
    let opening = Wording.feeds(symbol(quantity), edges.map { symbol(trace.edges[$0].result) })
    if !isContinued { blocks.append(pullbackReasons(edges).reduce(opening) { $0 + $1 }.paragraph) }
    blocks.append(.equation(writer.equation(left, pullback(edges), value: backward.derived.matrix(quantity))))
    return Step(
      id: "adjoint-\(name(quantity))", blocks: blocks, quantities: [quantity], edges: edges,
      resultBlock: blocks.count - 1)
  }

  /// What comes back along these edges, added up.
  private func pullback(_ edges: [Int]) -> MatrixCalculation {
    guard let backward = trace.backward, let pullbacks else { return MatrixCalculation() }
    var calculation = calculation(.one)
    let parts = edges.map { edge -> Expression in
      let result = trace.edges[edge].result
      if result == backward.seed { return pullbacks.pullback(alongEdge: edge, adjoint: .one) }
      let adjoint = calculation.add(derivative(backward.seed, by: result), backward.adjoints.matrix(result))
      return pullbacks.pullback(alongEdge: edge, adjoint: adjoint)
    }
    calculation.expression =
      parts.count == 1 ? parts[0] : .sum(parts[0].terms + parts.dropFirst().flatMap(\.terms).map(\.behindOthers))
    return calculation
  }
}

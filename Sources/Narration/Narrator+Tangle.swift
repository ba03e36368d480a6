import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// A quantity with more paths than are worked: the first few listed, then the adjoint from what they share.
  mutating func tangle(of quantity: Int, id: String) -> Step {
    guard let backward = trace.backward else { return Step(id: id, blocks: []) }
    var blocks: [Block] = []
    let isListed = distances[quantity] <= PathLimits.length
    let count = pathCounts[quantity]
    blocks.append(
      Wording.tangle(
        symbol(quantity), to: symbol(backward.seed), count: count, listed: isListed ? PathLimits.worked : 0
      )
      .paragraph)
    if isListed { blocks.append(.table(pathTable(of: quantity))) }
    let edges = trace.contributingEdges(of: quantity)
    let opening = Wording.fromShared(edges.prefix(PathLimits.worked).map { symbol(trace.edges[$0].result) })
    blocks += edgesWorked(edges, quantity, opening: opening)
    blocks.append(Wording.together(edges.count).paragraph)
    blocks.append(.equation(contributions(to: quantity)))
    return Step(id: id, blocks: blocks, quantities: [quantity], edges: edges, resultBlock: blocks.count - 1)
  }

  /// The first paths with their products, and what the others come to.
  private func pathTable(of quantity: Int) -> Table {
    if walkthrough.isSymbolic { return pathsAlone(from: quantity) }
    let paths = trace.paths(from: quantity, limit: PathLimits.worked)
    var rows: [[[Inline]]] = paths.map { path in
      let stations = path.dropLast().map { symbol(trace.edges[$0].result) }
      let product = trace.product(along: path)
      return [Sentence.route(stations).inlines, [.formula(writer.number(product, trace.productSlot(along: path)))]]
    }
    let listed = paths.reduce(0) { $0 + trace.product(along: $1) }
    let rest = pathCounts[quantity] - paths.count
    if rest > 0, let whole = trace.backward?.adjoints[quantity] {
      rows.append([
        Wording.furtherPaths(rest).inlines,
        [.formula(writer.number(whole - listed, restSlot(of: quantity, without: paths)))],
      ])
    }
    return Table(
      columns: [
        Table.Column(Wording.pathColumn.inlines), Table.Column(Wording.productColumn.inlines, .right),
      ], rows: rows)
  }

  /// ∂objective/∂quantity as the sum of its contributions: upstream adjoint × local derivative, edge by edge.
  mutating func contributions(to quantity: Int) -> Equation {
    guard let backward = trace.backward else { return Equation(symbol(quantity), []) }
    if walkthrough.isSymbolic { return contributionsInFormulas(to: quantity, backward.seed) }
    var leaves = Calculation.Leaves()
    let terms = trace.contributingEdges(of: quantity).map { edge in
      let result = trace.edges[edge].result
      let upstream = leaves.add(derivative(backward.seed, by: result), shownAdjoints[result])
      let factor = Factor(result: result, operand: quantity, edge: edge)
      let local = leaves.add(symbol(factor), shownLocals[edge])
      return Expression.Term(.product([Expression.Factor(upstream), Expression.Factor(local)]))
    }
    return writer.equation(
      derivative(backward.seed, by: quantity),
      Calculation(terms.count == 1 ? terms[0].expression : .sum(terms), leaves),
      value: shownAdjoints[quantity])
  }
}

extension Sentence {
  /// `a → b → c`
  static func route(_ stations: [Formula]) -> Sentence {
    var result = Sentence()
    for (index, station) in stations.enumerated() {
      if index > 0 { result.append(" → ") }
      result.append("\(station)")
    }
    return result
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Backwards quantity by quantity; a given follows as soon as all its contributions are known.
  mutating func nodes(to asked: [Int], _ tell: (Step) -> Void) {
    for quantity in backwardOrder(to: asked) { tell(node(quantity, level: 2)) }
  }

  /// The quantities on the way from those asked about, last first; a given as soon as all that comes back is known.
  func backwardOrder(to asked: [Int]) -> [Int] {
    guard let backward = trace.backward else { return [] }
    var completed = [[Int]](repeating: [], count: quantities.count)
    let isAsked = Set(asked)
    var isSeen = [Bool](repeating: false, count: quantities.count)
    for edge in trace.edges where isAsked.contains(edge.operand) && backward.reaches[edge.result] {
      if !isSeen[edge.operand] { completed[edge.result].append(edge.operand) }
      isSeen[edge.operand] = true
    }
    let depends = trace.depends(on: asked)
    var order: [Int] = []
    for quantity in quantities.indices.reversed() where backward.reaches[quantity] {
      guard !quantities[quantity].role.isGiven, depends[quantity] else { continue }
      order.append(quantity)
      order += completed[quantity]
    }
    return order
  }

  /// One adjoint: what the quantity feeds, how each of those changes with it, and the sum of the contributions.
  mutating func node(_ quantity: Int, level: Int) -> Step {
    guard let backward = trace.backward else { return Step(id: name(quantity), blocks: []) }
    let id = "adjoint-\(name(quantity))"
    var blocks: [Block] = [.heading(level: level, Wording.nodeHeading(symbol(quantity)).inlines)]
    if quantity == backward.seed {
      let one = Calculation(.one, leaves)
      if !isContinued { blocks.append(Wording.seed(symbol(quantity)).paragraph) }
      blocks.append(.equation(writer.equation(derivative(quantity, by: quantity), one, value: writer.style.shown(1))))
      return Step(id: id, blocks: blocks, quantities: [quantity], resultBlock: blocks.count - 1)
    }
    let edges = trace.contributingEdges(of: quantity)
    let opening = Wording.feeds(symbol(quantity), edges.map { symbol(trace.edges[$0].result) })
    blocks += edgesWorked(edges, quantity, opening: opening)
    let isDirect = edges.count == 1 && trace.edges[edges[0]].result == backward.seed
    if !isDirect {
      blocks.append((edges.count == 1 ? Wording.chainRule : Wording.contributions(edges.count)).paragraph)
      blocks.append(.equation(contributions(to: quantity)))
    }
    return Step(
      id: id, blocks: blocks, quantities: [quantity], edges: edges, resultBlock: blocks.lastIndex(where: \.isEquation))
  }
  /// The local derivative along each edge out of a quantity, with its reason; of many, only the equations.
  mutating func edgesWorked(_ edges: [Int], _ quantity: Int, opening: Sentence) -> [Block] {
    var blocks: [Block] = edges.count > 1 && !isContinued ? [opening.paragraph] : []
    for edge in edges {
      let factor = Factor(result: trace.edges[edge].result, operand: quantity, edge: edge)
      let isNew = workedFactors.insert(factor)
      if edges.count == 1, let seed = trace.backward?.seed, isPartOfObjective(factor.result) {
        workedFactors.insert(Factor(result: seed, operand: quantity, edge: edge))
      }
      let reason: Sentence = isNew && edges.count <= PathLimits.worked ? explanation(of: factor) : ""
      let sentence = edges.count == 1 ? opening + reason : reason
      if !isContinued, !sentence.inlines.isEmpty { blocks.append(sentence.paragraph) }
      if !isOpaque(factor) { blocks.append(.equation(equation(for: factor))) }
    }
    return blocks
  }
  /// Whether the objective takes the quantity as it is, so that their slopes are the same.
  private mutating func isPartOfObjective(_ quantity: Int) -> Bool {
    guard let seed = trace.backward?.seed else { return false }
    if knownParts.isEmpty { knownParts = Array(repeating: nil, count: quantities.count) }
    var (way, here) = ([Int](), quantity)
    while here != seed, knownParts[here] == nil {
      way.append(here)
      let edges = trace.contributingEdges(of: here)
      guard edges.count == 1, isConstantOne(edges[0]) else {
        knownParts[here] = false
        break
      }
      here = trace.edges[edges[0]].result
    }
    let isPart = knownParts[here] ?? true
    for passed in way { knownParts[passed] = isPart }
    return isPart
  }
}

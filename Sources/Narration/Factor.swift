import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// One multiplicand of a chain-rule product as it is shown: an edge, with the edge above it folded in where that leads
/// from a part of the objective to their sum.
struct Factor: Hashable {
  let result: Int
  let operand: Int
  /// The edge whose derivation it is.
  let edge: Int
}

/// Which factors were worked already.
struct WorkedFactors: Sendable {
  /// By edge: the results of the factors that it was worked in; several where the objective takes its parts as they are.
  private var results: [[Int]]

  init(edgeCount: Int) { results = [[Int]](repeating: [], count: edgeCount) }

  func contains(_ factor: Factor) -> Bool { results[factor.edge].contains(factor.result) }

  /// The result of the factor that an edge was worked in first.
  func firstResult(of edge: Int) -> Int? { results[edge].first }

  /// - Returns: whether it is new.
  @discardableResult
  mutating func insert(_ factor: Factor) -> Bool {
    if contains(factor) { return false }
    results[factor.edge].append(factor.result)
    return true
  }
}

extension Narrator {
  /// The factors along a path, from the objective down.
  mutating func factors(along path: Trace.Path) -> [Factor] {
    var factors: [Factor] = []
    factors.reserveCapacity(path.count)
    var foldedResult: Int?
    for (place, edge) in path.enumerated().reversed() {
      let result = foldedResult ?? trace.edges[edge].result
      // The folded derivative is the whole one only where the next quantity has no other path.
      if place > 0, isUnnamed(trace.edges[edge].operand), isConstantOne(edge) {
        // The name that stands for a call is the page's own, so the call's slopes keep it.
        foldedResult = nil
      } else if place > 0, isPartOfObjective(edge), pathCounts[trace.edges[path[place - 1]].operand] == 1 {
        foldedResult = result
      } else {
        factors.append(Factor(result: result, operand: trace.edges[edge].operand, edge: edge))
        foldedResult = nil
      }
    }
    return factors
  }

  /// Whether the edge leads from one of several parts to the objective, which adds them up.
  private mutating func isPartOfObjective(_ edge: Int) -> Bool {
    guard trace.edges[edge].result == trace.backward?.seed,
      case .sum(let terms) = expressions[trace.edges[edge].result]
    else { return false }
    let parts = terms.count {
      if case .quantity(let part) = $0.expression { !quantities[part].role.isGiven } else { false }
    }
    return parts > 1 && isConstantOne(edge)
  }

  /// Whether the result takes the operand as it is.
  mutating func isConstantOne(_ edge: Int) -> Bool { derivation(of: edge).simplified == .one }

  /// ∂result/∂operand; of the result's own formula only, where the operand reaches it by a detour too.
  func symbol(_ factor: Factor) -> Formula {
    guard hasDetour(factor), case .symbol(let result) = symbols[factor.result] else {
      return derivative(factor.result, by: factor.operand)
    }
    return .derivative(of: .symbol(result.direct), by: symbol(factor.operand))
  }

  /// A folded factor has one path only, so that it cannot have a detour.
  func hasDetour(_ factor: Factor) -> Bool {
    factor.result == trace.edges[factor.edge].result && trace.hasDetour(around: factor.edge)
  }

  func value(_ factor: Factor) -> Double { trace.backward?.localDerivatives[factor.edge] ?? 0 }

  /// Paths by their factors, each a product, added up.
  func calculation(_ paths: [[Factor]]) -> Calculation {
    var leaves = Calculation.Leaves()
    leaves.reserveCapacity(paths.reduce(0) { $0 + $1.count })
    var terms: [Expression.Term] = []
    terms.reserveCapacity(paths.count)
    for path in paths {
      let factors = path.map { Expression.Factor(leaves.add(symbol($0), shownLocals[$0.edge])) }
      terms.append(Expression.Term(factors.count == 1 ? factors[0].expression : .product(factors)))
    }
    return Calculation(terms.count == 1 ? terms[0].expression : .sum(terms), leaves)
  }

  /// ∂result/∂operand as the rules produce it, as a teacher leaves it, with numbers, and its value.
  mutating func equation(for factor: Factor, isBrief: Bool = false) -> Equation {
    let derivation = derivation(of: factor.edge)
    let leaves = leaves(ofEdge: factor.edge)
    let isSame = isBrief || derivation.raw.hasFactors(of: derivation.simplified)
    return writer.equation(
      symbol(factor), symbols: isSame ? [] : [Calculation(derivation.raw, leaves).inSymbols],
      Calculation(derivation.simplified, leaves),
      value: shownLocals[factor.edge])
  }

  /// The quantities as the derivative of an edge met them: moved ones with their new values, where those are reused.
  private func leaves(ofEdge edge: Int) -> Calculation.Leaves {
    var leaves = leaves
    switch walkthrough.updateOrder {
    case .together: break
    case .reusing:
      for update in trace.updates where trace.usesNewValue(of: update.quantity, inEdge: edge) {
        let quantity = update.quantity
        if case .symbol(let symbol) = symbols[quantity] { leaves.symbols[quantity] = .updated(symbol) }
        leaves.numbers[quantity] = writer.shown(update.after, update.matrixAfter.slots.first)
      }
    }
    return leaves
  }

  /// A number as a carried calculation would hold it.
  func carried(_ value: Double) -> Double { walkthrough.carry?.carried(value) ?? value }
}

extension Expression {
  /// Whether both are products of the same factors, in any order; a 1 among them is no matter.
  fileprivate func hasFactors(of other: Expression) -> Bool {
    if self == other { return true }
    var left = factors.filter { $0.expression != .one }.map { Factor($0.expression, isDivisor: $0.isDivisor) }
    for factor in other.factors where factor.expression != .one {
      guard let index = left.firstIndex(of: Factor(factor.expression, isDivisor: factor.isDivisor)) else {
        return false
      }
      left.remove(at: index)
    }
    return left.isEmpty
  }
}

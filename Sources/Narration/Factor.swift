import Differentiation
import DocumentModel
import WalkthroughLanguage

/// One multiplicand of a chain-rule product as it is shown: an edge, with edges of constant 1 above it folded in.
struct Factor: Hashable {
  let result: Int
  let operand: Int
  /// The edge whose derivation it is.
  let edge: Int
}

extension Narrator {
  /// The factors along a path, from the objective down.
  mutating func factors(along path: Trace.Path) -> [Factor] {
    var factors: [Factor] = []
    var foldedResult: Int?
    for edge in path.reversed() {
      let result = foldedResult ?? trace.edges[edge].result
      if isConstantOne(edge), edge != path.first {
        foldedResult = result
      } else {
        factors.append(Factor(result: result, operand: trace.edges[edge].operand, edge: edge))
        foldedResult = nil
      }
    }
    return factors
  }

  /// Whether the result takes the operand as it is.
  mutating func isConstantOne(_ edge: Int) -> Bool { derivation(of: edge).simplified == .one }

  func symbol(_ factor: Factor) -> Formula { derivative(factor.result, by: factor.operand) }

  func value(_ factor: Factor) -> Double { trace.backward?.localDerivatives[factor.edge] ?? 0 }

  /// Paths by their factors, each a product, added up.
  func calculation(_ paths: [[Factor]]) -> Calculation {
    var leaves = Calculation.Leaves()
    var terms: [Expression.Term] = []
    for path in paths {
      let factors = path.map { Expression.Factor(leaves.add(symbol($0), shownLocals[$0.edge])) }
      terms.append(Expression.Term(factors.count == 1 ? factors[0].expression : .product(factors)))
    }
    return Calculation(terms.count == 1 ? terms[0].expression : .sum(terms), leaves)
  }

  /// ∂result/∂operand as the rules produce it, as a teacher leaves it, with numbers, and its value.
  mutating func equation(for factor: Factor, isBrief: Bool = false) -> Equation {
    let derivation = derivation(of: factor.edge)
    let raw = Calculation(derivation.raw, leaves).inSymbols
    return writer.equation(
      symbol(factor), symbols: isBrief || derivation.raw == derivation.simplified ? [] : [raw],
      Calculation(derivation.simplified, leaves), value: shownLocals[factor.edge])
  }

  /// A number as a carried calculation would hold it.
  func carried(_ value: Double) -> Double { walkthrough.carry?.carried(value) ?? value }
}

import Differentiation
import DocumentModel
import WalkthroughLanguage

/// A sign of matrix formulas that a page explains where it is met first.
enum Sign: CaseIterable {
  case elementwiseProduct, elementwiseQuotient, elementwisePower, transposed, condition, byRow, byColumn
  case softmax, diagonal, unitMatrix, ones, placed

  /// What a value that stands among zeros is written with.
  static let placing = "placed"
}

extension Equation {
  /// The signs in its formulas, in the order in which they are explained.
  var signs: [Sign] {
    var found = left.signs
    for link in links { found.formUnion(link.formula.signs) }
    return Sign.allCases.filter(found.contains)
  }
}

extension Formula {
  fileprivate var signs: Set<Sign> {
    var signs = own.map { Set([$0]) } ?? []
    for part in parts { signs.formUnion(part.signs) }
    return signs
  }

  /// The sign that stands at the top.
  private var own: Sign? {
    switch self {
    case .product(_, .elementwise): .elementwiseProduct
    case .elementwiseQuotient: .elementwiseQuotient
    case .elementwisePower: .elementwisePower
    case .transposed: .transposed
    case .condition: .condition
    case .function(.subscripted(_, MatrixOperation.Axis.rows.rawValue), _): .byRow
    case .function(.subscripted(_, MatrixOperation.Axis.columns.rawValue), _): .byColumn
    case .function(.word(MatrixOperation.diagonal.functionName ?? ""), _): .diagonal
    case .function(.word(MatrixOperation.softmax.functionName ?? ""), _): .softmax
    case .function(.word(Sign.placing), _): .placed
    case .symbol(let symbol): symbol.isUnitMatrix ? .unitMatrix : symbol.isMatrixOfOnes ? .ones : nil
    case .number, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .derivative, .updated, .matrix, .ellipsis, .selected:
      nil
    }
  }

  /// What it is put together from; the entries of a matrix are numbers.
  private var parts: [Formula] {
    switch self {
    case .symbol, .number, .updated, .ellipsis, .matrix, .derivative: []
    case .sum(let terms): terms.map(\.formula)
    case .product(let factors, _): factors
    case .function(_, let operands): operands
    case .fraction(let above, let below), .slashed(let above, let below), .power(let above, let below),
      .elementwiseQuotient(let above, let below), .elementwisePower(let above, let below),
      .condition(let above, _, let below):
      [above, below]
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner),
      .transposed(let inner), .selected(let inner, _):
      [inner]
    }
  }
}

extension Symbol {
  fileprivate var isMatrixOfOnes: Bool { base == [.digits("1")] }
}

extension Step {
  /// With the signs that are met for the first time explained behind the equations that hold them.
  ///
  /// - Parameter ties: where the largest or smallest entries are equal.
  func explainingSigns(_ explained: inout [Sign], ties: [Trace.Kink]) -> Step {
    explaining { equation in
      let new = equation.signs.filter { !explained.contains($0) }
      explained += new
      return new.map { Wording.meaning(of: $0, ties: ties) }
    }
  }
}

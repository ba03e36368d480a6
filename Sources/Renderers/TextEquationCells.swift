import DocumentModel

/// A formula taken apart where a line may break it, every piece drawn.
struct TextEquationCells {
  enum Kind: Equatable {
    case terms, factors
    /// Neither: a formula of one piece.
    case whole
  }

  /// A term of a sum or a factor of a product.
  struct Cell {
    /// `+`, `−`, `·`, `⊙` or `⊘`, which joins it to the one before; nothing for the first.
    let joint: String
    let formula: Formula
    let box: TextBox
  }

  let kind: Kind
  let list: [Cell]
  /// The columns of all, joints and blanks included.
  let width: Int

  init(_ kind: Kind, _ list: [Cell]) {
    self.kind = kind
    self.list = list
    width = list.reduce(-3) { $0 + 3 + $1.box.width }
  }

  /// The terms of a sum, the factors of a product with signs between, or the formula itself.
  init(of formula: Formula) {
    if case .sum(let terms) = formula {
      self.init(.terms, terms.enumerated().map(Self.term))
    } else if let product = Product(formula) {
      self.init(.factors, product.cells)
    } else {
      self.init(.whole, [Self.cell("", formula)])
    }
  }

  private static func term(_ index: Int, _ term: Formula.Term) -> Cell {
    guard index == 0 else { return cell(term.isSubtracted ? "−" : "+", term.formula) }
    return cell("", term.isSubtracted ? .negation(term.formula) : term.formula)
  }

  fileprivate static func cell(_ joint: String, _ formula: Formula) -> Cell {
    Cell(joint: joint, formula: formula, box: TextFormulaSpelling.displayed.box(of: formula))
  }

  var isFlat: Bool { list.allSatisfy(\.box.isFlat) }

  /// Whether both have as many terms, or as many factors, and more than one; and no matrices, in whose wide columns
  /// a name would be lost.
  func matches(_ other: TextEquationCells) -> Bool {
    kind == other.kind && list.count > 1 && list.count == other.list.count && !holdsMatrix && !other.holdsMatrix
  }

  private var holdsMatrix: Bool { list.contains { $0.formula.holdsMatrix } }

  /// Sets the cells to the right of `box`; with `columns`, each in the middle of its own.
  func draw(behind box: inout TextBox, columns: [Int]? = nil) {
    for (index, cell) in list.enumerated() {
      if index > 0 { box.append(" \(cell.joint) ", width: 3) }
      let rest = columns.map { $0[index] - cell.box.width } ?? 0
      if rest > 1 { box.append(.blank(rest / 2)) }
      box.append(cell.box)
      if rest > 0, index + 1 < list.count { box.append(.blank(rest - rest / 2)) }
    }
  }
}

extension TextEquationCells {
  /// The factors of every term, where these are products of as many: a sum that makes a table.
  var factorsPerTerm: Int? {
    guard kind == .terms, list.count > 1, let count = Product(list[0].formula)?.factors.count, count > 1 else {
      return nil
    }
    return list.allSatisfy { Product($0.formula)?.factors.count == count } ? count : nil
  }
}

/// Factors with one sign between them, a minus before the product at the first of them.
private struct Product {
  var factors: [Formula]
  let sign: String

  /// Nothing for what is no such product.
  init?(_ formula: Formula) {
    switch formula {
    case .product(let factors, .dot): (self.factors, sign) = (factors, "·")
    case .product(let factors, .elementwise): (self.factors, sign) = (factors, "⊙")
    case .elementwiseQuotient(let upper, let lower): (factors, sign) = ([upper, lower], "⊘")
    case .negation(let inner):
      guard let product = Product(inner), let first = product.factors.first else { return nil }
      self = product
      factors[0] = .negation(first)
    case .symbol, .number, .sum, .product, .fraction, .slashed, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwisePower,
      .selected:
      return nil
    }
  }

  var cells: [TextEquationCells.Cell] {
    factors.enumerated().map { TextEquationCells.cell($0 == 0 ? "" : sign, $1) }
  }
}

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
    /// `+`, `−` or `·`, which joins it to the one before; nothing for the first.
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

  /// The terms of a sum, the factors of a product with dots, or the formula itself.
  init(of formula: Formula) {
    switch formula {
    case .sum(let terms): self.init(.terms, terms.enumerated().map(Self.term))
    case .product(let factors, .dot): self.init(.factors, factors.enumerated().map(Self.factor))
    case .negation(.product(let factors, .dot)):
      let negated = factors.prefix(1).map { Formula.negation($0) } + factors.dropFirst()
      self.init(.factors, negated.enumerated().map(Self.factor))
    case .symbol, .number, .product, .fraction, .slashed, .negation, .power, .function,
      .squareRoot, .absoluteValue, .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed,
      .elementwiseQuotient, .elementwisePower, .selected:
      self.init(.whole, [Self.cell("", formula)])
    }
  }

  private static func term(_ index: Int, _ term: Formula.Term) -> Cell {
    guard index == 0 else { return cell(term.isSubtracted ? "−" : "+", term.formula) }
    return cell("", term.isSubtracted ? .negation(term.formula) : term.formula)
  }

  private static func factor(_ index: Int, _ factor: Formula) -> Cell {
    cell(index == 0 ? "" : "·", factor)
  }

  private static func cell(_ joint: String, _ formula: Formula) -> Cell {
    Cell(joint: joint, formula: formula, box: TextFormulaSpelling.displayed.box(of: formula))
  }

  var isFlat: Bool { list.allSatisfy(\.box.isFlat) }

  /// Whether both have as many terms, or as many factors, and more than one.
  func matches(_ other: TextEquationCells) -> Bool {
    kind == other.kind && list.count > 1 && list.count == other.list.count
  }

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
    guard kind == .terms, list.count > 1, let count = list[0].formula.factorCount, count > 1 else {
      return nil
    }
    return list.allSatisfy { $0.formula.factorCount == count } ? count : nil
  }
}

extension Formula {
  /// How many factors are joined by dots; nothing for what is no such product.
  fileprivate var factorCount: Int? {
    switch self {
    case .product(let factors, .dot), .negation(.product(let factors, .dot)): factors.count
    case .symbol, .number, .sum, .product, .fraction, .slashed, .negation, .power, .function,
      .squareRoot, .absoluteValue, .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed,
      .elementwiseQuotient, .elementwisePower, .selected:
      nil
    }
  }
}

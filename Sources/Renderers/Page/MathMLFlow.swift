import DocumentModel

/// A formula cut before its outermost signs into pieces that a line may end between.
///
/// What is cut further stands in a box of its own, so that a line ends before an inner sign only where the whole does
/// not fit on one.
enum MathMLFlow {
  /// How deep formulas are cut: terms, their factors, the parentheses among these, the terms in them.
  private static let depth = 4

  /// - Parameters:
  ///   - relation: what stands before it, and `end` behind it; neither is ever on a line of its own.
  static func pieces(
    of formula: Formula, behind relation: HTMLElement? = nil, before end: [HTMLElement] = [],
    _ style: MathMLSpelling.Style
  ) -> [HTMLElement] {
    let whole = Part(lead: relation.map { [$0] } ?? [], formula: formula, tail: end)
    return pieces(of: whole, style, depth: depth)
  }

  private static func pieces(of whole: Part, _ style: MathMLSpelling.Style, depth: Int) -> [HTMLElement] {
    guard depth > 0, let parts = parts(of: whole.formula) else {
      return [.element(.math, [:], whole.lead + MathMLSpelling.row(whole.formula, style) + whole.tail)]
    }
    return parts.indices.flatMap { index in
      var part = parts[index]
      if index == 0 { part.lead = whole.lead + part.lead }
      if index == parts.count - 1 { part.tail += whole.tail }
      let cut = pieces(of: part, style, depth: depth - 1)
      return cut.count == 1 || parts.count == 1 ? cut : [.element(.span, [.class: "piece"], cut)]
    }
  }

  private struct Part {
    var lead: [HTMLElement]
    let formula: Formula
    var tail: [HTMLElement] = []
  }

  /// The parts between which a line may end; nothing where the formula stays in one piece.
  private static func parts(of formula: Formula) -> [Part]? {
    switch formula {
    case .sum(let terms): return parts(ofSum: terms)
    case .product(let factors, .dot): return parts(factors, joinedBy: MathMLSpelling.sign(.dot))
    case .product(let factors, .elementwise): return parts(factors, joinedBy: MathMLSpelling.sign(.elementwise))
    case .elementwiseQuotient(let upper, let lower): return parts([upper, lower], joinedBy: "⊘")
    case .parenthesized(let inner):
      // Brackets that grow grow with what stands in one formula with them.
      guard inner.height == .line, case .sum = inner else { return nil }
      let ends = MathMLBracket.round.ends(.line)
      return [Part(lead: [ends.left], formula: inner, tail: [ends.right])]
    case .symbol, .number, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwisePower, .selected:
      return nil
    }
  }

  private static func parts(ofSum terms: [Formula.Term]) -> [Part] {
    terms.indices.map { index in
      let term = terms[index]
      if index > 0 { return Part(lead: [MathMLSpelling.infix(term.isSubtracted ? "−" : "+")], formula: term.formula) }
      return Part(lead: term.isSubtracted ? [MathMLSpelling.minus] : [], formula: term.formula)
    }
  }

  private static func parts(_ operands: [Formula], joinedBy sign: String) -> [Part] {
    operands.indices.map { Part(lead: $0 > 0 ? [MathMLSpelling.infix(sign)] : [], formula: operands[$0]) }
  }
}

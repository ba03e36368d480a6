import DocumentModel

/// An equation as small formulas in a flow that the browser breaks where a page is narrow: before a new kind of link
/// first, then before any relation, then before the outermost signs, then before those within.
struct PageEquation {
  let equation: Equation
  /// What the last link answers, where a reader may be asked for it first.
  var answer: String?

  /// The displayed equation.
  var element: HTMLElement {
    var links = equation.links.indices.map(link)[...]
    var rows: [HTMLElement] = []
    while let first = links.popFirst() {
      var row = [first]
      while let next = links.first, joins(equation.links.count - links.count) {
        row.append(next)
        links.removeFirst()
      }
      rows.append(.element(.span, [.class: "turn"], row))
    }
    return .element(
      .div, [.class: "equation"],
      [
        .element(.math, [.class: "left"], MathMLSpelling.row(equation.left, .display)),
        .element(.span, [.class: "links"], rows),
      ])
  }

  /// Whether a link stays on the row of the one before it, where it fits: a value behind its numbers.
  private func joins(_ number: Int) -> Bool {
    let (role, before) = (equation.links[number].role, equation.links[number - 1].role)
    return role == before || role == .value
  }

  private func link(_ number: Int) -> HTMLElement {
    let link = equation.links[number]
    let isLast = number == equation.links.count - 1
    let mark = isLast && equation.isMarked ? Self.mark : []
    let sign = HTMLElement.element(.math, [:], [MathMLSpelling.between(Self.sign(link.relation))])
    let formula = HTMLElement.element(
      .span, [.class: "flow"], MathMLFlow.pieces(of: link.formula, before: mark, .display))
    let answer = isLast ? answer : nil
    let attributes: HTMLElement.Attributes = [
      .class: Self.class(of: link, answer: answer), .dataName: answer,
      .typed: isLast ? HTMLElement.Attributes.list(equation.typedSlots) : nil,
    ]
    return .element(.span, attributes, [sign, formula])
  }

  private static func `class`(of link: Equation.Link, answer: String?) -> String {
    let name =
      switch link.role {
      case .stated: "link stated"
      case .symbols, .numbers: "link"
      case .value: "link value"
      }
    return answer == nil ? name : "\(name) result"
  }

  /// The equation of a sentence, each link with its relation; a short one stays on one line.
  var inSentence: HTMLElement {
    let left = HTMLElement.element(.math, [:], MathMLSpelling.row(equation.left, .sentence))
    if isInOnePiece {
      let links = equation.links.map { link in
        HTMLElement.element(
          .math, [.class: Self.class(of: link, answer: nil)],
          [MathMLSpelling.infix(Self.sign(link.relation))] + MathMLSpelling.row(link.formula, .sentence))
      }
      return .element(.span, [.class: "statement"], [left] + links)
    }
    var isWide = !Self.isShort([.formula(equation.left)])
    let links = equation.links.map { link in
      let pieces = MathMLFlow.pieces(
        of: link.formula, behind: MathMLSpelling.infix(Self.sign(link.relation)), .sentence)
      if pieces.count == 1, !Self.isShort([.formula(link.formula)]) { isWide = true }
      return HTMLElement.element(.span, [.class: Self.class(of: link, answer: nil)], pieces)
    }
    return .element(.span, [.class: isWide ? "chain wide" : "chain"], [left] + links)
  }

  /// Whether no line ends within it in a sentence: it is short, or a short name with one short value.
  var isInOnePiece: Bool {
    if Self.isShort([.equation(equation)]) { return true }
    let left: [Inline] = [.formula(equation.left)]
    guard equation.links.count == 1, left.labelWidth <= Self.widestName else { return false }
    let value = equation.links[0].formula
    return Self.isShort([.formula(value)]) && MathMLFlow.pieces(of: value, .sentence).count == 1
  }

  /// The formula of a sentence.
  static func inSentence(_ formula: Formula) -> HTMLElement {
    if isShort([.formula(formula)]) { return .element(.math, [:], MathMLSpelling.row(formula, .sentence)) }
    let pieces = MathMLFlow.pieces(of: formula, .sentence)
    return .element(.span, [.class: pieces.count == 1 ? "chain wide" : "chain"], pieces)
  }

  /// Whether it needs no line end within.
  static func isShort(_ formula: [Inline]) -> Bool { formula.labelWidth <= widestInOnePiece }

  /// In em: what fits a telephone.
  private static let widestInOnePiece = 13.0
  private static let widestName = 3.0

  private static let mark: [HTMLElement] = [
    .element(.mspace, [.width: "0.2em"]),
    .element(.msup, [:], [.element(.mrow), .element(.mo, [.class: "dagger"], [.text(Equation.mark)])]),
  ]

  private static func sign(_ relation: Equation.Relation) -> String { TextEquationLink.sign(of: relation) }
}

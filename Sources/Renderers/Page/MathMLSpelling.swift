import DocumentModel

/// A formula as MathML Core: what browsers set without any help.
enum MathMLSpelling {
  /// Whether derivatives are built up, or stand on one line as they do in a sentence.
  enum Style { case display, sentence }

  /// The formula as elements of one row; parentheses are the formula's own.
  static func row(_ formula: Formula, _ style: Style) -> [HTMLElement] {
    switch formula {
    case .symbol(let symbol): [element(symbol)]
    case .number(let number): row(number)
    case .sum(let terms): sum(terms, style)
    case .product(let factors, let multiplication): chain(factors, joinedBy: sign(multiplication), style)
    case .fraction(let upper, let lower): [.element(.mfrac, [:], [one(upper, style), one(lower, style)])]
    case .slashed(let upper, let lower): slashed(upper, lower, style)
    case .negation(let operand): [minus] + row(operand, style)
    case .power(let base, let exponent): [.element(.msup, [:], [one(base, style), one(exponent, .sentence)])]
    case .function(let function, let arguments): call(function, arguments, style)
    case .squareRoot(let operand): [.element(.msqrt, [:], row(operand, style))]
    case .absoluteValue(let operand): MathMLBracket.bars.around(row(operand, style), operand.height)
    case .parenthesized(let inner): MathMLBracket.round.around(row(inner, style), inner.height)
    case .condition(let left, let comparison, let right):
      MathMLBracket.square.around(
        row(left, style) + [between(sign(comparison))] + row(right, style), max(left.height, right.height))
    case .derivative(let result, let operand): derivative(result, by: operand, style)
    case .updated(let symbol): [.element(.mi, [:], ["new"]), .element(.mspace, [.width: "0.3em"]), element(symbol)]
    case .matrix(let rows): matrix(rows, style)
    case .ellipsis(let ellipsis): [.element(.mo, [:], [.text(ellipsis.sign)])]
    case .transposed(let base):
      [.element(.msup, [:], [one(base, style), .element(.mo, [.stretchy: "false"], ["⊤"])])]
    case .elementwiseQuotient(let upper, let lower): chain([upper, lower], joinedBy: "⊘", style)
    case .elementwisePower(let base, let exponent):
      [.element(.msup, [:], [one(base, style), .element(.mrow, [:], [fixed("∘")] + row(exponent, .sentence))])]
    case .selected(let base, let indices): [.element(.msub, [:], [one(base, style), indexRow(indices)])]
    }
  }

  /// The formula as one element.
  static func one(_ formula: Formula, _ style: Style) -> HTMLElement { grouped(row(formula, style)) }

  static func grouped(_ row: [HTMLElement]) -> HTMLElement { row.count == 1 ? row[0] : .element(.mrow, [:], row) }

  /// An operator between two operands that stand in one row with it.
  static func between(_ sign: String) -> HTMLElement { .element(.mo, [:], [.text(sign)]) }

  /// The same where it begins a line.
  static func infix(_ sign: String) -> HTMLElement { .element(.mo, [.form: "infix"], [.text(sign)]) }

  static let minus = HTMLElement.element(.mo, [.form: "prefix"], ["−"])

  /// A sign without room beside it.
  static func fixed(_ sign: String) -> HTMLElement {
    .element(.mo, [.lspace: "0", .rspace: "0"], [.text(sign)])
  }

  static func sign(_ multiplication: Formula.Multiplication) -> String {
    switch multiplication {
    case .dot: "⋅"
    case .juxtaposed: "\u{2062}"
    case .elementwise: "⊙"
    }
  }

  private static func sign(_ comparison: Formula.Comparison) -> String {
    switch comparison {
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }
}

extension MathMLSpelling {
  private static func sum(_ terms: [Formula.Term], _ style: Style) -> [HTMLElement] {
    var elements: [HTMLElement] = []
    for index in terms.indices {
      if index > 0 {
        elements.append(between(terms[index].isSubtracted ? "−" : "+"))
      } else if terms[index].isSubtracted {
        elements.append(minus)
      }
      elements += row(terms[index].formula, style)
    }
    return elements
  }

  private static func chain(_ operands: [Formula], joinedBy sign: String, _ style: Style) -> [HTMLElement] {
    var elements: [HTMLElement] = []
    for index in operands.indices {
      if index > 0 { elements.append(between(sign)) }
      elements += row(operands[index], style)
    }
    return elements
  }

  /// A small built-up fraction where both are numbers, else a stroke.
  private static func slashed(_ upper: Formula, _ lower: Formula, _ style: Style) -> [HTMLElement] {
    guard upper.isPlainNumber, lower.isPlainNumber else { return row(upper, style) + [fixed("/")] + row(lower, style) }
    let fraction = HTMLElement.element(.mfrac, [:], [one(upper, style), one(lower, style)])
    return [.element(.mstyle, [.displaystyle: "false"], [fraction])]
  }

  private static func derivative(_ result: Formula, by operand: Formula, _ style: Style) -> [HTMLElement] {
    let (upper, lower) = ([partial] + row(result, style), [partial] + row(operand, style))
    switch style {
    case .display: return [.element(.mfrac, [:], [.element(.mrow, [:], upper), .element(.mrow, [:], lower)])]
    case .sentence: return upper + [fixed("/")] + lower
    }
  }

  private static let partial = HTMLElement.element(.mi, [.mathvariant: "normal"], ["∂"])

  private static func call(_ function: Formula.Function, _ arguments: [Formula], _ style: Style) -> [HTMLElement] {
    var list: [HTMLElement] = []
    for index in arguments.indices {
      if index > 0 { list.append(.element(.mo, [:], [","])) }
      list += row(arguments[index], style)
    }
    return [name(function), .element(.mo, [:], ["\u{2061}"])]
      + MathMLBracket.round.around(list, Formula.height(of: arguments))
  }

  private static func name(_ function: Formula.Function) -> HTMLElement {
    switch function {
    case .word(let word): upright(word)
    case .greek(let word): greek(TextCharacters.greek(word))
    case .named(let symbol): element(symbol)
    case .subscripted(let word, let lower): .element(.msub, [:], [upright(word), upright(lower)])
    }
  }
}

import DocumentModel
import Numerals

/// Formulas in characters: built up in two dimensions, or on one line.
struct TextFormulaSpelling {
  /// With stacked fractions and raised exponents.
  static let displayed = TextFormulaSpelling(isStacked: true)
  /// On one line, for sentences and tables.
  static let running = TextFormulaSpelling(isStacked: false)

  private let isStacked: Bool

  func box(of formula: Formula) -> TextBox {
    switch formula {
    case .symbol(let symbol): TextBox(symbol.name)
    case .number(let number):
      TextBox(
        Self.number(number.mantissa.digits, isNegative: number.isNegative, powerOfTen: number.exponent))
    case .sum(let terms): sum(terms)
    case .product(let factors, let multiplication): product(factors, multiplication)
    case .fraction(let numerator, let denominator): quotient(numerator, denominator, isStacked: isStacked)
    case .slashed(let numerator, let denominator): quotient(numerator, denominator, isStacked: false)
    case .negation(let operand): negation(operand)
    case .power(let base, let exponent): power(base, exponent)
    case .function(let function, let arguments): call(function, arguments)
    case .squareRoot(let operand): join("√", TextFence.parentheses.around(box(of: operand)))
    case .absoluteValue(let operand): TextFence.bars.around(box(of: operand))
    case .parenthesized(let operand): TextFence.parentheses.around(box(of: operand))
    case .condition(let left, let comparison, let right): condition(left, comparison, right)
    case .derivative(let result, let operand): derivative(of: result, by: operand)
    case .updated(let symbol): TextBox("new \(symbol.name)")
    case .matrix(let rows): isStacked ? TextMatrix(rows).box : TextMatrix.line(rows)
    case .ellipsis(let ellipsis): TextBox(ellipsis.sign)
    case .transposed(let base): transposed(base)
    case .elementwiseQuotient(let upper, let lower): chain([upper, lower], joinedBy: "⊘")
    case .elementwisePower(let base, let exponent): power(base, exponent, sign: "∘")
    case .selected(let base, let indices): selected(base, indices)
    }
  }

  private static func number(_ digits: String, isNegative: Bool, powerOfTen: Int?) -> String {
    let mantissa = isNegative ? "−" + digits : digits
    guard let powerOfTen else { return mantissa }
    let exponent = (powerOfTen < 0 ? "−" : "") + String(powerOfTen.magnitude)
    return "\(mantissa) × 10\(TextCharacters.superscript(exponent) ?? exponent)"
  }

  private func sum(_ terms: [Formula.Term]) -> TextBox {
    var box = TextBox(.empty)
    for (index, term) in terms.enumerated() {
      if index > 0 { box.append(term.isSubtracted ? " − " : " + ", width: 3) }
      box.append(index == 0 && term.isSubtracted ? negation(term.formula) : self.box(of: term.formula))
    }
    return box
  }

  private func product(_ factors: [Formula], _ multiplication: Formula.Multiplication) -> TextBox {
    switch multiplication {
    case .dot: chain(factors, joinedBy: "·")
    case .elementwise: chain(factors, joinedBy: "⊙")
    case .juxtaposed: juxtaposed(factors)
    }
  }

  private func chain(_ operands: [Formula], joinedBy sign: String) -> TextBox {
    var box = TextBox(.empty)
    for (index, operand) in operands.enumerated() {
      if index > 0 { box.append(" \(sign) ", width: 3) }
      box.append(self.box(of: operand))
    }
    return box
  }

  private func juxtaposed(_ factors: [Formula]) -> TextBox {
    var box = TextBox(.empty)
    for (index, factor) in factors.enumerated() {
      let next = juxtaposable(factor)
      if index > 0, Self.needsBlank(after: factors[index - 1], box, before: next) { box.append(" ", width: 1) }
      box.append(next)
    }
    return box
  }

  /// The minus keeps away from a bar, which would look like a longer minus.
  private func negation(_ operand: Formula) -> TextBox {
    let operand = box(of: operand)
    return join(operand.line.text.hasPrefix("─") ? "− " : "−", operand)
  }

  private func quotient(_ numerator: Formula, _ denominator: Formula, isStacked: Bool) -> TextBox {
    guard !isStacked else { return TextBox.fraction(box(of: numerator), over: box(of: denominator)) }
    var line = Self.running.enclosed(numerator, unless: TextGrouping.standsBeforeSlash(numerator))
    line.append("/", width: 1)
    line.append(Self.running.enclosed(denominator, unless: TextGrouping.standsBehindSlash(denominator)))
    return line
  }

  private func call(_ function: Formula.Function, _ arguments: [Formula]) -> TextBox {
    var list = TextBox(.empty)
    for (index, argument) in arguments.enumerated() {
      if index > 0 { list.append(", ", width: 2) }
      list.append(box(of: argument))
    }
    switch function {
    case .word(let word): return join(word, TextFence.parentheses.around(list))
    case .greek(let word): return join(TextCharacters.greek(word), TextFence.parentheses.around(list))
    case .named(let symbol): return join(symbol.name, TextFence.parentheses.around(list))
    case .subscripted(let word, let lower): return join("\(word)_\(lower)", TextFence.parentheses.around(list))
    }
  }

  private func condition(_ left: Formula, _ comparison: Formula.Comparison, _ right: Formula) -> TextBox {
    var box = self.box(of: left)
    switch comparison {
    case .greater: box.append(" > ", width: 3)
    case .greaterOrEqual: box.append(" ≥ ", width: 3)
    }
    box.append(self.box(of: right))
    return TextFence.brackets.around(box)
  }

  private func derivative(of result: Formula, by operand: Formula) -> TextBox {
    let above = join("∂", enclosed(result, unless: TextGrouping.isOneWord(result)))
    let below = join("∂", enclosed(operand, unless: TextGrouping.isOneWord(operand)))
    guard !isStacked else { return TextBox.fraction(above, over: below) }
    var line = above
    line.append("/", width: 1)
    line.append(below)
    return line
  }

  private func join(_ text: String, _ box: TextBox) -> TextBox {
    var joined = TextBox(text)
    joined.append(box)
    return joined
  }

  private func enclosed(_ formula: Formula, unless standsAlone: Bool) -> TextBox {
    let box = self.box(of: formula)
    return standsAlone ? box : TextFence.parentheses.around(box)
  }
}

extension TextFormulaSpelling {
  /// Superscripts where Unicode has them all; else the exponent stands a row higher, or behind `^` on one line.
  private func power(_ base: Formula, _ exponent: Formula, sign: String = "") -> TextBox {
    var box = enclosed(base, unless: TextGrouping.isOneWord(base))
    if let superscript = TextCharacters.superscript(Self.running.box(of: exponent).line.text) {
      box.append(Self.raised(sign + superscript, besides: box))
    } else if isStacked {
      box.append(join(sign, self.box(of: exponent)).raised(by: max(1, box.above.count)))
    } else {
      box.append(TextBox("^" + sign))
      box.append(enclosed(exponent, unless: TextGrouping.isOneWord(exponent)))
    }
    return box
  }

  /// Superscripts beside the top row of `box`.
  private static func raised(_ superscript: String, besides box: TextBox) -> TextBox {
    let raised = TextBox(superscript)
    return box.above.isEmpty ? raised : raised.raised(by: box.above.count)
  }

  private func transposed(_ base: Formula) -> TextBox {
    var box = enclosed(base, unless: TextGrouping.isOneWord(base))
    box.append(Self.raised("ᵀ", besides: box))
    return box
  }

  /// Indices stand in brackets, as in the file.
  private func selected(_ base: Formula, _ indices: [Symbol.Part]) -> TextBox {
    var box = enclosed(base, unless: TextGrouping.carriesIndices(base))
    box.append(TextBox("[\(Symbol.text(ofIndices: indices))]"))
    return box
  }

  /// A quotient on one line would swallow the factor behind it.
  private func juxtaposable(_ factor: Formula) -> TextBox {
    let box = self.box(of: factor)
    return box.isFlat && TextGrouping.isQuotient(factor) ? TextFence.parentheses.around(box) : box
  }

  /// Between two names, and beside a bar; never between a number and the name it multiplies.
  private static func needsBlank(after factor: Formula, _ box: TextBox, before next: TextBox) -> Bool {
    let (before, behind) = (box.line.text.unicodeScalars, next.line.text.unicodeScalars)
    guard let last = before.last, let first = behind.first else { return false }
    if last == "─" || first == "─" { return true }
    guard last.isLetterOrDigit && first.isLetterOrDigit else { return false }
    if case .number = factor { return first.isDigit }
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetterOrDigit: Bool { isDigit || properties.isAlphabetic }
}

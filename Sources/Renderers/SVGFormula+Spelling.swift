import DocumentModel
import Numerals

extension SVGFormula {
  /// Adds `formula` on one line.
  mutating func write(_ formula: Formula) {
    switch formula {
    case .symbol(let symbol): write(symbol)
    case .number(let number):
      writeNumber(slot: number.slot) {
        $0.write((number.isNegative ? "−" : "") + number.mantissa.digits)
        if let exponent = number.exponent { $0.writePowerOfTen(exponent) }
      }
    case .sum(let terms): write(terms)
    case .product(let factors, .dot): write(factors, joinedBy: " · ")
    case .product(let factors, .elementwise): write(factors, joinedBy: " ⊙ ")
    case .product(let factors, .juxtaposed): write(factors, joinedBy: "\u{2009}")
    case .fraction(let upper, let lower), .slashed(let upper, let lower): writeQuotient(upper, lower)
    case .negation(let operand): writeSigned(operand)
    case .power(let base, let exponent): writePower(base, exponent, sign: "")
    case .function(let function, let arguments): write(function, arguments)
    case .squareRoot(let operand): write(operand, between: "√(", ")")
    case .absoluteValue(let operand): write(operand, between: "|", "|")
    case .parenthesized(let operand): write(operand, between: "(", ")")
    case .condition(let left, .greater, let right): write([left, right], joinedBy: " > ", between: "[", "]")
    case .condition(let left, .greaterOrEqual, let right): write([left, right], joinedBy: " ≥ ", between: "[", "]")
    case .derivative(let result, let operand): writeDerivative(result, operand)
    case .updated(let symbol):
      writeName { $0.write("new ") }
      write(symbol)
    case .matrix(let rows): write(rows: rows)
    case .ellipsis(let ellipsis): write(ellipsis.sign)
    case .transposed(let base):
      writeBase(base)
      writeRaised { $0.write("⊤") }
    case .elementwiseQuotient(let upper, let lower): write([upper, lower], joinedBy: " ⊘ ")
    case .elementwisePower(let base, let exponent): writePower(base, exponent, sign: "∘")
    case .selected(let base, let indices):
      writeBase(base)
      writeLowered { $0.write(indices) }
    }
  }

  private mutating func writePowerOfTen(_ exponent: Int) {
    write(" × 10")
    writeRaised { $0.write((exponent < 0 ? "−" : "") + String(exponent.magnitude)) }
  }

  private mutating func write(_ terms: [Formula.Term]) {
    for (index, term) in terms.enumerated() {
      if index > 0 {
        write(term.isSubtracted ? " − " : " + ")
      } else if term.isSubtracted {
        write("−")
      }
      write(term.formula)
    }
  }

  private mutating func write(
    _ formulas: [Formula], joinedBy sign: String, between open: String = "", _ close: String = ""
  ) {
    write(open)
    for (index, formula) in formulas.enumerated() {
      if index > 0 { write(sign) }
      write(formula)
    }
    write(close)
  }

  private mutating func write(_ inner: Formula, between open: String, _ close: String) {
    write([inner], joinedBy: "", between: open, close)
  }

  private mutating func writeSigned(_ operand: Formula) {
    write("−")
    write(operand)
  }

  private mutating func write(_ formula: Formula, inParenthesesUnless standsAlone: Bool) {
    if standsAlone { write(formula) } else { write(formula, between: "(", ")") }
  }

  private mutating func writeBase(_ base: Formula) {
    write(base, inParenthesesUnless: TextGrouping.isOneWord(base))
  }

  private mutating func writeQuotient(_ upper: Formula, _ lower: Formula) {
    write(upper, inParenthesesUnless: TextGrouping.standsBeforeSlash(upper))
    write("/")
    write(lower, inParenthesesUnless: TextGrouping.standsBehindSlash(lower))
  }

  private mutating func writeDerivative(_ result: Formula, _ operand: Formula) {
    write("∂")
    writeBase(result)
    write("/∂")
    writeBase(operand)
  }

  private mutating func writePower(_ base: Formula, _ exponent: Formula, sign: String) {
    writeBase(base)
    writeRaised {
      $0.write(sign)
      $0.write(exponent)
    }
  }

  private mutating func write(_ function: Formula.Function, _ arguments: [Formula]) {
    switch function {
    case .word(let word): writeName { $0.write(word) }
    case .greek(let word):
      isCapital(word) ? write(TextCharacters.greek(word)) : writeItalic(TextCharacters.greek(word))
    case .named(let symbol): write(symbol)
    case .subscripted(let word, let lower):
      writeName { $0.write(word) }
      writeLowered { $0.write(lower) }
    }
    write(arguments, joinedBy: ", ", between: "(", ")")
  }

  private mutating func write(rows: [[Formula]]) {
    write("[")
    for (index, row) in rows.enumerated() {
      if index > 0 { write("; ") }
      write(row, joinedBy: ", ")
    }
    write("]")
  }
}

extension SVGFormula {
  /// Adds a name with its subscripts and superscripts.
  private mutating func write(_ symbol: Symbol) {
    writeName { formula in
      if !symbol.indices.isEmpty { formula.write("(") }
      formula.write(symbol.base, hasHat: symbol.hasHat)
      if !symbol.subscripts.isEmpty { formula.writeLowered { $0.write(symbol.subscripts) } }
      if !symbol.superscripts.isEmpty { formula.writeRaised { $0.write(symbol.superscripts) } }
      if !symbol.indices.isEmpty {
        formula.write(")")
        formula.writeLowered { $0.write(symbol.indices) }
      }
    }
  }

  /// Several parts are joined by commas.
  private mutating func write(_ parts: [Symbol.Part]) {
    for (index, part) in parts.enumerated() {
      if index > 0 { write(",") }
      write(part, hasHat: false)
    }
  }

  private mutating func write(_ part: Symbol.Part, hasHat: Bool) {
    for (index, piece) in part.enumerated() {
      let hat = hasHat && index == 0 ? "\u{302}" : ""
      switch piece {
      case .letter(let letter): writeItalic(String(letter) + hat)
      case .word(let word): write(hasHat && index == 0 ? String(word.prefix(1)) + hat + word.dropFirst() : word)
      case .greek(let word, let letter):
        isCapital(word) ? write(String(letter) + hat) : writeItalic(String(letter) + hat)
      case .digits(let digits): write(digits)
      case .mark(let mark): write(String(mark))
      }
    }
  }

  /// Greek capitals stand upright, as in TeX.
  private func isCapital(_ word: String) -> Bool { word.utf8.first.map { $0 < UInt8(ascii: "a") } ?? false }
}

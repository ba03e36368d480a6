import DocumentModel
import Numerals

/// Spells a title for the outline and the properties of a PDF, where there are characters only.
enum LaTeXOutlineText {
  /// Adds `inlines` without their typography.
  static func write(_ inlines: [Inline], to text: inout ByteBuffer) {
    for inline in inlines {
      switch inline {
      case .text(let plain), .code(let plain): write(plain, to: &text)
      case .emphasis(let inner), .strong(let inner): write(inner, to: &text)
      case .formula(let formula): write(formula, to: &text)
      case .equation(let equation): write(equation, to: &text)
      }
    }
  }

  private static func write(_ plain: String, to text: inout ByteBuffer) {
    for scalar in plain.unicodeScalars {
      if scalar.isASCII {
        LaTeXCharacters.write(ascii: scalar, to: &text)
      } else {
        text += "\\unichar{\""
        text.append(text: String(scalar.value, radix: 16, uppercase: true))
        text += "}"
      }
    }
  }

  private static func write(_ equation: Equation, to text: inout ByteBuffer) {
    write(equation.left, to: &text)
    for link in equation.links {
      switch link.relation {
      case .equal: write(" = ", to: &text)
      case .approximate: write(" ≈ ", to: &text)
      }
      write(link.formula, to: &text)
    }
  }

  private static func write(_ formula: Formula, to text: inout ByteBuffer) {
    switch formula {
    case .symbol(let symbol): write(symbol.name, to: &text)
    case .number(let number):
      if number.isNegative { write("−", to: &text) }
      text.append(decimal: number.mantissa.coefficient, places: number.mantissa.places)
      if let exponent = number.exponent { write(" · 10^" + String(exponent), to: &text) }
    case .sum(let terms): write(terms, to: &text)
    case .product(let factors, .dot): write(factors, parted: " · ", to: &text)
    case .product(let factors, .juxtaposed): write(factors, to: &text)
    case .fraction(let upper, let lower), .slashed(let upper, let lower):
      write([upper, lower], parted: "/", to: &text)
    case .negation(let inner): write([inner], from: "−", to: &text)
    case .power(let base, let exponent): write([base, exponent], parted: "^", to: &text)
    case .function(.word(let name), let arguments), .function(.greek(let name), let arguments):
      write(arguments, from: name + "(", parted: ", ", until: ")", to: &text)
    case .function(.named(let symbol), let arguments):
      write(arguments, from: symbol.name + "(", parted: ", ", until: ")", to: &text)
    case .squareRoot(let inner): write([inner], from: "√(", until: ")", to: &text)
    case .absoluteValue(let inner): write([inner], from: "|", until: "|", to: &text)
    case .parenthesized(let inner): write([inner], from: "(", until: ")", to: &text)
    case .condition(let left, .greater, let right):
      write([left, right], from: "[", parted: " > ", until: "]", to: &text)
    case .condition(let left, .greaterOrEqual, let right):
      write([left, right], from: "[", parted: " ≥ ", until: "]", to: &text)
    case .derivative(let quantity, let variable):
      write([quantity, variable], from: "∂", parted: "/∂", to: &text)
    case .updated(let symbol): write("new " + symbol.name, to: &text)
    case .product(let factors, .elementwise): write(factors, parted: " ⊙ ", to: &text)
    case .function(.subscripted(let name, let lower), let arguments):
      write(arguments, from: name + "_" + lower + "(", parted: ", ", until: ")", to: &text)
    case .matrix(let rows): write(rows, to: &text)
    case .ellipsis(let ellipsis): write(ellipsis.sign, to: &text)
    case .transposed(let inner): write([inner], until: "ᵀ", to: &text)
    case .elementwiseQuotient(let upper, let lower): write([upper, lower], parted: " ⊘ ", to: &text)
    case .elementwisePower(let base, let exponent): write([base, exponent], parted: "^∘", to: &text)
    case .selected(let inner, let indices):
      write([inner], until: "[" + Symbol.text(ofIndices: indices) + "]", to: &text)
    }
  }

  /// Adds `formulas` with a separator between and something at each end.
  private static func write(
    _ formulas: [Formula], from start: String = "", parted separator: String = "", until end: String = "",
    to text: inout ByteBuffer
  ) {
    write(start, to: &text)
    for (index, formula) in formulas.enumerated() {
      if index > 0 { write(separator, to: &text) }
      write(formula, to: &text)
    }
    write(end, to: &text)
  }

  private static func write(_ rows: [[Formula]], to text: inout ByteBuffer) {
    write("[", to: &text)
    for (index, row) in rows.enumerated() { write(row, from: index > 0 ? "; " : "", parted: ", ", to: &text) }
    write("]", to: &text)
  }

  private static func write(_ terms: [Formula.Term], to text: inout ByteBuffer) {
    for (index, term) in terms.enumerated() {
      if index > 0 {
        write(term.isSubtracted ? " − " : " + ", to: &text)
      } else if term.isSubtracted {
        write("−", to: &text)
      }
      write(term.formula, to: &text)
    }
  }
}

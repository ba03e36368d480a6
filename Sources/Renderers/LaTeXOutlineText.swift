import DocumentModel

/// Spells a title for the outline and the properties of a PDF, where there are characters only.
enum LaTeXOutlineText {
  /// Adds `inlines` without their typography.
  static func write(_ inlines: [Inline], to text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let plain), .code(let plain): write(plain, to: &text)
      case .emphasis(let inner), .strong(let inner): write(inner, to: &text)
      case .formula(let formula): write(plain(formula), to: &text)
      case .equation(let equation): write(plain(equation), to: &text)
      }
    }
  }

  private static func write(_ plain: String, to text: inout String) {
    for scalar in plain.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        text += " "
      } else if scalar.isASCII {
        text += LaTeXCharacters.ascii[Character(scalar)] ?? String(scalar)
      } else {
        text += "\\unichar{\"\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }

  private static func plain(_ equation: Equation) -> String {
    equation.links.reduce(plain(equation.left)) { text, link in
      switch link.relation {
      case .equal: "\(text) = \(plain(link.formula))"
      case .approximate: "\(text) ≈ \(plain(link.formula))"
      }
    }
  }

  private static func plain(_ formula: Formula) -> String {
    switch formula {
    case .symbol(let symbol): symbol.name
    case .number(let number): plain(number.mantissa.digits, number.isNegative, number.exponent)
    case .sum(let terms): plain(terms)
    case .product(let factors, .dot): factors.map(plain).joined(separator: " · ")
    case .product(let factors, .juxtaposed): factors.map(plain).joined()
    case .fraction(let upper, let lower), .slashed(let upper, let lower): "\(plain(upper))/\(plain(lower))"
    case .negation(let inner): "−\(plain(inner))"
    case .power(let base, let exponent): "\(plain(base))^\(plain(exponent))"
    case .function(.word(let name), let arguments), .function(.greek(let name), let arguments):
      "\(name)(\(arguments.map(plain).joined(separator: ", ")))"
    case .squareRoot(let inner): "√(\(plain(inner)))"
    case .absoluteValue(let inner): "|\(plain(inner))|"
    case .parenthesized(let inner): "(\(plain(inner)))"
    case .condition(let left, .greater, let right): "[\(plain(left)) > \(plain(right))]"
    case .condition(let left, .greaterOrEqual, let right): "[\(plain(left)) ≥ \(plain(right))]"
    case .derivative(let quantity, let variable): "∂\(plain(quantity))/∂\(plain(variable))"
    case .updated(let symbol): "new \(symbol.name)"
    }
  }

  private static func plain(_ digits: String, _ isNegative: Bool, _ exponent: Int?) -> String {
    (isNegative ? "−" : "") + digits + (exponent.map { " · 10^\($0)" } ?? "")
  }

  private static func plain(_ terms: [Formula.Term]) -> String {
    var text = ""
    for term in terms {
      if !text.isEmpty { text += term.isSubtracted ? " − " : " + " } else if term.isSubtracted { text += "−" }
      text += plain(term.formula)
    }
    return text
  }
}

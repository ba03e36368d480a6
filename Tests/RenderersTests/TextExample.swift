import DocumentModel
import Numerals
import Renderers

/// Formulas and pages in few characters, for the tests of the text format.
enum TextExample {
  static func symbol(_ name: String) -> Symbol { Symbol(name: name, base: [.word(name)]) }
  static func name(_ name: String) -> Formula { .symbol(symbol(name)) }

  /// `digits` as they are to be shown: `0.08020`, `-7`.
  static func number(_ digits: String, exponent: Int? = nil) -> Formula {
    let parts = digits.split(separator: ".")
    let places = parts.count > 1 ? parts[1].count : 0
    let coefficient = UInt64(digits.filter(\.isNumber)) ?? 0
    let mantissa = Decimal(isNegative: digits.hasPrefix("-"), coefficient: coefficient, places: places)
    return .number(ShownNumber(mantissa, exponent: exponent))
  }

  static func sum(_ terms: Formula...) -> Formula { .sum(terms.map { Formula.Term($0) }) }
  static func difference(_ left: Formula, _ right: Formula) -> Formula {
    .sum([Formula.Term(left), Formula.Term(right, isSubtracted: true)])
  }
  static func dot(_ factors: Formula...) -> Formula { .product(factors, .dot) }
  static func side(_ factors: Formula...) -> Formula { .product(factors, .juxtaposed) }
  static func elementwise(_ factors: Formula...) -> Formula { .product(factors, .elementwise) }
  static func matrix(_ rows: [String]...) -> Formula { .matrix(rows.map { $0.map { number($0) } }) }
  static func slope(_ result: String, _ operand: String) -> Formula {
    .derivative(of: name(result), by: name(operand))
  }

  static func symbols(_ formula: Formula) -> Equation.Link { Equation.Link(.equal, formula, .symbols) }
  static func numbers(_ formula: Formula) -> Equation.Link { Equation.Link(.equal, formula, .numbers) }
  static func value(_ digits: String) -> Equation.Link { Equation.Link(.equal, number(digits), .value) }
  static func about(_ digits: String) -> Equation.Link { Equation.Link(.approximate, number(digits), .value) }

  static func page(_ blocks: Block..., width: Int = 80, usesColour: Bool = false) -> String {
    let document = Document(title: [], steps: [Step(id: "only", blocks: blocks)])
    return TextRenderer(width: width, usesColour: usesColour).render(document)
  }

  static func paragraph(_ text: String, width: Int) -> String {
    page(.paragraph([.text(text)]), width: width)
  }

  /// The equation as it stands on the page, its indentation of four columns left out.
  static func drawn(
    _ left: Formula, _ links: Equation.Link..., isMarked: Bool = false, width: Int = 80
  ) -> String {
    let text = page(.equation(Equation(left, links, isMarked: isMarked)), width: width + 4)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0.isEmpty ? "" : "not indented: \($0)" }
      .dropLast().joined(separator: "\n")
  }

  /// The formula as it stands in a sentence.
  static func inSentence(_ formula: Formula) -> String {
    String(page(.paragraph([.formula(formula)])).dropLast())
  }
}

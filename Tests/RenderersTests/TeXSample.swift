import DocumentModel
import Numerals

/// Short ways to write the formulas of the tests.
enum TeXSample {
  /// `w5`, `E_total`, `sum_h1`, `h1_in`: a word or a letter, then its subscripts.
  static func symbol(_ base: String, _ subscripts: String..., raised: String? = nil) -> Symbol {
    Symbol(
      name: ([base] + subscripts).joined(separator: "_"), base: part(base), subscripts: subscripts.map(part),
      superscripts: raised.map { [[.mark("("), .word($0), .mark(")")]] } ?? [])
  }

  static func name(_ base: String, _ subscripts: String...) -> Formula {
    .symbol(
      Symbol(
        name: ([base] + subscripts).joined(separator: "_"), base: part(base),
        subscripts: subscripts.map(part)))
  }

  /// A word, or letters and digits one by one.
  private static func part(_ text: String) -> Symbol.Part {
    if text == "δ" { return [.greek("delta", "δ")] }
    if text.allSatisfy(\.isNumber) { return [.digits(text)] }
    if text.count > 1, text.allSatisfy(\.isLetter) { return [.word(text)] }
    return text.map { $0.isNumber ? .digits(String($0)) : .letter($0) }
  }

  static func number(_ value: Double) -> Formula { .number(NumberStyle(.decimals(5), .cut).shown(value)) }

  static func sum(_ terms: Formula...) -> Formula { .sum(terms.map { Formula.Term($0) }) }

  static func difference(_ left: Formula, _ right: Formula) -> Formula {
    .sum([.init(left), .init(right, isSubtracted: true)])
  }

  static func product(_ factors: Formula...) -> Formula { .product(factors, .dot) }

  static func elementwise(_ factors: Formula...) -> Formula { .product(factors, .elementwise) }

  static func matrix(_ rows: [Double]...) -> Formula { .matrix(rows.map { $0.map(number) }) }

  static func derivative(_ quantity: Formula, _ variable: Formula) -> Formula {
    .derivative(of: quantity, by: variable)
  }

  static func symbols(_ formula: Formula) -> Equation.Link { .init(.equal, formula, .symbols) }
  static func numbers(_ formula: Formula) -> Equation.Link { .init(.equal, formula, .numbers) }
  static func value(_ value: Double) -> Equation.Link { .init(.approximate, number(value), .value) }

  /// A document of one step.
  static func document(_ blocks: Block..., title: [Inline] = [.text("T")]) -> Document {
    Document(title: title, steps: [Step(id: "only", blocks: blocks)])
  }
}

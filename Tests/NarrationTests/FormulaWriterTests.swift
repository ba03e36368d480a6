import DocumentModel
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// A formula in a bare notation of this test's own, with every parenthesis that the formula holds.
private func plain(_ formula: Formula) -> String {
  switch formula {
  case .symbol(let symbol): return symbol.name
  case .number(let number): return number.plainText
  case .sum(let terms):
    return terms.enumerated().map { index, term in
      (term.isSubtracted ? (index == 0 ? "-" : " - ") : (index == 0 ? "" : " + ")) + plain(term.formula)
    }.joined()
  case .product(let factors, .dot): return factors.map(plain).joined(separator: "·")
  case .product(let factors, .juxtaposed): return factors.map(plain).joined()
  case .fraction(let top, let bottom): return "{\(plain(top))|\(plain(bottom))}"
  case .slashed(let top, let bottom): return "\(plain(top))/\(plain(bottom))"
  case .negation(let inner): return "-\(plain(inner))"
  case .power(let base, let exponent): return "\(plain(base))^\(plain(exponent))"
  case .function(.word(let name), let operands), .function(.greek(let name), let operands):
    return "\(name)(\(operands.map(plain).joined(separator: ",")))"
  case .function(.named(let symbol), let operands):
    return "\(symbol.name)(\(operands.map(plain).joined(separator: ",")))"
  case .squareRoot(let inner): return "√{\(plain(inner))}"
  case .absoluteValue(let inner): return "|\(plain(inner))|"
  case .parenthesized(let inner): return "(\(plain(inner)))"
  case .condition(let left, .greater, let right): return "[\(plain(left))>\(plain(right))]"
  case .condition(let left, .greaterOrEqual, let right): return "[\(plain(left))≥\(plain(right))]"
  case .derivative(let result, let operand): return "∂\(plain(result))/∂\(plain(operand))"
  case .updated(let symbol): return "new \(symbol.name)"
  case .product(let factors, .elementwise): return factors.map(plain).joined(separator: "⊙")
  case .function(.subscripted(let name, let below), let operands):
    return "\(name)_\(below)(\(operands.map(plain).joined(separator: ",")))"
  case .matrix(let rows): return "[\(rows.map { $0.map(plain).joined(separator: ",") }.joined(separator: ";"))]"
  case .ellipsis: return "…"
  case .transposed(let inner): return "\(plain(inner))'"
  case .elementwiseQuotient(let top, let bottom): return "\(plain(top))⊘\(plain(bottom))"
  case .elementwisePower(let base, let exponent): return "\(plain(base))^∘\(plain(exponent))"
  case .selected(let inner, let indices): return "\(plain(inner))[\(indices.count)]"
  }
}

@Suite struct FormulaWriterTests {
  /// x = 2, y = −3, z = 0.00004 (a power of ten in four figures).
  @Test(arguments: [
    ("x + y", "x + y", "2 + (-3)"),
    ("x - y", "x - y", "2 - (-3)"),
    ("y - x", "y - x", "-3 - 2"),
    ("x - (y - x)", "x - (y - x)", "2 - (-3 - 2)"),
    ("x + (y + x)", "x + (y + x)", "2 + (-3 + 2)"),
    ("(x + y) + x", "x + y + x", "2 + (-3) + 2"),
    ("x*y", "x·y", "2·(-3)"),
    ("y*x", "y·x", "-3·2"),
    ("x*(y*x)", "x·(y·x)", "2·(-3·2)"),
    ("x*(y + x)", "x·(y + x)", "2·(-3 + 2)"),
    ("2x*y", "2x·y", "2·2·(-3)"),
    ("2(x + y)", "2(x + y)", "2·(2 + (-3))"),
    ("1/2*x^2", "1/2·x^2", "1/2·2^2"),
    ("x/y", "{x|y}", "{2|-3}"),
    ("(x + y)/x*y", "{x + y|x}·y", "{2 + (-3)|2}·(-3)"),
    ("y^2", "y^2", "(-3)^2"),
    ("(x*y)^2", "(x·y)^2", "(2·(-3))^2"),
    ("-y", "-y", "-(-3)"),
    ("-x^2", "-x^2", "-2^2"),
    ("-(x + y)", "-(x + y)", "-(2 + (-3))"),
    ("x*z", "x·z", "2·(4e-5)"),
    ("x + z", "x + z", "2 + 4e-5"),
    ("exp(-x)", "e^-x", "e^-2"),
    ("sqrt(x + y)", "√{x + y}", "√{2 + (-3)}"),
    ("abs(y)*x", "|y|·x", "|-3|·2"),
    ("sigmoid(y)^2", "(sigma(y))^2", "(sigma(-3))^2"),
    ("max(x, y, 0)", "max(x,y,0)", "max(2,-3,0)"),
    ("x^-1", "x^-1", "2^-1"),
  ])
  func parenthesesStandWhereTheyAreNeeded(text: String, symbols: String, numbers: String) throws {
    let source = SourceText(name: "t", text: "inputs: x = 2, y = -3, z = 0.00004\nq = \(text)\n")
    let walkthrough = try source.walkthrough()
    let names = ["x", "y", "z"].map { Formula.symbol(Symbol(name: $0, base: [.letter(Character($0))])) }
    let values = [2, -3, 0.00004].map(NumberStyle(.figures(4)).shown)
    let expression = walkthrough.expression(of: 3)
    #expect(plain(FormulaWriter(leaves: names).formula(expression)) == symbols)
    #expect(plain(FormulaWriter(numbers: values).formula(expression)) == numbers)
  }

  @Test(arguments: [
    ("sum_h1", "sum|h1"), ("w5", "w|5"), ("h1_in", "h|1|in"), ("alpha", "<alpha>"), ("delta_h1", "<delta>|h1"),
    ("metal", "metal"), ("E_total", "E|total"), ("x", "x"), ("Delta_w12", "<Delta>|w12"),
  ])
  func namesAreTakenApart(name: String, expected: String) {
    func spelled(_ part: Symbol.Part) -> String {
      part.map { piece in
        switch piece {
        case .letter(let letter), .mark(let letter): String(letter)
        case .word(let word), .digits(let word): word
        case .greek(let word, _): "<\(word)>"
        }
      }.joined()
    }
    let symbol = Symbol(NameParts(name: name), name: name)
    #expect(([symbol.base] + symbol.subscripts).map(spelled).joined(separator: "|") == expected)
  }
}

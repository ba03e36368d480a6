import DocumentModel
import Numerals
import Testing

@testable import Renderers

private func html(_ element: HTMLElement) -> String {
  var bytes = ByteBuffer()
  element.write(to: &bytes)
  return bytes.text
}

/// The page's equation without MathML: `( … )` is a row of links, `[ … ]` a link, `<< … >>` what is kept on one line
/// where it fits; behind each `|` stands a formula, before which a line may end.
private func outline(_ equation: Equation) -> String {
  var text = ""
  var ends: [String] = []
  for match in html(PageEquation(equation: equation).element).matches(of: /<[^>]*>|[^<]+/) {
    switch match.0 {
    case "</span>": text += ends.removeLast()
    case "<math>": text += "|"
    case let tag where tag.hasPrefix("<span"):
      let (start, end) =
        tag.contains("turn")
        ? ("(", ")")
        : tag.contains("\"link\"") || tag.contains("\"link ")
          ? ("[", "]") : tag.contains("piece") ? ("<<", ">>") : ("", "")
      text += start
      ends.append(end)
    case let tag where tag.hasPrefix("<"): continue
    default: text += match.0
    }
  }
  return text
}

@Suite("Pages: equations") struct PageEquationTests {
  private let x = TeXSample.name("x")
  private let y = TeXSample.name("y")

  @Test("Symbols have a row of their own, and the value stays with its numbers")
  func rows() {
    let equation = Equation(
      x, [TeXSample.symbols(y), TeXSample.numbers(TeXSample.number(2)), TeXSample.value(0.123456)])
    #expect(outline(equation) == "x([|=|y])([|=|2][|≈|0.12345])")
  }

  @Test("A line may end before a term, within a term before a factor, and within brackets before a term")
  func pieces() {
    let sum = TeXSample.sum(x, TeXSample.product(x, .parenthesized(TeXSample.sum(x, y))))
    #expect(outline(Equation(y, [TeXSample.symbols(sum)])) == "y([|=|x<<|+x<<|⋅(x|+y)>>>>])")
  }

  @Test("What grows or is built up stays in one piece")
  func whole() {
    let fraction = Formula.fraction(TeXSample.sum(x, y), y)
    let bracket = Formula.parenthesized(TeXSample.sum(x, fraction))
    for formula in [fraction, bracket, .matrix([[TeXSample.sum(x, y)]]), .function(.word("ln"), [TeXSample.sum(x, y)])]
    {
      #expect(html(PageEquation(equation: Equation(y, [TeXSample.symbols(formula)])).element).count(of: "<math") == 3)
    }
  }

  @Test("The mark is in one formula with what it stands behind")
  func mark() {
    let equation = Equation(y, [TeXSample.symbols(TeXSample.sum(x, x))], isMarked: true)
    #expect(
      html(PageEquation(equation: equation).element).contains(
        """
        <mi>x</mi><mspace width="0.2em"></mspace><msup><mrow></mrow><mo class="dagger">†</mo></msup></math></span></span>
        """))
  }

  @Test("Only the last link can be hidden, under the name of what it answers")
  func answer() {
    let equation = Equation(y, [TeXSample.symbols(x), TeXSample.value(0.5)])
    let page = html(PageEquation(equation: equation, answer: "∂y/∂\"x").element)
    #expect(page.count(of: "result") == 1)
    #expect(
      page.contains(
        #"<span class="link value result" data-name="∂y/∂&quot;x"><math><mo>≈</mo>"#))
  }

  @Test("In a sentence each link is one formula with its relation, and punctuation stays with it")
  func sentence() {
    let statement = Inline.equation(Equation(x, [TeXSample.numbers(TeXSample.number(2))]))
    #expect(
      html(.element(.p, [:], PageBlocks.inlines([.text("So "), statement, .text(", or")]))) == """
        <p>So <span class="statement"><span class="statement"><math><mi>x</mi></math><math class="link">\
        <mo form="infix">=</mo><mn>2</mn></math></span>,</span> or</p>
        """)
  }

  @Test("A long formula in a sentence may be broken, and what cannot be is moved in a frame of its own")
  func long() {
    let name = TeXSample.name(String(repeating: "long", count: 10))
    func spelled(_ formula: Formula) -> String { html(PageEquation.inSentence(formula)) }
    #expect(spelled(TeXSample.sum(x, y)).hasPrefix("<math>"))
    #expect(spelled(TeXSample.sum(name, y)).hasPrefix(#"<span class="chain"><math>"#))
    #expect(spelled(name).hasPrefix(#"<span class="chain wide"><math>"#))
    let equation = Equation(name, [TeXSample.numbers(TeXSample.number(2))])
    #expect(html(PageEquation(equation: equation).inSentence).contains(#"wide"><math><mi>long"#))
  }

  @Test("No line begins with a comma behind a long formula, nor with the value of a short name")
  func lineEnds() {
    let long = TeXSample.sum(TeXSample.name(String(repeating: "long", count: 10)), y)
    let page = html(.element(.p, [:], PageBlocks.inlines([.formula(long), .text(", or")])))
    #expect(page.contains(#"<span class="statement"><math><mo form="infix">+</mo>"#))
    #expect(page.hasSuffix("</math>,</span></span> or</p>"))
    // In one line twenty characters, 11.2 em, and with its name more than 13.
    let half = TeXSample.number(0.5)
    let matrix = Equation(x, [TeXSample.numbers(.matrix([[half, half], [half, half]]))])
    #expect(html(PageEquation(equation: matrix).inSentence).hasPrefix(#"<span class="statement"><math>"#))
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}

import DocumentModel
import Numerals
import Testing

@testable import Renderers

/// What the formula is spelled as; invisible operators are shown as `{}`.
private func mathML(_ formula: Formula, _ style: MathMLSpelling.Style = .display) -> String {
  var bytes = ByteBuffer()
  for element in MathMLSpelling.row(formula, style) { element.write(to: &bytes) }
  return bytes.text.replacing("\u{2061}", with: "{}").replacing("\u{2062}", with: "{}")
}

private let x = TeXSample.name("x")
private let w5 = TeXSample.name("w", "5")

@Suite("Pages: formulas in MathML") struct PageFormulaTests {
  @Test("Single letters are italic by themselves, words upright, and beside a word all letters are")
  func names() {
    #expect(mathML(w5) == "<msub><mi>w</mi><mn>5</mn></msub>")
    #expect(mathML(TeXSample.name("E", "total")) == "<msub><mi>E</mi><mi>total</mi></msub>")
    #expect(
      mathML(TeXSample.name("sum", "h1"))
        == #"<msub><mi>sum</mi><mrow><mi mathvariant="normal">h</mi><mn>1</mn></mrow></msub>"#)
    #expect(mathML(TeXSample.name("δ", "1")) == "<msub><mi>δ</mi><mn>1</mn></msub>")
    #expect(mathML(.function(.greek("Sigma"), [x])).hasPrefix(#"<mi mathvariant="normal">Σ</mi>"#))
    let estimate = Symbol(
      name: "m", base: [.letter("m")], superscripts: [[.mark("("), .digits("2"), .mark(")")]], hasHat: true)
    #expect(
      mathML(.symbol(estimate)) == """
        <msup><mover accent="true"><mi>m</mi><mo stretchy="false">^</mo></mover>\
        <mrow><mo stretchy="false" lspace="0" rspace="0">(</mo><mn>2</mn>\
        <mo stretchy="false" lspace="0" rspace="0">)</mo></mrow></msup>
        """)
  }

  @Test("Indices of a name that ends in a number stand below its parentheses")
  func entries() {
    let entry = Symbol(name: "W1[2]", base: [.letter("W")], subscripts: [[.digits("1")]], indices: [[.digits("2")]])
    #expect(
      mathML(.symbol(entry)) == """
        <msub><mrow><mo stretchy="false">(</mo><msub><mi>W</mi><mn>1</mn></msub>\
        <mo stretchy="false">)</mo></mrow><mn>2</mn></msub>
        """)
  }

  @Test("A number has its sign and its power of ten, and its slot on what holds all of it")
  func numbers() {
    func number(_ value: Double, slot: Int?) -> String {
      var shown = NumberStyle.standard.shown(value)
      shown.slot = slot
      return mathML(.number(shown))
    }
    #expect(number(0.5, slot: nil) == "<mn>0.5</mn>")
    #expect(number(0.5, slot: 7) == #"<mn data-slot="7">0.5</mn>"#)
    #expect(number(-0.5, slot: 7) == #"<mrow data-slot="7"><mo form="prefix">−</mo><mn>0.5</mn></mrow>"#)
    #expect(
      number(4.386e-4, slot: 0) == """
        <mrow data-slot="0"><mn>4.386</mn><mo>×</mo>\
        <msup><mn>10</mn><mrow><mo form="prefix">−</mo><mn>4</mn></mrow></msup></mrow>
        """)
    #expect(number(-0.5, slot: nil) == #"<mo form="prefix">−</mo><mn>0.5</mn>"#)
  }

  @Test("Operators say on which side their operands stand, so that they may begin a line")
  func operators() {
    let plus = #"<mo>+</mo>"#
    #expect(mathML(TeXSample.sum(x, x, x)) == "<mi>x</mi>\(plus)<mi>x</mi>\(plus)<mi>x</mi>")
    #expect(
      mathML(.sum([.init(x, isSubtracted: true), .init(x, isSubtracted: true)]))
        == #"<mo form="prefix">−</mo><mi>x</mi><mo>−</mo><mi>x</mi>"#)
    #expect(mathML(TeXSample.product(x, x)) == #"<mi>x</mi><mo>⋅</mo><mi>x</mi>"#)
    #expect(mathML(TeXSample.elementwise(x, x)) == #"<mi>x</mi><mo>⊙</mo><mi>x</mi>"#)
    #expect(mathML(.elementwiseQuotient(x, x)) == #"<mi>x</mi><mo>⊘</mo><mi>x</mi>"#)
    #expect(
      mathML(.product([TeXSample.number(2), x], .juxtaposed)) == #"<mn>2</mn><mo>{}</mo><mi>x</mi>"#)
    #expect(mathML(.negation(x)) == #"<mo form="prefix">−</mo><mi>x</mi>"#)
  }

  @Test("Fractions, powers and roots hold one element for each of their parts")
  func structures() {
    let sum = TeXSample.sum(x, TeXSample.number(1))
    let row = #"<mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow>"#
    #expect(mathML(.fraction(sum, x)) == "<mfrac>\(row)<mi>x</mi></mfrac>")
    #expect(mathML(.power(x, sum)) == "<msup><mi>x</mi>\(row)</msup>")
    #expect(mathML(.power(w5, TeXSample.number(2))) == "<msup><msub><mi>w</mi><mn>5</mn></msub><mn>2</mn></msup>")
    #expect(
      mathML(.elementwisePower(x, TeXSample.number(2)))
        == #"<msup><mi>x</mi><mrow><mo lspace="0" rspace="0">∘</mo><mn>2</mn></mrow></msup>"#)
    #expect(mathML(.squareRoot(sum)) == "<msqrt>\(row.dropFirst(6).dropLast(7))</msqrt>")
    #expect(mathML(.transposed(x)) == #"<msup><mi>x</mi><mo stretchy="false">⊤</mo></msup>"#)
    #expect(
      mathML(.selected(x, [[.digits("1")], [.digits("2")]]))
        == #"<msub><mi>x</mi><mrow><mn>1</mn><mo lspace="0" rspace="0">,</mo><mn>2</mn></mrow></msub>"#)
    #expect(
      mathML(.slashed(TeXSample.number(1), TeXSample.number(2)))
        == #"<mstyle displaystyle="false"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>"#)
    #expect(mathML(.slashed(x, TeXSample.number(2))) == #"<mi>x</mi><mo lspace="0" rspace="0">/</mo><mn>2</mn>"#)
  }

  @Test("A derivative is built up in a display and stands on one line in a sentence")
  func derivatives() {
    let derivative = TeXSample.derivative(TeXSample.name("E"), x)
    let partial = #"<mi mathvariant="normal">∂</mi>"#
    #expect(
      mathML(derivative) == "<mfrac><mrow>\(partial)<mi>E</mi></mrow><mrow>\(partial)<mi>x</mi></mrow></mfrac>")
    #expect(
      mathML(derivative, .sentence) == #"\#(partial)<mi>E</mi><mo lspace="0" rspace="0">/</mo>\#(partial)<mi>x</mi>"#)
    #expect(
      mathML(.updated(Symbol(name: "w", base: [.letter("w")])))
        == #"<mi>new</mi><mspace width="0.3em"></mspace><mi>w</mi>"#)
  }

  @Test("Brackets grow with what they hold, and only then")
  func brackets() {
    let low = #"<mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>"#
    #expect(mathML(.parenthesized(x)) == low)
    #expect(mathML(.function(.word("tanh"), [x])) == "<mi>tanh</mi><mo>{}</mo>\(low)")
    #expect(
      mathML(.function(.subscripted("sum", "rows"), [x])).hasPrefix("<msub><mi>sum</mi><mi>rows</mi></msub><mo>{}</mo>")
    )
    #expect(
      mathML(.absoluteValue(.fraction(x, x))) == """
        <mrow><mo form="prefix">|</mo><mfrac><mi>x</mi><mi>x</mi></mfrac>\
        <mo form="postfix">|</mo></mrow>
        """)
    #expect(
      mathML(.condition(x, .greaterOrEqual, TeXSample.number(0))) == """
        <mo stretchy="false">[</mo><mi>x</mi><mo>≥</mo><mn>0</mn>\
        <mo stretchy="false">]</mo>
        """)
  }

  @Test("A matrix is a table between growing brackets, its numbers flush right where their digits line up")
  func matrices() {
    let open = #"<mrow><mo>[</mo><mtable>"#
    let close = #"</mtable><mo>]</mo></mrow>"#
    #expect(
      mathML(TeXSample.matrix([0.5, 1], [-0.2, 0.25])) == """
        \(open)<mtr><mtd class="aligned"><mn>0.5</mn></mtd><mtd><mn>1</mn></mtd></mtr>\
        <mtr><mtd class="aligned"><mo form="prefix">−</mo><mn>0.2</mn></mtd><mtd><mn>0.25</mn></mtd></mtr>\(close)
        """)
    #expect(
      mathML(.matrix([[x, .ellipsis(.horizontal)]]))
        == "\(open)<mtr><mtd><mi>x</mi></mtd><mtd class=\"aligned\"><mo>⋯</mo></mtd></mtr>\(close)")
  }
}

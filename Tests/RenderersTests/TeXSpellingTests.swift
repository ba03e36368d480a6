import DocumentModel
import Numerals
import Testing

@testable import Renderers

private typealias T = TeXSample

@Suite("Formulas in TeX")
struct TeXSpellingTests {
  static let x = T.name("x")
  static let quotient = Formula.fraction(T.name("a"), T.name("b"))

  static let symbols: [(Formula, String)] = [
    (T.name("w", "5"), "w_5"),
    (T.name("w", "12"), "w_{12}"),
    (T.name("E", "total"), #"E_{\mathrm{total}}"#),
    (T.name("E", "o1"), "E_{o1}"),
    (T.name("h", "1", "in"), #"h_{1,\mathrm{in}}"#),
    (T.name("sum", "h1"), #"\mathrm{sum_{h1}}"#),
    (T.name("target", "1"), #"\mathrm{target_1}"#),
    (T.name("rate"), #"\mathrm{rate}"#),
    (T.name("δ", "h1"), #"\delta_{h1}"#),
    (T.name("w", "δ"), #"w_{\delta}"#),
    (.symbol(T.symbol("h", "1", raised: "in")), #"h_1^{(\mathrm{in})}"#),
    (.symbol(T.symbol("sum", "1", raised: "in")), #"\mathrm{sum_1^{(in)}}"#),
    (.symbol(Symbol(name: "δx", base: [.greek("delta", "δ"), .letter("x")])), #"\delta x"#),
    (
      .symbol(Symbol(name: "m\u{302}_w", base: [.letter("m")], subscripts: [[.letter("w")]], hasHat: true)),
      #"\hat m_w"#
    ),
    (.updated(T.symbol("w", "5")), #"\mathrm{new}\ w_5"#),
  ]

  static let numbers: [(Formula, String)] = [
    (T.number(0.0802013), "0.08020"),
    (T.number(-0.5), "-0.5"),
    (.number(ShownNumber(Decimal(coefficient: 4386, places: 3), exponent: -4)), #"4.386 \times 10^{-4}"#),
    (
      .number(ShownNumber(Decimal(isNegative: true, coefficient: 2, places: 0), exponent: 12)),
      #"-2 \times 10^{12}"#
    ),
  ]

  static let operations: [(Formula, String)] = [
    (
      .sum([.init(T.name("a"), isSubtracted: true), .init(x), .init(T.number(2), isSubtracted: true)]),
      "-a + x - 2"
    ),
    (T.product(T.number(2), x), #"2 \cdot x"#),
    (.product([T.number(2), x], .juxtaposed), "2 x"),
    (.product([T.name("δ"), x], .juxtaposed), #"\delta x"#),
    (quotient, #"\frac{a}{b}"#),
    (.slashed(T.number(1), T.number(2)), #"\tfrac{1}{2}"#),
    (.slashed(T.name("a"), T.number(2)), "a / 2"),
    (.negation(x), "-x"),
    (.power(x, T.number(2)), "x^{2}"),
    (.power(T.name("w", "5"), .negation(x)), "w_5^{-x}"),
    (.power(.symbol(T.symbol("h", "1", raised: "in")), T.number(2)), #"{h_1^{(\mathrm{in})}}^{2}"#),
    (.power(.power(x, T.number(2)), T.number(3)), "{x^{2}}^{3}"),
    (.power(.parenthesized(T.sum(x, T.number(1))), T.number(2)), "(x + 1)^{2}"),
    (.squareRoot(x), #"\sqrt{x}"#),
    (.absoluteValue(x), #"\lvert x \rvert"#),
    (.condition(x, .greater, T.number(0)), "[x > 0]"),
    (.condition(x, .greaterOrEqual, T.number(0)), #"[x \ge 0]"#),
    (.function(.word("tanh"), [x]), #"\tanh(x)"#),
    (.function(.word("softplus"), [x]), #"\mathrm{softplus}(x)"#),
    (.function(.greek("sigma"), [x]), #"\sigma(x)"#),
    (.function(.word("max"), [T.number(0), x]), #"\max(0, x)"#),
    (
      T.derivative(T.name("E", "total"), T.name("w", "5")),
      #"\partial E_{\mathrm{total}}/\partial w_5"#
    ),
  ]

  static let brackets: [(Formula, String)] = [
    (.parenthesized(T.sum(x, T.number(1))), "(x + 1)"),
    (.parenthesized(.slashed(T.number(1), T.number(2))), #"(\tfrac{1}{2})"#),
    (.parenthesized(quotient), #"\left( \frac{a}{b} \right)"#),
    (.absoluteValue(quotient), #"\left\lvert \frac{a}{b} \right\rvert"#),
    (.function(.word("exp"), [.negation(quotient)]), #"\exp\left( -\frac{a}{b} \right)"#),
    (.condition(quotient, .greater, x), #"\left[ \frac{a}{b} > x \right]"#),
    (.parenthesized(.power(x, quotient)), #"(x^{\frac{a}{b}})"#),
  ]

  private static func spelling(_ formula: Formula) -> (tex: String, width: Double) {
    var spelling = TeXSpelling()
    spelling.spell(inline: formula)
    return (String(decoding: spelling.bytes.bytes, as: UTF8.self), spelling.width)
  }

  @Test("each is spelled as written here", arguments: symbols + numbers + operations + brackets)
  func spelling(_ formula: Formula, _ tex: String) {
    #expect(Self.spelling(formula).tex == tex)
  }

  @Test("a derivative is built up in a display, and has a stroke in a sentence")
  func derivatives() {
    let derivative = T.derivative(T.name("E", "total"), T.name("w", "5"))
    var display = TeXSpelling()
    display.spell(Equation(derivative, []))
    let tex = String(decoding: display.bytes.bytes, as: UTF8.self)
    #expect(tex == #"\frac{\partial E_{\mathrm{total}}}{\partial w_5}"#)
  }

  @Test("no subscript follows a bracket", arguments: symbols + numbers + operations + brackets)
  func noEmphasis(_ formula: Formula, _: String) {
    #expect(!Self.spelling(formula).tex.contains("}_"))
  }

  @Test(
    "of a name that ends in a number the indices stand outside of parentheses, of any other they are its subscripts")
  func entries() {
    func spelled(_ base: Symbol.Part, _ lower: [Symbol.Part]) -> String {
      let indices: [Symbol.Part] = [[.digits("2")], [.digits("1")]]
      return Self.spelling(.symbol(Symbol(name: "", base: base, subscripts: lower, indices: indices))).tex
    }
    #expect(spelled([.letter("W")], [[.digits("1")]]) == "(W_1)_{2,1}")
    #expect(spelled([.word("hidden")], [[.letter("h"), .digits("1")]]) == #"\mathrm{(hidden_{h1})_{2,1}}"#)
    #expect(spelled([.letter("W")], []) == "W_{2,1}")
    #expect(spelled([.letter("h")], [[.word("in")]]) == #"h_{\mathrm{in},2,1}"#)
  }

  @Test("every Greek word has a spelling, and no word becomes a command")
  func greekWords() {
    #expect(Self.spelling(.function(.greek("omega"), [])).tex == #"\omega()"#)
    #expect(Self.spelling(.function(.greek("Alpha"), [])).tex == #"\mathrm{A}()"#)
    #expect(Self.spelling(.function(.greek("omicron"), [])).tex == "o()")
    #expect(Self.spelling(.function(.greek("input"), [])).tex == "?()")
    #expect(Self.spelling(.function(.word(#"a\input{b}é"#), [])).tex == #"\mathrm{a?input?b??}()"#)
    let marks: [Symbol.Piece] = [.mark("("), .mark("\\"), .mark("é")]
    #expect(Self.spelling(.symbol(Symbol(name: "", base: marks))).tex == #"(\backslash?"#)
  }

  @Test("a fraction is as wide as the wider of its parts")
  func fractionWidth() {
    let narrow = Self.spelling(.fraction(T.number(1), T.number(2))).width
    let wide = Self.spelling(.fraction(T.number(1), T.number(22222))).width
    #expect(abs(wide - narrow - 2) < 1e-9)
    let part = Self.spelling(T.number(22222)).width
    #expect(abs(wide - part - TeXWidth.fractionMargins) < 1e-9)
  }
}

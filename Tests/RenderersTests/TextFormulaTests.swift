import DocumentModel
import Testing

private typealias X = TextExample

/// What a formula looks like on a line of its own, and in a sentence. Every drawing was made by hand.
@Suite("Text: formulas") struct TextFormulaTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let formula: Formula
    let drawing: String
    let sentence: String
    var testDescription: String { sentence }

    init(_ formula: Formula, _ drawing: String, sentence: String? = nil) {
      self.formula = formula
      self.drawing = drawing
      self.sentence = sentence ?? drawing
    }
  }

  @Test("A formula is drawn as it would be by hand", arguments: flat + stacked + grown)
  func drawing(_ row: Row) {
    #expect("\n" + X.drawn(row.formula) == "\n" + row.drawing)
    #expect(X.inSentence(row.formula) == row.sentence)
  }

  static let flat: [Row] = [
    Row(X.name("δ_h1"), "δ_h1"),
    Row(.fraction(X.name("m\u{302}_w"), X.name("b")), "m\u{302}_w\n───\n b", sentence: "m\u{302}_w/b"),
    Row(X.number("0.08020"), "0.08020"),
    Row(X.number("-7"), "−7"),
    Row(X.number("-4.386", exponent: -4), "−4.386 × 10⁻⁴"),
    Row(X.number("6.02", exponent: 23), "6.02 × 10²³"),
    Row(X.sum(X.name("a"), X.name("b"), X.number("2")), "a + b + 2"),
    Row(.sum([.init(X.name("a"), isSubtracted: true), .init(X.name("b"), isSubtracted: true)]), "−a − b"),
    Row(X.dot(X.name("i1"), X.name("w1")), "i1 · w1"),
    Row(X.side(X.number("2"), X.name("x")), "2x"),
    Row(X.side(X.name("x"), X.name("y")), "x y"),
    Row(X.side(X.number("3"), .parenthesized(X.sum(X.name("a"), X.name("b")))), "3(a + b)"),
    Row(.slashed(X.number("1"), X.number("2")), "1/2"),
    Row(X.side(.slashed(X.number("1"), X.number("2")), X.name("m")), "(1/2)m"),
    Row(.negation(X.name("x")), "−x"),
    Row(.power(X.name("x"), X.number("2")), "x²"),
    Row(.power(X.name("e"), .negation(X.name("x"))), "e⁻ˣ"),
    Row(.power(X.name("x"), X.sum(X.name("n"), X.number("1"))), "xⁿ⁺¹"),
    Row(.power(X.number("-2"), X.number("2")), "(−2)²"),
    Row(.function(.greek("sigma"), [X.name("sum_h1")]), "σ(sum_h1)"),
    Row(.function(.word("max"), [X.name("a"), X.number("0")]), "max(a, 0)"),
    Row(.squareRoot(X.name("v")), "√(v)"),
    Row(.absoluteValue(.negation(X.name("x"))), "|−x|"),
    Row(.condition(X.name("a"), .greater, X.number("0")), "[a > 0]"),
    Row(.condition(X.name("a"), .greaterOrEqual, X.name("b")), "[a ≥ b]"),
    Row(.updated(X.symbol("w5")), "new w5"),
  ]

  static let stacked: [Row] = [
    Row(
      .fraction(X.number("1"), X.sum(X.number("1"), X.name("x"))),
      """
        1
      ─────
      1 + x
      """, sentence: "1/(1 + x)"),
    Row(
      X.slope("E_total", "w5"),
      """
      ∂E_total
      ────────
        ∂w5
      """, sentence: "∂E_total/∂w5"),
    Row(
      .derivative(of: X.sum(X.name("f"), X.name("g")), by: X.name("x")),
      """
      ∂(f + g)
      ────────
         ∂x
      """, sentence: "∂(f + g)/∂x"),
    Row(
      .fraction(.fraction(X.name("a"), X.name("b")), X.name("c")),
      """
       a
       ─
       b
      ───
       c
      """, sentence: "(a/b)/c"),
    Row(
      .fraction(X.dot(X.name("a"), X.name("b")), X.dot(X.name("c"), X.name("d"))),
      """
      a · b
      ─────
      c · d
      """, sentence: "(a · b)/(c · d)"),
    Row(
      .negation(.fraction(X.name("a"), X.name("b"))),
      """
        a
      − ─
        b
      """, sentence: "−a/b"),
    Row(
      X.side(X.number("2"), .fraction(X.name("a"), X.name("b")), X.name("x")),
      """
        a
      2 ─ x
        b
      """, sentence: "2(a/b)x"),
    Row(
      .power(X.name("e"), .negation(X.name("sum_h1"))),
      """
       −sum_h1
      e
      """, sentence: "e^(−sum_h1)"),
    Row(
      .power(X.name("x"), .fraction(X.number("1"), X.number("2"))),
      """
       1
       ─
       2
      x
      """, sentence: "x^(1/2)"),
    Row(
      X.dot(X.slope("E", "y"), X.slope("y", "w")),
      """
      ∂E   ∂y
      ── · ──
      ∂y   ∂w
      """, sentence: "∂E/∂y · ∂y/∂w"),
  ]

  static let grown: [Row] = [
    Row(
      .parenthesized(.fraction(X.name("a"), X.name("b"))),
      """
      ⎛a⎞
      ⎜─⎟
      ⎝b⎠
      """, sentence: "(a/b)"),
    Row(
      .power(.parenthesized(.fraction(X.name("a"), X.name("b"))), X.number("2")),
      """
      ⎛a⎞²
      ⎜─⎟
      ⎝b⎠
      """, sentence: "(a/b)²"),
    Row(
      .function(.word("tanh"), [.power(X.name("x"), X.name("w_1"))]),
      """
          ⎛ w_1⎞
      tanh⎝x   ⎠
      """, sentence: "tanh(x^w_1)"),
    Row(
      .squareRoot(.fraction(X.name("a"), X.name("b"))),
      """
       ⎛a⎞
      √⎜─⎟
       ⎝b⎠
      """, sentence: "√(a/b)"),
    Row(
      .absoluteValue(.fraction(X.name("a"), X.name("b"))),
      """
      │a│
      │─│
      │b│
      """, sentence: "|a/b|"),
    Row(
      .condition(.fraction(X.name("a"), X.name("b")), .greater, X.number("0")),
      """
      ⎡a    ⎤
      ⎢─ > 0⎥
      ⎣b    ⎦
      """, sentence: "[a/b > 0]"),
  ]
}

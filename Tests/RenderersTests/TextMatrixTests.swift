import DocumentModel
import Testing

private typealias X = TextExample

/// What matrices and the operations on them look like. Every drawing was made by hand.
@Suite("Text: matrices") struct TextMatrixTests {
  typealias Row = TextFormulaTests.Row

  static let square = X.matrix(["6", "-3"], ["-2", "5"])
  static let row = X.matrix(["3", "1"])
  static let product = Formula.parenthesized(X.dot(X.name("A"), X.name("B")))
  static let two = X.number("2")

  @Test("A matrix is drawn as it would be by hand", arguments: matrices + operations)
  func drawing(_ row: Row) {
    #expect("\n" + X.drawn(row.formula) == "\n" + row.drawing)
    #expect(X.inSentence(row.formula) == row.sentence)
  }

  static let matrices: [Row] = [
    Row(row, "[3  1]", sentence: "[3, 1]"),
    Row(
      square,
      """
      ⎡ 6  −3⎤
      ⎣−2   5⎦
      """, sentence: "[6, −3; −2, 5]"),
    Row(
      .sum([.init(X.name("a")), .init(X.matrix(["1.5"], ["-12"], ["0.25"]))]),
      """
          ⎡  1.5 ⎤
      a + ⎢−12   ⎥
          ⎣  0.25⎦
      """, sentence: "a + [1.5; −12; 0.25]"),
    Row(
      .matrix([[X.name("alpha"), X.number("4.386", exponent: -4)], [X.name("b"), X.number("-12.5")]]),
      """
      ⎡alpha    4.386 × 10⁻⁴⎤
      ⎣  b    −12.5         ⎦
      """, sentence: "[alpha, 4.386 × 10⁻⁴; b, −12.5]"),
    Row(
      .matrix([
        [X.number("0.1"), X.number("-0.25"), .ellipsis(.horizontal), X.number("0.9")],
        [.ellipsis(.vertical), .ellipsis(.vertical), .ellipsis(.diagonal), .ellipsis(.vertical)],
        [X.number("0.4"), X.number("0.5"), .ellipsis(.horizontal), X.number("-0.3")],
      ]),
      """
      ⎡0.1  −0.25  ⋯   0.9⎤
      ⎢ ⋮     ⋮    ⋱   ⋮  ⎥
      ⎣0.4   0.5   ⋯  −0.3⎦
      """, sentence: "[0.1, −0.25, ⋯, 0.9; ⋮; 0.4, 0.5, ⋯, −0.3]"),
    Row(
      .matrix([[X.slope("y1", "x")], [X.name("c")]]),
      """
      ⎡∂y1⎤
      ⎢───⎥
      ⎢∂x ⎥
      ⎢   ⎥
      ⎣ c ⎦
      """, sentence: "[∂y1/∂x; c]"),
  ]

  static let operations: [Row] = [
    Row(.transposed(X.name("H")), "Hᵀ"),
    Row(.transposed(product), "(A · B)ᵀ"),
    Row(.transposed(.updated(X.symbol("W"))), "(new W)ᵀ"),
    Row(
      .transposed(X.matrix(["1"], ["2"], ["3"])),
      """
      ⎡1⎤ᵀ
      ⎢2⎥
      ⎣3⎦
      """, sentence: "[1; 2; 3]ᵀ"),
    Row(.power(.transposed(X.name("H")), two), "(Hᵀ)²"),
    Row(X.elementwise(X.name("A"), X.name("B")), "A ⊙ B"),
    Row(.elementwiseQuotient(X.name("A"), X.name("B")), "A ⊘ B"),
    Row(.elementwisePower(X.name("E"), two), "E∘²"),
    Row(.elementwisePower(X.name("E"), .negation(two)), "E∘⁻²"),
    Row(
      .elementwisePower(X.name("E"), X.name("w_1")),
      """
       ∘w_1
      E
      """, sentence: "E^∘w_1"),
    Row(.selected(product, [[.digits("1")], [.mark(":")]]), "(A · B)[1,:]"),
    Row(.selected(.transposed(X.name("H")), [[.digits("1")], [.greek("alpha", "α")]]), "Hᵀ[1,α]"),
    Row(.selected(.updated(X.symbol("W")), [[.digits("2")]]), "(new W)[2]"),
    Row(.function(.subscripted("sum", "rows"), [X.name("M")]), "sum_rows(M)"),
    Row(
      .parenthesized(X.difference(X.number("1"), square)),
      """
      ⎛1 − ⎡ 6  −3⎤⎞
      ⎝    ⎣−2   5⎦⎠
      """, sentence: "(1 − [6, −3; −2, 5])"),
  ]

  // MARK: Equations

  private static let upstream = X.matrix(["-0.10518770", "0.02654905"])

  @Test("Tall matrices stand on the line of their equation")
  func baseline() {
    #expect(
      "\n"
        + X.drawn(
          X.name("H_in"), X.symbols(X.dot(X.name("X"), X.name("W"))), X.numbers(X.dot(Self.row, Self.square)),
          .init(.equal, X.matrix(["16", "-4"]), .value)) == """

          H_in = X · W = [3  1] · ⎡ 6  −3⎤ = [16  −4]
                                  ⎣−2   5⎦
          """)
  }

  @Test("A chain of matrices breaks before its relations, and names do not stand in the columns of matrices")
  func chain() {
    let value = X.matrix(["-0.10518769", "0.02654905"], ["-0.00189193", "0.00047752"])
    #expect(
      "\n"
        + X.drawn(
          X.slope("L", "V"), X.symbols(X.dot(.transposed(X.name("H")), X.slope("L", "Y_in"))),
          X.numbers(X.dot(X.matrix(["0.99999989"], ["0.01798621"]), Self.upstream)),
          .init(.approximate, value, .value), width: 76) == """

          ∂L         ∂L
          ── = Hᵀ · ─────
          ∂V        ∂Y_in

             = ⎡0.99999989⎤ · [−0.10518770  0.02654905] ≈ ⎡−0.10518769  0.02654905⎤
               ⎣0.01798621⎦                               ⎣−0.00189193  0.00047752⎦
          """)
  }

  @Test("An element-wise product or quotient breaks before its signs")
  func elementwise() {
    let output = X.matrix(["0.73194171", "0.12303186"])
    let factors = X.elementwise(output, .parenthesized(X.difference(X.number("1"), output)), Self.upstream)
    #expect(
      X.drawn(X.name("y"), X.numbers(factors), X.about("2"), width: 64) == """
        y = [0.73194171  0.12303186] ⊙ (1 − [0.73194171  0.12303186])
            ⊙ [−0.10518770  0.02654905] ≈ 2
        """)
    #expect(
      X.drawn(X.name("y"), X.numbers(.negation(.elementwiseQuotient(output, Self.upstream))), width: 40) == """
        y = −[0.73194171  0.12303186]
            ⊘ [−0.10518770  0.02654905]
        """)
  }

  @Test("A matrix wider than the page stays in one piece, and a formula around one breaks on one line")
  func tooWide() {
    #expect(
      "\n" + X.drawn(X.name("y"), X.numbers(Self.square), width: 8) == """

        y = ⎡ 6  −3⎤
            ⎣−2   5⎦
        """)
    #expect(
      X.drawn(X.name("y"), X.numbers(.function(.word("max"), [Self.square, X.number("0")])), width: 18) == """
        y = max([6, −3;
              −2, 5], 0)
        """)
  }

  @Test("A table has matrices on one line")
  func table() {
    let columns: [Table.Column] = [.init([.text("name")]), .init([.text("value")])]
    #expect(
      X.page(.table(Table(columns: columns, rows: [[[.formula(X.name("W"))], [.formula(Self.square)]]]))) == """
        name   value
        ────   ──────────────
        W      [6, −3; −2, 5]

        """)
  }
}

import DocumentModel
import Numerals
import Testing

@testable import Renderers

private typealias T = TeXSample

@Suite("Matrices in TeX")
struct TeXMatrixTests {
  static let square = T.matrix([6, -3], [-2, 5])
  static let row = T.matrix([3, 1])
  static let column = T.matrix([1], [2], [3])
  static let squareTeX = #"\begin{bmatrix} 6 & -3 \\ -2 & 5 \end{bmatrix}"#
  static let columnTeX = #"\begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix}"#
  static let product = Formula.parenthesized(T.product(T.name("A"), T.name("B")))
  static let one = [Symbol.Piece.digits("1")]
  static let all = [Symbol.Piece.mark(":")]

  static let matrices: [(Formula, String)] = [
    (square, squareTeX),
    (row, #"\begin{bmatrix} 3 & 1 \end{bmatrix}"#),
    (
      .matrix([
        [T.number(1), .ellipsis(.horizontal), T.number(9)],
        [.ellipsis(.vertical), .ellipsis(.diagonal), .ellipsis(.vertical)],
        [T.number(2), .ellipsis(.horizontal), T.number(8)],
      ]),
      #"\begin{bmatrix} 1 & \cdots & 9 \\ \vdots & \ddots & \vdots \\ 2 & \cdots & 8 \end{bmatrix}"#
    ),
    (
      .matrix([[.condition(T.name("a"), .greater, T.number(0))], [.condition(T.name("b"), .greater, T.number(0))]]),
      #"\begin{bmatrix} {}[a > 0] \\ {}[b > 0] \end{bmatrix}"#
    ),
    (
      .matrix([[.fraction(T.name("a"), T.name("b"))], [T.name("c")]]),
      #"\begin{bmatrix} \frac{a}{b} \\[0.8em] c \end{bmatrix}"#
    ),
    // Half the height of what stands in a row is below its middle, and room between the brackets comes on top.
    (
      .matrix([[square], [column]]), #"\begin{bmatrix} "# + squareTeX + #" \\[1.2em] "# + columnTeX + #" \end{bmatrix}"#
    ),
    (
      .matrix([[column], [square]]), #"\begin{bmatrix} "# + columnTeX + #" \\[1.8em] "# + squareTeX + #" \end{bmatrix}"#
    ),
    (
      .matrix([[.number(ShownNumber(Decimal(coefficient: 12, places: 1), exponent: -4)), T.number(-0.5)]]),
      #"\begin{bmatrix} 1.2 \times 10^{-4} & -0.5 \end{bmatrix}"#
    ),
  ]

  static let padded: [(Formula, String)] = [
    (T.matrix([-0.5], [0.2]), #"\begin{bmatrix} -0.5 \\ \phantom{-}0.2 \end{bmatrix}"#),
    (T.matrix([-0.5], [-0.2]), #"\begin{bmatrix} -0.5 \\ -0.2 \end{bmatrix}"#),
    (T.matrix([-0.25], [0.2]), #"\begin{bmatrix} -0.25 \\ 0.2 \end{bmatrix}"#),
    (.matrix([[T.number(-0.5)], [T.name("a")]]), #"\begin{bmatrix} -0.5 \\ a \end{bmatrix}"#),
    (
      .matrix([[T.number(-0.5)], [.ellipsis(.vertical)], [T.number(0.5)]]),
      #"\begin{bmatrix} -0.5 \\ \vdots \\ \phantom{-}0.5 \end{bmatrix}"#
    ),
  ]

  static let operations: [(Formula, String)] = [
    (.transposed(T.name("H")), #"H^{\top}"#),
    (.transposed(T.name("H", "1")), #"H_1^{\top}"#),
    (.transposed(.symbol(T.symbol("h", "1", raised: "in"))), #"{h_1^{(\mathrm{in})}}^{\top}"#),
    (.transposed(.transposed(T.name("H"))), #"{H^{\top}}^{\top}"#),
    (.transposed(product), #"(A \cdot B)^{\top}"#),
    (.transposed(row), #"\begin{bmatrix} 3 & 1 \end{bmatrix}^{\top}"#),
    (T.elementwise(T.name("A"), T.name("B")), #"A \odot B"#),
    (.elementwiseQuotient(T.name("A"), T.name("B")), #"A \oslash B"#),
    (.elementwisePower(T.name("E"), T.number(2)), #"E^{\circ 2}"#),
    (.elementwisePower(.transposed(T.name("E")), T.number(2)), #"{E^{\top}}^{\circ 2}"#),
    (.selected(product, [one, all]), #"(A \cdot B)_{1,:}"#),
    (.selected(.transposed(T.name("H")), [one]), #"{H^{\top}}_{1}"#),
    (.selected(.updated(T.symbol("w", "1")), [one]), #"{\mathrm{new}\ w_1}_{1}"#),
    (.function(.subscripted("sum", "rows"), [T.name("M")]), #"\mathrm{sum_{rows}}(M)"#),
  ]

  static let brackets: [(Formula, String)] = [
    (.parenthesized(row), #"\left( \begin{bmatrix} 3 & 1 \end{bmatrix} \right)"#),
    (.function(.word("exp"), [square]), #"\exp\left( \#(squareTeX) \right)"#),
  ]

  private static func spelling(_ formula: Formula) -> (tex: String, width: Double) {
    var spelling = TeXSpelling()
    spelling.spell(inline: formula)
    return (String(decoding: spelling.bytes.bytes, as: UTF8.self), spelling.width)
  }

  private static func display(_ formula: Formula) -> String {
    var spelling = TeXSpelling()
    spelling.spell(Equation(T.name("x"), [T.numbers(formula)]))
    return String(String(decoding: spelling.bytes.bytes, as: UTF8.self).dropFirst("x = ".count))
  }

  @Test("each is spelled as written here", arguments: matrices + padded + operations + brackets)
  func spelling(_ formula: Formula, _ tex: String) {
    #expect(Self.spelling(formula).tex == tex)
  }

  @Test(
    "no underscore of a selection is left to GitHub's Markdown",
    arguments: operations.filter { $0.1.contains("}_") || $0.1.contains(")_") })
  func subscriptBehindBracket(_ formula: Formula, _: String) {
    var writer = MarkdownWriter(.github)
    writer.write([.formula(formula)], in: .paragraph)
    #expect(writer.text[1] == UInt8(ascii: "`"))
  }

  @Test("brackets in a display fit one row, two rows and more")
  func displayedBrackets() {
    #expect(Self.display(.parenthesized(Self.row)) == #"\bigl( \begin{bmatrix} 3 & 1 \end{bmatrix} \bigr)"#)
    #expect(Self.display(.parenthesized(Self.square)) == #"\biggl( "# + Self.squareTeX + #" \biggr)"#)
    #expect(Self.display(.parenthesized(Self.column)) == #"\left( "# + Self.columnTeX + #" \right)"#)
    let slope = T.derivative(T.name("y"), T.name("x"))
    let partial = #"\dfrac{\partial y}{\partial x}"#
    #expect(
      Self.display(.absoluteValue(.matrix([[slope], [slope]]))) == #"\left\lvert \begin{bmatrix} "# + partial
        + #" \\[0.8em] "# + partial + #" \end{bmatrix} \right\rvert"#)
  }

  @Test("a matrix is as wide as the widest entries of its columns, the gaps and the brackets")
  func width() {
    let entry = TeXWidth.unaryMinus + TeXWidth.digit
    #expect(
      abs(Self.spelling(Self.square).width - (2 * entry + TeXWidth.columnGap + 2 * TeXWidth.matrixBracket)) < 1e-9)
    #expect(
      abs(Self.spelling(Self.column).width - TeXWidth.digit - 2 * TeXWidth.matrixBracket) < 1e-9)
  }
}

import DocumentModel
import Testing

@testable import Renderers

private typealias T = TeXSample

@Suite("Where equations are broken")
struct TeXEquationLayoutTests {
  private static func rows(_ equation: Equation, _ width: Double) -> [String] {
    var spelling = TeXSpelling()
    spelling.spell(equation)
    var text = ByteBuffer()
    if let layout = TeXEquationLayout(equation, spelling, lineWidth: width) {
      layout.write(spelling, to: &text)
    } else {
      text.append(spelling.bytes)
    }
    return text.bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  static let story = Equation(
    T.name("s"),
    [
      T.symbols(T.sum(T.product(T.name("a"), T.name("b")), T.name("c"))),
      T.numbers(T.sum(T.product(T.number(0.5), T.number(0.25)), T.number(4))), T.value(4.1251234567),
    ])

  @Test("what fits is one row")
  func oneRow() {
    #expect(Self.rows(Self.story, 40) == [#"s = a \cdot b + c = 0.5 \cdot 0.25 + 4 \approx 4.12512"#])
  }

  @Test("the break is where the kind of link changes, and the value stays with its numbers")
  func breakAtRole() {
    #expect(
      Self.rows(Self.story, 14.5) == [
        #"s & = a \cdot b + c \\"#, #"& = 0.5 \cdot 0.25 + 4 \approx 4.12512"#,
      ])
  }

  @Test("the value has a row of its own where it does not fit")
  func valueAlone() {
    #expect(
      Self.rows(Self.story, 11) == [
        #"s & = a \cdot b + c \\"#, #"& = 0.5 \cdot 0.25 + 4 \\"#, #"& \approx 4.12512"#,
      ])
  }

  @Test("a link that is too long is broken before plus, and before the dot only where it must be")
  func signsBeforeDots() {
    let term = T.product(T.number(11111), T.number(22222))
    let equation = Equation(T.name("s"), [T.numbers(T.sum(term, term, term))])
    #expect(
      Self.rows(equation, 17) == [
        #"s & = 11111 \cdot 22222 + 11111 \cdot 22222 \\"#, #"& \quad + 11111 \cdot 22222"#,
      ])
    #expect(
      Self.rows(equation, 7.5) == [
        #"s & = 11111 \\"#, #"& \qquad \cdot 22222 \\"#, #"& \quad + 11111 \\"#, #"& \qquad \cdot 22222 \\"#,
        #"& \quad + 11111 \\"#, #"& \qquad \cdot 22222"#,
      ])
  }

  /// Thirteen numbers and twelve signs are wider than 28 em, and wider than a line of 30 or 40.
  @Test("a call that is too wide is broken within its brackets, one that is not stays whole")
  func longCalls() {
    func call(_ count: Int) -> Formula {
      .function(.word("f"), [.sum((1...count).map { _ in Formula.Term(T.number(11111)) })])
    }
    for formula in [call(13), .selected(call(13), [[.digits("2")]])] {
      let rows = Self.rows(Equation(T.name("y"), [T.numbers(formula)]), 30)
      #expect(rows.count == 2)
      #expect(rows.first?.hasPrefix(#"y & = \mathrm{f}(11111 + 11111"#) ?? false)
      #expect(rows.last?.hasPrefix(#"& \quad + 11111"#) ?? false)
    }
    #expect(Self.rows(Equation(T.name("y"), [T.numbers(call(3))]), 7).count == 1)
  }

  @Test("a fraction that is too wide has a stroke and is broken, one that is not stays built up")
  func longFractions() {
    func sum(_ count: Int) -> Formula { .sum((1...count).map { _ in Formula.Term(T.number(11111)) }) }
    func rows(_ formula: Formula) -> [String] { Self.rows(Equation(T.name("y"), [T.numbers(formula)]), 30) }
    let divided = rows(.negation(.fraction(sum(13), T.number(3))))
    #expect(divided.count == 2)
    #expect(divided.first?.hasPrefix("y & = -(11111 + 11111") ?? false)
    #expect(divided.last?.hasSuffix("+ 11111) / 3") ?? false)
    // What is divided by stays together, and nothing is built up that could not be broken any better.
    #expect(rows(.fraction(sum(13), T.sum(T.number(1), T.number(2)))).last?.hasSuffix(") / (1 + 2)") ?? false)
    let matrix = T.matrix([Double](repeating: 11111, count: 13))
    #expect(rows(.fraction(matrix, T.number(3)))[0].contains(#"\frac{\begin{bmatrix}"#))
    #expect(rows(.fraction(sum(3), T.number(3))) == [#"y = \frac{11111 + 11111 + 11111}{3}"#])
  }

  @Test("rows of one link are about as wide as each other, and a value behind them may use the whole line")
  func balanced() {
    let product = Formula.product((1...8).map { T.number(Double($0) * 11111) }, .dot)
    let rows = Self.rows(Equation(T.name("p"), [T.numbers(product), T.value(0.25)]), 24)
    #expect(
      rows == [
        #"p & = 11111 \cdot 22222 \cdot 33333 \cdot 44444 \\"#,
        #"& \quad \cdot 55555 \cdot 66666 \cdot 77777 \cdot 88888 \approx 0.25"#,
      ])
  }

  @Test("rows with fractions are set apart, and brackets that may be broken do not use left and right")
  func tallRows() {
    let slope = T.derivative(T.name("y"), T.name("x"))
    let sum = Formula.parenthesized(T.sum(slope, slope))
    let rows = Self.rows(Equation(slope, [T.symbols(T.product(sum, slope)), T.numbers(T.number(2))]), 6)
    let partial = #"\frac{\partial y}{\partial x}"#
    #expect(
      rows == [
        partial + #" & = \biggl( "# + partial + #" \\[0.4em]"#,
        #"& \qquad + "# + partial + #" \biggr) \\[0.4em]"#,
        #"& \quad \cdot "# + partial + #" \\[0.4em]"#,
        "& = 2",
      ])
  }

  @Test("a chain of matrices breaks before its relations, never within a matrix")
  func matrices() {
    let slope = T.derivative(T.name("L"), T.name("V"))
    let equation = Equation(
      slope,
      [
        T.symbols(T.product(.transposed(T.name("H")), T.derivative(T.name("L"), T.name("Y", "in")))),
        T.numbers(T.product(T.matrix([0.99999], [0.01798]), T.matrix([-0.10518, 0.02654]))),
        .init(.approximate, T.matrix([-0.10518, 0.02654], [-0.00189, 0.00047]), .value),
      ])
    let left = #"\frac{\partial L}{\partial V} & = "#
    let symbols = #"H^{\top} \cdot \frac{\partial L}{\partial Y_{\mathrm{in}}}"#
    let column = #"\begin{bmatrix} 0.99999 \\ 0.01798 \end{bmatrix}"#
    let row = #"\begin{bmatrix} -0.10518 & 0.02654 \end{bmatrix}"#
    let value = #"\begin{bmatrix} -0.10518 & 0.02654 \\ -0.00189 & 0.00047 \end{bmatrix}"#
    #expect(
      Self.rows(equation, 32) == [
        left + symbols + #" \\[0.4em]"#, "& = " + column + #" \cdot "# + row + #" \approx "# + value,
      ])
    #expect(
      Self.rows(equation, 12) == [
        left + symbols + #" \\[0.4em]"#, "& = " + column + #" \\[0.4em]"#,
        #"& \quad \cdot "# + row + #" \\[0.4em]"#, #"& \approx "# + value,
      ])
  }

  @Test("a row of formulas that is too wide is broken between them, a row of numbers is not")
  func rowOfFormulas() {
    let part = Formula.function(.word("f"), [.sum((1...5).map { _ in Formula.Term(T.number(11111)) })])
    let rows = Self.rows(Equation(T.name("y"), [T.numbers(.matrix([[part, part, part]]))]), 30)
    #expect(rows.count == 3 && rows[0].hasPrefix(#"y & = \bigl[ \mathrm{f}(11111"#))
    #expect(rows[1].hasPrefix(#"& \quad \quad \mathrm{f}(11111"#))
    #expect(rows[2].hasPrefix(#"& \quad \quad \mathrm{f}(11111"#) && rows[2].hasSuffix(#"11111) \bigr]"#))
    let numbers = T.matrix([Double](repeating: 11111, count: 13))
    #expect(Self.rows(Equation(T.name("y"), [T.numbers(numbers)]), 30)[0].contains(#"\begin{bmatrix} 11111 & 11111"#))
  }

  @Test("an element-wise product or quotient breaks before its signs")
  func elementwise() {
    let (a, b) = (T.matrix([11111, 22222]), T.matrix([33333, 44444]))
    let (first, second) = (
      #"\begin{bmatrix} 11111 & 22222 \end{bmatrix}"#, #"\begin{bmatrix} 33333 & 44444 \end{bmatrix}"#
    )
    #expect(
      Self.rows(Equation(T.name("x"), [T.numbers(T.elementwise(a, b))]), 12) == [
        "x & = " + first + #" \\[0.4em]"#, #"& \quad \odot "# + second,
      ])
    #expect(
      Self.rows(Equation(T.name("x"), [T.numbers(.elementwiseQuotient(a, b))]), 12) == [
        "x & = " + first + #" \\[0.4em]"#, #"& \quad \oslash "# + second,
      ])
  }

  @Test("brackets around high matrices are in one piece, or of a fixed size where that is too wide")
  func toweringBrackets() {
    let matrix = T.matrix([11111, 22222], [11111, 22222], [11111, 22222])
    let tex = #"\begin{bmatrix} 11111 & 22222 \\ 11111 & 22222 \\ 11111 & 22222 \end{bmatrix}"#
    let short = Equation(T.name("x"), [T.numbers(.parenthesized(T.sum(matrix, matrix)))])
    #expect(Self.rows(short, 12) == [#"x = \left( "# + tex + " + " + tex + #" \right)"#])
    let long = Equation(
      T.name("x"), [T.symbols(T.name("y")), T.numbers(.parenthesized(T.sum(matrix, matrix, matrix, matrix)))])
    #expect(
      Self.rows(long, 24) == [
        #"x & = y \\[0.4em]"#, #"& = \Biggl( "# + tex + " + " + tex + #" \\[0.4em]"#,
        #"& \quad + "# + tex + " + " + tex + #" \Biggr)"#,
      ])
  }

  @Test("a wide left side has a row of its own")
  func wideLeftSide() {
    let equation = Equation(T.name("activation", "output"), [T.symbols(T.name("x")), T.numbers(T.number(1))])
    #expect(
      Self.rows(equation, 10) == [
        #"& \mathrm{activation_{output}} \\"#, #"& \quad = x \\"#, #"& \quad = 1"#,
      ])
  }

  @Test("the mark stands behind the end")
  func mark() {
    let equation = Equation(T.name("x"), [T.value(0.5)], isMarked: true)
    #expect(Self.rows(equation, 40) == [#"x \approx 0.5\;{}^{\dagger}"#])
  }

  @Test("nothing within a fraction, a root or a function can be cut off")
  func unbreakable() {
    let sum = T.sum(T.number(11111), T.number(22222), T.number(33333))
    for formula in [Formula.fraction(sum, sum), .squareRoot(sum), .function(.word("exp"), [sum])] {
      #expect(Self.rows(Equation(T.name("x"), [T.numbers(formula)]), 5).count == 1)
    }
  }
}

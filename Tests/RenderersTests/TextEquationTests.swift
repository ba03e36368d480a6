import DocumentModel
import Testing

private typealias X = TextExample

/// How a chain of links is laid out. Every drawing was made by hand.
@Suite("Text: equations") struct TextEquationTests {
  private let forward = [
    X.symbols(X.sum(X.dot(X.name("i1"), X.name("w1")), X.dot(X.name("i2"), X.name("w3")), X.name("b1"))),
    X.numbers(
      X.sum(
        X.dot(X.number("0.1"), X.number("0.1")), X.dot(X.number("0.5"), X.number("0.3")), X.number("0.25"))),
  ]

  @Test("A chain that fits stands on one line, up to its last column")
  func oneLine() {
    let line = "sum_h1 = i1 · w1 + i2 · w3 + b1 = 0.1 · 0.1 + 0.5 · 0.3 + 0.25 = 0.41"
    for width in [80, line.count] {
      #expect(X.drawn(X.name("sum_h1"), forward[0], forward[1], X.value("0.41"), width: width) == line)
    }
    #expect(
      X.drawn(X.name("sum_h1"), forward[0], forward[1], X.value("0.41"), width: line.count - 1) == """
        sum_h1 =  i1 · w1  +  i2 · w3  +  b1
               = 0.1 · 0.1 + 0.5 · 0.3 + 0.25  =  0.41
        """)
  }

  @Test("The factors of a chain rule stand above their numbers")
  func factorsInColumns() {
    let drawing = X.drawn(
      X.slope("E_total", "w5"),
      X.symbols(
        X.dot(X.slope("E_total", "output_o1"), X.slope("output_o1", "sum_o1"), X.slope("sum_o1", "w5"))),
      X.numbers(X.dot(X.number("0.68492"), X.number("0.19480"), X.number("0.60108"))), X.value("0.08020"))
    #expect(
      "\n" + drawing == """

        ∂E_total    ∂E_total    ∂output_o1   ∂sum_o1
        ──────── = ────────── · ────────── · ───────
          ∂w5      ∂output_o1    ∂sum_o1       ∂w5

                 =  0.68492   ·  0.19480   · 0.60108  =  0.08020
        """)
  }

  @Test("Flat rows follow one another, each kind of link below the first relation")
  func kindsOfLinks() {
    let drawing = X.drawn(
      X.name("output"), X.symbols(.function(.greek("sigma"), [X.name("sum")])),
      X.numbers(.function(.greek("sigma"), [X.number("0.41")])), X.about("0.60108"), width: 30)
    #expect(
      drawing == """
        output = σ(sum)
               = σ(0.41) ≈ 0.60108
        """)
  }

  @Test("The value goes below the numbers where there is no room behind them")
  func valueBelow() {
    let drawing = X.drawn(
      X.name("output"), X.symbols(.function(.greek("sigma"), [X.name("sum")])),
      X.numbers(.function(.greek("sigma"), [X.number("0.41")])), X.about("0.60108"), width: 25)
    #expect(
      drawing == """
        output = σ(sum)
               = σ(0.41)
               ≈ 0.60108
        """)
  }

  @Test("The mark stands behind the end, and is given room there")
  func mark() {
    let links = [X.symbols(X.name("b")), X.numbers(X.number("0.1234"))]
    #expect(X.drawn(X.name("a"), links[0], links[1], isMarked: true, width: 16) == "a = b = 0.1234 †")
    #expect(
      X.drawn(X.name("a"), links[0], links[1], isMarked: true, width: 15) == """
        a = b
          = 0.1234 †
        """)
  }

  @Test("A long sum breaks before its signs, behind the relation")
  func longSum() {
    let terms = ["alpha", "beta", "gamma", "delta"].enumerated().map { index, name in
      Formula.Term(X.name(name), isSubtracted: index.isMultiple(of: 2))
    }
    #expect(
      X.drawn(X.name("y"), X.symbols(.sum(terms)), width: 22) == """
        y = −alpha + beta
            − gamma + delta
        """)
  }

  @Test("A long product breaks before its dots")
  func longProduct() {
    let product = X.dot(X.name("first"), X.name("second"), X.name("third"))
    #expect(
      X.drawn(X.name("y"), X.symbols(product), width: 20) == """
        y = first · second
            · third
        """)
  }

  @Test("What has no sign to break before breaks at its blanks, on one line")
  func longCall() {
    let quotient = Formula.fraction(X.sum(X.name("first"), X.name("second")), X.name("third"))
    let call = Formula.function(.word("max"), [quotient, X.name("fourth")])
    #expect(
      X.drawn(X.name("y"), X.symbols(call), width: 20) == """
        y = max((first
              + second)/third,
              fourth)
        """)
  }

  @Test("Paths too long to stand side by side stand below one another, factor by factor")
  func tableOfPaths() {
    let slopes = X.sum(
      X.dot(X.slope("L", "y1"), X.slope("y1", "h"), X.slope("h", "w")),
      X.dot(X.slope("L", "y2"), X.slope("y2", "h"), X.slope("h", "w")))
    let numbers = X.sum(
      X.dot(X.number("0.5"), X.number("0.25"), X.number("3")),
      X.dot(X.number("2"), X.number("0.125"), X.number("3")))
    #expect(
      "\n" + X.drawn(X.slope("L", "w"), X.symbols(slopes), X.numbers(numbers), X.value("1.125"), width: 34)
        == """

        ∂L     ∂L     ∂y1    ∂h
        ── =   ─── ·  ───  · ──
        ∂w     ∂y1    ∂h     ∂w

               ∂L     ∂y2    ∂h
             + ─── ·  ───  · ──
               ∂y2    ∂h     ∂w

           =   0.5 · 0.25  · 3
             +  2  · 0.125 · 3
           = 1.125
        """)
  }

  @Test("A left side that takes half the line stands above its relations")
  func longLeftSide() {
    let left = X.sum(X.name("one_long_name"), X.name("another_long_name"))
    #expect(
      X.drawn(left, X.symbols(X.name("short")), X.value("1.5"), width: 40) == """
        one_long_name + another_long_name
          = short
          = 1.5
        """)
  }

  @Test("Paths too long for one line go on below their first factors, all in the same columns")
  func longPaths() {
    func path(_ way: String) -> Formula {
      X.dot(X.slope("L", way), X.slope(way, "s\(way)"), X.slope("s\(way)", "h"), X.slope("h", "w"))
    }
    #expect(
      "\n" + X.drawn(X.slope("L", "w"), X.symbols(X.sum(path("y1"), path("y2"))), width: 27) == """

        ∂L     ∂L    ∂y1    ∂sy1
        ── =   ─── · ──── · ────
        ∂w     ∂y1   ∂sy1    ∂h

                 ∂h
               · ──
                 ∂w

               ∂L    ∂y2    ∂sy2
             + ─── · ──── · ────
               ∂y2   ∂sy2    ∂h

                 ∂h
               · ──
                 ∂w
        """)
  }

  @Test("A minus before a product belongs to its first factor")
  func negatedProduct() {
    #expect(
      X.drawn(
        X.name("y"), X.symbols(.negation(X.dot(X.name("rate"), X.name("slope")))),
        X.numbers(.negation(X.dot(X.number("0.5"), X.number("0.25")))), X.value("-0.125"), width: 30) == """
          y = −rate · slope
            = −0.5  · 0.25  =  −0.125
          """)
  }
}

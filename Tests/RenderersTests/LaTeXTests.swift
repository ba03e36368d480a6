import DocumentModel
import Renderers
import Testing

private typealias T = TeXSample

@Suite("LaTeX")
struct LaTeXTests {
  /// What stands between the title and the end.
  private static func body(_ blocks: Block...) -> String {
    let document = Document(title: [.text("T")], steps: [Step(id: "only", blocks: blocks)])
    let text = LaTeXRenderer().render(document)
    guard let start = text.range(of: "\\par}\n"), let end = text.range(of: "\n\\end{document}") else {
      return text
    }
    return String(text[start.upperBound..<end.lowerBound])
  }

  static let escapes: [(String, String)] = [
    (#"\input{x}"#, #"\textbackslash{}input\{x\}"#),
    ("_", #"\_"#), ("%", #"\%"#), ("&", #"\&"#), ("#", "\\#"), ("$", #"\$"#),
    ("~", #"\textasciitilde{}"#), ("^", #"\textasciicircum{}"#), ("`", #"\textasciigrave{}"#),
    ("<", #"\textless{}"#), (">", #"\textgreater{}"#), ("|", #"\textbar{}"#), ("\"", #"\textquotedbl{}"#),
    ("[a]", "{[}a]"), ("*", "{*}"), ("it's", "it's"), ("''", "'{}'"), ("---", "-{}-{}-"), (",,", ",{},"),
    ("a\nb\r\nc\u{1B}\u{7F}\0", "a b c   "),
    ("éß–€†½·×", "éß–€†½·×"), ("e\u{301}", "é"), ("fi\u{AD}n\u{FEFF}", "fin"), ("a\u{A0}b", "a~b"),
    ("α Ω ∂", #"\ensuremath{\alpha} \ensuremath{\Omega} \ensuremath{\partial}"#),
    ("ħ中😀", "{[}U+0127]{[}U+4E2D]{[}U+1F600]"), ("q\u{301}_\u{302}", #"q{[}U+0301]\_{[}U+0302]"#),
    ("(https://a.org/x_y).", #"(\url{https://a.org/x_y})."#),
    ("https://a.org/50%", #"https://a.org/50\%"#),
  ]

  @Test("text is printed as it is", arguments: escapes)
  func escape(_ text: String, _ tex: String) {
    #expect(Self.body(.paragraph([.text("x" + text)])) == "\nx\(tex)\n")
  }

  @Test("pieces of a sentence")
  func inlines() {
    let blocks = Self.body(
      .paragraph([
        .strong([.text("a")]), .emphasis([.text("b")]), .code("--c"), .formula(T.name("w", "5")),
      ]))
    #expect(blocks == "\n" + #"\textbf{a}\emph{b}\texttt{-{}-c}$w_5$"# + "\n")
  }

  @Test("a display follows its sentence, in one row or aligned")
  func displays() {
    let short = Equation(T.name("x"), [T.numbers(T.number(1))])
    #expect(Self.body(.equation(short)) == "\\[\nx = 1\n\\]\n")
    let sum = Formula.sum((1...9).map { _ in Formula.Term(T.product(T.number(0.1), T.number(0.2))) })
    let long = Self.body(.equation(Equation(T.name("x"), [T.symbols(T.name("y")), T.numbers(sum)])))
    #expect(long.hasPrefix("\\begin{align*}\nx & = y \\\\\n& = 0.1"))
    #expect(long.hasSuffix("\n\\end{align*}\n"))
  }

  @Test("an aligned display under a heading stands as near to it as a single row does")
  func displayUnderHeading() {
    let wide = Equation(
      T.name("x"), [T.symbols(.sum((1...30).map { _ in Formula.Term(T.name("y")) }))])
    let text = Self.body(.heading(level: 1, [.text("a")]), .equation(wide), .equation(wide))
    #expect(text.hasPrefix("\n\\section{a}\n\\vspace{-\\abovedisplayskip}\n\\begin{align*}\n"))
    #expect(text.contains("\\end{align*}\n\\begin{align*}\n"))
  }

  @Test("headings that an outline cannot hold are given twice")
  func headings() {
    #expect(Self.body(.heading(level: 1, [.text("a & b")])) == "\n\\section{a \\& b}\n")
    #expect(
      Self.body(
        .heading(level: 2, [.text("The weight "), .formula(T.derivative(T.name("E"), T.name("w", "5")))]))
        == "\n" + #"\subsection{\texorpdfstring{The weight $\partial E/\partial w_5$}"#
        + #"{The weight \unichar{"2202}E/\unichar{"2202}w\_5}}"# + "\n")
    #expect(Self.body(.heading(level: 7, [.text("a")])) == "\n\\subsubsection{a}\n")
  }

  static let outlines: [(Formula, String)] = [
    (T.matrix([6, -3], [2, 5]), #"{[}6, \unichar{"2212}3; 2, 5]"#),
    (.matrix([[T.number(1), .ellipsis(.horizontal)]]), #"{[}1, \unichar{"22EF}]"#),
    (.transposed(T.name("H")), #"H\unichar{"1D40}"#),
    (T.elementwise(T.name("A"), T.name("B")), #"A \unichar{"2299} B"#),
    (.elementwiseQuotient(T.name("A"), T.name("B")), #"A \unichar{"2298} B"#),
    (.elementwisePower(T.name("A"), T.number(2)), #"A\textasciicircum{}\unichar{"2218}2"#),
    (.selected(T.name("A"), [[.digits("1")], [.mark(":")]]), "A{[}1,:]"),
    (.function(.subscripted("sum", "rows"), [T.name("M")]), #"sum\_rows(M)"#),
  ]

  @Test("an outline has matrices on one line", arguments: outlines)
  func outline(_ formula: Formula, _ tex: String) {
    #expect(Self.body(.heading(level: 1, [.formula(formula)])).hasSuffix("$}{" + tex + "}}\n"))
  }

  @Test("lists hold what begins with a bracket; an empty one is nothing")
  func lists() {
    #expect(
      Self.body(.list([[.text("[a]")]]), .list([]))
        == "\n\\begin{itemize}\n\\setlength{\\itemsep}{0pt}\n\\item{} {[}a]\n\\end{itemize}\n")
  }

  @Test("the title is in the document's properties, and can run nothing")
  func title() {
    let text = LaTeXRenderer().render(Document(title: [.text(#"\write18{ls} σ"#)], steps: []))
    #expect(text.contains(#"pdftitle={\textbackslash{}write18\{ls\} \unichar{"3C3}}"#))
    #expect(!text.contains(#"\write18"#))
    #expect(text.hasPrefix("\\documentclass[11pt,a4paper"))
    #expect(text.hasSuffix("\\end{document}\n"))
  }

  private static func table(rows: Int, text: String = "a") -> Block {
    let row: [[Inline]] = [[.text(text)], [.formula(T.number(0.5))]]
    return .table(
      Table(
        columns: [.init([.text("k")]), .init([.text("E")], .right)], rows: Array(repeating: row, count: rows))
    )
  }

  @Test("a table has three rules")
  func shortTable() {
    #expect(
      Self.body(Self.table(rows: 1)) == #"""

        \begin{center}
        \begin{tabular}{lr}
        \toprule
        k & E \\
        \midrule
        a & $0.5$ \\
        \bottomrule
        \end{tabular}
        \end{center}

        """#)
  }

  @Test("rows of a table are set apart where one holds a matrix")
  func tableOfMatrices() {
    let rows: [[[Inline]]] = [T.number(1), T.number(2), T.matrix([6, -3], [-2, 5]), T.matrix([3, 1])].map {
      [[.formula($0)]]
    }
    #expect(
      Self.body(.table(Table(columns: [.init([.text("k")])], rows: rows))).contains(
        #"""
        \midrule
        $1$ \\
        $2$ \\
        \addlinespace[0.4em]
        $\begin{bmatrix} 6 & -3 \\ -2 & 5 \end{bmatrix}$ \\
        \addlinespace[0.4em]
        $\begin{bmatrix} 3 & 1 \end{bmatrix}$ \\
        \bottomrule
        """#))
  }

  @Test("a long table is broken across pages, and only it loads the package")
  func longTable() {
    func document(_ rows: Int) -> String { LaTeXRenderer().render(T.document(Self.table(rows: rows))) }
    #expect(!document(25).contains("\\begin{longtable}"))
    #expect(document(26).contains("\\begin{longtable}{lr}\n\\toprule\nk & E \\\\\n\\midrule\n\\endhead\n"))
  }

  @Test("a column too wide for the line is wrapped, a narrow one beside it is not")
  func wideTable() {
    let text = Self.body(Self.table(rows: 1, text: String(repeating: "many words ", count: 20)))
    #expect(text.contains("\\begin{tabular}{>{\\raggedright\\arraybackslash}p{37em}r}"))
  }

  /// n numbers of 3.28 em, a gap of 1 em between them, brackets of 1.3 em in all, and 2.14 em for W and the sign.
  @Test(
    "what is too wide and cannot be broken is set in smaller type",
    arguments: [(6, nil, nil), (10, 8, 9), (12, 6, 7)] as [(Int, Int?, Int?)])
  func smallerType(columns: Int, display: Int?, table: Int?) {
    func isSet(_ text: String, in size: Int?, _ start: String, _ end: String) -> Bool {
      let begin =
        size.map { "{\\fontsize{\($0)}{\\baselineskip}\\selectfont\\setlength{\\arraycolsep}{0.45em}%\n" } ?? ""
      return text.hasPrefix(begin + start) && text.hasSuffix(end + (size == nil ? "\n" : "%\n}%\n"))
    }
    let matrix = Formula.matrix([(0..<columns).map { _ in T.number(0.12345) }])
    #expect(isSet(Self.body(.equation(Equation(T.name("W"), [T.numbers(matrix)]))), in: display, "\\[\nW = ", "\n\\]"))
    let values = Table(
      columns: [Table.Column([.text("a")]), Table.Column([.text("b")], .right)],
      rows: [[[.text("x")], [Inline.formula(matrix)]]])
    let text = String(Self.body(.table(values)).dropFirst())
    #expect(isSet(text, in: table, "\\begin{center}\n\\begin{tabular}{lr}\n", "\\end{center}"))
  }

  @Test("two columns of formulas too wide for one line stand in two tables")
  func wideFormulas() {
    let row = [Inline.formula(T.matrix([0.125, -0.625, 0.375, -0.875, 0.125, -0.625]))]
    let table = Table(
      columns: [Table.Column([.text("a")]), Table.Column([.text("b")], .right), Table.Column([.text("c")], .right)],
      rows: [[[.text("x")], row, row]])
    let text = Self.body(.table(table))
    #expect(text.split(separator: "\n").count { $0 == "\\begin{tabular}{lr}" } == 2 && !text.contains("raggedleft"))
    #expect(text.contains("a & b \\\\") && text.contains("a & c \\\\"))
  }
}

import DocumentModel
import Testing

@testable import Renderers

private typealias T = TeXSample

@Suite("Markdown")
struct MarkdownTests {
  private static func line(
    _ inlines: Inline..., flavour: MarkdownRenderer.Flavour = .github,
    in place: MarkdownWriter.Place = .paragraph
  ) -> String {
    text(inlines, flavour, in: place)
  }

  private static func text(
    _ inlines: [Inline], _ flavour: MarkdownRenderer.Flavour, in place: MarkdownWriter.Place = .paragraph
  ) -> String {
    var writer = MarkdownWriter(flavour)
    writer.write(inlines, in: place)
    return String(decoding: writer.text.bytes, as: UTF8.self)
  }

  // MARK: Text

  static let escapes: [(String, String, String)] = [
    // The text, in GitHub's Markdown, in pandoc's.
    (#"a\b"#, #"a\\b"#, #"a\\b"#),
    ("`a`", #"\`a\`"#, #"\`a\`"#),
    ("*a*", #"\*a\*"#, #"\*a\*"#),
    ("_a_ b_c", #"\_a\_ b\_c"#, #"\_a\_ b\_c"#),
    ("[a](b)", #"\[a\](b)"#, #"\[a\](b)"#),
    ("<script>", #"\<script\>"#, #"\<script\>"#),
    ("&amp;", #"\&amp;"#, #"\&amp;"#),
    ("a|b", #"a\|b"#, #"a\|b"#),
    ("a #", "a \\#", "a \\#"),
    ("~a~", #"\~a\~"#, #"\~a\~"#),
    ("$5 and $6", "<span>$</span>5 and <span>$</span>6", #"\$5 and \$6"#),
    ("a[", #"a\["#, #"a\["#), ("a]", #"a\]"#, #"a\]"#), ("a<", #"a\<"#, #"a\<"#), ("a>", #"a\>"#, #"a\>"#),
    ("{", "{", #"\{"#), ("}", "}", #"\}"#),
    ("a^2", "a^2", #"a\^2"#),
    ("a@b", "a@b", #"a\@b"#),
    ("{x}", "{x}", #"\{x\}"#),
    ("a--b...", "a--b...", #"a\--b\.\.."#),
    ("it's \"a\"", "it's \"a\"", "it's \"a\""),
    ("a\nb\tc\r\nd\0", "a b c  d\u{FFFD}", "a b c  d\u{FFFD}"),
    ("Größe ∂ 中", "Größe ∂ 中", "Größe ∂ 中"),
    ("(https://a.org/x_y*z).", "(<https://a.org/x_y*z>).", "(<https://a.org/x_y*z>)."),
    ("https://a.org", "<https://a.org>", "<https://a.org>"),
    ("http:// a", "http:// a", "http:// a"),
    ("http://a", "http://a", "http://a"),
    ("http://ab", "http://ab", "http://ab"),
    ("http://a.b", "<http://a.b>", "<http://a.b>"),
  ]

  @Test("text is shown as it is", arguments: escapes)
  func escape(_ text: String, _ github: String, _ pandoc: String) {
    #expect(Self.line(.text("x" + text)) == "x" + github)
    #expect(Self.line(.text("x" + text), flavour: .pandoc) == "x" + pandoc)
  }

  static let lineStarts: [(String, String, String)] = [
    ("- a", #"\- a"#, #"\- a"#),
    ("+ a", #"\+ a"#, #"\+ a"#),
    ("=== a", #"\=== a"#, #"\=== a"#),
    ("1. a", #"1\. a"#, #"1\. a"#),
    ("23) a", #"23\) a"#, #"23\) a"#),
    ("1.5 a", "1.5 a", "1.5 a"),
    ("2.", #"2\."#, #"2\."#),
    ("> a", #"\> a"#, #"\> a"#),
    ("# a", "\\# a", "\\# a"),
    ("    a", "a", "a"),
    ("a. b", "a. b", #"a\. b"#),
    ("iv) b", "iv) b", #"iv\) b"#),
    ("it. b", "it. b", "it. b"),
    ("(a) b", "(a) b", #"(a\) b"#), ("(ii) b", "(ii) b", #"(ii\) b"#), ("(so) b", "(so) b", "(so) b"),
    (": b", ": b", #"\: b"#),
  ]

  @Test("a paragraph cannot begin with the mark of another block", arguments: lineStarts)
  func lineStart(_ text: String, _ github: String, _ pandoc: String) {
    #expect(Self.line(.text(text)) == github)
    #expect(Self.line(.text(text), flavour: .pandoc) == pandoc)
  }

  @Test("the mark is found where two texts meet, and left alone in headings and cells")
  func lineStartPlaces() {
    #expect(Self.line(.text("1"), .text(". a")) == #"1\. a"#)
    #expect(Self.line(.text("1. a"), in: .heading) == "1. a")
    #expect(Self.line(.text("- a"), in: .cell) == "- a")
  }

  // MARK: Formulas

  static let w = Inline.formula(T.name("w", "5"))
  static let matrix = #"\begin{bmatrix} 6 & -3 \\ -2 & 5 \end{bmatrix}"#

  static let neighbours: [([Inline], String, String)] = [
    ([.text("a "), w, .text(", b")], "a $w_5$, b", "a $w_5$, b"),
    ([.text("a "), w, .text(".")], "a $w_5$.", "a $w_5$."),
    ([w], "$w_5$", "$w_5$"),
    ([.text("("), w, .text(")")], "($`w_5`$)", "($w_5$)"),
    ([.text("a "), w, .text(")")], "a $`w_5`$)", "a $w_5$)"),
    ([.text("\""), w, .text("\"")], "\"$`w_5`$\"", "\"$w_5$\""),
    ([.text("1/"), w], "1/$`w_5`$", "1/$w_5$"),
    ([w, .text("s")], "$`w_5`$s", "$w_5$s"),
    ([w, .text("2")], "$`w_5`$2", "$w_5$ 2"),
    ([.text("a"), w], "a $w_5$", "a $w_5$"),
    ([.text("é"), w], "é $w_5$", "é $w_5$"),
    ([.text("1"), w], "1$`w_5`$", "1 $w_5$"),
    ([w, w], "$`w_5`$ $w_5$", "$w_5$ $w_5$"),
    ([.strong([w]), .text(" a")], "**$`w_5`$** a", "**$w_5$** a"),
    ([w, .code("x")], "$`w_5`$ `x`", "$w_5$ `x`"),
    ([.formula(T.matrix([6, -3], [-2, 5]))], "$`\(matrix)`$", "$\(matrix)$"),
    ([.formula(.transposed(T.name("H")))], #"$H^{\top}$"#, #"$H^{\top}$"#),
    ([.formula(.condition(T.name("u"), .greater, T.number(0)))], "$`[u > 0]`$", "$[u > 0]$"),
  ]

  @Test("a formula is seen whatever stands beside it", arguments: neighbours)
  func gluing(_ inlines: [Inline], _ github: String, _ pandoc: String) {
    #expect(Self.text(inlines, .github) == github)
    #expect(Self.text(inlines, .pandoc) == pandoc)
  }

  @Test("a matrix in a cell holds nothing that would end the cell", arguments: MarkdownRenderer.Flavour.allCases)
  func matrixInCell(_ flavour: MarkdownRenderer.Flavour) {
    let bars = Symbol(name: "a|b", base: [.letter("a"), .mark("|"), .letter("b")])
    let entries: [[Formula]] = [[.absoluteValue(T.name("x"))], [.symbol(bars)]]
    let cell = Self.line(.formula(.matrix(entries)), flavour: flavour, in: .cell)
    #expect(cell.contains(#"\begin{bmatrix} \lvert x \rvert \\ a\vert b \end{bmatrix}"#))
    #expect(!cell.contains("|"))
  }

  @Test(
    "only what Markdown leaves alone is safe between dollars",
    arguments: [
      (#"\frac{\partial E_{\mathrm{total}}}{\partial w_5}"#, true), (#"\mathrm{new}\ w_5"#, true),
      (#"(a + b)^{-2} \cdot 0.5, x / y = 1"#, true), (#"E_{a}_1"#, false), ("_1", false), (#"a\;b"#, false),
      (#"a\\b"#, false), ("a<b", false), ("a*b*c", false), ("[a]", false), ("a|b", false), ("a~b", false),
      ("é", false), (#"a\"#, false), ("a & b", false), ("a'", false), (#"\{a\}"#, false),
    ])
  func safety(_ tex: String, _ isSafe: Bool) {
    var bytes = ByteBuffer()
    bytes.append(text: tex)
    #expect(MarkdownWriter.isSafe(bytes) == isSafe)
  }

  // MARK: Code

  @Test("code stays code")
  func code() {
    #expect(Self.line(.code("a_b")) == "`a_b`")
    #expect(Self.line(.code("a`b")) == "``a`b``")
    #expect(Self.line(.code("`")) == "`` ` ``")
    #expect(Self.line(.code("a\nb")) == "`a b`")
    #expect(Self.line(.code("a|b"), in: .cell) == #"`a\|b`"#)
    #expect(Self.line(.code("a|b"), flavour: .pandoc, in: .cell) == "`a|b`")
    #expect(Self.line(.code("a|b")) == "`a|b`")
    #expect(Self.line(.code(""), .code("a"), .code("b")) == "`a` `b`")
  }
}

import Numerals
import Testing
import WalkthroughLanguage

@testable import Proofreading

@Suite struct HandwrittenDocumentLayoutTests {
  @Test(arguments: [
    Reading(
      "\\begin{align}\nnet_{h1} &= x_1 w_1 + b \\\\\n &= 0.85 \\\\\nE &= 0.1\n\\end{align}", "net_h1 = 0.85", "E = 0.1"),
    Reading("$$\\begin{aligned} E &= \\frac{1}{2}(t-out_{h1})^2 \\\\[2pt] &\\approx 0.1 \\end{aligned}$$", "E = 0.1"),
    Reading("\\[\n\\begin{split}\nE & = t \\\\\n& = 1\n\\end{split}\n\\]", "E = 1", "t = 1"),
    Reading(
      "\\begin{align}\nE & = t + w_1 \\\\\n& = -1 \\\\\n& \\quad + 3 \\\\\n& = 2\n\\end{align}", "*? t = -1",
      "*? w1 = 3", "E = 2"),
    Reading("\\[E = 1 \\quad t = 1\\]", "E = 1", "t = 1"),
    Reading("\\begin{equation*}E = 1\\end{equation*}\nt = 1", "E = 1", "t = 1"),
    Reading("$$a &= 2 & b &= 0.1$$", "- 2", "b = 0.1"), Reading("\\(E = 1\\) and \\(t = 1\\)", "E = 1", "t = 1"),
    Reading("```math\nE = 2 \\cdot\n3\n= 6\n```\nt = 1", "E = 6", "t = 1"),
    Reading("```python\nE = 6  # squared\nt = 1\n```", "E = 6", "t = 1"),
    Reading("```\nE = t\n  = 1\n```", "E = 1", "t = 1"), Reading("> E = 6\n> t = 1", "E = 6", "t = 1"),
    Reading("E = 1\n\n= 2", "E = 1", "- 2"), Reading("1. E = 6\n2. t = 1", "E = 6", "t = 1"),
    Reading("* E = 6\n* t = 1", "E = 6", "t = 1"), Reading("E = 6\n===\nt = 1", "E = 6", "t = 1"),
    Reading("$w_1$ = 0.5 and `b` = 0.1", "w1 = 0.5", "b = 0.1"), Reading("$b$ $E$ = 5", "? E = 5"),
    Reading("| $E$ | $= 5$ |", "- 5"), Reading("It costs $5 and E = 3 is $6", "E = 3"),
    Reading("\\documentclass{article}\nE = 5 % = 6\n% E = 7\n\\section{t = 1}", "E = 5", "t = 1"),
    Reading("It is 5% and E = 5", "E = 5"), Reading("$E = 5 % = 6\n$", "E = 5"),
    Reading("\\textbf{the error} $E = 5$", "E = 5"), Reading("$\\displaystyle E = 5$", "E = 5"),
    // A brace makes cases of an array, and no other array.
    Reading(
      "$$f = \\left\\{ \\begin{array}{ll} 1 & b > 0 \\\\ 0 & b = 0 \\end{array} \\right.$$ E = 5", "? b = 0", "E = 5"),
    Reading(
      "$$f = \\left\\lbrace\\begin{array}{l} \\begin{array}{l} 0 & b = 0 \\end{array} \\\\ t = 1 \\end{array}, E = 5$$",
      "? b = 0", "? t = 1", "E = 5"),
    Reading("$$\\{1\\} \\begin{array}{l} b = 0.1 \\\\ E = 5 \\end{array}$$. t = 1", "b = 0.1", "E = 5", "t = 1"),
    Reading("$x = 4 \\text{ and } E = 5$", "- 4", "E = 5"), Reading("the error *E* = 5", "E = 5"),
  ])
  func layoutIsReadAsItIsMeant(reading: Reading) throws { try reading.check() }

  @Test func linesAndExcerptsStandAsInTheDocument() {
    let long = String(repeating: "0.1*", count: 100)
    let document = "E = 1\r\n\r\n\\begin{align}\r\nt &= 2 \\\\\r\n &= 3\r\n\\end{align}\r\nb = \(long)2 = 4"
    let equalities = HandwrittenDocument(Array(document.utf8)).equalities
    #expect(equalities.map(\.line) == [1, 4, 5, 7])
    #expect(equalities.map(\.text).prefix(3) == ["E = 1", "t &= 2", "t &= 2 \\\\ &= 3"])
    #expect(equalities[3].text.count == 70 && equalities[3].text.hasPrefix("b = 0.1*"))
    #expect(equalities[3].text.hasSuffix("2 = 4") && equalities[3].text.contains(" … "))
  }

  private static let marks = [
    "(", ")", "[", "{", "}", "$", "$$", "\\(", "\\[", "\\]", "`", "```\n", "```math\n", "*", "**", "_", "^", "=", "E",
    "E = ",
    "E = 0.5", "E = 1 ", "0.5", "\\frac", "\\frac{", "\\mathrm", "\\text{", "\\begin{align}", "\\end{align}",
    "\\end{cases}", "\\begin{cases}", "\\begin{", "\\\\", "\\", "&", "\n", "\n\n", "> ", ">\n", "- \n", "1. ", "<!--",
    "<a ", "%", "∂",
    "∂E/∂", "d", "dE/d", "new ", "₁", "⁺", "'", ",", ".", "1e", "10^", "\\times 10^{", "\u{0}", "é", "\\tag{", "E = (",
    "E = b * ",
    "~~", "→", "| 1 |", "| E = ", "|E| = 1 ", "# If\n", "## a\n\n", "after ", "? ", "0,", "E \\gets 1 ", "w' = ",
    "=E'*E", "} ", "$E = 1$ J ",
    "a ", "$ ", "\\hat{", "E = E ", "1<sup>", "= 2<sup>2</sup> ", "E = 16 = ", "= t = 1 ", "want ", "\\{\\begin{array}",
    "\\end{array}", "&rarr;", "3<sup id=1><a href=1>", ".5",
  ]

  /// Four times the length takes about four times the time, not sixteen times.
  @Test(arguments: marks) func anyMarkThousandsOfTimesOverIsReadInOnePass(mark: String) {
    func time(_ count: Int) -> Duration {
      let bytes = Array(String(repeating: mark, count: count).utf8)
      return ContinuousClock().measure { _ = HandwrittenDocument(bytes).equalities.count }
    }
    // A slow moment of the machine in one of the two is no other growth: one of three tries has to be right.
    let isLinear = (0..<3).contains { _ in
      let long = time(6_000)
      return long < .seconds(20) && (long < .milliseconds(300) || long < time(1_500) * 10)
    }
    #expect(isLinear)
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<400 {
      let bytes =
        round < 100
        ? (0..<300).map { _ in UInt8(next(256)) }
        : (0..<60).flatMap { _ in Array(Self.marks[next(Self.marks.count)].utf8) }
      for equality in HandwrittenDocument(bytes).equalities {
        #expect(equality.text.unicodeScalars.count <= 70 && !equality.text.contains("\n") && equality.line > 0)
      }
    }
  }
}

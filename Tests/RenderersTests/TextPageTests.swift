import DocumentModel
import Renderers
import Testing

private typealias X = TextExample

/// How the blocks of a page are spelled.
@Suite("Text: pages") struct TextPageTests {
  @Test("A paragraph fills its lines, and a blank never ends one")
  func wrapping() {
    #expect(X.paragraph("one two  three\nfour", width: 9) == "one two\nthree\nfour\n")
    #expect(X.paragraph("one two  three\nfour", width: 10) == "one two\nthree four\n")
  }

  @Test("A word wider than the line is kept whole")
  func longWord() {
    #expect(X.paragraph("a longest-of-all b", width: 6) == "a\nlongest-of-all\nb\n")
  }

  @Test("A formula and a piece of code stay on one line, with what touches them")
  func unbrokenInlines() {
    let formula = Inline.formula(X.sum(X.name("a"), X.name("b")))
    #expect(
      X.page(.paragraph([.text("so ("), formula, .text("), yes")]), width: 10) == "so\n(a + b),\nyes\n")
    #expect(X.page(.paragraph([.text("type "), .code("a b c")]), width: 9) == "type\n`a b c`\n")
  }

  @Test("A very wide formula ends lines behind the rows of its matrix, and within a row only where it must")
  func wideFormulas() {
    func page(_ columns: Int, _ rows: Int) -> String {
      let row = (0..<columns).map { _ in TeXSample.number(0.125) }
      let matrix = Formula.matrix((0..<rows).map { _ in row })
      return X.page(.paragraph([.formula(X.name("W")), .text(" is "), .formula(matrix), .text(", so")]))
    }
    let row = (0..<6).map { _ in "0.125" }.joined(separator: ", ")
    #expect(page(6, 1) == "W is [\(row)], so\n")
    #expect(page(6, 3) == "W is [\(row);\n\(row);\n\(row)], so\n")
    #expect(page(11, 1) == "W is [\(row), 0.125, 0.125, 0.125, 0.125,\n0.125], so\n")
  }

  @Test("Wide characters count two columns, combining ones none")
  func displayWidth() {
    #expect(X.paragraph("漢字 ab", width: 7) == "漢字 ab\n")
    #expect(X.paragraph("漢字 ab", width: 6) == "漢字\nab\n")
    #expect(X.paragraph("e\u{301}e\u{301} ab", width: 5) == "e\u{301}e\u{301} ab\n")
  }

  @Test("East Asian text breaks between its characters, never before a closing mark")
  func wideText() {
    #expect(X.paragraph("一二三四。五", width: 6) == "一二三\n四。五\n")
    #expect(X.paragraph("一二三。四五", width: 6) == "一二\n三。四\n五\n")
  }

  @Test("A control character never reaches the terminal")
  func controlCharacters() {
    #expect(X.paragraph("a\u{1B}[1mb\u{7F}é\u{9B}c", width: 80) == "a [1mb é c\n")
    #expect(X.page(.paragraph([.code("a\tb")])) == "`a b`\n")
  }

  @Test("The level of a heading shows in the line below it")
  func headings() {
    let document = Document(
      title: [.text("All")],
      steps: [
        Step(id: "a", blocks: [.heading(level: 1, [.text("Part")]), .heading(level: 2, [.text("Section")])]),
        Step(id: "b", blocks: [.heading(level: 3, [.text("Story 漢")]), .paragraph([.text("Text.")])]),
      ])
    #expect(
      TextRenderer().render(document) == """
        ═══
        All
        ═══


        Part
        ════

        Section
        ───────

        Story 漢
        ········

        Text.

        """)
  }

  @Test("The lines of a list item stand below one another")
  func lists() {
    let list = Block.list([[.text("one two three")], [.emphasis([.text("four")])]])
    #expect(X.page(list, width: 9) == "• one two\n  three\n• four\n")
  }

  @Test("An empty document is an empty line, and empty blocks leave nothing")
  func emptiness() {
    #expect(TextRenderer().render(Document(title: [], steps: [])) == "\n")
    let text = X.page(
      .paragraph([]), .list([]), .table(Table(columns: [], rows: [])), .paragraph([.text("x")]))
    #expect(text == "x\n")
  }
}

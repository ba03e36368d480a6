import Testing

@testable import Renderers

@Suite("Text: rows of words") struct TextParagraphTests {
  private func word(_ text: String, followsBlank: Bool = true) -> TextWord {
    TextWord(row: TextRow(text, width: TextWidth.columns(of: text)), followsBlank: followsBlank)
  }

  private func rows(_ words: [TextWord], _ width: Int) -> [String] {
    let rows = TextParagraph.rows(of: words, width: width)
    for row in rows { #expect(row.width == TextWidth.columns(of: row.text), "\(row.text)") }
    return rows.map(\.text)
  }

  @Test("A row ends where the next word does not fit with its blank")
  func ends() {
    let words = [word("aa", followsBlank: false), word("bb"), word("c")]
    #expect(rows(words, 7) == ["aa bb c"])
    #expect(rows(words, 6) == ["aa bb", "c"])
    #expect(rows(words, 5) == ["aa bb", "c"])
    #expect(rows(words, 4) == ["aa", "bb c"])
    #expect(rows(words, .max) == ["aa bb c"])
  }

  @Test("A row that begins with a word has no blank before it")
  func beginnings() { #expect(rows([word("aa"), word("bb")], 2) == ["aa", "bb"]) }

  @Test("What follows without a blank stands against it, or below it")
  func parts() {
    let words = [word("漢", followsBlank: false), word("字", followsBlank: false), word("x")]
    #expect(rows(words, 6) == ["漢字 x"])
    #expect(rows(words, 3) == ["漢", "字", "x"])
  }

  @Test("A word that is too wide has a row of its own, and without words there is none")
  func extremes() {
    #expect(rows([word("a", followsBlank: false), word("mmmm"), word("b")], 3) == ["a", "mmmm", "b"])
    #expect(rows([], 3).isEmpty)
  }
}

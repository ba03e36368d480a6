import DocumentModel
import Testing

@testable import Renderers

@Suite("TeX: names spelled before") struct TeXNamesTests {
  private static func spelling(_ symbol: Symbol, _ speller: inout TeXSpelling) -> (tex: String, width: Double) {
    speller.spell(inline: .symbol(symbol))
    return (speller.bytes.text, speller.width)
  }

  /// More names than there is room for, each with those that came shortly before it.
  @Test("A name is spelled the same and as wide, whether it was spelled before or forgotten since")
  func names() {
    let symbols = (0..<1_200).map { number in
      let word = "unit" + String(repeating: "abc", count: number % 7)
      return Symbol(name: "\(word)_\(number)", base: [.word(word)], subscripts: [[.digits(String(number))]])
    }
    var kept = TeXSpelling()
    let expected = symbols.map { symbol in
      var fresh = TeXSpelling()
      return Self.spelling(symbol, &fresh)
    }
    for last in symbols.indices {
      #expect(expected[last].tex == "\\mathrm{\(symbols[last].name.prefix { $0 != "_" })_\(lower(symbols[last]))}")
      for place in max(last - 12, 0)...last { #expect(Self.spelling(symbols[place], &kept) == expected[place]) }
    }
  }

  private func lower(_ symbol: Symbol) -> String {
    let digits = String(symbol.name.drop { $0 != "_" }.dropFirst())
    return digits.count == 1 ? digits : "{\(digits)}"
  }
}

import Testing

@testable import WalkthroughLanguage

@Suite struct NameTests {
  @Test(arguments: [
    ("w", "w", []), ("w5", "w", ["5"]), ("sum_h1", "sum", ["h1"]), ("h1_in", "h", ["1", "in"]),
    ("E_total", "E", ["total"]), ("target12", "target", ["12"]), ("h_1_2", "h", ["1", "2"]),
    ("x2y3_k", "x2y", ["3", "k"]),
    ("alpha_h1", "alpha", ["h1"]), ("a__b", "a", ["b"]),
  ])
  func aNameIsTakenApart(name: String, base: String, subscripts: [String]) {
    #expect(NameParts(name: name) == NameParts(base: base, subscripts: subscripts))
    #expect(NameParts.look(of: name) == NameParts(name: name).look)
  }

  @Test func aGreekLetterIsItsWord() throws {
    let walkthrough = try read("inputs: α = 0.5, δ_h1 = 2, Ω = 1, \u{B5} = 3\nμ2 = alpha*delta_h1*Omega*mu\n")
    #expect(walkthrough.quantities.map(\.name) == ["alpha", "delta_h1", "Omega", "mu", "mu2"])
  }

  @Test func lettersAreKnownByWordAndWordsByLetter() {
    #expect(GreekLetter(word: "alpha")?.letter == "α")
    #expect(GreekLetter(word: "Sigma")?.letter == "Σ")
    #expect(GreekLetter(word: "mu")?.letter == "μ")
    #expect(GreekLetter(word: "metal") == nil)
    #expect(GreekLetter(word: "al") == nil)
  }

  @Test func aNotationReplacesTheOwnParts() throws {
    let walkthrough = try read(
      """
      inputs: h1_in = 1, x = 2, beta2 = 3
      notation: h1_in as h_1^(in), x as σ_k
                beta2 as b_(2)
      y = h1_in + x + beta2
      """)
    #expect(walkthrough.nameParts(of: 0) == NameParts(base: "h", subscripts: ["1"], superscripts: ["(in)"]))
    #expect(walkthrough.nameParts(of: 1) == NameParts(base: "sigma", subscripts: ["k"]))
    #expect(walkthrough.nameParts(of: 2) == NameParts(base: "b", subscripts: ["(2)"]))
    #expect(walkthrough.nameParts(of: 3) == NameParts(base: "y", subscripts: []))
  }

  @Test func equalNamesHaveOneNumberAndOthersTheirOwn() {
    var table = NameTable()
    let names = (0..<3_000).map { "name\($0)" }
    #expect(names.map { table.number(of: $0) } == Array(0..<3_000))
    #expect(names.reversed().map { table.number(of: $0) } == Array((0..<3_000).reversed()))
    #expect(table.spelling(2_999) == "name2999")
  }

  @Test(arguments: [
    ("weihgts", "weights"), ("weight", "weights"), ("Title", "title"), ("rte", "rate"), ("raate", "rate"),
    ("w", nil),
    ("q", nil), ("completely", nil),
  ])
  func aSlipOfThePenIsFound(word: String, meant: String?) {
    #expect(Suggestion.nearest(to: word, among: ["title", "weights", "rate", "x"]) == meant)
  }
}

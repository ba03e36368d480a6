import Testing
import WalkthroughLanguage

/// What is said of a comma, a colon, an indent or a word that is missing or misplaced: ‹ › stand around the place.
@Suite struct SlipOfThePenDiagnosticTests {
  private static let comma = "a comma cannot stand in these parentheses"
  private static let row = "write a row of numbers in brackets: `[1, 2]`"

  @Test(arguments: [
    Wrong("inputs: X = ‹(1, 2)›\ny = X", comma, row),
    Wrong("inputs: X = ‹(1, (2), 3)›, a = 1\ny = X*a", comma, row),
    Wrong("inputs: a = 1\ny = a*‹(1, 2)›", comma, row),
    Wrong("y = [‹(1, 2)›]", comma, row),
    Wrong("inputs: X = (1‹,2›), a = 1\ny = X*a", "a comma does not stand in a number", "write a point: `1.2`"),
    Wrong("y = ‹(›1 + 2", "this parenthesis is never closed", "add `)`"),
    Wrong("inputs: a = ‹(›1, b = (2)\ny = a*b", "this parenthesis is never closed", "add `)`"),
    Wrong("inputs: height = 2\nheigth = ‹heigt›*2", "`heigt` is not defined", "did you mean `height`?"),
    Wrong(
      "title: T\n  ‹r›ate: 0.1\nx = 1", "`rate:` would be part of the text above this line",
      "start this line without blanks"),
  ])
  func aSlipIsExplained(_ wrong: Wrong) { check(wrong) }

  /// One error and no other: the line is read as what it was meant to be.
  @Test(arguments: [
    ("weights: w = 1\n  ‹b›iases: b = 2\ny = w + b", "biases"),
    ("weights: w = 1\ny = w^2\nminimize: y\npublished:\n  y = 1\n  ‹r›ate: 3\n  note: it\n  goes on", "rate"),
    ("examples:\n  x\n  1\n  ‹w›eights: w = 2,\n  b = 1\ny = w*x + b", "weights"),
    ("functions: A(u)\n  ‹i›nputs: x\ny = A(x)", "inputs"),
    ("weights: w = 1\ny = w^2\nminimize: y\nrate: 1\nupdate: adam\nstart: m(w) = 1\n  ‹e›pochs: 3", "epochs"),
    ("weights: w = 1\nnotation: w as W\n  ‹s›ection: One\ny = w", "section"),
    ("examples:\n  x\n  1\n  ‹p›ublished example 1:\n  y = 2\ny = 2x", "published"),
  ])
  func aDirectiveBelowAListStandsAtTheMargin(file: String, directive: String) {
    let wrong = Wrong(
      file, "`\(directive):` would be part of the list above this line", "start this line without blanks")
    #expect(report(wrong.text).hasPrefix(wrong.expectedReport))
    #expect(
      report(wrong.text).split(separator: "\n").allSatisfy {
        !$0.hasPrefix("test.walk") || $0.contains("part of") || $0.contains("takes one line")
      })
  }

  @Test func aNameIsNoSuggestionForItself() {
    check(
      Wrong(
        "inputs: x = 2\nheigth = ‹height›*x", "`height` is not defined",
        "define it above, as a given or as a statement"))
  }

  @Test func whatOnlyLooksLikeADirectiveStaysPartOfAText() throws {
    let file = try read("note: Two remarks:\n  first: this\n  rate 0.1: that\n  show it\nx = 1\n")
    #expect(file.passages.map(\.text) == ["Two remarks: first: this rate 0.1: that show it"])
  }

  @Test(arguments: [
    Wrong(
      "  1 | 2\n‹3› | 4\n  5 | 6\n", "this row belongs to the table above, whose rows begin with blanks",
      "begin it with two blanks"),
    Wrong(
      "  1 | 2\n\n‹-›3 | 4 # four\n", "this row belongs to the table above, whose rows begin with blanks",
      "begin it with two blanks"),
  ])
  func aRowAtTheMarginBelongsToItsTable(_ wrong: Wrong) {
    let rest = "weights: w = 1\nE = (w*x - t)^2\nminimize: E, summed over the examples\n"
    check(Wrong("examples:\n  x | t\n" + wrong.file + rest, wrong.message, wrong.help))
  }

  private static let network = "inputs: x = 2\nweights: w = 0.5\ny = w*x\nE = (y - 3)^2\nminimize: E\nrate: 0.1\n"
  private static let form = "a published line is `EXPRESSION = NUMBER`"
  private static let erratum = "write `(erratum)` for a number that is known to be wrong, or drop this"

  @Test(arguments: [
    Wrong("published:\n  E ‹0›.2", "`=` is missing before the printed number", form),
    Wrong("published:\n  y ‹is› 0.2", "`=` is missing before the printed number", form),
    Wrong("published:\n  new w‹:› 0.2", "`=` is missing before the printed number", form),
    Wrong("published:\n  dE/dw ‹trough› y = 0.2", "`trough` is not understood here", "did you mean `through`?"),
    Wrong("published:\n  E = 0.2 ‹erratum›", "only `(erratum)` can stand behind a printed number", erratum),
    Wrong(
      "published:\n  E*y ‹x› = 0.2", "an operator is missing before this",
      "write `*` for a product; it may be left out only after a number, as in `2x`"),
    Wrong(
      "‹published› at w = 3\n  E = 9", "`published` is a directive and needs a colon",
      "write `published at w = 3:`"),
    Wrong(
      "‹published› # all of them\n  E = 9", "`published` is a directive and needs a colon", "write `published:`"),
    Wrong(
      "update: momentum ‹beta› = 0.9", "a comma is missing before `beta`",
      "write commas between the parts of `update:`"),
    Wrong(
      "update: adam, beta1 = 0.9 ‹beta2› = 0.99", "a comma is missing before `beta2`",
      "write commas between the parts of `update:`"),
  ])
  func aSlipInANetworkIsExplained(_ wrong: Wrong) {
    check(Wrong(Self.network + wrong.file, wrong.message, wrong.help))
  }

  private func check(_ wrong: Wrong) { #expect(report(wrong.text) == wrong.expectedReport) }
}

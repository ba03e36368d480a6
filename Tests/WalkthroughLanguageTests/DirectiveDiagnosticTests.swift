import Testing

@testable import WalkthroughLanguage

/// What is said of directives: ‹ › stand around the place.
@Suite struct DirectiveDiagnosticTests {
  private static let digits =
    "write `5 decimals`, `4 figures` or `all digits`, and behind it `, cut` to drop digits"
  private static let fewer = "ask for 0 to 15 decimals, 1 to 15 figures, or `all digits`"

  @Test(arguments: [
    Wrong(
      "x = 1\n‹goal›: x", "`goal` is not a directive",
      "the directives are title, source, note, section, inputs, weights, biases, unknowns, fixed, targets, examples, functions, minimize, maximize, differentiate, rate, update, start, epochs, until, derivatives, arithmetic, telling, show, carry, notation, published"
    ),
    Wrong("‹wieghts›: w = 1\ny = w", "`wieghts` is not a directive", "did you mean `weights:`?"),
    Wrong("‹Inputs›: x = 1,\n  z = 2\ny = x*z", "`Inputs` is not a directive", "did you mean `inputs:`?"),
    Wrong("x = 1\n‹minimise› x", "`minimise` is a directive and needs a colon", "write `minimise:`"),
    Wrong(
      "x = 1\n‹published› cut\n  x = 1", "`published` is a directive and needs a colon", "write `published cut:`"),
    Wrong("x = 1\n‹y :=› 2", "a statement needs no colon", "write `y = expression`"),
    Wrong("title: one\n‹title:› two\nx = 1", "`title:` stands already in line 1", "keep one of the two"),
    Wrong(
      "x = 1\n‹section:›\ny = 2", "`section:` needs a text", "write it behind the colon, or drop the line"),
    Wrong(
      "  ‹x› = 1\ny = 1", "an indented line continues a directive, and none stands above it",
      "start the line without blanks"),
    Wrong(
      "x = 1\n  ‹+› 2", "an indented line continues a directive, and a statement stands above it",
      "start the line without blanks; a long statement can be divided into several"),
    Wrong("x = 1\nshow: 5 decimals\n\n  ‹c›ut", "`show:` takes one line", "start this line without blanks"),
    Wrong("x‹›", "`=` is missing after the name", "write `name = expression`, or `word: …` for a directive"),
    Wrong(
      "x ‹3›", "`=` is missing after the name", "write `name = expression`, or `word: …` for a directive"),
    Wrong(
      "gr‹ö›sse = 3", "`ö` is not understood here",
      "names and formulas are written in the letters a to z, Greek letters, digits and `_`"),
    Wrong(
      "W‹[›1] = 3", "the entries of a matrix are not defined one by one",
      "define it as a whole: `W = [1, 2; 3, 4]`"),
    Wrong(
      "‹*› = 3", "a line is a statement `name = expression`, a directive `word: …`, or a comment",
      "start the line with a name, or with # for a comment"),
    Wrong(
      "‹›", "this file computes nothing",
      "write givens such as `inputs: x = 2`, then statements such as `y = x^2`"),
    Wrong(
      "# only a comment\n‹›", "this file computes nothing",
      "write givens such as `inputs: x = 2`, then statements such as `y = x^2`"),
  ])
  func aLineIsExplained(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test(arguments: [
    Wrong(
      "inputs: x = 2, y = 3‹;› z = 4\nu = 1", "`;` is not understood here",
      "`;` divides the rows of a matrix, in brackets; write commas between givens"),
    Wrong(
      "inputs: x = 2, y = ‹x›\nz = y", "a given is a constant and cannot use `x`",
      "write a number, or a statement on a line of its own"),
    Wrong("inputs: x = 2, ‹3›\nz = x", "a given is `name = number`", "start it with its name"),
    Wrong("inputs: x = 1‹,5›\nz = x", "a comma does not stand in a number", "write a point: `1.5`"),
    Wrong(
      "inputs: h‹ö›he = 2\nz = 1", "`ö` is not understood here",
      "names and formulas are written in the letters a to z, Greek letters, digits and `_`"),
    Wrong(
      "inputs: ‹é› = 2\nz = 1", "`é` is not understood here",
      "names and formulas are written in the letters a to z, Greek letters, digits and `_`"),
    Wrong(
      "w = 1\nminimize: ‹›", "`minimize:` takes the name of one quantity",
      "give the expression a line and a name of its own, and put the name here"),
    Wrong(
      "w = 1\nminimize: w ‹+› 1", "`minimize:` takes the name of one quantity",
      "give the expression a line and a name of its own, and put the name here"),
    Wrong(
      "w = 1\nE = w\ndifferentiate: E, ‹w›",
      "`differentiate:` takes the name of one quantity, and nothing behind it without examples",
      "write `differentiate: E`; its derivatives by all other quantities come with it"),
    Wrong(
      "w = 1\nminimize: w\n‹maximize:› w", "there is an objective already, in line 2", "keep one of the two"),
    Wrong("inputs: x = 1\nw = x\nminimize: ‹x›", "`x` is a given", "name a quantity that the file computes"),
    Wrong(
      "w = 1\nminimize: ‹exp›", "`exp` is a name of the language, not a quantity",
      "name a quantity that the file defines"),
    Wrong(
      "w = 1\nminimize: ‹e›", "`e` is a name of the language, not a quantity",
      "name a quantity that the file defines"),
    Wrong(
      "weights: w = 1\nL = w\n‹rate›: 1", "a rate is for an update, and an update needs an objective",
      "add `minimize: NAME` or `maximize: NAME`, or drop the rate"),
    Wrong(
      "weights: w = 1\nL = w\ndifferentiate: L\nrate: ‹n› = 1",
      "`differentiate:` makes no update and takes no rate",
      "write `minimize:` or `maximize:` instead, or drop the rate"),
    Wrong(
      "inputs: w = 1\nL = w\nminimize: L\n‹rate›: 1", "there is a rate, but nothing that an update moves",
      "declare `weights:`, `biases:` or `unknowns:`"),
    Wrong(
      "weights: w = 1\nL = w\nminimize: L\n‹update:› together", "without `rate:` there is no update",
      "add `rate:`, or drop this line"),
    Wrong(
      "x = 1\nupdate: ‹sometimes›", "`sometimes` is not understood here",
      "choose one of `together`, `reusing new weights`, `after all examples`, `after each example`, `after every 2 examples`, `momentum`, `nesterov`, `rmsprop`, `adagrad`, `adam`, `adamax`"
    ),
    Wrong("x = 1\ntelling: ‹node›", "`node` is not understood here", "did you mean `nodes`?"),
    Wrong("x = 1\nshow: ‹5›", "how many digits is not understood", digits),
    Wrong("x = 1\nshow: ‹five decimals›", "how many digits is not understood", digits),
    Wrong("x = 1\ncarry: ‹16 decimals›", "a double has no more than 15 digits to trust", fewer),
    Wrong(
      "x = 1\nshow: 3 decimals, cut, ‹rounded›", "this line has said before what `rounded` says", "keep one of the two"),
    Wrong("x = 1\nshow: ‹0 figures›", "a double has no more than 15 digits to trust", fewer),
    Wrong(
      "x = 1\nshow: 5 decimals ‹cut›", "`cut` is not understood here", "write a comma before the next word"),
    Wrong(
      "x = 1\ncarry: 5 decimals, ‹equals›", "`equals` is not understood here",
      "choose one of `rounded`, `cut`"),
  ])
  func whatADirectiveTakesIsExplained(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test func manyErrorsAreReportedAtOnceInTheOrderOfTheFile() {
    let text = report("inputs: x = , y = 2\nz = x +\nz = q\nshow: 99 decimals\n")
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("test.walk") }
    #expect(
      lines == [
        "test.walk:1:13: error: an operand is missing before `,`",
        "test.walk:2:8: error: an operand is missing here",
        "test.walk:3:1: error: `z` is already defined in line 2", "test.walk:3:5: error: `q` is not defined",
        "test.walk:4:7: error: a double has no more than 15 digits to trust",
      ])
  }

  @Test func afterTwentyErrorsTheOthersAreCounted() {
    let text = report((1...25).map { "y\($0) =\n" }.joined())
    #expect(text.split(separator: "\n").count { $0.hasPrefix("test.walk") } == 20)
    #expect(text.hasSuffix("and 5 more errors\n"))
    #expect(report((1...21).map { "y\($0) =\n" }.joined()).hasSuffix("and 1 more error\n"))
  }

  @Test(arguments: [
    ("carry: 5 decimals", "and `carry:` rounds in between"),
    ("update: reusing new weights", "changes them on the way"),
    ("s = \(Array(repeating: "x", count: 600).joined(separator: "+"))", "stops at formulas of more than 1000"),
  ])
  func gatesCannotBeToldWhereValuesChangeBetweenThem(line: String, message: String) throws {
    let text = "unknowns: x = 1\n\(line)\nf = x^2\nminimize: f\nrate: 0.1\ntelling: gates\n"
    let error = #expect(throws: Diagnostics.self) { try SourceText(name: "t", text: text).walkthrough() }
    #expect(error?.all.map(\.message).contains { $0.contains(message) } == true)
    #expect(error?.report.contains("t:6:10") == true)
  }
}

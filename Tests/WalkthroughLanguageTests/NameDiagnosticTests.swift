import Testing

/// What is said of names: ‹ › stand around the place.
@Suite struct NameDiagnosticTests {
  private static let define = "define it above, as a given or as a statement"
  private static let alike = "rename one of them, or set one apart with `notation:`"
  private static let apart = "rename it, or set it apart with `notation:`"

  @Test(arguments: [
    Wrong("x = 2\nz = ‹qq› + x", "`qq` is not defined", define),
    Wrong("output = 2\nz = ‹ouput›", "`ouput` is not defined", "did you mean `output`?"),
    Wrong("output = 2\nz = ‹Output›", "`Output` is not defined", "did you mean `output`?"),
    Wrong("h1 = 2\nz = ‹h›", "`h` is not defined", "did you mean `h1`?"),
    Wrong(
      "z = ‹x› + 1\nx = 2", "`x` is used before it is defined, in line 2",
      "move its definition above this line"),
    Wrong(
      "z = ‹pi›\npi = 3", "`pi` is used before it is defined, in line 2",
      "move its definition above this line"),
    Wrong(
      "x = 1\n‹e› = 2x\ny = exp(x)", "`e` would look like the letter that `exp` is written with",
      "rename it, or set it apart with `notation:`"),
    Wrong(
      "inputs: ‹σ› = 1\ny = sigmoid(σ)", "`σ` would look like the letter that `sigmoid` is written with",
      "rename it, or set it apart with `notation:`"),
    Wrong(
      "z = ‹z› + 1", "`z` is used in its own definition",
      "a line is computed once; give the result a name of its own"),
    Wrong(
      "x = 1\n\n‹x› = 2", "`x` is already defined in line 1",
      "every quantity keeps one value; give this one a name of its own"),
    Wrong(
      "inputs: α = 1\n‹alpha› = 2", "`alpha` is already defined in line 1",
      "every quantity keeps one value; give this one a name of its own"),
    Wrong("‹exp› = 2", "`exp` is a function and cannot name a quantity", "choose another name"),
    Wrong(
      "inputs: ‹log› = 2\ny = 1", "`log` is a function and cannot name a quantity", "choose another name"),
    Wrong("‹mean› = 2", "`mean` is a function and cannot name a quantity", "choose another name"),
    Wrong("‹_x› = 2", "a name starts with a letter", "put a letter before the underscore"),
    Wrong("‹2x› = 2", "a name starts with a letter", "put a letter before the digit"),
    Wrong("‹Δw› = 2", "the Greek letter in `Δw` is not a word of its own", "write `Δ_w`"),
    Wrong("‹dα› = 2", "the Greek letter in `dα` is not a word of its own", "write `d_α`"),
  ])
  func aNameIsExplained(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test(arguments: [
    Wrong("inputs: x1 = 1, ‹x_1› = 2\ny = x1", "`x_1` would look like `x1` on the page", alike),
    Wrong("inputs: h1_in = 1, ‹h_1_in› = 2\ny = 1", "`h_1_in` would look like `h1_in` on the page", alike),
    Wrong("inputs: a = 1, ‹a_› = 2\ny = 1", "`a_` would look like `a` on the page", alike),
    Wrong("inputs: a = 1, ‹b› = 2\ny = 1\nnotation: b as a", "`b` would look like `a` on the page", alike),
    Wrong(
      "inputs: x1 = 1, ‹b› = 2\ny = x1*b\nnotation: b as x_1^2", "`b` would look like a power of `x1`",
      "put what is raised in parentheses in `notation:`, as in `x1^(2)`"),
    Wrong(
      "inputs: ‹I_2› = [1, 2; 3, 4]\nY = eye(2)*I_2 + eye(2)", "`I_2` would look like the unit matrix that `eye(2)` is",
      apart),
    Wrong(
      "y = 2\n‹y_direct› = 3",
      "`y_direct` would look like what a page calls the part of `y` that counts its own formula only", apart),
  ])
  func namesThatLookAlikeAreRefused(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test func aNotationSetsNamesApart() throws {
    _ = try read("inputs: x1 = 1, x_1 = 2\nnotation: x_1 as x^1\ny = x1 + x_1\n")
    _ = try read("inputs: I_1 = [1, 2], I_3 = 1, y_direct = 4\nY = eye(2)*I_1'*I_3*y_direct\n")
    _ = try read("y = 2\ny_direct = 3\nnotation: y_direct as d\n")
    _ = try read("inputs: sum_h1 = 1, sum_h_1 = 2\ny = sum_h1 + sum_h_1\n")
  }

  @Test(arguments: [
    Wrong(
      "x = 1\nnotation: x is y‹›", "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      "each of letters and digits alone, or in parentheses: for example `notation: h1_in as h_1^(in)`"),
    Wrong(
      "x = 1\nnotation: x as y^‹+›", "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      "each of letters and digits alone, or in parentheses: for example `notation: h1_in as h_1^(in)`"),
    Wrong(
      "x = 1\nnotation: x as y^(in‹›", "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      "each of letters and digits alone, or in parentheses: for example `notation: h1_in as h_1^(in)`"),
    Wrong(
      "x = 1\nnotation: x as h ‹1›", "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      "each of letters and digits alone, or in parentheses: for example `notation: h1_in as h_1^(in)`"),
    Wrong("x = 1\nnotation: ‹q› as y", "`q` is not defined", define),
    Wrong(
      "x = 1\nnotation: ‹exp› as y", "`exp` is a name of the language, not a quantity",
      "name a quantity that the file defines"),
    Wrong("x = 1\nnotation: x as y\n  ‹x› as z", "`x` has a notation already", "keep one of the two"),
  ])
  func aNotationIsExplained(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test func aRateUnderATakenNameIsAnErrorOfItsOwn() {
    let wrong = Wrong(
      "weights: w = 1\ny = w\nminimize: y\nrate: ‹w› = 1\npublished at rate = 1, after 1 step:\n  new w = 1",
      "`w` is already defined in line 1", "every quantity keeps one value; give this one a name of its own")
    #expect(report(wrong.text).hasPrefix(wrong.expectedReport))
  }

  @Test func oneMissingNameIsReportedOnce() {
    #expect(
      report("y = q + q\nz = 2q\n")
        == Wrong("y = ‹q› + q\nz = 2q", "`q` is not defined", Self.define).expectedReport)
  }

  @Test func aNameHasALimit() throws {
    let longest = String(repeating: "n", count: 64)
    _ = try read("\(longest) = 1\n")
    let text = report("n\(longest) = 1\n")
    #expect(
      text.hasPrefix("test.walk:1:1: error: the name `\(longest.prefix(39))…` is longer than 64 letters\n"))
  }
}

import Testing

/// What is said of a formula in error: ‹ › stand around the place.
@Suite struct FormulaDiagnosticTests {
  private static let operand = "write a number, a name or a parenthesis"
  private static let product = "write `*` for a product; it may be left out only after a number, as in `2x`"
  private static let oneOperator = "write one operator, such as `*` or `+`, between two operands"
  private static let letters =
    "names and formulas are written in the letters a to z, Greek letters, digits and `_`"
  private static let points =
    "a point stands in numbers, and in `.*`, `./` and `.^` for what is worked entry by entry"
  private static let number = "write at most 18 digits, one point, and a size from 10^-300 to 10^300"

  @Test(arguments: [
    Wrong("z = x +‹›", "an operand is missing here", operand),
    Wrong("z =‹›", "an operand is missing here", operand),
    Wrong("z = (‹)›", "an operand is missing before `)`", operand),
    Wrong("z = x * ‹/› y", "an operand is missing before `/`", operand),
    Wrong("z = ‹+›x", "an operand is missing before `+`", "a number needs no sign `+`"),
    Wrong("z = x*‹*›2", "an operand is missing before `*`", "write `^` for a power"),
    Wrong("z = ‹(›x + 1", "this parenthesis is never closed", "add `)`"),
    Wrong("z = exp‹(›x", "this parenthesis is never closed", "add `)`"),
    Wrong(
      "z = x + 1‹)›", "`)` is not understood here",
      "there is no parenthesis to close here; remove it, or open one before"),
    Wrong(
      "z = x ‹=› 2", "`=` is not understood here",
      "a line holds one `=`; start a new line for the next quantity"),
    Wrong("z = x ‹2›", "`2` is not understood here", oneOperator),
    Wrong("z = x ‹$› 2", "`$` is not understood here", oneOperator),
    Wrong("z = x ‹×› 2", "`×` is not understood here", "write `*` for a product"),
    Wrong("z = 2 ‹÷› x", "`÷` is not understood here", "write `/` for a quotient"),
    Wrong("z = x‹²›", "`²` is not understood here", "write `^2` for a square"),
    Wrong("z = x ‹–› 1", "`–` is not understood here", "write `-` for a difference"),
    Wrong("z = ‹√›x", "`√` is not understood here", "write `sqrt(…)` for a root"),
    Wrong("z = x‹#› note", "`#` is not understood here", "write a blank before a comment"),
    Wrong(
      "z = x‹,› 1", "`,` is not understood here",
      "commas stand between givens and between the operands of a function"),
    Wrong("z = x‹ß›", "`ß` is not understood here", letters),
    Wrong("z = x‹.›y", "`.` is not understood here", points),
    Wrong("z = x‹.›'", "`.` is not understood here", "write `'` alone for a transpose"),
    Wrong("z = x‹’›", "`’` is not understood here", "write `'` for a transpose"),
    Wrong("z = ‹'›x", "`'` is not understood here", "a transpose `'` stands behind a name, a parenthesis or a bracket"),
    Wrong("z = x ‹@› y", "`@` is not understood here", "write `*` for a product of matrices"),
    Wrong("z = x ‹⊙› y", "`⊙` is not understood here", "write `.*` for a product entry by entry"),
    Wrong("z = x‹]›", "`]` is not understood here", "there is no bracket to close here; remove it, or open one before"),
    Wrong("z = x.*‹/›y", "an operand is missing before `/`", operand),
  ])
  func theSyntaxIsExplained(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong("z = 1/‹2x›", "`/2x` can be read in two ways", "write `/2*x` or `/(2*x)`"),
    Wrong("z = x/‹2 (›y + 1)", "`/2(…)` can be read in two ways", "write `/2*(…)` or `/(2*(…))`"),
    Wrong("z = 2‹xy›", "`xy` is not defined", "for the product write `x*y`"),
    Wrong("z = x ‹y›", "an operator is missing before this", product),
    Wrong("z = x ‹(›y + 1)", "an operator is missing before this", product),
    Wrong("z = (x + 1)‹(›y + 1)", "an operator is missing before this", product),
    Wrong("z = 2x ‹(›y)", "an operator is missing before this", product),
    Wrong("z = x^2‹y›", "an operator is missing before this", product),
    Wrong("z = 2^3‹x›", "an operator is missing before this", product),
    Wrong("z = x^y‹^›2", "`a^b^c` can be read in two ways", "write `(a^b)^c` or `a^(b^c)`"),
  ])
  func whatCanBeReadInTwoWaysIsRefused(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong(
      "inputs: e1 = 2\nz = ‹2e1›", "`2e1` can be a number, or a product with the quantity `e1`",
      "write `2*e1` for the product, or the number without a power of ten"),
    Wrong(
      "inputs: E1 = 2\nz = ‹2E1›", "`2E1` can be a number, or a product with the quantity `E1`",
      "write `2*E1` for the product, or the number without a power of ten"),
    Wrong(
      "inputs: e = 2\nz = 1 + ‹2e-3›", "`2e-3` can be a number, or a product with the quantity `e`",
      "write `2*e` for the product, or the number without a power of ten"),
  ])
  func aPowerOfTenIsNotMistakenForAName(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test func aGivenHoldsNoNamesThatANumberCouldBeMistakenFor() throws {
    _ = try read("inputs: e1 = 2, x = 2e1\nz = x\n")
  }

  @Test(arguments: [
    Wrong("z = ‹1.2.3›", "`1.2.3` is not a number that can be worked with", number),
    Wrong("z = ‹1e999›", "`1e999` is not a number that can be worked with", number),
    Wrong("z = ‹1e-999›", "`1e-999` is not a number that can be worked with", number),
    Wrong(
      "z = ‹123456789012345678e299›", "`123456789012345678e299` is not a number that can be worked with",
      number),
    Wrong(
      "z = ‹1234567890123456789›", "`1234567890123456789` is not a number that can be worked with", number),
    Wrong("z = x + ‹.›", "`.` is not understood here", points),
  ])
  func numbersOutOfReachAreRefused(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong("z = ‹exp› x", "`exp` is a function and needs parentheses", "write `exp(…)`"),
    Wrong("z = ‹exp›(x, y)", "`exp` takes one operand, not 2", "write `exp(x)`"),
    Wrong("z = ‹max›(x)", "`max` takes two or more operands, or one matrix, not one number", "write `max(x, y)`"),
    Wrong("z = ‹log10›(x)", "`log10` is not a function", "write `ln(…)/ln(10)`"),
    Wrong("z = ‹σ›(x)", "`σ` is not a function", "write `sigmoid(…)`"),
    Wrong("z = ‹|›x|", "`|` is not understood here", "write `abs(…)` for an absolute value"),
    Wrong(
      "z = ‹\\›frac{1}{2}", "`\\` is not understood here",
      "formulas are written plainly, as in `a/b`, `x^2` and `w_1`, not in TeX"),
    Wrong(
      "z = 10‹%›*x", "`%` is not understood here",
      "write a number without a sign behind it, such as `0.1` for ten per cent"),
    Wrong("z = ‹sigmod›(x)", "`sigmod` is not a function", "did you mean `sigmoid`?"),
    Wrong(
      "z = ‹f›(x)", "`f` is not a function",
      "the functions are exp, ln, log, sqrt, abs, sin, cos, tan, sinh, cosh, tanh, sigmoid, relu, softplus, max, min, sum, mean, softmax, diag, eye, zeros, ones, random; `functions: f(u)` declares one without a formula"
    ),
    Wrong("z = ‹mean› x", "`mean` is a function and needs parentheses", "write `mean(…)`"),
    Wrong("z = ‹softmax›(x, rows)", "`softmax` takes one operand, not 2", "write `softmax(x)`"),
  ])
  func functionsAreExplained(_ wrong: Wrong) {
    check(wrong)
  }

  /// Behind a line of givens, so that places are not all in the first line.
  private func check(_ wrong: Wrong) {
    let whole = Wrong("inputs: x = 2, y = 3\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }
}

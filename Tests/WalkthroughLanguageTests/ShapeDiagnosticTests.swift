import Testing

/// What is said where matrices do not fit: ‹ › stand around the place.
@Suite struct ShapeDiagnosticTests {
  private static let givens = """
    inputs: X = [3, 1], x = 7
    weights: W = [6, -3; -2, 5; 1, 1], V = [1, 2; 3, 4]

    """
  private static let agree = "rows and columns must agree; only a side of 1 repeats to fit"
  private static let dividers = "write commas between the entries of a row, and `;` or a line end between rows"

  @Test(arguments: [
    Wrong(
      "z = X‹*›W", "a 1 × 2 cannot be multiplied by a 3 × 2: `X` of line 1, `W` of line 2",
      "transpose one of them: write `X*W'`"),
    Wrong(
      "z = W ‹*› X", "a 3 × 2 cannot be multiplied by a 1 × 2: `W` of line 2, `X` of line 1",
      "transpose one of them: write `W*X'`"),
    Wrong(
      "z = X‹*›X", "a 1 × 2 cannot be multiplied by a 1 × 2: `X` of line 1, `X` of line 1",
      "write `.*` for a product entry by entry, or transpose one of them with `'`"),
    Wrong(
      "z = V‹*›W", "a 2 × 2 cannot be multiplied by a 3 × 2: `V` of line 2, `W` of line 2",
      "transpose one of them: write `V*W'`"),
    Wrong(
      "z = (X - 1)‹*›(2W)", "a 1 × 2 cannot be multiplied by a 3 × 2: `X - 1`, `2W`", "transpose one of them with `'`"),
    Wrong(
      "z = ones(4, 5)‹*›W", "a 4 × 5 cannot be multiplied by a 3 × 2: `ones(4, 5)`, `W` of line 2",
      "a product needs as many columns before the `*` as rows behind it"),
  ])
  func aProductNeedsInnerSidesThatAgree(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong(
      "z = W'[:, 1] ‹+› X", "a 1 × 2 cannot be added to a 2 × 1: `W'[:, 1]`, `X` of line 1",
      "transpose one of them: write `X'`"),
    Wrong("z = W ‹+› V", "a 2 × 2 cannot be added to a 3 × 2: `W` of line 2, `V` of line 2", agree),
    Wrong("z = W ‹-› X[1, 1]*V", "a 2 × 2 cannot be subtracted from a 3 × 2: `W` of line 2, `X[1, 1]*V`", agree),
    Wrong(
      "z = W'‹.*›W", "a 2 × 3 cannot be multiplied entry by entry by a 3 × 2: `W'`, `W` of line 2",
      "transpose one of them: write `W'`"),
    Wrong("z = W‹./›V", "a 3 × 2 cannot be divided entry by entry by a 2 × 2: `W` of line 2, `V` of line 2", agree),
    Wrong("z = W‹.^›V", "a 3 × 2 and a 2 × 2 do not go together entry by entry: `W` of line 2, `V` of line 2", agree),
    Wrong(
      "z = ‹max›(W, V)", "a 3 × 2 and a 2 × 2 do not go together entry by entry: `W` of line 2, `V` of line 2", agree),
    Wrong("z = x‹/›W", "nothing can be divided by a 3 × 2: `W` of line 2", "write `./` to divide entry by entry"),
    Wrong(
      "z = V‹^›2", "`^` is for numbers, and this is a 2 × 2: `V` of line 2", "write `.^` for powers entry by entry"),
    Wrong(
      "z = 2‹^›V", "`^` is for numbers, and this is a 2 × 2: `V` of line 2", "write `.^` for powers entry by entry"),
    Wrong(
      "z = ‹diag›(V)", "`diag` takes a row or a column, not a 2 × 2: `V` of line 2",
      "choose a row of it, such as `M[1, :]`, or a column, `M[:, 1]`"),
  ])
  func sidesMustAgree(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong(
      "z = W‹[4, 1]›", "`[4, 1]` points outside `W` of line 2, which is 3 × 2",
      "count rows from 1 to 3, and columns from 1 to 2"),
    Wrong(
      "z = W‹[:, 0:1]›", "`[:, 0:1]` points outside `W` of line 2, which is 3 × 2",
      "count rows from 1 to 3, and columns from 1 to 2"),
    Wrong(
      "z = W[1:‹9223372036854775807›, 1]", "`9223372036854775807` is too large for an index",
      "a matrix has at most 10000000 entries"),
    Wrong(
      "z = X[‹99999999999999999999999999999999›]", "`99999999999999999999999999999999` is too large for an index",
      "a matrix has at most 10000000 entries"),
    Wrong(
      "z = X[‹10000001›]", "`10000001` is too large for an index", "a matrix has at most 10000000 entries"),
    Wrong("z = X‹[10000000]›", "`[10000000]` points outside `X` of line 1, which is 1 × 2", "count from 1 to 2"),
    Wrong(
      "z = W[1‹.›5, 1]", "`.` is not understood in an index",
      "an index is a whole number from 1, a range such as `1:2`, or `:` for all; write `[row, column]`, or `[2]` for the "
        + "second entry of a row or a column"),
    Wrong("z = X‹[3]›", "`[3]` points outside `X` of line 1, which is 1 × 2", "count from 1 to 2"),
    Wrong(
      "z = V‹[2]›", "one index counts along a row or a column, and `V` of line 2 is 2 × 2",
      "write `[1, 2]` for an entry, `[1, :]` for a row, `[:, 2]` for a column"),
    Wrong(
      "z = V[‹x›]", "an index is missing here",
      "an index is a whole number from 1, a range such as `1:2`, or `:` for all"),
    Wrong("z = 2‹[›1]", "a number has no entries to choose from", "write `*` for a product with a matrix"),
    Wrong(
      "z = V‹(›1, 2)", "an operator is missing before this",
      "write `*` for a product, and `V[1, 2]` with brackets for an entry"),
  ])
  func anIndexMustPointInside(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong(
      "z = [1, 2; ‹3, 4, 5›; 6, 7]", "row 2 of these brackets is 3 wide, and the first is 2",
      "all rows of a matrix are equally wide"),
    Wrong(
      "z = [X; ‹x›]", "row 2 of these brackets is 1 wide, and the first is 2", "all rows of a matrix are equally wide"),
    Wrong(
      "z = [V, ‹X›]", "a 1 × 2 does not fit beside a 2 × 2: `V` of line 2, `X` of line 1",
      "parts side by side have equally many rows; write `;` to put one below another"),
    Wrong("z = ‹[]›", "there is nothing in these brackets", "a matrix has one entry or more"),
    Wrong("z = [1, ‹,› 2]", "an entry is missing here", dividers),
    Wrong("z = [1, 2, ‹]›", "an entry is missing here", dividers),
    Wrong("z = [1 ‹2›]", "a comma is missing before this", dividers),
    Wrong("z = [x ‹x›]", "a comma is missing before this", dividers),
    Wrong("z = [2 ‹x›]", "a comma is missing before this", dividers),
    Wrong("z = [x ‹(›x)]", "a comma is missing before this", dividers),
    Wrong("z = [X ‹[›1]]", "a comma is missing before this", dividers),
    Wrong(
      "z = [1 ‹-›2]", "this `-` can be read in two ways",
      "write a comma before it where an entry starts, or a blank behind it between two operands"),
    Wrong(
      "z = ‹[›1, 2\nu = 3", "this bracket is never closed", "add `]`; lines that go on with a matrix start with a blank"
    ),
  ])
  func bracketsAreExplained(_ wrong: Wrong) {
    check(wrong)
  }

  private static let seed = "a seed is a whole number of at most 18 digits"

  @Test(arguments: [
    Wrong(
      "z = ‹random›(2, 2)", "`random` needs a seed, so that the same file gives the same numbers",
      "write `random(2, 3, seed 7)`, with a number of your own"),
    Wrong("z = ‹random›(x, 2, seed 1)", "`random` takes rows and columns, as digits", "write `random(2, 3, seed 7)`"),
    Wrong("z = ‹eye›()", "`eye` takes the number of rows, as digits", "write `eye(3)`"),
    Wrong("z = ‹zeros›(3)", "`zeros` takes rows and columns, as digits", "write `zeros(2, 3)`"),
    Wrong(
      "z = zeros(3, ‹0›)", "a matrix has no such number of rows or columns", "write a whole number from 1 to 100000"),
    Wrong(
      "z = ‹ones›(100000, 101)", "a 100000 × 101 matrix has more than 10000000 entries", "make it smaller"),
    Wrong(
      "z = ones(100000, 1)‹*›ones(1, 1000)", "a 100000 × 1000 matrix has more than 10000000 entries", "make it smaller"),
    Wrong("z = random(2, 2, seed 1, ‹norml›)", "this is not understood in `random`", "did you mean `normal`?"),
    Wrong("z = random(2, 2, seed ‹x›)", seed, "write `random(2, 3, seed 7)`"),
    Wrong("z = random(2, 2, seed ‹1234567890123456789›)", seed, "write `random(2, 3, seed 7)`"),
    Wrong("z = ‹eye›(2, 3)", "`eye` takes one number, of rows and columns alike", "write `eye(3)`"),
    Wrong("z = ‹zeros›(2, 3, 4)", "`zeros` takes two numbers, of rows and of columns", "write `zeros(2, 3)`"),
    Wrong("z = eye‹(›2, 3", "this parenthesis is never closed", "add `)`"),
    Wrong(
      "z = sum(V, ‹x›)", "`sum` takes one operand, and `rows` or `columns` behind it",
      "write `sum(M)`, `sum(M, rows)` for a number from each row, or `sum(M, columns)`; "
        + "numbers are put in brackets, `sum([a, b])`"),
    Wrong(
      "minimize: ‹u›\nu = 2V", "the objective is one number, and `u` is 2 × 2",
      "draw it together with `sum(u)` on a line of its own, and name that line here"),
    Wrong(
      "examples:\n  a\n  1\n  2\nR = 2V\nE = a*sum(V)\nminimize: E, summed over the examples, plus ‹R›",
      "what is added to the objective is one number, and `R` is 2 × 2",
      "draw it together with `sum(R)` on a line of its own, and name that line here"),
    Wrong(
      "u = sum(V)\nminimize: u\nrate: ‹eta› = [1, 2]", "the rate is one number, and this is a 1 × 2",
      "write `rate: 0.1`"),
    Wrong(
      "u = sum(V)\npublished at ‹V› = [1, 2]:\n  u = 3", "`V` is 2 × 2 in this file, and here it would be 1 × 2",
      "give it as many rows and columns as it has"),
  ])
  func sizesAreExplained(_ wrong: Wrong) {
    check(wrong)
  }

  @Test func oneErrorIsNotFollowedByOthers() {
    let text = Self.givens + "a = X*W\nb = a*V + [1, 2, 3]\nc = softmax(b)[9, 9]\nd = q*V\ne1 = d*a\nminimize: c\n"
    let errors = report(text).split(separator: "\n").filter { $0.hasPrefix("test.walk") }
    #expect(errors.map { String($0.prefix(14)) } == ["test.walk:3:6:", "test.walk:6:5:"])
  }

  @Test func allErrorsOfOneFormulaAreReported() {
    let errors = report(Self.givens + "a = X*W + V^2 + q\n").split(separator: "\n").filter { $0.hasPrefix("test.walk") }
    #expect(errors.count == 3)
  }

  @Test func aGivenInErrorLeavesTheOthers() {
    let text = report("weights: W = [1, 2; 3], V = [1, $; 2, 3], U = 1\ny = U\nz = W*V\n")
    let errors = text.split(separator: "\n").filter { $0.hasPrefix("test.walk") }
    #expect(errors.map { String($0.prefix(15)) } == ["test.walk:1:21:", "test.walk:1:33:"])
  }

  @Test(arguments: [
    Wrong(
      "weights: A = random(‹0›, 2, seed 7), B = 2\ny = A*B", "a matrix has no such number of rows or columns",
      "write a whole number from 1 to 100000"),
    Wrong(
      "weights: A = ‹random›(2 2, seed 7), B = 2\ny = A*B", "`random` takes rows and columns, as digits",
      "write `random(2, 3, seed 7)`"),
    Wrong(
      "weights: n = 3, A = ‹zeros›(n, n), B = 2\ny = A*B", "`zeros` takes rows and columns, as digits",
      "write `zeros(2, 3)`"),
    Wrong(
      "weights: A = [‹eye›(2, 3), [1; 2]], B = 2\ny = A*B", "`eye` takes one number, of rows and columns alike",
      "write `eye(3)`"),
    Wrong("weights: A = eye‹(›2, 3\ny = 2", "this parenthesis is never closed", "add `)`"),
    Wrong("weights: A = eye‹(›2, B = 3\ny = 2B", "this parenthesis is never closed", "add `)`"),
  ])
  func givensAreReadOnBehindACallInError(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  /// Behind two lines of givens.
  private func check(_ wrong: Wrong) {
    let whole = Wrong(Self.givens + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }
}

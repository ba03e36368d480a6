import Testing

/// What is said of published lines: ‹ › stand around the place.
@Suite struct PublishedDiagnosticTests {
  private static let network = """
    inputs: x = 2
    weights: w = 0.5
    y = w*x
    minimize: y
    rate: n = 0.1

    """
  private static let number = "write the digits of the document, such as `0.41` or `-5.34e-08`, at most 18"
  private static let numberAlone =
    "the number stands alone behind `=`, in the digits that the document prints, such as `0.75` or `750000`"
  private static let contexts =
    "contexts are `at w = 3, rate = 0.1`, `after 2 steps`, `example 1`, `by forward differences, h = 0.1`, `in single precision`, `symbolically`, `rounded`, `cut`, `carrying 5 decimals`"
  private static let keepOne = "keep one of the two"

  @Test(arguments: [
    Wrong("published:\n  y‹›", "the printed number is missing", "a published line is `EXPRESSION = NUMBER`"),
    Wrong("published:\n  y =‹›", "the printed number is missing", number),
    Wrong("published:\n  y = ‹about›", "`about` is not a number as it is printed", number),
    Wrong("published:\n  y = ‹1.2.3›", "`1.2.3` is not a number as it is printed", number),
    Wrong(
      "published:\n  y = 0.5‹,›", "`,` is not understood here",
      "commas stand between givens and between the operands of a function"),
    Wrong("published:\n  y ‹≈› 0.5", "`≈` is not understood here", "write `=`"),
    Wrong(
      "published:\n  y = ‹[1, 2]›", "a 1 × 2 is printed for `y`, which is a number",
      "write one number, or name what has these entries"),
    Wrong(
      "published:\n  new ‹x› = 1", "`x` is not moved by an update, so there is no `new x`",
      "declare it under `weights:`, `biases:` or `unknowns:`"),
    Wrong(
      "published:\n  (dy/dw)[1, 1] ‹through› x = 1", "`through` stands straight behind a derivative",
      "write `(dA/dB through C)[1, 2]` for an entry"),
    Wrong("published:\n  new ‹w2› = 1", "`w2` is not defined", "did you mean `w`?"),
    Wrong("published:\n  dy/d‹v› = 1", "`v` is not defined", "define it above, as a given or as a statement"),
    Wrong(
      "published:\n  dy/dw through ‹=› 1", "a name is missing after `through`", "write `dA/dB through C`"),
    Wrong("published:\n  ‹(›dy/dw = 1", "this parenthesis is never closed", "add `)`"),
    Wrong(
      "published:\n  d‹exp›/dw = 1", "`exp` is a name of the language, not a quantity",
      "name a quantity that the file defines"),
  ])
  func aPublishedLineIsExplained(_ wrong: Wrong) {
    check(wrong)
  }

  @Test(arguments: [
    Wrong("published ‹sometimes›:\n  y = 1", "`sometimes` is not a context of published lines", contexts),
    Wrong(
      "published cut ‹after› 2 steps:\n  y = 1", "`after` is not understood here",
      "write one operator, such as `*` or `+`, between two operands"),
    Wrong("published:\n  y = 1 ‹×› 10^{-4)", "`×` is not understood here", "write `*` for a product"),
    Wrong("published:\n  y = 3‹/›4", "`/` is not understood here", numberAlone),
    Wrong("published:\n  y = 750 ‹000›", "`000` is not understood here", numberAlone),
    Wrong("published example ‹1›:\n  y = 1", "there are no examples", "add `examples:`, or drop this context"),
    Wrong("published example ‹one›:\n  y = 1", "the number of an example is missing", "write `example 1`"),
    Wrong(
      "published by ‹forward differences›:\n  y = 1", "differences need to know how far to go to the side",
      "write `forward differences, h = 0.0001`"),
    Wrong(
      "published by ‹hand›:\n  y = 1", "`hand` is not understood here",
      "choose one of `forward differences`, `central differences`, `by the rules`"),
    Wrong(
      "published by central differences, h = ‹-1›:\n  y = 1", "`h` is a number above 0",
      "write, for example, `h = 0.0001`"),
    Wrong(
      "published in ‹half precision›:\n  y = 1", "`half precision` is not understood here",
      "choose one of `double precision`, `single precision`"),
    Wrong(
      "published ‹symbolically, cut›:\n  y = 1",
      "`symbolically` compares formulas, and the rest of this heading is about numbers",
      "give numbers a heading of their own"),
    Wrong(
      "published symbolically:\n  y‹›", "the printed formula is missing",
      "a symbolic line is `EXPRESSION = EXPRESSION`"),
    Wrong(
      "published symbolically:\n  y =‹›", "an operand is missing here", "write a number, a name or a parenthesis"),
    Wrong("published after ‹some› steps:\n  y = 1", "a number of steps is missing", "write `after 2 steps`"),
    Wrong("published after ‹2 weeks›:\n  y = 1", "a number of steps is missing", "write `after 2 steps`"),
    Wrong("published after ‹2000000 steps›:\n  y = 1", "more than 1000000 steps", "ask for fewer"),
    Wrong(
      "published at ‹w› 3:\n  y = 1", "a setting is `at NAME = NUMBER`",
      "for example `at w = 3.01, rate = 0.1`"),
    Wrong(
      "published at ‹y› = 3:\n  y = 1", "`y` is computed and cannot be set",
      "set a given: an input, a weight, the rate"),
    Wrong("published at ‹w1› = 3:\n  y = 1", "`w1` is not defined", "did you mean `w`?"),
    Wrong(
      "published at w = ‹x›:\n  y = 1", "a given is a constant and cannot use `x`",
      "write a number, or a statement on a line of its own"),
    Wrong("published at w = 3, ‹w› = 4:\n  y = 1", "this heading has said before what `w` says", keepOne),
    Wrong("published cut, ‹rounded›:\n  y = 1", "this heading has said before what `rounded` says", keepOne),
    Wrong(
      "published after 1 step, ‹after› 2 steps:\n  y = 1", "this heading has said before what `after` says",
      keepOne),
    Wrong(
      "published carrying ‹many decimals›:\n  y = 1", "how many digits is not understood",
      "write `5 decimals`, `4 figures` or `all digits`, and behind it `, cut` to drop digits"),
  ])
  func aHeadingIsExplained(_ wrong: Wrong) {
    check(wrong)
  }

  @Test func withoutARateThereAreNoSteps() {
    let wrong = Wrong(
      "weights: w = 1\ny = w\npublished after ‹2 steps›:\n  y = 1", "without `rate:` there are no steps",
      "add `rate:` and an objective")
    #expect(report(wrong.text) == wrong.expectedReport)
    let new = Wrong(
      "weights: w = 1\ny = w\npublished:\n  new ‹w› = 1",
      "`w` is not moved by an update, so there is no `new w`", "add `rate:` to make an update")
    #expect(report(new.text) == new.expectedReport)
    let input = Wrong(
      "inputs: x = 1\ny = x\npublished:\n  new ‹x› = 1", "`x` is not moved by an update, so there is no `new x`",
      "declare it under `weights:`, `biases:` or `unknowns:`, and add `rate:` to make an update")
    #expect(report(input.text) == input.expectedReport)
  }

  @Test(arguments: [
    Wrong("published example ‹4›:\n  w = 1", "there are 3 examples", "write a number from 1 to 3"),
    Wrong("published example ‹0›:\n  w = 1", "there are 3 examples", "write a number from 1 to 3"),
    Wrong(
      "published example 1, ‹example› 2:\n  w = 1", "this heading has said before what `example` says", keepOne),
    Wrong(
      "y = 2x\npublished:\n  ‹2y› = 1", "`y` differs from example to example",
      "name the example in the heading, such as `published example 1:`"),
    Wrong(
      "y = L^2\npublished:\n  L = 1\n  dL/dw = 3\n  ‹dy/dw› = 1", "`y` differs from example to example",
      "name the example in the heading, such as `published example 1:`"),
    Wrong(
      "published after 2 steps:\n  ‹dL/dx› = 1", "`x` differs from example to example",
      "name the example in the heading, such as `published example 1:`"),
    Wrong(
      "published example 1:\n  x = 1\n  local dL/dw = 1\npublished:\n  ‹local dL/dw› = 1",
      "`L` differs from example to example", "name the example in the heading, such as `published example 1:`"),
    Wrong(
      "published at ‹x› = 4:\n  w = 1", "`x` differs from example to example and cannot be set",
      "name an example instead: `example 1`"),
    Wrong("published:\n  ‹mhat›(w) = 1", "`momentum` has no `mhat`", "it has `v` and `step`"),
    Wrong(
      "published:\n  v(‹L›) = 1", "`L` is not moved by an update, so there is no `v(L)`",
      "an update moves only what stands under `weights:`, `biases:` or `unknowns:`"),
    Wrong("published:\n  v(‹q›) = 1", "`q` is not defined", "define it above, as a given or as a statement"),
  ])
  func examplesAndStatesAreExplained(_ wrong: Wrong) {
    let file = """
      examples: x
        1
        2
        3
      weights: w = 1
      L = w*x
      minimize: L, summed over the examples
      rate: 1
      update: momentum

      """
    let whole = Wrong(file + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test func theStepsOfAllHeadingsHaveALimit() {
    let headings = (1...6).map { "published after 99999\($0) steps:\n  y = 1\n" }.joined()
    #expect(
      report(Self.network + headings)
        .hasPrefix("test.walk:16:11: error: the headings up to here ask for 5999961 steps of 4 quantities\n"))
  }

  private func check(_ wrong: Wrong) {
    let whole = Wrong(Self.network + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }
}

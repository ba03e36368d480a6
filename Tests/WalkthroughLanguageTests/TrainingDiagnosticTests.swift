import Testing

/// What is said of examples, epochs and updates: ‹ › stand around the place.
@Suite struct TrainingDiagnosticTests {
  private static let oneCellEach = "write one cell for each column, with `|` between them and not at the ends"
  private static let names = "write names with `|` between them and not at the ends, such as `X | T`"

  @Test(arguments: [
    Wrong(
      "examples:\n  X | T\n  ‹1 | 2 | 3›\ny = X*T", "this row has 3 cells, the table has 2 columns: `X` and `T`",
      oneCellEach),
    Wrong(
      "examples:\n  a | b | c\n  ‹1›   # one\ny = a", "this row has 1 cell, the table has 3 columns: `a`, `b` and `c`",
      oneCellEach),
    Wrong("examples:\n  X\n  ‹1 |›\ny = X", "this row has 2 cells, the table has 1 column: `X`", oneCellEach),
    Wrong(
      "‹examples:›\n\ny = 1", "`examples:` needs a table",
      "write the names of the columns, such as `X | T`, and one line for each example below"),
    Wrong(
      "‹examples:›\n  X | T\ny = X", "the table holds no example",
      "write one line for each example below the names of the columns"),
    Wrong("examples:\n  ‹1› | 2\n  3 | 4\ny = X", "a table of examples begins with the names of its columns", names),
    Wrong("examples:\n  X | ‹T u›\n  3 | 4\ny = X", "a table of examples begins with the names of its columns", names),
    Wrong("examples:\n  X | T |‹›\n  3 | 4\ny = X", "a table of examples begins with the names of its columns", names),
    Wrong(
      "X = 1\nexamples:\n  ‹X› | T\n  3 | 4", "`X` is already defined in line 1",
      "every quantity keeps one value; give this one a name of its own"),
    Wrong(
      "examples:\n  X | ‹X›\n  3 | 4\ny = X", "`X` is already defined in line 2",
      "every quantity keeps one value; give this one a name of its own"),
    Wrong(
      "examples:\n  X\n  1\n‹examples:›\n  Y\n  2\ny = X", "`examples:` stands already in line 1",
      "keep one of the two"),
    Wrong(
      "examples:\n  X | T\n  1 ‹2› | 3\ny = X", "`2` is not understood here",
      "write one operator, such as `*` or `+`, between two operands"),
    Wrong(
      "examples:\n  X | T\n  1 | ‹›\ny = X", "an operand is missing here",
      "write a number, a name or a parenthesis"),
    Wrong(
      "examples:\n  X | T\n  [1, 2 ‹3›] | 1\n  [3, 4] | 0\nW = [1; 2]\nL = (X*W - T)^2\n"
        + "minimize: L, summed over the examples", "a comma is missing before this",
      "write commas between the entries of a row, and `;` or a line end between rows"),
    Wrong(
      "examples:\n  X\n  ‹y›\ny = X", "a given is a constant and cannot use `y`",
      "write a number alone, without a unit or another name"),
  ])
  func aTableIsExplained(_ wrong: Wrong) {
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  private static let table = "examples:\n  X | T\n  1 | 2\nweights: w = 1\nL = w*X - T\nR = w^2\n"

  @Test(arguments: [
    Wrong(
      "minimize: ‹L›",
      "with `examples:`, the objective is a sum or a mean over them, and the two have different gradients",
      "write `minimize: L, summed over the examples` or `minimize: L, averaged over the examples`"),
    Wrong(
      "minimise: L, ‹summed›", "`summed` is not understood here",
      "choose one of `summed over the examples`, `averaged over the examples`, `plus NAME`"),
    Wrong(
      "minimize: L, summed over the examples, ‹averaged over the examples›",
      "this line has said before what `averaged over the examples` says", "keep one of the two"),
    Wrong(
      "minimize: L, summed over the examples, plus R ‹*› 2", "`plus` takes the name of one quantity",
      "give the expression a line and a name of its own, and put the name here"),
    Wrong(
      "minimize: L, summed over the examples, plus ‹w›", "`w` is a given",
      "name a quantity that the file computes"),
    Wrong(
      "S = R + L\nminimize: L, summed over the examples, plus ‹S›",
      "`S` depends on the examples, and `plus` adds something once, whatever their number",
      "add it in the formula of `L`, or name a quantity without examples"),
    Wrong(
      "S = [1, 2]\nminimize: L, summed over the examples, plus ‹S›",
      "what is added to the objective is one number, and `S` is 1 × 2",
      "draw it together with `sum(S)` on a line of its own, and name that line here"),
    Wrong(
      "minimize: L, summed over the examples, plus ‹Q›", "`Q` is not defined",
      "define it above, as a given or as a statement"),
  ])
  func anObjectiveWithExamplesIsExplained(_ wrong: Wrong) {
    let whole = Wrong(Self.table + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test(arguments: [
    Wrong(
      "minimize: L, ‹summed over the examples›", "there are no examples, so nothing is summed over the examples",
      "add `examples:`, or drop these words"),
    Wrong(
      "R = w^2\nminimize: L, plus ‹R›",
      "`plus` adds something once, whatever the number of examples, and there are no examples",
      "add it in the formula of `L`"),
    Wrong(
      "minimize: L\nrate: 1\nupdate: ‹after each example›", "there are no examples to update after",
      "add `examples:`, or drop `after each example`"),
  ])
  func withoutExamplesNothingSpeaksOfThem(_ wrong: Wrong) {
    let whole = Wrong("weights: w = 1\nL = w^2\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  private static let climb = "unknowns: x = 3, y = 4\nf = x*y\nmaximize: f\n"
  private static let epochs = "the number of epochs is a whole number from 1"
  private static let inDigits = "write it in digits, such as `epochs: 200`"
  private static let until =
    "write `the gain is below 0.001`, `L is below 0.01`, `f is above 99` or `y is within 0.5 of t`"
  private static let unread = "what is waited for is not understood"

  @Test(arguments: [
    Wrong("epochs: ‹›", "the number of epochs is missing", "write, for example, `epochs: 200`"),
    Wrong("epochs: ‹-1›", epochs, inDigits), Wrong("epochs: ‹0›", epochs, inDigits),
    Wrong("epochs: ‹1.5›", epochs, inDigits), Wrong("epochs: ‹many›", epochs, inDigits),
    Wrong("epochs: ‹200 times›  # many", epochs, inDigits), Wrong("epochs: ‹1e3›", epochs, inDigits),
    Wrong(
      "epochs: ‹10000000›", "more than 1000000 epochs",
      "ask for fewer; `--max-epochs 10000000` on the command line raises the limit"),
    Wrong("epochs: ‹2000000000›", "more than 1000000 epochs", "ask for 100000000 at most"),
    Wrong("until: ‹›", unread, until), Wrong("until: ‹f = 3›", unread, until),
    Wrong("until: ‹the gain is above 3›", unread, until), Wrong("until: ‹f is below 3 metres›", unread, until),
    Wrong("until: ‹f is within 3›", unread, until), Wrong("until: ‹the f is below 3›", unread, until),
    Wrong("until: the gain is below ‹-1›", "nothing comes this close", "write a number above 0"),
    Wrong("until: ‹q› is below 1", "`q` is not defined", "define it above, as a given or as a statement"),
  ])
  func repeatedUpdatesAreExplained(_ wrong: Wrong) {
    let whole = Wrong(Self.climb + "rate: 1\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test(arguments: ["epochs: 3", "until: the gain is below 1", "update: momentum"])
  func withoutARateThereIsNoUpdate(line: String) {
    let colon = line.firstIndex(of: ":") ?? line.startIndex
    let whole = Wrong(
      Self.climb + "‹" + line[...colon] + "›" + line[colon...].dropFirst(), "without `rate:` there is no update",
      "add `rate:`, or drop this line")
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test(arguments: [
    Wrong(
      "update: ‹adm›", "`adm` is not understood here", "did you mean `adam`?"),
    Wrong(
      "update: adam, ‹momentum›", "this line has said before what `momentum` says", "keep one of the two"),
    Wrong(
      "update: ‹after every 0 examples›", "after how many examples is not understood",
      "write a whole number: `after every 2 examples`"),
    Wrong(
      "update: adam, ‹beta = 0.9›", "`adam` has no constant `beta`", "it has `beta1`, `beta2` and `epsilon`"),
    Wrong(
      "update: ‹beta = 0.9›", "`beta` belongs to a way to update, and none is named",
      "name one, such as `adam`, before its constants"),
    Wrong(
      "update: adam, ‹gamma› = 0.9", "`gamma` is not understood here",
      "choose one of `beta`, `beta1`, `beta2`, `epsilon`"),
    Wrong(
      "update: adam, beta1 = ‹1›", "`beta1` is a number from 0 up to, and without, 1",
      "write it in digits, such as `beta1 = 0.9`"),
    Wrong(
      "update: adam, beta1 = ‹-0.1›", "`beta1` is a number from 0 up to, and without, 1",
      "write it in digits, such as `beta1 = 0.9`"),
    Wrong(
      "update: adam, epsilon = ‹0›", "`epsilon` is a number above 0", "write it in digits, such as `epsilon = 1e-8`"),
    Wrong(
      "update: adam, beta1 = 0.5, ‹beta1 = 0.6›", "this line has said before what `beta1` says",
      "keep one of the two"),
    Wrong(
      "update: ‹reusing new weights›, momentum",
      "new weights cannot be reused within an update here: `momentum` is defined for whole updates",
      "drop `reusing new weights`, or `momentum`"),
    Wrong(
      "update: ‹reusing›\nderivatives: central differences, h = 1",
      "new weights cannot be reused within an update here: "
        + "differences need no backward pass in which a new weight could be used",
      "drop `reusing new weights`, or `derivatives:`"),
    Wrong(
      "start: ‹v›(x) = 1", "an update by rate and slope alone keeps nothing that could start somewhere",
      "name a way to update, such as `update: adam`, or drop `start:`"),
    Wrong(
      "update: rmsprop\nstart: ‹m›(x) = 1", "`m` is not what `rmsprop` keeps from update to update", "it keeps `v`"),
    Wrong(
      "update: adam\nstart: ‹mhat›(x) = 1", "`mhat` is not what `adam` keeps from update to update",
      "it keeps `m` and `v`"),
    Wrong(
      "update: adam\nstart: m(‹f›) = 1", "`f` is not moved by an update, so there is no `m(f)`",
      "an update moves only what stands under `weights:`, `biases:` or `unknowns:`"),
    Wrong(
      "update: adam\nstart: m ‹=› 1", "a start is `STATE(NAME) = NUMBER`",
      "for example `start: m(w) = 0.1, v(w) = 0.01`"),
    Wrong(
      "update: adam\nstart: m(x) = 1, ‹m(x)› = 2", "this line has said before what `m(x)` says",
      "keep one of the two"),
    Wrong(
      "derivatives: ‹forward differences›", "differences need to know how far to go to the side",
      "write `forward differences, h = 0.0001`"),
    Wrong("derivatives: forward differences, h = ‹0›", "`h` is a number above 0", "write, for example, `h = 0.0001`"),
    Wrong(
      "derivatives: ‹backward differences›, h = 1", "`backward differences` is not understood here",
      "choose one of `forward differences`, `central differences`, `by the rules`"),
    Wrong("arithmetic: ‹half›", "`half` is not understood here", "choose one of `double`, `single`"),
  ])
  func aWayToUpdateIsExplained(_ wrong: Wrong) {
    let whole = Wrong(Self.climb + "rate: 1\n" + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test func whatStandsBelowAHeadingInErrorIsNotBlamedForIt() {
    let wrong = Wrong(
      Self.table + "minimize: L, summed over the examples\npublished example ‹2›:\n  L = 0\n  dL/dX = 1\n",
      "there is one example", "write `example 1`")
    #expect(report(wrong.text) == wrong.expectedReport)
  }

  @Test func newWeightsAreNotReusedBetweenExamples() {
    let wrong = Wrong(
      Self.table + "minimize: L, summed over the examples\nrate: 1\nupdate: ‹reusing›",
      "new weights cannot be reused within an update here: "
        + "the examples together make one update, after all of their passes",
      "drop `reusing new weights`, or the examples")
    #expect(report(wrong.text) == wrong.expectedReport)
  }
}

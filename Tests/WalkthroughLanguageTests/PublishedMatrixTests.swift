import Numerals
import Testing
import WalkthroughLanguage

@Suite struct PublishedMatrixTests {
  private static let network = """
    inputs: X = [3, 1]
    targets: T = [1, 0]
    weights: W = [6, -3; -2, 5], V = [1, -2; 0.25, 2], b = [1; 2]
    H = sigmoid(X*W)
    Y = sigmoid(H*V)
    L = sum((Y - T).^2)
    minimize: L
    rate: alpha = 0.5

    """

  private static func claim(_ line: String) throws -> Claim {
    try #require(try read(network + "published:\n  \(line)\n").claims.first)
  }

  @Test(arguments: [
    ("Y = [0.73194171, 0.12303186]", "1 × 2", ["0.73194171", "0.12303186"]),
    ("Y = [[0.73194171 0.12303186]]", "1 × 2", ["0.73194171", "0.12303186"]),
    ("Y = [.7 −.12]", "1 × 2", [".7", "−.12"]), ("Y = [0.7,\n     0.1]", "1 × 2", ["0.7", "0.1"]),
    ("Y = [0.7\n     0.1]", "1 × 2", ["0.7", "0.1"]),
    ("b = [1; 2]", "2 × 1", ["1", "2"]), ("b = [[1.]\n [2.]]", "2 × 1", ["1.", "2."]),
    ("new W = [1, 2; 3, 4]", "2 × 2", ["1", "2", "3", "4"]),
    ("dL/dV = [1 2\n  -3e-08 4]", "2 × 2", ["1", "2", "-3e-08", "4"]),
    ("W = [[1 2] [3 4]]", "2 × 2", ["1", "2", "3", "4"]), ("W = [[1, 2], [3, 4]]", "2 × 2", ["1", "2", "3", "4"]),
    ("W = [[ 1.06 -2.01] [ 0.07 2.01]]", "2 × 2", ["1.06", "-2.01", "0.07", "2.01"]),
    (
      "W = [[ 1.06 -2.01]  # first\n     # second\n     [ 0.07\n 2.01]\n    ]", "2 × 2",
      ["1.06", "-2.01", "0.07", "2.01"]
    ),
    ("W = [1, 2  # first\n     3, 4]", "2 × 2", ["1", "2", "3", "4"]),
    ("L = [[0.08699208]]", "1 × 1", ["0.08699208"]), ("Y[1, 2] = 0.12", "1 × 1", ["0.12"]),
    ("dL/dV[1, 2] = 0.12", "1 × 1", ["0.12"]), ("new V[2, :] = [1, 2]", "1 × 2", ["1", "2"]),
    ("(dL/dV)' = [1 2; 3 4]", "2 × 2", ["1", "2", "3", "4"]),
    ("dL/dV through H = [1 2; 3 4]", "2 × 2", ["1", "2", "3", "4"]),
    ("alpha*dL/dY = [1, 2]", "1 × 2", ["1", "2"]), ("local dL/dY = [1, 2]", "1 × 2", ["1", "2"]),
    ("dH/dalpha = [0, 0]", "1 × 2", ["0", "0"]), ("new W - W = [1 2; 3 4]", "2 × 2", ["1", "2", "3", "4"]),
  ])
  func aMatrixIsReadAsItIsPrinted(line: String, shape: String, entries: [String]) throws {
    let printed = try Self.claim(line).printed
    #expect(printed.shape.text == shape)
    #expect(printed.entries.map(\.text) == entries)
    #expect(!printed.text.contains("\n"))
  }

  @Test(arguments: [
    ("W = [2, 4\n     6, 8]", "W", "[2, 4; 6, 8]"),
    ("W = [2 4 # first\n     6, 8 (erratum)]", "W", "[2, 4; 6, 8 (erratum)]"),
    ("Y = [0.70\n     .1]", "Y", "[0.70, .1]"), ("W = [[2 4]\n     [6 8]]", "W", "[2, 4; 6, 8]"),
    ("W = [2 4; 6, 8]", "W", "[2 4; 6, 8]"), ("W = [[2 4] [6 8]]", "W", "[[2 4] [6 8]]"),
    ("W + [1, 2\n  3, 4] = [1, 2; 3, 4]", "W + [1, 2; 3, 4]", "[1, 2; 3, 4]"),
    ("W + [1,  # one\n  2;\n  3, 4\n  ] = [1, 2; 3, 4]", "W + [1, 2; 3, 4 ]", "[1, 2; 3, 4]"),
  ])
  func severalLinesBecomeOne(line: String, expression: String, text: String) throws {
    let claim = try Self.claim(line)
    #expect(claim.expression == expression)
    #expect(claim.printed.text == text)
  }

  @Test func linesAfterAMatrixAreReadOn() throws {
    let claims = try read(
      Self.network + "published: W = [1, 2\n  3, 4]\n  L = 1\n  b = [[1]\n    [2]]\n  L = 2\n"
    ).claims
    #expect(claims.map(\.expression) == ["W", "L", "b", "L"])
  }

  @Test(arguments: [
    ("W = [1, 2; 3, 4]", 2, "W[2, 1]"), ("dL/dV = [1, 2; 3, 4]", 1, "dL/dV[1, 2]"), ("L = 1", 0, "L"),
    ("new W - W = [1, 2; 3, 4]", 3, "(new W - W)[2, 2]"), ("W' = [1, 2; 3, 4]", 3, "W'[2, 2]"),
    ("sigmoid(W) = [1, 2; 3, 4]", 0, "sigmoid(W)[1, 1]"),
  ])
  func anEntryHasAName(line: String, entry: Int, name: String) throws {
    #expect(try Self.claim(line).name(ofEntry: entry) == name)
  }

  private static let rowsAndColumns = "write as many rows and columns as it has"
  private static let number = "write the digits of the document, such as `0.41` or `-5.34e-08`, at most 18"

  @Test(arguments: [
    Wrong(
      "Y = ‹0.5›", "one number is printed for `Y`, which is 1 × 2",
      "write all entries in brackets, or name one of them with an index, such as `[1, 2]`"),
    Wrong(
      "L = ‹[1, 2]›", "a 1 × 2 is printed for `L`, which is a number",
      "write one number, or name what has these entries"),
    Wrong("Y = ‹[1, 2, 3]›", "a 1 × 3 is printed for `Y`, which is 1 × 2", rowsAndColumns),
    Wrong(
      "b = ‹[1, 2]›", "a 1 × 2 is printed for `b`, which is 2 × 1",
      "write commas between the entries of a row, and `;` or a line end between rows"),
    Wrong(
      "Y = ‹[1; 2]›", "a 2 × 1 is printed for `Y`, which is 1 × 2", "write commas between the entries of a row"),
    Wrong(
      "W = [[1 2] [‹3›]]", "row 2 of these brackets is 1 wide, and the first is 2",
      "all rows of a matrix are equally wide"),
    Wrong("W = ‹[]›", "there is nothing in these brackets", "write the numbers of the document"),
    Wrong("W = ‹[›1, 2", "this bracket is never closed", "add `]`"),
    Wrong("Y = [1 ‹- 2›]", "`- 2` is not a number as it is printed", number),
    Wrong("Y = [1 ‹...›]", "`...` is not a number as it is printed", number),
    Wrong(
      "‹dY/dW› = 1", "`dY/dW` is of a 1 × 2 by a 2 × 2, which no page can hold",
      "give one entry a line of its own, such as `entry = Y[1, 1]`, and ask for `dentry/dW`"),
    Wrong(
      "local ‹dH/dW› = 1", "`dH/dW` is of a 1 × 2 by a 2 × 2, which no page can hold",
      "give one entry a line of its own, such as `entry = H[1, 1]`, and ask for `dentry/dW`"),
  ])
  func aPrintedMatrixIsExplained(_ wrong: Wrong) {
    let whole = Wrong(Self.network + "published:\n  " + wrong.file, wrong.message, wrong.help)
    #expect(report(whole.text) == whole.expectedReport)
  }

  @Test func stepsOfLargeMatricesHaveALimit() {
    let file = """
      weights: W = random(1000, 1000, seed 1)
      L = sum(W*W)
      minimize: L
      rate: 0.1
      published after 2 steps:
        L = 1

      """
    #expect(
      report(file).hasPrefix(
        "test.walk:5:11: error: the headings up to here ask for 2 steps of 3 quantities and 1002000001 operations on "
          + "entries\n"))
  }

  @Test func claimsNameTheirOperands() {
    let text = report(Self.network + "published:\n  dL/dV*new b' = [1]\n")
    #expect(text.contains("a 2 × 2 cannot be multiplied by a 1 × 2: `dL/dV`, "))
  }
}

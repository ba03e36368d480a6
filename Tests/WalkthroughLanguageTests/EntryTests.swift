import Testing
import WalkthroughLanguage

/// Matrix formulas written out entry by entry, by hand.
@Suite struct EntryTests {
  private static let givens = """
    inputs: X = [3, 1], h = [1; 2.50], x = 7
    weights: W = [6, -3; -2, 5], M = [1, 2, 3; 4, 5, 6]

    """

  private static var numbers: EntryNumbers {
    EntryNumbers(
      generated: { generator in (0..<generator.shape.count).map { 0.5 + Double($0) } },
      values: [{ _ in [0.125, -0.25] }], worked: { _ in 0 })
  }

  private static func entries(_ text: String) throws -> Walkthrough {
    try #require(try read(text).entries(numbers))
  }

  /// `y[1,1] = …`, one line for each entry.
  private static func lines(_ walkthrough: Walkthrough) -> [String] {
    walkthrough.quantities.indices.map { index in
      let formula = walkthrough.expression(of: index).text { walkthrough.quantities[$0].name }
      return "\(walkthrough.quantities[index].name) = \(formula)"
    }
  }

  @Test(arguments: [
    ("X*W", ["X[1,1]*W[1,1] + X[1,2]*W[2,1]", "X[1,1]*W[1,2] + X[1,2]*W[2,2]"]),
    ("(W*W)[1, :]", ["W[1,1]*W[1,1] + W[1,2]*W[2,1]", "W[1,1]*W[1,2] + W[1,2]*W[2,2]"]),
    ("X*X'", ["X[1,1]*X[1,1] + X[1,2]*X[1,2]"]),
    ("X'", ["X[1,1]", "X[1,2]"]),
    ("M'[2, :]", ["M[1,2]", "M[2,2]"]),
    ("M[2, 2:3]", ["M[2,2]", "M[2,3]"]),
    ("h[2]", ["h[2,1]"]),
    ("[X; 2X]", ["X[1,1]", "X[1,2]", "2X[1,1]", "2X[1,2]"]),
    ("[h, W[:, 2]]", ["h[1,1]", "W[1,2]", "h[2,1]", "W[2,2]"]),
    ("X.*h'", ["X[1,1]*h[1,1]", "X[1,2]*h[2,1]"]),
    ("X./(2x)", ["X[1,1]/(2x)", "X[1,2]/(2x)"]),
    ("(X - 1).^2", ["(X[1,1] - 1)^2", "(X[1,2] - 1)^2"]),
    ("x + X", ["x + X[1,1]", "x + X[1,2]"]),
    ("X + W", ["X[1,1] + W[1,1]", "X[1,2] + W[1,2]", "X[1,1] + W[2,1]", "X[1,2] + W[2,2]"]),
    ("-sigmoid(X)", ["-sigmoid(X[1,1])", "-sigmoid(X[1,2])"]),
    ("sum(W)", ["W[1,1] + W[1,2] + W[2,1] + W[2,2]"]),
    ("sum(M, rows)", ["M[1,1] + M[1,2] + M[1,3]", "M[2,1] + M[2,2] + M[2,3]"]),
    ("mean(M, columns)", ["(M[1,1] + M[2,1])/2", "(M[1,2] + M[2,2])/2", "(M[1,3] + M[2,3])/2"]),
    ("mean(x)", ["x"]),
    ("max(M, rows)", ["max(M[1,1], M[1,2], M[1,3])", "max(M[2,1], M[2,2], M[2,3])"]),
    ("min(W)", ["min(W[1,1], W[1,2], W[2,1], W[2,2])"]),
    ("max(0, X)", ["max(0, X[1,1])", "max(0, X[1,2])"]),
    ("softmax(X)", ["exp(X[1,1])/(exp(X[1,1]) + exp(X[1,2]))", "exp(X[1,2])/(exp(X[1,1]) + exp(X[1,2]))"]),
    ("diag(X)", ["X[1,1]", "0", "0", "X[1,2]"]),
    ("diag(X)*h", ["X[1,1]*h[1,1]", "X[1,2]*h[2,1]"]),
    ("eye(2)*h", ["h[1,1]", "h[2,1]"]),
    ("X*zeros(2, 1)", ["0"]),
    ("ones(1, 2)*h", ["h[1,1] + h[2,1]"]),
    ("random(1, 2, seed 7)*h", ["0.5*h[1,1] + 1.5*h[2,1]"]),
    ("2([1, -2.50])", ["2*1", "2(-2.50)"]),
    ("[1.50, 2]*h", ["1.50*h[1,1] + 2*h[2,1]"]),
    ("sum(X + 1)", ["X[1,1] + 1 + (X[1,2] + 1)"]),
  ])
  func everyEntryHasAFormulaOfItsOwn(formula: String, expected: [String]) throws {
    let walkthrough = try Self.entries(Self.givens + "y = \(formula)\n")
    #expect(!walkthrough.hasMatrices)
    let formulas = walkthrough.quantities.indices.filter { walkthrough.quantities[$0].role == .computed }.map { index in
      walkthrough.expression(of: index).text { walkthrough.quantities[$0].name }
    }
    #expect(formulas == expected)
  }

  @Test func everythingThatTheFileSaysIsCarriedOver() throws {
    let walkthrough = try Self.entries(
      """
      title: T
      examples:
        X | t
        [1, 2.0] | 3
        [4, 5] | 6
      weights: W_a = [0.10; 0.2], V = random(1, 2, seed 1)
      notation: V as v^(out)
      section: First
      y = X*W_a
      note: then
      E = (y - t)^2 + 0*sum(V)
      minimize: E, averaged over the examples
      rate: eta = 0.5
      update: adam, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8
      start: m(W_a) = [1; 2]
      epochs: 3
      telling: nodes

      """)
    #expect(
      Self.lines(walkthrough) == [
        "X[1,1] = 1", "X[1,2] = 2.0", "t = 3", "W_a[1,1] = 0.10", "W_a[2,1] = 0.2", "V[1,1] = 0.125", "V[1,2] = -0.25",
        "y = X[1,1]*W_a[1,1] + X[1,2]*W_a[2,1]", "E = (y - t)^2 + 0*(V[1,1] + V[1,2])", "eta = 0.5",
      ])
    #expect(
      walkthrough.quantities.map(\.role) == [.example, .example, .example] + [Role](repeating: .weight, count: 4) + [
        .computed, .computed, .rate,
      ])
    #expect(walkthrough.passages.map(\.before) == [7, 8])
    #expect(walkthrough.objective == Objective(sense: .minimize, quantity: 8, combination: .averaged))
    #expect(walkthrough.rate == 9)
    #expect(walkthrough.telling == .nodes)
    #expect(walkthrough.epochs == 3)
    #expect(walkthrough.examples?.quantities == [0, 1, 2])
    #expect(
      walkthrough.examples?.rows.map { $0.map { walkthrough.expression(at: $0).text { _ in "" } } } == [
        ["1", "2.0", "3"], ["4", "5", "6"],
      ])
    #expect(walkthrough.updateStarts.map(\.quantity) == [3, 4])
    #expect(walkthrough.nameParts(of: 4) == NameParts(base: "W", subscripts: ["a"], indices: ["2", "1"]))
    #expect(
      walkthrough.nameParts(of: 6)
        == NameParts(base: "v", subscripts: [], superscripts: ["(out)"], indices: ["1", "2"]))
  }

  @Test(arguments: [
    ("W = random(20, 21, seed 1)", "sum(W)", "telling: weights", "more than 400 quantities"),
    ("W = random(19, 19, seed 1)", "sum(W*W*W*W)", "telling: nodes", "very long formulas"),
    ("W = [1, 2]", "sum(W)", "update: reusing new weights\ntelling: gates", "takes its new values all at once"),
  ])
  func tellingsOfNumbersThatWouldBeTooLongAreRefused(weights: String, formula: String, telling: String, why: String) {
    let text = "weights: \(weights)\nL = \(formula)\nminimize: L\nrate: 0.1\n"
    #expect(report(text).isEmpty)
    let complaint = report(text + telling + "\n")
    #expect(complaint.contains(why))
    #expect(complaint.contains("help: choose `matrices`"))
  }

  @Test(arguments: [Telling.gates, .nudge]) func whatWorksWithOneSetOfValuesTellsNoReusedWeights(telling: Telling) {
    let text = "weights: v = 1, w = 2\ny = v^2\nE = w*y\nminimize: E\nrate: 0.1\ntelling: \(telling.rawValue)\n"
    #expect(report(text).isEmpty)
    let complaint = report(text + "update: reusing new weights\n")
    #expect(complaint.contains("the telling `\(telling.rawValue)` works with one set of values"))
    #expect(complaint.contains("help: choose `nodes`"))
  }

  @Test func aSmallMatrixFileMayBeToldByNumbers() throws {
    for telling in Telling.allCases {
      #expect(
        try read(Self.givens + "y = sum(X*W)\nminimize: y\nrate: 0.1\ntelling: \(telling.rawValue)\n").telling
          == telling)
    }
  }
}

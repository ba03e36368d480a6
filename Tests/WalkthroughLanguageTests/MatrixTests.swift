import Testing
import WalkthroughLanguage

/// Matrices as they are understood: the tree that was read, and its shape.
@Suite struct MatrixTests {
  private static let givens = """
    inputs: X = [3, 1], h = [1; 2; 3], x = 7
    weights: W = [6, -3; -2, 5], M = [1, 2, 3; 4, 5, 6]

    """

  private static func last(_ formula: String) throws -> (text: String, shape: String) {
    let walkthrough = try read(givens + "y = \(formula)\n")
    let last = walkthrough.quantities.count - 1
    let text = walkthrough.expression(of: last).text { walkthrough.quantities[$0].name }
    return (text, walkthrough.quantities[last].shape.text)
  }

  @Test(arguments: [
    ("X*W", "1 × 2"), ("W*X'", "2 × 1"), ("(X*W)'", "2 × 1"), ("-W'", "2 × 2"), ("W.^2*W", "2 × 2"),
    ("(W*W).^2", "2 × 2"), ("2W", "2 × 2"), ("W - 2", "2 × 2"), ("1./M", "2 × 3"), ("W/2", "2 × 2"),
    ("2.*X", "1 × 2"), ("W.*W./(1 + W)", "2 × 2"), ("W + X", "2 × 2"), ("M + W[:, 1]", "2 × 3"), ("h + h*X", "3 × 2"),
    ("sigmoid(X*W)", "1 × 2"), ("max(0, W)", "2 × 2"), ("max(X, W, 1)", "2 × 2"), ("max(W)", "1 × 1"),
    ("min(M, rows)", "2 × 1"), ("sum(M)", "1 × 1"), ("sum(M, rows)", "2 × 1"), ("mean(M, columns)", "1 × 3"),
    ("softmax(M)", "2 × 3"), ("diag(X)", "2 × 2"), ("diag(h)", "3 × 3"), ("W[1, 2]", "1 × 1"), ("M[2, :]", "1 × 3"),
    ("M[:, 2:3]", "2 × 2"), ("h[2]", "1 × 1"), ("h[2:3]", "2 × 1"), ("X[:]", "1 × 2"), ("M'[3, 1:2]", "1 × 2"),
    ("(W*M)[1, :]'", "3 × 1"), ("[X; X]", "2 × 2"), ("[h, h]", "3 × 2"), ("[h; 4]", "4 × 1"), ("[1]", "1 × 1"),
    ("[1, 2; 3, 4]*W", "2 × 2"), ("[x, 2x; -x, x - 1]", "2 × 2"), ("[W, W; W, W]", "4 × 4"),
    ("[[1; 2], [3; 4]]", "2 × 2"), ("eye(3)*h", "3 × 1"), ("zeros(2, 3) + M", "2 × 3"), ("ones(3, 1)", "3 × 1"),
    ("random(2, 3, seed 7, he)*h", "2 × 1"), ("0.1*random(2, 2, seed 1, uniform)[1, :]", "1 × 2"), ("sum(x)", "1 × 1"),
    ("(2)[1]", "1 × 1"), ("2([1, 2])", "1 × 2"), ("x'", "1 × 1"), ("[1, 2]'", "2 × 1"), ("2'", "1 × 1"),
    ("W.*2x", "2 × 2"), ("W./(2x)", "2 × 2"), ("(-W)'", "2 × 2"), ("(W')'", "2 × 2"), ("2.^W", "2 × 2"),
    ("W.^(-1)", "2 × 2"), ("(W.^2).^x", "2 × 2"), ("W'*W", "2 × 2"), ("X*(W*W)", "1 × 2"), ("X*W - X", "1 × 2"),
    ("X*X'", "1 × 1"), ("X*X'*M", "2 × 3"), ("1/(X*X')", "1 × 1"), ("x^(X*X')", "1 × 1"),
  ])
  func aFormulaKeepsItsFormAndHasAShape(formula: String, shape: String) throws {
    let last = try Self.last(formula)
    #expect(last.text == formula || last.text == formula.replacing("(W')'", with: "W''"))
    #expect(last.shape == shape)
    #expect(try Self.last(last.text).text == last.text)
  }

  @Test(arguments: [
    ("W [1, 2]", "W[1, 2]"), ("W[1,2]", "W[1, 2]"), ("M[ : ,1:1]", "M[:, 1]"), ("[1,2;3,4]", "[1, 2; 3, 4]"),
    ("[1, 2;]", "[1, 2]"), ("[1, - 2]", "[1, -2]"), ("[2 - 1]", "[2 - 1]"), ("[(2 -1)]", "[2 - 1]"),
    ("random(1, 2, seed 7)", "random(1, 2, seed 7, uniform)"),
    ("random(1, 2, xavier, seed 7)", "random(1, 2, seed 7, xavier)"), ("2.*x", "2*x"), ("x.^2", "x^2"), ("2./x", "2/x"),
    ("2.", "2"), ("W.^-1", "W.^(-1)"), ("(X*W)*W", "X*W*W"), ("max(max(X, 1), 2)", "max(X, 1, 2)"),
  ])
  func aFormulaIsUnderstoodAs(formula: String, meaning: String) throws {
    #expect(try Self.last(formula).text == meaning)
  }

  @Test(arguments: [
    "[1, 2\n   3, 4]", "[\n 1, 2\n 3, 4\n]", "[1,\n 2; 3, 4]", "[1, 2;\n\n# comment\n  # comment\n 3, 4 # end\n ]",
    "[1, 2 # first row\n 3, 4  # second\n]",
  ])
  func aMatrixMaySpanLines(text: String) throws {
    for file in ["y = \(text)\n", "weights: y = \(text), z = 1\nq = y*z\n", "weights: z = 1\n  y = \(text)\nq = y*z\n"]
    {
      let walkthrough = try read(file)
      let y = try #require(walkthrough.quantities.firstIndex { $0.name == "y" })
      #expect(walkthrough.expression(of: y).text { _ in "" } == "[1, 2; 3, 4]")
      #expect(walkthrough.quantities[y].shape == Shape(rows: 2, columns: 2))
    }
  }

  @Test func rowsAreStackedAndThenTheMatrix() throws {
    let walkthrough = try read("W = [1, 2; 3, 4]\nR = [5]\n")
    let kinds = walkthrough.nodes.map { node in
      switch node.kind {
      case .number(let value, _): "\(value)"
      case .stack(let stacking, let count): "\(stacking) \(count)"
      case .constant, .quantity, .operation, .juxtaposition, .elementwise, .matrix, .selection, .generated, .declared,
        .updated, .derivative, .localDerivative, .state:
        "other"
      }
    }
    #expect(
      kinds == ["1.0", "2.0", "sideBySide 2", "3.0", "4.0", "sideBySide 2", "below 2", "5.0", "sideBySide 1"])
  }

  @Test func aQuantityMayBeCalledRows() throws {
    let walkthrough = try read("inputs: rows = 2, a = 1\ny = max(a, rows)\n")
    #expect(walkthrough.expression(of: 2) == .call(.max, [.quantity(1), .quantity(0)]))
  }

  @Test func operandsOfElementwiseSignsAreGroupedAsTheyAreRead() throws {
    let walkthrough = try read("W = [1, 2]\ny = W.*W/2\nz = -W.^2\n")
    let w = Expression.quantity(0)
    #expect(
      walkthrough.expression(of: 1)
        == .product([.init(w), .init(w, isElementwise: true), .init(.integer(2), isDivisor: true)]))
    #expect(walkthrough.expression(of: 2) == .negation(.matrix(.power(w, .integer(2)))))
  }
}

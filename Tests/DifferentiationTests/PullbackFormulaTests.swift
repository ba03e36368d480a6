import Testing
import WalkthroughLanguage

@testable import Differentiation

/// What operands are sent back, as it is written.
@Suite struct PullbackFormulaTests {
  private func sentBack(_ file: String, to operand: String) throws -> String {
    let walkthrough = try SourceText(name: "t", text: file).walkthrough()
    let edge = try #require(
      try Laboratory(walkthrough).edges.firstIndex { walkthrough.quantities[$0.operand].name == operand })
    // The last quantity stands for the adjoint of v.
    let adjoint = walkthrough.quantities.count - 1
    return Pullbacks(walkthrough).pullback(alongEdge: edge, adjoint: .quantity(adjoint))
      .text { walkthrough.quantities[$0].name }
  }

  /// Both sides of a sign have shapes that fit: no row stands beside a column, and what a diagonal sends back lies as
  /// the column that it was made of.
  @Test(arguments: [
    ("v = mean(softmax(W), columns)", "W", "softmax(W).*(1/2*s.*ones(2,2)-sum(1/2*s.*softmax(W),rows))"),
    ("v = diag(C)", "C", "diag(s)'"), ("v = diag(A)", "A", "diag(s)"),
  ])
  func shapesFit(statement: String, operand: String, formula: String) throws {
    let file = "inputs: W = [1, 2; 3, 4], C = [1; 2], A = [1, 2]\n\(statement)\ns = v\n"
    #expect(try sentBack(file, to: operand).filter { $0 != " " } == formula)
  }

  /// Signs work from the left, so nobody writes (A + B) − W; the brackets of the file stay. What is used three times
  /// comes back in three parts of one sum.
  @Test(arguments: [
    ("v = (A + B - W).^2", "A", "2s.*(A+B-W)"), ("v = (A - (B + W)).^2", "A", "2s.*(A-(B+W))"),
    ("v = A.*B + A.*W + A.*A", "A", "s.*B+s.*W+s.*A+s.*A"), ("v = A.*B - A.*W", "A", "s.*B-s.*W"),
  ])
  func sumsHaveNoBracketsThatNobodyWrote(statement: String, operand: String, formula: String) throws {
    let file = "inputs: A = [1, 2; 3, 4], B = [5, 6; 7, 8], W = [1, 0; 2, 1]\n\(statement)\ns = v\n"
    #expect(try sentBack(file, to: operand).filter { $0 != " " } == formula)
  }

  /// The transpose of Aᵀ·G is Gᵀ·A, and that of a number is the number.
  @Test(arguments: [
    ("v = A*B'", "B", "s'*A"), ("v = A'*B", "A", "B*s'"), ("v = A*B'", "A", "s*B"), ("v = 3*A*B'", "B", "3*(s'*A)"),
    ("v = a*b'", "b", "s*a"), ("v = (A*B)'", "B", "A'*s'"),
  ])
  func nothingIsTransposedTwice(statement: String, operand: String, formula: String) throws {
    let file = "inputs: A = [1, 2; 3, 4], B = [5, 6; 7, 8], a = [1, 2], b = [3, 4]\n\(statement)\ns = v\n"
    #expect(try sentBack(file, to: operand).filter { $0 != " " } == formula)
  }

  /// Brackets are worked two entries at a time, and no reader should see that.
  @Test(arguments: [
    ("v = [a; b; c; d]", "a", "s[1]"), ("v = [a; b; c; d]", "c", "s[3]"), ("v = [a, b, c, d]", "d", "s[4]"),
    ("v = [A, B, 1]", "B", "s[3:4]"), ("v = [a, b; c, d]", "c", "s[2, 1]"), ("v = [A; B; A]", "B", "s[2, :]"),
    ("v = [a; b; c].^2", "b", "(2s.*[a; b; c])[2]"), ("v = [a, b, c].^2", "c", "(2s.*[a, b, c])[3]"),
    ("v = [a, b; c, d].^2", "b", "(2s.*[a, b; c, d])[1, 2]"),
  ])
  func aBracketIsOne(statement: String, operand: String, formula: String) throws {
    let file = "inputs: a = 1, b = 2, c = 3, d = 4, A = [1, 2], B = [3, 4]\n\(statement)\ns = v\n"
    #expect(try sentBack(file, to: operand).filter { $0 != " " } == formula.filter { $0 != " " })
  }
}

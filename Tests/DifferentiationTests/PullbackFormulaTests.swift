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

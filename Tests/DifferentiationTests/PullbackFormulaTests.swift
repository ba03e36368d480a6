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

import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// Jacobians for as many as have them, and a reason why the others have none.
@Suite struct JacobiansToldTests {
  /// W and U come to the objective by rows, V by a matrix of two rows.
  private static let mixed = """
    inputs: x = [1, 2], Z = [1, 2; 3, 4]
    weights: W = [0.1, 0.2; 0.3, 0.4], V = [0.5, 1; 0.2, 1], U = [1; 2]
    s = x*W
    h = sigmoid(s)
    Y = sigmoid(Z*V)
    L1 = h*U
    L2 = sum(Y)
    L = L1 + L2
    minimize: L
    rate: 0.1
    telling: jacobians

    """

  @Test func whatAJacobianIsIsSaidWhereAnyIsTold() throws {
    let told = try document(Self.mixed).prose
    #expect(told.contains("Where a step turns one row of numbers into another"))
    #expect(told.contains("the Jacobian of the step"))
    #expect(!told.contains("Every step of the network"))
    let rows = Self.mixed.replacing("L = L1 + L2", with: "L = L1")
    #expect(try document(rows).prose.contains("Every step of the network turns one row of numbers into another"))
  }
}

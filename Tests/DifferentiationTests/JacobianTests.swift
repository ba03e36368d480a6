import Differentiation
import Numerals
import Testing
import WalkthroughLanguage

@Suite struct JacobianTests {
  private static func trace(_ text: String) throws -> Trace {
    try SourceText(name: "test", text: text).walkthrough().trace()
  }

  private static let network = """
    inputs: X = [1, -2, 0.5]
    weights: W1 = [0.5, -1; 0.25, 0.75; 1, 2], W2 = [2, 0.5; -1, 0.3]
    biases: b1 = [0.5, 0.25]
    targets: t = [0.1, 0.9]
    U = X*W1 - b1
    H = tanh(U)
    Z = 2*(H*W2)
    P = sigmoid(Z)
    L = sum((P - t).^2)
    minimize: L

    """

  /// The matrices along the only path, multiplied from the objective down, as numbers.
  private static func product(_ trace: Trace, from name: String) throws -> Matrix {
    let quantity = try #require(trace.walkthrough.quantities.firstIndex { $0.name == name })
    let path = try #require(trace.paths(from: quantity, limit: 2).first)
    let pullbacks = Pullbacks(trace.walkthrough)
    var outer: Expression?
    var product = Matrix(1)
    for edge in path.reversed() {
      switch try #require(pullbacks.jacobian(alongEdge: edge)) {
      case .factor(let factor):
        let value = factor.matrixValue { trace.values.matrix($0) }
        product = Expression.product([.init(.quantity(0)), .init(.quantity(1))]).matrixValue {
          $0 == 0 ? product : value
        }
      case .outer(let factor): outer = factor
      }
    }
    guard let left = outer?.matrixValue({ trace.values.matrix($0) }) else { return product }
    return Expression.product([.init(.quantity(0)), .init(.quantity(1))]).matrixValue { $0 == 0 ? left : product }
  }

  @Test(arguments: ["W1", "W2", "b1"])
  func theirProductIsTheAdjoint(weight: String) throws {
    let trace = try Self.trace(Self.network)
    let quantity = try #require(trace.walkthrough.quantities.firstIndex { $0.name == weight })
    let adjoint = try #require(trace.backward).adjoints.matrix(quantity)
    let product = try Self.product(trace, from: weight)
    #expect(product.shape == adjoint.shape)
    for (one, other) in zip(product.entries, adjoint.entries) {
      #expect((one - other).magnitude <= 1e-12 * other.magnitude)
    }
  }

  @Test(arguments: [
    ("y = X*A", "[1, 2; 3, 4]'"), ("y = tanh(X)", "diag(1 - y.^2)"), ("y = X + [1, 1]", "eye(2)"),
    ("y = -X", "-eye(2)"), ("y = relu(X)", "diag([X > 0])"),
  ])
  func theyAreWrittenAsALessonDoes(line: String, jacobian: String) throws {
    let trace = try Self.trace(
      "weights: X = [1, 2]\nfixed: A = [1, 2; 3, 4]\n\(line)\nL = sum(y)\nminimize: L\n")
    let walkthrough = trace.walkthrough
    let edge = try #require(
      trace.edges.firstIndex {
        walkthrough.quantities[$0.result].name == "y" && walkthrough.quantities[$0.operand].name == "X"
      })
    guard case .factor(let factor)? = Pullbacks(walkthrough).jacobian(alongEdge: edge) else {
      Issue.record("no factor")
      return
    }
    let names = ["X": "X", "A": "[1, 2; 3, 4]", "y": "y"]
    #expect(factor.text { names[walkthrough.quantities[$0].name] ?? "" } == jacobian)
  }
}

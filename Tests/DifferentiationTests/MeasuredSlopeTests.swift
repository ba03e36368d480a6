import Testing
import WalkthroughLanguage

@testable import Differentiation

@Suite struct MeasuredSlopeTests {
  /// 3·0.1 − 0.3 is 5.6e-17 in doubles, so a rectifier bends there; what comes out is squared, and only the second
  /// derivative jumps. At the first two step sizes the third derivative hides most of it.
  @Test func aJumpOfTheSecondDerivativeIsNotTakenForAFault() throws {
    let file = """
      inputs: X = [1, 2; 3, -1]
      targets: T = [1; 0]
      weights: W = [0.1, -0.2; 0.3, 0.4], V = [0.5; 0.7]
      H = relu(X*W)
      Y = H*V
      L = sum((Y - T).^2)
      minimize: L
      rate: 0.05

      """
    let trace = try SourceText(name: "test.walk", text: file).walkthrough().trace()
    // X'·(2(Y − T)·V' ⊙ [X·W > 0]) with Y − T = [−0.23; 0].
    let slopes = [-0.23, -0.322, -0.46, -0.644]
    for (entry, slope) in zip(trace.updates[0].gradient.entries, slopes) { #expect((entry - slope).magnitude < 1e-12) }
  }

  /// Knuth's generator by exact integers, in Python: parts between 1/4 and 1, times the size of the given or 1.
  @Test(arguments: [
    "weights: a = 0.5, b = -4, c = 0, d = 1.5\nE = a*b*c*d", "weights: W = [0.5, -4; 0, 1.5]\nE = sum(W)",
  ])
  func theDirectionOfTheSelfCheckIsTheSameInNumbersAndInMatrices(file: String) throws {
    let walkthrough = try SourceText(name: "test.walk", text: file + "\nminimize: E\nrate: 0.1\n").walkthrough()
    let direction = try Laboratory(walkthrough).direction()
    let parts = walkthrough.asked.flatMap { direction.matrix($0).entries }
    #expect(parts == [0.38159480690956116, 2.998067796230316, 0.7766635417938232, 1.2029881998896599])
    // Times itself, and the size of each part: by hand to five digits.
    #expect((direction.dot(direction, over: walkthrough.asked) - 11.18441).magnitude < 1e-4)
  }
}

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
}

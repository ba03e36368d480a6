import Testing

@testable import Stepper

/// A rate of 0.1 or 0.5 that was left out makes digits that other mistakes make, too.
@Suite struct QuizRateTests {
  /// A new value, and what it comes to without the rate; by a program of its own, in doubles.
  @Test(
    "With a rate of 0.1 the digits of the slope move by one place, as if one was lost",
    arguments: [
      ("w1", "0.194987"), ("v1", "0.686408"), ("w3", "-0.367093"), ("b1", "0.155789"), ("v1", "0.7-0.013592"),
    ])
  func ofATenth(weight: String, answer: String) throws {
    let lesson = try QuizLesson(
      text: """
        inputs: x1 = 0.5, x2 = -1
        weights: w1 = 0.1, w2 = 0.2, w3 = -0.3, w4 = 0.4, v1 = 0.7, v2 = -0.6
        biases: b1 = 0.1, b2 = 0
        targets: t = 0.5
        s1 = w1*x1 + w2*x2 + b1
        h1 = tanh(s1)
        s2 = w3*x1 + w4*x2 + b1
        h2 = tanh(s2)
        s = v1*h1 + v2*h2 + b2
        y = tanh(s)
        E = 1/2*(t - y)^2
        minimize: E
        rate: eta = 0.1

        """)
    let judgement = try lesson.judge(answer, to: "new \(weight)")
    #expect(judgement.mistake == .forgottenFactor && judgement.message.contains("without η"), "\(judgement)")
  }

  /// w1 − ∂E/∂w1 is 0.5 + 0.82676, and so is w1 − 2·0.5·∂E/∂w1.
  @Test("With a rate of 0.5 nothing was subtracted twice", arguments: ["1.32676", "0.5+0.82676"])
  func ofAHalf(answer: String) throws {
    let lesson = try QuizLesson(
      text: """
        inputs: x1 = 2, x2 = -1
        weights: w1 = 0.5, w2 = 0.25
        biases: b = -0.4
        targets: t = 1
        s = w1*x1 + w2*x2 + b
        y = sigmoid(s)
        E = -t*ln(y) - (1 - t)*ln(1 - y)
        minimize: E
        rate: eta = 0.5

        """)
    let judgement = try lesson.judge(answer, to: "new w1")
    #expect(judgement.mistake == .forgottenFactor && judgement.message.contains("without η"), "\(judgement)")
  }
}

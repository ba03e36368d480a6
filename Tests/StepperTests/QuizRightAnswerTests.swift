import Testing

@testable import Stepper

/// Numbers by a program of its own, in doubles: ∂E_total/∂w5 = 0.08020312429316064, new w5 = 0.4518781254241036,
/// output_h1 = 0.6010878788483698, ∂E_total/∂output_o1 = 0.6849286127170141.
@Suite struct QuizRightAnswerTests {
  static let lesson = Result { try QuizLesson("two-two-two") }

  @Test(
    "What the page shows is right, cut or rounded, and so are more digits of the same number",
    arguments: [
      ("dE_total/dw5", "0.08020"), ("dE_total/dw5", "0.0802"), ("dE_total/dw5", ".0802"), ("dE_total/dw5", "8.02e-2"),
      ("dE_total/dw5", " 0.080203 "), ("dE_total/dw5", "0.08020312429316064"), ("new w5", "0.45187"),
      ("new w5", "0.45188"), ("new w5", "0.451878"), ("output_h1", "0.60108"), ("output_h1", "0.60109"),
      ("sum_h1", "0.41"), ("sum_h1", "0.410"), ("dE2/dw1", "-0.00049"), ("dE2/dw1", "\u{2212}0.00049"),
    ])
  func digits(name: String, answer: String) throws {
    let judgement = try Self.lesson.get().judge(answer, to: name)
    #expect(judgement.verdict == .right, "\(judgement)")
    #expect(judgement.mistake == nil)
  }

  @Test(
    "An expression is right that comes to the number",
    arguments: [
      ("dE_total/dw5", "0.68492*0.1948*0.60108"), ("dE_total/dw5", "0.68492·0.19480·0.60108"),
      ("dE_total/dw5", "dE_total/doutput_o1 * doutput_o1/dsum_o1 * dsum_o1/dw5"),
      ("dE_total/dw5", "∂E_total/∂output_o1 × 0.1948 ∙ output_h1"),
      ("dE_total/dw5", "(output_o1 − target1)*output_o1*(1-output_o1)*output_h1"),
      ("doutput_o1/dsum_o1", "output_o1*(1-output_o1)"), ("doutput_o1/dsum_o1", "0.73492*(1-0.73492)"),
      ("new w5", "w5 - n*dE_total/dw5"), ("new w5", "0.5 - 0.6*0.0802"), ("sum_h1", "0.1*0.1+0.5*0.3+0.25"),
      ("output_h1", "1/(1+exp(-0.41))"), ("E1", "1/2*(0.05-0.73492)²"),
    ])
  func expressions(name: String, answer: String) throws {
    let judgement = try Self.lesson.get().judge(answer, to: name)
    #expect(judgement.verdict == .right, "\(judgement)")
  }

  @Test("Three digits that count are right enough, and the message says how many the page has")
  func threeDigits() throws {
    for answer in ["0.685", "0.684", "0.6849"] {
      let judgement = try Self.lesson.get().judge(answer, to: "dE_total/doutput_o1")
      #expect(judgement.verdict == .right, "\(answer): \(judgement)")
      #expect(judgement.message.contains("5 decimals"))
    }
  }

  @Test("One or two digits are nearly right, as far as they go", arguments: ["0.68", "0.6", "0.7"])
  func fewDigits(answer: String) throws {
    let judgement = try Self.lesson.get().judge(answer, to: "dE_total/doutput_o1")
    #expect(judgement.verdict == .nearly)
    #expect(judgement.mistake == .tooFewDigits)
    #expect(judgement.message.contains("5 decimals"))
  }

  @Test("A calculator's result from the numbers on the page is right")
  func fromThePage() throws {
    // 0.5 - 0.6·0.08020 = 0.45188, where the page has 0.45187; 0.68492·0.19480·0.60108 = 0.0801975…
    #expect(try Self.lesson.get().judge("0.45188", to: "new w5").verdict == .right)
    #expect(try Self.lesson.get().judge("0.08019", to: "dE_total/dw5").verdict == .right)
    #expect(try Self.lesson.get().judge("0.0801975", to: "dE_total/dw5").verdict == .right)
  }

  @Test("No message gives the number away")
  func nothingGivenAway() throws {
    for answer in ["0.1", "0.08021", "-0.0802", "0.802", "0.0820", "0.11709", "0.08211", "7", "0.08"] {
      let message = try Self.lesson.get().judge(answer, to: "dE_total/dw5").message
      #expect(!message.contains("0.0802"), "\(message)")
    }
  }

  /// s is 0.6, exactly, and y = 1/(1 + e^(−0.6)) is 0.645656…, of which the page shows 0.65.
  static let short = Result {
    try QuizLesson(
      text: """
        inputs: x = 2
        weights: w = 0.5
        biases: b = -0.4
        targets: t = 1
        s = w*x + b
        y = sigmoid(s)
        E = (t - y)^2
        minimize: E
        rate: eta = 0.1
        show: 2 decimals

        """)
  }

  @Test("More digits than the page has are praised where they are right", arguments: ["0.6457", "0.6456", "0.645656"])
  func moreDigits(answer: String) throws {
    #expect(try Self.short.get().judge(answer, to: "y").message == "Right, and with more digits than the page has.")
  }

  @Test("What rounds to the page's number is right as far as that goes", arguments: ["0.6543", "0.65499"])
  func wrongBeyondThePage(answer: String) throws {
    let judgement = try Self.short.get().judge(answer, to: "y")
    #expect(judgement.verdict == .nearly && judgement.mistake == .lastDigit, "\(judgement)")
    #expect(judgement.message.contains("as far as the page goes"))
    #expect(try Self.short.get().judge("0.65", to: "y").verdict == .right)
  }

  @Test("Of an exact number no other digits are right", arguments: ["0.604", "0.5951", "0.6049999", "0.60001"])
  func beyondAnExactNumber(answer: String) throws {
    let judgement = try Self.short.get().judge(answer, to: "s")
    #expect(judgement.verdict != .right && !judgement.message.contains("Right"), "\(judgement)")
    #expect(try Self.short.get().judge("0.600", to: "s").verdict == .right)
  }
}

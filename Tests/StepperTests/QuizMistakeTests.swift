import Testing

@testable import Stepper

@Suite struct QuizMistakeTests {
  static let lesson = Result { try QuizLesson("two-two-two") }

  /// An answer, and what is to be said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let answer: String
    let mistake: Judgement.Mistake
    let words: String

    init(_ name: String, _ answer: String, _ mistake: Judgement.Mistake, _ words: String = "") {
      (self.name, self.answer, self.mistake, self.words) = (name, answer, mistake, words)
    }

    var testDescription: String { "\(answer) for \(name)" }
  }

  private func check(_ test: Case, _ verdict: Judgement.Verdict) throws {
    let judgement = try Self.lesson.get().judge(test.answer, to: test.name)
    #expect(judgement.verdict == verdict, "\(judgement)")
    #expect(judgement.mistake == test.mistake, "\(judgement)")
    #expect(test.words.isEmpty || judgement.message.contains(test.words), "\(judgement.message)")
  }

  @Test(
    "Slips of digits are named",
    arguments: [
      Case("dE_total/dw5", "-0.08020", .sign, "sign"), Case("dE_total/dw7", "0.01760", .sign),
      Case("dE_total/dw7", "0.0176", .sign), Case("dE_total/dw5", "0.8020", .powerOfTen, "point"),
      Case("dE_total/dw5", "0.00802", .powerOfTen), Case("sum_h1", "4.1", .powerOfTen),
      Case("output_h1", "0.60018", .digits, "changed places"), Case("output_h1", "0.61008", .digits),
      Case("sum_o1", "1.0177", .digits, "lost"), Case("output_h1", "0.60106", .lastDigit, "close"),
      Case("dE_total/dw5", "0.08021", .lastDigit),
    ])
  func slips(test: Case) throws { try check(test, .nearly) }

  @Test(
    "A forgotten factor is named",
    arguments: [
      Case("dE_total/dw5", "0.11709", .forgottenFactor, "without ∂E_total/∂output_o1."),
      Case("dE_total/dw5", "0.41170", .forgottenFactor, "without ∂output_o1/∂sum_o1, the factor σ′"),
      Case("dE_total/dw5", "0.13342", .forgottenFactor, "without ∂sum_o1/∂w5."),
      Case("dE_total/dw5", "0.13343", .forgottenFactor, "without ∂sum_o1/∂w5."),
      Case("dE_total/dw5", "0.68492*0.60108", .forgottenFactor, "σ′"),
      Case("dE_total/dw5", "0.68492", .forgottenFactor, "alone"),
      Case("dE_total/dw5", "0.117", .forgottenFactor, "without ∂E_total/∂output_o1."),
      Case("new w5", "0.41979", .forgottenFactor, "without n"),
      Case("E1", "0.46912", .forgottenFactor, "without (1/2)"),
    ])
  func factors(test: Case) throws { try check(test, .nearly) }

  /// y = tanh(1) = 0.761594, so dE/dw is (y - 3)·(1 - y²)·2 = -1.88015, and -4.47681 without the slope of tanh.
  @Test func aSlopeIsCalledByItsFunction() throws {
    let lesson = try QuizLesson(
      text: "inputs: x = 2\nweights: w = 0.5\ns = w*x\ny = tanh(s)\nE = 1/2*(y - 3)^2\nminimize: E\nrate: 0.1\n")
    let judgement = try lesson.judge("-4.47681", to: "dE/dw")
    #expect(judgement.message.contains("without ∂y/∂s, the slope of tanh."), "\(judgement.message)")
    #expect(try lesson.judge("-1.88015", to: "dE/dw").verdict == .right)
  }

  /// Of dE_total/dw5 = 0.080204 half and twice; and factors of three digits, 0.685 · 0.195 · 0.601 = 0.080278.
  @Test(
    "Half, twice, and nearly are told without naming a factor that may not be there",
    arguments: [
      Case("dE_total/dw5", "0.040102", .forgottenFactor, "half of it"),
      Case("dE_total/dw5", "0.16041", .forgottenFactor, "twice as much"),
      Case("doutput_o1/dsum_o1", "0.097404", .forgottenFactor, "half of it"),
      Case("dE_total/dw5", "0.685*0.195*0.601", .digits, "Very close, but not it"),
      Case("dE_total/dw5", "0.080278", .digits, "Very close. The way seems right"),
    ])
  func halves(test: Case) throws { try check(test, .nearly) }

  /// sum_h1 is 0.41 exactly, and no rounding on the way can have missed it.
  @Test func aNumberThatIsExactAsksForNoMoreDigits() throws {
    let quiz = try QuizLesson(text: "inputs: x = 0.5\nweights: w = 0.82\nE = w*x\nminimize: E\nrate: 0.1\n")
    let said = try quiz.judge("0.411", to: "E").message
    #expect(said.contains("Very close") && said.contains("exact") && !said.contains("more digits"))
  }

  /// 5.137 − 0.5 · 0.474 is 4.9; with a slope of 0.4748 the step is two parts in a thousand too long.
  @Test func aNewValueIsCloseWhereItsStepIs() throws {
    let quiz = try QuizLesson(text: "inputs: x = 1\nweights: w = 5.137\nE = (w*x - 4.9)^2\nminimize: E\nrate: 0.5\n")
    #expect(try quiz.judge("5.137 - 0.5*0.4748", to: "new w").message.contains("Very close"))
    #expect(try quiz.judge("5.137 - 0.5*0.48", to: "new w").message.contains("Very close") == false)
  }

  @Test func aNewValueIsNotCalledCloseForBeingNearTheOldOne() throws {
    let quiz = try QuizLesson(text: "inputs: x = 1\nweights: w = 5\nE = (w*x - 4.9)^2\nminimize: E\nrate: 0.01\n")
    // 5 − 0.01 · 0.2
    for answer in ["5.0041", "5.0103", "4.9953"] {
      #expect(try quiz.judge(answer, to: "new w").message.contains("Very close") == false)
    }
  }

  @Test(
    "A forgotten path, and a wrong sign before a term, are named",
    arguments: [
      Case("dE_total/dw1", "0.00159", .forgottenTerm, "leaves out ∂E2/∂w1"),
      Case("dE_total/dw1", "0.0015997", .forgottenTerm, "leaves out ∂E2/∂w1"),
      Case("dE_total/dw1", "-0.000491", .forgottenTerm, "leaves out ∂E1/∂w1"),
      Case("dE_total/dw1", "0.00209", .sign, "∂E2/∂w1"), Case("new w5", "0.54812", .sign),
      Case("sum_h1", "0.160", .forgottenTerm, "b1"),
    ])
  func terms(test: Case) throws { try check(test, .nearly) }

  @Test(
    "A weight that was updated too early is named",
    arguments: [
      // 0.68492861·0.19480855·0.45187813·0.23978124·0.1
      Case("dsum_o1/doutput_h1", "0.45187", .updatedWeight, "w5"),
      Case("dE1/dw1", "0.0014457", .updatedWeight, "w5"), Case("dE_total/dw1", "0.00094667", .updatedWeight),
    ])
  func updatedWeights(test: Case) throws { try check(test, .nearly) }

  @Test(
    "A number that belongs to something else is named",
    arguments: [
      Case("dE_total/dw5", "0.08211", .otherQuantity, "w6"), Case("output_h1", "0.61538", .otherQuantity, "output_h2"),
    ])
  func neighbours(test: Case) throws { try check(test, .wrong) }

  @Test("What goes into the sigmoid is no stand-in for what comes out")
  func slopeOfTheSum() throws {
    try check(Case("doutput_o1/dsum_o1", "-0.02016", .otherQuantity, "output_o1"), .nearly)
  }

  @Test(
    "One or two digits explain nothing, and three only what they are",
    arguments: ["0.1", "0.12", "0.41", "7", "0", "3.1", "0.123"])
  func fewDigits(answer: String) throws {
    let judgement = try Self.lesson.get().judge(answer, to: "dE_total/dw5")
    #expect(judgement.verdict == .wrong)
    #expect(judgement.mistake == .other)
  }

  @Test(
    "What cannot be read is no mistake, and says what to do",
    arguments: [
      "", "   ", "hello", "1 +", "foo*2", "1/0", "0,0802", "dE_total/dw5", "∂E_total / ∂w5", "1e400", "sqrt(-1)",
      "0.0802 (erratum)", "0.08\n  new w5 = 1", "0.08\r1", "0.08 = 0.08", "new w5 = 0.45", "published:", "0.1 # 2",
      "\u{2028}0.0802", "\0", "[1, 2]", "0.08;0.09", String(repeating: "(", count: 199),
      String(repeating: "9", count: 5_000), "'", "\u{202E}0.08", "🙂", "new", "through", "d/d", "-", "..",
      "10^99999",
    ])
  func unreadable(answer: String) throws {
    let judgement = try Self.lesson.get().judge(answer, to: "dE_total/dw5")
    #expect(judgement.verdict == .unreadable, "\(judgement)")
    #expect(judgement.mistake == nil)
    #expect(!judgement.message.isEmpty && !judgement.message.contains("\n"))
  }

  @Test("What ends too early is called so, not by the sign that it was read with", arguments: ["0.05-", "1 +", "2*"])
  func unfinished(answer: String) throws {
    let message = try Self.lesson.get().judge(answer, to: "dE_total/dw5").message
    #expect(message.contains("it ends too early") && !message.contains("="), "\(message)")
  }

  @Test("A decimal comma gets the remedy for it")
  func comma() throws {
    #expect(try Self.lesson.get().judge("8,2", to: "dE_total/dw5").message.contains("decimal point"))
  }
}

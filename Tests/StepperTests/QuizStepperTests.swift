import Longhand
import Testing

@testable import Stepper

/// sum_h1 = 0.1·0.1 + 0.5·0.3 + 0.25 = 0.41, the first question of the published network.
@Suite struct QuizStepperTests {
  private func stepper(_ blank: Blank = .all, at name: String = "sum_h1") -> Stepper {
    var stepper = Stepper(StepperTests.lesson, size: Size(columns: 80, rows: 24), asking: blank)
    stepper.go(name)
    return stepper
  }

  private func text(_ stepper: Stepper) -> String { stepper.screen.joined(separator: "\n") }

  @Test func theResultIsHiddenUntilItIsAnswered() {
    var stepper = stepper()
    #expect(text(stepper).contains("sum_h1 = i1 · w1 + i2 · w3 + b1 = ?") && !text(stepper).contains("0.41"))
    stepper.type("0.41")
    stepper.press(.enter)
    #expect(text(stepper).contains("0.1 · 0.1 + 0.5 · 0.3 + 0.25 = 0.41") && text(stepper).contains("✓ 0.41"))
    #expect(stepper.screen[1].hasSuffix("1 of 1 right at once"))
    stepper.press(.right, .left)
    #expect(text(stepper).contains("✓ 0.41"), "an answer that was given stays")
  }

  @Test func aHintPutsTheNumbersInAndOnlyTheArrowShowsTheResult() {
    var stepper = stepper()
    stepper.press(.tab)
    #expect(text(stepper).contains("0.1 · 0.1 + 0.5 · 0.3 + 0.25 = ?"))
    stepper.press(.tab, .tab)
    #expect(stepper.isAsking && stepper.step.id == "forward-sum_h1")
    stepper.press(.right)
    #expect(text(stepper).contains("= 0.41") && !stepper.isAsking)
    #expect(stepper.screen[1].hasSuffix("0 of 1 right at once"))
  }

  @Test func aWrongAnswerIsNamedAndCanBeMended() {
    var stepper = stepper()
    stepper.type("-0.41")
    stepper.press(.enter)
    #expect(text(stepper).contains("≈ -0.41 The digits are right, the sign is not."))
    stepper.press(.up, .home, .delete, .enter)
    #expect(text(stepper).contains("✓ 0.41"))
    #expect(stepper.screen[1].hasSuffix("0 of 1 right at once"), "right, but not at once")
  }

  @Test func whatIsKnownBesideAQuestionDoesNotAnswerIt() {
    var stepper = Stepper(StepperTests.lesson, size: Size(columns: 150, rows: 40), asking: .all)
    stepper.go("sum_o1")
    #expect(!text(stepper).contains("0.41") && !text(stepper).contains("0.60108"), "nothing was answered yet")
    stepper.press(.left, .left, .left, .left)
    stepper.type("0.41")
    stepper.press(.enter, .right)
    #expect(stepper.step.id == "forward-output_h1")
    #expect(text(stepper).contains("sum_h1 = 0.41") && !text(stepper).contains("0.60108"))
  }

  @Test func whatComesNextIsAskedBeforeAnythingOfItIsShown() {
    var stepper = stepper(.next, at: "weight-w5-output_o1-by-sum_o1")
    #expect(text(stepper).contains("What is worked out next?"))
    #expect(!text(stepper).contains("0.19480") && stepper.screen[1].contains("The weight w5"))
    #expect(!text(stepper).contains("┃"), "the map does not point at it")
    stepper.type("sum_o1")
    stepper.press(.enter)
    #expect(text(stepper).contains("0.19480"))
  }

  @Test func lettersOfCommandsArePartOfAnAnswer() {
    var stepper = stepper()
    stepper.type("q")
    #expect(text(stepper).contains("sum_h1 = q"))
    stepper.press(.escape)
    #expect(!text(stepper).contains("sum_h1 = q") && stepper.isAsking)
  }

  @Test func theEndSaysHowItWentAndWhatToPractise() throws {
    var stepper = stepper()
    stepper.type("7")
    stepper.press(.enter, .right)
    #expect(stepper.isAsking == false)
    _ = stepper.handle(.key(.character("q")))
    #expect(text(stepper).contains("0 of 1 right at once"))
    #expect(stepper.handle(.key(.character("q"))) == .quit)
    #expect(try #require(stepper.farewell).contains("0 of 1 right at once"))
  }

  @Test func otherGivensAskForOtherNumbers() {
    var stepper = Stepper(StepperTests.lesson, size: Size(columns: 80, rows: 24), isLive: true, asking: .all)
    stepper.change("w1=0.6")
    stepper.go("sum_h1")
    // 0.06 + 0.15 + 0.25
    stepper.type("i1*w1 + i2*w3 + b1")
    stepper.press(.enter)
    #expect(text(stepper).contains("✓ i1*w1 + i2*w3 + b1") && text(stepper).contains("= 0.46"))
    stepper.change("w1=0.1")
    #expect(stepper.isAsking && text(stepper).contains("= ?"), "with other givens it is another question")
  }

  @Test func whatWasTriedIsKeptWhereverOneGoesMeanwhile() {
    var stepper = stepper()
    stepper.type("7")
    stepper.press(.enter, .left, .right)
    #expect(text(stepper).contains("✗ 7"))
    stepper.type("0.41")
    stepper.press(.enter)
    #expect(stepper.screen[1].hasSuffix("0 of 1 right at once"))
  }

  @Test func theNameOfWhatIsAskedIsNoAnswer() {
    var stepper = stepper()
    stepper.type("sum_h1+0")
    stepper.press(.enter)
    #expect(stepper.isAsking && text(stepper).contains("That is its name"))
    stepper.type("sum_h1 = 0.41")
    stepper.press(.enter)
    #expect(text(stepper).contains("✓"))
  }

  /// w5 is 0.5 before and 0.45187 after the update, and 0.5 is 0.45187 to one digit.
  @Test func theOldValueIsNotTheNewOne() {
    var stepper = stepper(.update, at: "weight-w5-update")
    for answer in ["0.5", "0.50", "w5"] {
      stepper.type(answer)
      stepper.press(.enter)
      #expect(stepper.isAsking && !text(stepper).contains("as far as it goes"), "\(answer)")
    }
  }

  @Test func noStepShowsWhatItAsksFor() throws {
    for telling in ["weights", "nodes", "gates"] {
      var options = RenderingOptions()
      options.telling = telling
      var stepper = Stepper(
        try Lesson(StepperTests.lesson.workbook, options), size: Size(columns: 90, rows: 40), asking: .all)
      var asked = 0
      while stepper.place < stepper.lesson.steps.count - 1 {
        if stepper.isAsking, case .number(let number)? = stepper.quiz?.question?.expected {
          asked += 1
          let digits = number.plainText.replacing("-", with: "−")
          let rows = stepper.screen.dropLast().filter { $0.contains("= ?") || $0.contains(" \(digits)") }
          #expect(rows.contains { $0.contains("= ?") }, "\(telling), \(stepper.step.id): the question is in view")
          // A 1 ends many a row.
          if digits.count > 3 { #expect(!rows.contains { $0.hasSuffix(digits) }, "\(telling), \(stepper.step.id)") }
        }
        stepper.press(.right)
      }
      #expect(asked > 10)
    }
  }

  /// The story of a bias, of an unknown and of a weight: all of them ask.
  @Test(arguments: [
    ("one-neuron/one-neuron.walk", "b"), ("two-variable-function/two-variable-function.walk", "y"),
    ("two-two-two/two-two-two.walk", "w5"),
  ]) func theStoryOfOneQuantityAsks(_ path: String, _ name: String) throws {
    var options = RenderingOptions()
    options.quantity = name
    let lesson = try Lesson(Workbook(Walkthroughs.source(path)), options)
    #expect(lesson.hasQuestions(.backward), "\(name)")
  }

  @Test func aPipeAsksLineByLine() {
    var answers = ["0.41", "0.5"][...]
    var said = ""
    PlainLesson(StepperTests.lesson).ask(.forward, answer: { answers.popFirst() }, write: { said += $0 })
    #expect(said.contains("sum_h1 = \n\n✓ 0.41 Right."))
    #expect(said.contains("✗ 0.5 ") && said.hasSuffix("\n"))
    #expect(said.contains("1 of 2 right at once"))
    #expect(said.contains("92 / 92"), "without answers it is told to the end")
  }
}

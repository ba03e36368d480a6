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

  @Test func aHintPutsTheNumbersInAndASecondOneShowsTheResult() {
    var stepper = stepper()
    stepper.press(.tab)
    #expect(text(stepper).contains("0.1 · 0.1 + 0.5 · 0.3 + 0.25 = ?"))
    stepper.press(.tab)
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
    stepper.go("output_h1")
    #expect(text(stepper).contains("sum_h1 = 0.41") && !text(stepper).contains("0.60108"))
  }

  @Test func whatComesNextIsAskedBeforeAnythingOfItIsShown() {
    var stepper = stepper(.next, at: "weight-w5-output_o1-by-sum_o1")
    #expect(text(stepper).contains("What is worked out next?"))
    #expect(!text(stepper).contains("0.19480") && !stepper.screen[1].contains("w5"))
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
    stepper.type("0.46")
    stepper.press(.enter)
    #expect(text(stepper).contains("✓ 0.46"))
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

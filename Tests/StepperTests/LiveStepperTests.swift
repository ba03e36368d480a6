import Differentiation
import DocumentModel
import Longhand
import Testing

@testable import Stepper

/// What `--live` does: sum_h1 = i1·w1 + i2·w3 + b1 = 0.01 + 0.15 + 0.25 = 0.41.
@Suite struct LiveStepperTests {
  private func stepper(isLive: Bool = true) -> Stepper {
    Stepper(StepperTests.lesson, size: Size(columns: 80, rows: 24), isLive: isLive)
  }

  @Test func aChangedGivenChangesWhatFollowsAndCanBeTakenBack() {
    var stepper = stepper()
    stepper.go("sum_h1")
    stepper.change("w1=0.6")
    // 0.06 + 0.15 + 0.25
    #expect(stepper.screen.contains { $0.contains("0.1 · 0.6 + 0.5 · 0.3 + 0.25 = 0.46") })
    #expect(stepper.screen[1].contains("with w1 = 0.6"))
    stepper.change("i2 = 1/4")
    // 0.06 + 0.075 + 0.25
    #expect(stepper.screen.contains { $0.contains("= 0.385") })
    stepper.press(.character("u"))
    #expect(stepper.screen.contains { $0.contains("= 0.46") })
    stepper.press(.character("u"))
    #expect(stepper.screen.contains { $0.contains("= 0.41") })
    stepper.press(.character("u"))
    #expect(stepper.screen[22].contains("Nothing was changed"))
  }

  @Test(arguments: [
    ("w9=1", "there is no `w9`"), ("w1", "write a given"), ("sum_h1=1", "is computed"), ("w1=", "write a given"),
    ("w1=[1,2]", "is a number"), ("w1=1/0", "no value"), ("w1=2=3", "write a given"), ("n=-1", "rate"),
    ("w1=foo", "foo"),
  ]) func whatCannotBeIsSaidAndChangesNothing(_ words: String, _ said: String) {
    var stepper = stepper()
    stepper.go("sum_h1")
    let before = stepper.lesson.workbook.trace.values.first
    stepper.change(words)
    #expect(stepper.lesson.workbook.trace.values.first == before)
    #expect(stepper.notice?.contains(said) ?? false, "\(stepper.notice ?? "")")
  }

  @Test func aQuizShowsWhatWasChangedBesideTheScore() {
    var stepper = Stepper(
      StepperTests.lesson, size: Size(columns: 80, rows: 24), isLive: true, asking: .all)
    stepper.change("w1=0.6")
    #expect(stepper.screen[1].contains("with w1 = 0.6"))
  }

  @Test func withoutLiveNothingCanBeChanged() {
    var stepper = stepper(isLive: false)
    stepper.press(.character(":"))
    #expect(stepper.screen[22].contains("--live"))
  }

  /// The loss of each of the four rows is a double for one epoch longer than their sum is.
  @Test func aRateThatIsTooLargeEndsTheRunAndNotTheLesson() throws {
    let workbook = try Workbook(Walkthroughs.source("xor/xor.walk")).changing("alpha=0.5")
    let training = try #require(workbook.trace.training)
    #expect(training.ending == .overflow && training.losses.allSatisfy(\.isFinite))
    let lesson = try Lesson(workbook)
    #expect(lesson.steps.contains { $0.phase == .training })
  }

  @Test func greekLettersAndTheirWordsAreOneName() throws {
    let text = "weights: α = 0.5\nf = α^2\nminimize: f\nrate: η = 0.1\n"
    let workbook = try Workbook(SourceText(name: "w", text: text))
    for words in ["α=0.25", "alpha = 1/4", "α = 0.25"] {
      #expect(try workbook.changing(words).trace.values[0] == 0.25, "\(words)")
    }
    #expect(try workbook.changing("α=-0.25").trace.values[1] == 0.0625)
  }

  @Test func anEntryOfAMatrixCanBeChanged() throws {
    let workbook = try Workbook(Walkthroughs.source("toy-network-in-matrices/toy-network-in-matrices.walk"))
    let changed = try workbook.changing("V[2,1]=0.75")
    #expect(changed.trace.values.matrix(try #require(workbook.index(of: "V"))).entries == [1, -2, 0.75, 2])
    #expect(throws: GivenProblem.self) { try workbook.changing("V[3,1]=1") }
    #expect(throws: GivenProblem.self) { try workbook.changing("V=1") }
  }
}

extension Workbook {
  fileprivate func index(of name: String) -> Int? { walkthrough.quantities.firstIndex { $0.name == name } }
}

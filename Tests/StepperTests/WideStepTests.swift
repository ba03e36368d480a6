import Longhand
import Renderers
import Testing

@testable import Stepper

/// Rows that are wider than the screen are moved sideways.
@Suite struct WideStepTests {
  /// At the step of y, whose four entries take more than forty columns.
  private func stepper() throws -> Stepper {
    let text = """
      inputs: x = [0.123456789, 0.234567891, 0.345678912, 0.456789123]
      y = 2*x
      L = sum(y)
      differentiate: L
      show: all digits

      """
    var stepper = Stepper(
      try Lesson(Workbook(SourceText(name: "w", text: text))), size: Size(columns: 40, rows: 12))
    stepper.go("y")
    return stepper
  }

  @Test func whatIsCutOffCanBeReached() throws {
    var stepper = try stepper()
    let before = stepper.screen
    #expect(before.contains { $0.hasSuffix("…") } && !before.contains { $0.contains("0.913578246]") })
    #expect(before.last?.contains("< > more") == true)
    for _ in 0..<10 { stepper.press(.character(">")) }
    let after = stepper.screen
    #expect(after.contains { $0.hasPrefix("…") && $0.hasSuffix("0.913578246]") }, "\(after)")
    #expect(after.allSatisfy { TextWidth.columns(of: $0) <= 40 })
    for _ in 0..<10 { stepper.press(.character("<")) }
    #expect(stepper.screen == before)
  }

  @Test func theNextStepBeginsAtItsLeft() throws {
    var stepper = try stepper()
    let before = stepper.screen
    stepper.press(.character(">"), .left, .right)
    #expect(stepper.screen == before)
  }

  @Test func aStepThatFitsSaysSo() throws {
    var stepper = Stepper(StepperTests.lesson, size: Size(columns: 120, rows: 40))
    stepper.press(.character(">"))
    #expect(stepper.notice == StepperWords.allInView)
    #expect(!stepper.screen.joined().contains("< >"))
  }

  /// With codes for colours, and characters of two columns, one of which is cut in half.
  @Test func aRowKeepsItsColumnsBehindTheEdge() {
    let row = TextRow(onScreen: "\u{1B}[1mab\u{1B}[0m勾配cd")
    #expect(row.behind(0) == row)
    #expect(row.behind(1).text == "…\u{1B}[1m\u{1B}[0m勾配cd")
    #expect(row.behind(2).text == "…\u{1B}[1m\u{1B}[0m 配cd" && row.behind(2).width == 6)
    #expect(row.behind(3).text == "…\u{1B}[1m\u{1B}[0m配cd" && row.behind(3).width == 5)
  }
}

import Foundation
import Longhand
import Testing

@testable import Stepper

@Suite struct ReadmeScreenTests {
  private static func screens() throws -> [String] {
    let page = try String(contentsOf: Walkthroughs.root.appending(path: "README.md"), encoding: .utf8)
    let classroom = try #require(page.components(separatedBy: "\n## ").first { $0.hasPrefix("In the classroom") })
    return classroom.components(separatedBy: "```").filter { $0.hasPrefix("text\n") }.map { String($0.dropFirst(5)) }
  }

  private func text(_ stepper: Stepper) -> String { stepper.screen.map { $0 + "\n" }.joined() }

  @Test func theReadmeShowsScreensAsTheyAre() throws {
    let screens = try Self.screens()
    try #require(screens.count == 2)
    let size = Size(columns: 80, rows: 24)
    var reading = Stepper(StepperTests.lesson, size: size)
    reading.go("weight-w5-E_total-by-output_o1")
    #expect(text(reading).hasPrefix(screens[0]))
    var quiz = Stepper(StepperTests.lesson, size: size, asking: .all)
    quiz.go("weight-w5-product")
    quiz.type("0.685*0.601")
    quiz.press(.enter)
    #expect(text(quiz).contains(screens[1]))
  }
}

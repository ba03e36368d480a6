import DocumentModel
import Foundation
import WalkthroughLanguage

@testable import Longhand
@testable import Stepper

/// A walkthrough with the questions that its steps ask.
struct QuizLesson {
  let workbook: Workbook
  let steps: [Lesson.Step]

  init(_ name: String, telling: String? = nil) throws {
    try self.init(Workbook(Walkthroughs.source("\(name)/\(name).walk")), telling: telling)
  }

  init(text: String, telling: String? = nil) throws {
    try self.init(Workbook(SourceText(name: "", text: text)), telling: telling)
  }

  init(_ workbook: Workbook, telling: String? = nil) throws {
    self.workbook = workbook
    var options = RenderingOptions()
    options.telling = telling
    steps = try Lesson(workbook, options).steps
  }

  /// All questions of a quiz, in order.
  func questions(_ blank: Blank = .all) -> [Question] {
    steps.indices.compactMap { Question(at: $0, in: steps, blank, workbook) }
  }

  /// The first question for something.
  func question(_ name: String, _ blank: Blank = .all) throws -> Question {
    guard let question = questions(blank).first(where: { $0.name == name }) else { throw NoQuestion(name: name) }
    return question
  }

  func judge(_ answer: String, to name: String) throws -> Judgement {
    try question(name).judgement(of: answer, workbook)
  }

  private struct NoQuestion: Error { let name: String }
}

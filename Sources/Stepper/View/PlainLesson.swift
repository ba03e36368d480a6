import DocumentModel
import Renderers

/// A lesson where there is no screen: one step below the other, each behind its place and its headings.
public struct PlainLesson: Sendable {
  private let lesson: Lesson
  private let renderer: TextRenderer

  public init(_ lesson: Lesson, width: Int = 80, usesColour: Bool = false) {
    self.lesson = lesson
    renderer = TextRenderer(width: width, usesColour: usesColour)
  }

  /// All steps.
  public var text: String {
    title
      + lesson.steps.indices.map { heading(ofStep: $0, lesson.steps[$0].headings) + text(of: lesson.steps[$0].blocks) }
      .joined()
  }

  /// Asks what is blank, a line for each answer, and tells every step behind its question.
  ///
  /// - Parameters:
  ///   - answer: the next line; nothing where there is none, after which all is told without questions.
  ///   - write: takes what is to be read, piece by piece.
  public func ask(_ blank: Blank, answer: () -> String?, write: (String) -> Void) {
    var stepper = Stepper(lesson, size: Size(columns: 80, rows: 24), asking: blank)
    var hasAnswers = true
    write(title)
    for place in lesson.steps.indices {
      stepper.go(to: place)
      write(heading(ofStep: place, stepper.shownHeadings))
      if hasAnswers, stepper.isAsking, let quiz = stepper.quiz, let question = quiz.question {
        write(text(of: stepper.blocks(of: question, in: quiz)) + "\n" + StepperWords.answerPrompt(question))
        hasAnswers = take(answer(), &stepper, write)
      }
      write(text(of: lesson.steps[place].blocks))
    }
    if let farewell = stepper.farewell { write("\n" + farewell) }
  }

  /// One answer to a question; what is not right is shown.
  ///
  /// - Returns: whether there was an answer.
  private func take(_ answer: String?, _ stepper: inout Stepper, _ write: (String) -> Void) -> Bool {
    guard let answer else {
      write("\n\n")
      return false
    }
    let id = stepper.step.id
    stepper.quiz?.line.replace(with: answer)
    stepper.quiz?.submit(lesson, id: id)
    let said = stepper.quiz?.judgement.map { StepperWords.said($0, of: answer.trimmed) } ?? ""
    write("\n\n" + text(of: [.paragraph([.text(said)])]) + "\n")
    stepper.quiz?.reveal(id: id)
    return true
  }

  private var title: String { renderer.row(of: lesson.title).text + "\n" }

  private func heading(ofStep number: Int, _ headings: [[Inline]]) -> String {
    let headings = headings.map { renderer.row(of: $0).text }
    let place = StepperWords.position(number + 1, of: lesson.steps.count)
    return "\n" + ([place] + headings).joined(separator: "  ") + "\n\n"
  }

  private func text(of blocks: [Block]) -> String { renderer.rows(of: blocks).map { $0 + "\n" }.joined() }
}

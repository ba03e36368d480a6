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
    renderer.row(of: lesson.title).text + "\n" + lesson.steps.indices.map { text(ofStep: $0) }.joined()
  }

  /// A step with a line above that says where one is.
  func text(ofStep number: Int) -> String {
    let step = lesson.steps[number]
    let headings = step.headings.map { renderer.row(of: $0).text }
    let place = ([StepperWords.position(number + 1, of: lesson.steps.count)] + headings).joined(separator: "  ")
    return "\n\(place)\n\n" + renderer.rows(of: step.blocks).map { $0 + "\n" }.joined()
  }
}

import DocumentModel
import Renderers

extension Stepper {
  /// The step in view, row by row.
  var content: [TextRow] {
    let renderer = TextRenderer(width: layout.main, usesColour: usesColour)
    return renderer.rows(of: isOnFold ? foldedBlocks : shownBlocks).map(TextRow.init(onScreen:))
  }

  private var foldedBlocks: [Block] {
    let part = lesson.parts[step.part]
    return [.paragraph([.strong(part.heading)]), .paragraph([.text(StepperWords.folded(part.steps.count))])]
  }

  /// All of it, or of a question what does not give the answer.
  private var shownBlocks: [Block] {
    if let quiz, let question = quiz.question { return blocks(of: question, in: quiz) }
    return quiz?.judgement.map(blocks(answered:)) ?? step.blocks
  }

  /// Whether what is asked for is the step itself.
  var isAskingForNext: Bool { isAsking && quiz?.question?.asked == .next }

  var layout: ScreenLayout { ScreenLayout(size) }

  var map: [TextRow] {
    guard showsMap, !isOnFold else { return [] }
    return MapView.rows(lesson, step, isLit: !isAskingForNext, layout, usesColour: usesColour)
  }

  /// How many rows of a step are seen at once.
  var bodyRows: Int { max(size.rows - layout.head - layout.foot - map.count, 1) }
  var mostScroll: Int { max(content.count - bodyRows, 0) }
}

import DocumentModel
import Renderers

/// The step in view, laid out for a screen.
struct StepView {
  let layout: ScreenLayout
  /// The network or the graph above the step; no rows where there is none.
  let map: [TextRow]
  /// All rows of the step, in view or not.
  let content: [TextRow]

  init(_ stepper: Stepper) {
    layout = ScreenLayout(stepper.size)
    map = stepper.map(layout)
    content = TextRenderer(width: layout.main, usesColour: stepper.usesColour).rows(of: stepper.blocks)
      .map(TextRow.init(onScreen:))
  }

  /// How many rows of a step are seen at once.
  var bodyRows: Int { max(layout.size.rows - layout.head - layout.foot - map.count, 1) }
  var mostScroll: Int { max(content.count - bodyRows, 0) }
}

extension Stepper {
  /// Laid out anew each time it is asked for.
  var view: StepView { StepView(self) }

  /// What is told now: the step, of a question what does not give the answer away, of a folded part how long it is.
  fileprivate var blocks: [Block] {
    if isOnFold {
      let part = lesson.parts[step.part]
      return [.paragraph([.strong(part.heading)]), .paragraph([.text(StepperWords.folded(part.steps.count))])]
    }
    if let quiz, let question = quiz.question { return blocks(of: question, in: quiz) }
    return quiz?.judgement.map(blocks(answered:)) ?? step.blocks
  }

  fileprivate func map(_ layout: ScreenLayout) -> [TextRow] {
    guard showsMap, !isOnFold else { return [] }
    return MapView.rows(lesson, step, isLit: !isAskingForNext, layout, usesColour: usesColour)
  }

  /// Whether what is asked for is the step itself.
  var isAskingForNext: Bool { isAsking && quiz?.question?.asked == .next }
}

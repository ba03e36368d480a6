import DocumentModel
import Renderers

/// The step in view, laid out for a screen.
struct StepView {
  let layout: ScreenLayout
  /// The network or the graph above the step; no rows where there is none.
  let map: [TextRow]
  /// All rows of the step, in view or not.
  let content: [TextRow]
  /// How many of them end with its result, and what was said of an answer to it.
  let rowsToResult: Int

  init(_ stepper: Stepper) {
    layout = ScreenLayout(stepper.size)
    map = stepper.map(layout)
    let (blocks, end) = stepper.blocks
    let renderer = TextRenderer(width: layout.main, usesColour: stepper.usesColour)
    content = renderer.rows(of: blocks).map(TextRow.init(onScreen:))
    rowsToResult = end == blocks.count ? content.count : renderer.rows(of: Array(blocks[..<end])).count
  }

  /// How many rows of a step are seen at once.
  var bodyRows: Int { max(layout.size.rows - layout.head - layout.foot - map.count, 1) }
  var mostScroll: Int { max(content.count - bodyRows, 0) }
  /// How far its widest row goes on to the right.
  var mostAcross: Int { max((content.map(\.width).max() ?? 0) - layout.main, 0) }
}

extension Stepper {
  /// Laid out anew each time it is asked for.
  var view: StepView { StepView(self) }

  /// What is told now: the step, of a question what does not give the answer away, of a folded part how long it is.
  ///
  /// - Returns: with how many of them its result ends.
  fileprivate var blocks: (all: [Block], end: Int) {
    if isOnFold {
      let part = lesson.parts[step.part]
      return ([.paragraph([.strong(part.heading)]), .paragraph([.text(StepperWords.folded(part.steps.count))])], 2)
    }
    if let quiz, let question = quiz.question {
      let asked = blocks(of: question, in: quiz)
      return (asked, asked.count)
    }
    if quiz != nil, step.id == Lesson.pathFigure { return ([.paragraph([.text(StepperWords.pictureLater)])], 1) }
    let end = step.result.map { $0.block + 1 } ?? step.blocks.count
    return quiz?.judgement.map { (blocks(answered: $0), end + 1) } ?? (step.blocks, end)
  }

  fileprivate func map(_ layout: ScreenLayout) -> [TextRow] {
    guard showsMap, !isOnFold else { return [] }
    return MapView.rows(lesson, step, isLit: !isAskingForNext, layout, usesColour: usesColour)
  }

  /// The headings that do not say what is asked for: where the step itself is, those of the step before.
  var shownHeadings: [[Inline]] { isAskingForNext && place > 0 ? lesson.steps[place - 1].headings : step.headings }

  /// Whether what is asked for is the step itself.
  var isAskingForNext: Bool { isAsking && quiz?.question?.asked == .next }
}

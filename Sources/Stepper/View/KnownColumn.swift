import DocumentModel
import Renderers

/// What was worked out so far, the latest last, beside the step.
enum KnownColumn {
  /// Exactly `count` rows.
  static func rows(_ stepper: Stepper, width: Int, count: Int) -> [TextRow] {
    let paint = Paint(usesColour: stepper.usesColour)
    let renderer = TextRenderer(width: .max)
    let isShown = !stepper.isAsking && !stepper.isOnFold
    let known = stepper.lesson.known(
      before: stepper.place + (isShown ? 1 : 0), for: stepper.step.example, atMost: max(count - 2, 0)
    ) { stepper.quiz?.isSettled($0.step, in: stepper.lesson) ?? true }
    let rows = known.map { known in
      let row = renderer.row(of: [.equation(known.result)]).cut(to: width)
      return known.step == stepper.place ? paint.bold(row) : row
    }
    let heading = known.isEmpty ? TextRow.empty : paint.dim(TextRow(StepperWords.known))
    return ([heading, .empty] + rows).padded(to: count)
  }
}

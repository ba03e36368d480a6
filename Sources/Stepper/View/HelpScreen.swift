import Renderers

/// Which keys there are.
enum HelpScreen {
  static func rows(_ stepper: Stepper) -> [TextRow] {
    let paint = Paint(usesColour: stepper.usesColour)
    let width = ScreenLayout(stepper.size).width
    let keys = StepperWords.keys(
      isLive: stepper.isLive, isQuiz: stepper.quiz != nil, names: stepper.lesson.exampleNames)
    let column = keys.map { TextWidth.columns(of: $0.key) }.max() ?? 0
    return keys.map { key, what in
      var row = paint.bold(TextRow(key))
      row.pad(to: column + 3)
      row.append(TextRow(what))
      return row.cut(to: width)
    }
  }
}

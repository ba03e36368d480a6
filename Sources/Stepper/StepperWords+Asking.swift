/// What the screen says around a question.
extension StepperWords {
  static func answerPrompt(_ question: Question) -> String {
    question.asked == .next ? "What is worked out next? " : "\(question.name) = "
  }

  /// Told by a sign as well as by words.
  static func said(_ judgement: Judgement, of answer: String) -> String {
    switch judgement.verdict {
    case .right: "✓ \(answer)  \(judgement.message)"
    case .nearly: "≈ \(answer)  \(judgement.message)"
    case .wrong: "✗ \(answer)  \(judgement.message)"
    case .unreadable: "? \(answer)  \(judgement.message)"
    }
  }

  static func score(_ score: Score) -> String {
    score.all.asked == 0 ? "" : "\(score.all.rightAtOnce) of \(score.all.asked) right at once"
  }

  static let noHint = "There is no hint left here; → shows the result"
  static let nothingAsked = "Nothing is asked here; → goes on"
  static let pictureLater = "Here stands a picture with the numbers that are asked for in what follows."
  static let answerHints = ["enter answers", "tab hints", "→ shows it", "← back", "esc ends"]
  static let scoreKeys = "q quits   any other key goes back to the lesson"
  static let quizKeys = [
    ("enter", "in a question: judges a number, or o1*(1-o1)"),
    ("tab  ↑", "in a question: a hint; the last answer again"),
    ("→", "in a question, nothing typed: shows the result"),
    ("esc", "in a question: drops what was typed, then ends it"),
  ].map { (key: $0, what: $1) }
}

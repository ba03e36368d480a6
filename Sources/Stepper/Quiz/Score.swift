/// What became of the questions of a quiz.
struct Score: Sendable, Equatable {
  /// What became of one question.
  enum Outcome: Sendable, CaseIterable {
    /// Right with the first answer, and without a hint.
    case rightAtOnce
    /// Right in the end.
    case rightLater
    /// Shown before it was right.
    case shown
  }

  /// How many questions of a kind ended how.
  struct Tally: Sendable, Equatable {
    var rightAtOnce = 0
    var rightLater = 0
    var shown = 0

    var asked: Int { rightAtOnce + rightLater + shown }

    fileprivate mutating func count(_ outcome: Outcome) {
      switch outcome {
      case .rightAtOnce: rightAtOnce += 1
      case .rightLater: rightLater += 1
      case .shown: shown += 1
      }
    }
  }

  private(set) var all = Tally()
  private var byAsked: [Question.Asked: Tally] = [:]
  private var mistakes: [Judgement.Mistake: Int] = [:]

  init() {}

  /// Counts a question that is over.
  mutating func count(_ question: Question, _ outcome: Outcome) {
    all.count(outcome)
    byAsked[question.asked, default: Tally()].count(outcome)
  }

  /// Counts what was mistaken in an answer; a question can have several.
  mutating func count(_ judgement: Judgement) {
    if let mistake = judgement.mistake { mistakes[mistake, default: 0] += 1 }
  }

  func tally(of asked: Question.Asked) -> Tally { byAsked[asked] ?? Tally() }
  func count(of mistake: Judgement.Mistake) -> Int { mistakes[mistake] ?? 0 }

  /// How it went, in one sentence.
  var summary: String { StepperWords.summary(all) }

  /// What to practise, in up to three sentences: the kind of question that went worst, then what was mistaken most.
  var practice: [String] {
    guard all.asked > 0 || !mistakes.isEmpty else { return [] }
    let worst = Question.Asked.allCases.filter { tally(of: $0).hardness > 0 }.max { first, second in
      tally(of: first).hardness < tally(of: second).hardness
    }
    let often = Judgement.Mistake.allCases.filter { count(of: $0) > 0 && $0 != .other }
      .sorted { count(of: $0) > count(of: $1) }
    let sentences = (worst.map { [StepperWords.practise($0)] } ?? []) + often.prefix(2).map(StepperWords.practise)
    return sentences.isEmpty ? [StepperWords.nothingToPractise(all)] : sentences
  }
}

extension Score.Tally {
  /// What was shown weighs twice as much as what took another try.
  fileprivate var hardness: Int { 2 * shown + rightLater }
}

import DocumentModel
import Longhand
import Renderers

extension Stepper {
  /// Whether a question is open.
  var isAsking: Bool { quiz?.question != nil && !isOnFold }

  /// Takes a key while a question is open: most of them write the answer.
  mutating func answer(_ key: Key) -> Effect {
    if key == .character("?") || key == .character(":") && quiz?.line.text.isEmpty == true { return read(key) }
    guard quiz?.line.take(key) == false else { return .none }
    let id = step.id
    switch key {
    case .enter: submitAnswer()
    case .tab: if quiz?.hint(id: id) == false { notice = StepperWords.noHint }
    case .right: if quiz?.line.text.isEmpty == true { quiz?.reveal(id: id) }
    case .left: if quiz?.line.text.isEmpty == true { return read(.left) }
    case .up where view.mostScroll == 0: quiz?.recall()
    case .up, .down, .pageUp, .pageDown: return read(key)
    case .home, .end: return quiz?.line.text.isEmpty == true ? read(key) : .none
    case .escape: return leaveAnswer()
    case .character, .backspace, .delete, .control: break
    }
    if key == .enter || key == .tab || !isAsking { showResult() }
    return .none
  }

  /// Brings the question, or its result and what was said of the answer, into view.
  mutating func showResult() {
    let view = view
    scroll = min(max(view.rowsToResult - view.bodyRows, 0), view.mostScroll)
  }

  private mutating func submitAnswer() {
    guard var quiz else { return }
    if quiz.line.text.trimmed.isEmpty {
      notice = StepperWords.emptyAnswer
    } else {
      quiz.submit(lesson, id: step.id)
      self.quiz = quiz
    }
  }

  /// An answer that was begun is dropped first.
  private mutating func leaveAnswer() -> Effect {
    if quiz?.line.text.isEmpty == false {
      quiz?.line.clear()
      return .none
    }
    return quit()
  }

  /// What a question shows of its step: nothing that gives the answer away.
  func blocks(of question: Question, in quiz: Quiz) -> [Block] {
    guard let result = step.result else { return [] }
    let said = quiz.judgement.map { [Block.paragraph([.text(StepperWords.said($0, of: quiz.answer))])] } ?? []
    if question.asked == .next { return lastWorked + said }
    return step.blocks[..<result.block].compactMap(\.withoutResults)
      + [.equation(question.shown(isHinted: quiz.isHinted))] + said
  }

  /// The result before the step.
  private var lastWorked: [Block] {
    let last = lesson.steps[..<place].last { $0.result != nil }?.result?.equation
    return last.map { [.equation(Equation($0.left, Array($0.links.suffix(1))))] } ?? []
  }

  /// The step with what was said of the answer behind its result.
  func blocks(answered judgement: Judgement) -> [Block] {
    let end = step.result.map { $0.block + 1 } ?? step.blocks.count
    return Array(step.blocks[..<end]) + [.paragraph([.text(StepperWords.said(judgement, of: quiz?.answer ?? ""))])]
      + Array(step.blocks[end...])
  }

  /// What came of the quiz, for the end of it.
  var scoreBlocks: [Block] {
    guard let quiz else { return [] }
    return [.paragraph([.strong([.text(quiz.score.summary)])]), .list(quiz.score.practice.map { [.text($0)] })]
  }

  /// What is to be said when the screen is left: how a quiz went, in plain text.
  public var farewell: String? {
    guard let quiz, quiz.hasBegun else { return nil }
    return ([quiz.score.summary] + quiz.score.practice).map { $0 + "\n" }.joined()
  }
}

extension Block {
  /// What of it may stand before a question: nothing that was worked out in the same step.
  fileprivate var withoutResults: Block? {
    switch self {
    case .equation(let equation):
      let links = equation.links.filter { $0.role == .symbols }
      return links.isEmpty ? nil : .equation(Equation(equation.left, links))
    case .table, .figure: return nil
    case .heading, .paragraph, .list: return self
    }
  }
}

import DocumentModel
import Renderers

/// A lesson that asks before it shows.
struct Quiz: Sendable {
  let blank: Blank
  /// The question of the step in view, as long as it is open.
  private(set) var question: Question?
  /// The answer that is being typed.
  var line = LineEditor()
  /// The last answer to it, and what was said of that.
  private(set) var answer = ""
  private(set) var judgement: Judgement?
  /// Whether the numbers are put in.
  private(set) var isHinted = false
  private(set) var score = Score()
  private var tries = 0
  /// By the id of a step: what was said in the end.
  private var closed: [String: Closed] = [:]

  private struct Closed {
    let answer: String
    let judgement: Judgement?
  }

  init(_ blank: Blank) { self.blank = blank }

  var hasBegun: Bool { score.all.asked > 0 || tries > 0 }

  /// Opens the question of a step, if it has one that is not answered yet.
  mutating func arrive(at place: Int, in lesson: Lesson) {
    let id = lesson.steps[place].id
    line.clear()
    (answer, judgement) = (closed[id]?.answer ?? "", closed[id]?.judgement)
    (isHinted, tries) = (false, 0)
    question = closed[id] == nil ? Question(at: place, in: lesson.steps, blank, lesson.workbook) : nil
  }

  /// Judges what was typed; what is right closes the question.
  mutating func submit(_ lesson: Lesson, id: String) {
    guard let question else { return }
    let said = question.judgement(of: line.text, lesson.workbook)
    (answer, judgement) = (line.text.trimmed, said)
    line.clear()
    switch said.verdict {
    case .right: close(id, tries == 0 && !isHinted ? .rightAtOnce : .rightLater, said)
    case .nearly, .wrong:
      tries += 1
      score.count(said)
    case .unreadable: break
    }
  }

  /// Brings the last answer back, to be mended.
  mutating func recall() { line.replace(with: answer) }

  /// Puts the numbers in; where they stand already, or there are none, shows the answer.
  mutating func hint(id: String) {
    guard let question, !isHinted, question.hasHint else { return reveal(id: id) }
    isHinted = true
  }

  mutating func reveal(id: String) { close(id, .shown, nil) }

  private mutating func close(_ id: String, _ outcome: Score.Outcome, _ said: Judgement?) {
    guard let question else { return }
    score.count(question, outcome)
    if said == nil { answer = "" }
    closed[id] = Closed(answer: answer, judgement: said)
    self.question = nil
    judgement = said
    line.clear()
  }
}

extension Question {
  /// Whether there are numbers to put in that the question does not show.
  var hasHint: Bool { asked != .next && equation.links.dropLast().contains { $0.role == .numbers } }

  /// The equation without what is asked for.
  func shown(isHinted: Bool) -> Equation {
    let links = equation.links.dropLast().filter { isHinted || $0.role != .numbers }
    let isBare = !links.contains { $0.role == .symbols }
    let chain = isBare ? symbols.map { [Equation.Link(.equal, $0, .symbols)] } ?? [] : []
    return Equation(equation.left, chain + links + [Equation.Link(.equal, .symbol(.unknown), .value)])
  }
}

extension Symbol {
  /// What is to be found.
  fileprivate static let unknown = Symbol(name: "?", base: [.mark("?")])
}

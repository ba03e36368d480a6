import DocumentModel
import Renderers

/// A lesson that asks before it shows.
struct Quiz: Sendable {
  let blank: Blank
  /// The answer that is being typed.
  var line = LineEditor()
  private(set) var score = Score()
  /// By the id of a step: what came of its question.
  private var attempts: [String: Attempts] = [:]
  private var current = Attempts()

  /// What came of a question so far, wherever one goes meanwhile.
  private struct Attempts {
    var question: Question?
    var tries = 0
    var isHinted = false
    var isClosed = false
    var answer = ""
    var judgement: Judgement?
  }

  /// The question of the step in view, as long as it is open.
  var question: Question? { current.isClosed ? nil : current.question }
  /// Whether the numbers are put in.
  var isHinted: Bool { current.isHinted }
  /// The last answer to it, and what was said of that.
  var answer: String { current.answer }
  var judgement: Judgement? { current.judgement }

  init(_ blank: Blank) { self.blank = blank }

  var hasBegun: Bool { score.all.asked > 0 || attempts.values.contains { $0.tries > 0 } }

  /// Opens the question of a step, if it has one that is not answered yet.
  mutating func arrive(at place: Int, in lesson: Lesson) {
    let id = lesson.steps[place].id
    line.clear()
    let asked = Question(at: place, in: lesson.steps, blank, lesson.workbook)
    // With other givens it is another question.
    let known = attempts[id].flatMap { $0.question == asked ? $0 : nil }
    current = known ?? Attempts(question: asked)
  }

  /// Whether a step has nothing to ask for, or was asked for and told.
  func isSettled(_ place: Int, in lesson: Lesson) -> Bool {
    attempts[lesson.steps[place].id]?.isClosed == true
      || Question(at: place, in: lesson.steps, blank, lesson.workbook) == nil
  }

  /// Judges what was typed; what is right closes the question.
  mutating func submit(_ lesson: Lesson, id: String) {
    guard let question else { return }
    let said = question.judgement(of: line.text, lesson.workbook)
    (current.answer, current.judgement) = (line.text.trimmed, said)
    line.clear()
    switch said.verdict {
    case .right: close(id, current.tries == 0 && !isHinted ? .rightAtOnce : .rightLater)
    case .nearly, .wrong:
      current.tries += 1
      score.count(said)
      attempts[id] = current
    case .unreadable: attempts[id] = current
    }
  }

  /// Brings the last answer back, to be mended.
  mutating func recall() { if !answer.isEmpty { line.replace(with: answer) } }

  /// Puts the numbers in.
  ///
  /// - Returns: whether there were any to put in.
  mutating func hint(id: String) -> Bool {
    guard let question, !isHinted, question.hasHint else { return false }
    current.isHinted = true
    attempts[id] = current
    return true
  }

  mutating func reveal(id: String) {
    guard question != nil else { return }
    (current.answer, current.judgement) = ("", nil)
    close(id, .shown)
  }

  private mutating func close(_ id: String, _ outcome: Score.Outcome) {
    guard let question else { return }
    score.count(question, outcome)
    current.isClosed = true
    attempts[id] = current
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

import DocumentModel
import Longhand

/// Somebody going through a lesson: what is on the screen follows from this and from the size of it.
///
/// A pure value: the next state follows from this one and from a key.
public struct Stepper: Sendable {
  public internal(set) var lesson: Lesson
  public internal(set) var size: Size
  /// Whether the screen may use colours.
  public let usesColour: Bool
  /// Whether givens may be changed.
  public let isLive: Bool
  /// The step in view, by its number among the steps of the lesson.
  public internal(set) var place = 0
  /// How many rows of it are above what is in view.
  var scroll = 0
  /// How many columns of its rows are left of what is in view.
  var across = 0
  var mode = Mode.reading
  /// By part: whether it is folded up.
  var isFolded: [Bool]
  var showsMap = true
  /// What is said below the step, until the next key.
  var notice: String?
  /// What was looked for last.
  var sought = ""
  /// The lessons before each change of a given, the printed one first.
  var earlier: [Lesson] = []
  var quiz: Quiz?

  /// What keys mean now.
  enum Mode: Sendable, Equatable {
    case reading
    case help
    case prompt(Prompt)
    /// What came of the quiz.
    case score
  }

  /// A line that is typed at the bottom of the screen.
  struct Prompt: Sendable, Equatable {
    let kind: Kind
    var line = LineEditor()

    enum Kind: Sendable, Equatable { case goTo, find, given }
  }

  /// - Parameter blank: what is asked before it is shown; nothing where all is shown.
  public init(
    _ lesson: Lesson, size: Size, usesColour: Bool = false, isLive: Bool = false, asking blank: Blank? = nil
  ) {
    (self.lesson, self.size, self.usesColour, self.isLive) = (lesson, size, usesColour, isLive)
    isFolded = lesson.parts.map(\.isFolded)
    quiz = blank.map(Quiz.init)
    quiz?.arrive(at: 0, in: lesson)
  }

  var step: Lesson.Step { lesson.steps[place] }

  /// Whether the part that the step stands in is folded up, so that all of it is one stop.
  var isOnFold: Bool { isFolded[step.part] }

  /// Takes an event, and says what the terminal has to do.
  public mutating func handle(_ event: Event) -> Effect {
    switch event {
    case .resized(let size):
      self.size = size
      scroll = min(scroll, view.mostScroll)
      across = min(across, view.mostAcross)
      return .none
    case .key(.control("z")): return .suspend
    case .key(.control("c")): return .quit
    case .key(let key):
      notice = nil
      return take(key)
    }
  }

  private mutating func take(_ key: Key) -> Effect {
    switch mode {
    case .reading: return isAsking ? answer(key) : read(key)
    case .prompt(let prompt):
      type(key, in: prompt)
      return .none
    case .help:
      mode = .reading
      return .none
    case .score: return leaveScore(key)
    }
  }
}

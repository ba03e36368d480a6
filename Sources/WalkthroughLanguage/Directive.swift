/// The words that may start a line before a colon, and what each is for.
enum Directive: String, CaseIterable {
  case title, source, note, section
  case inputs, weights, biases, unknowns, fixed, targets
  case minimize, maximize, differentiate
  case update, rate, telling, show, carry, notation, published

  /// By the word in the file; British spelling is understood.
  init?(word: String) {
    switch word {
    case "minimise": self = .minimize
    case "maximise": self = .maximize
    default: self.init(rawValue: word)
    }
  }

  static let words = allCases.map(\.rawValue)
  static let wordList = words.joined(separator: ", ")

  /// Those that hold a text.
  enum Text {
    case title, source, note, section
  }

  /// The role of the givens that it lists.
  var role: Role? {
    switch self {
    case .inputs: .input
    case .weights: .weight
    case .biases: .bias
    case .unknowns: .unknown
    case .fixed: .fixed
    case .targets: .target
    case .title, .source, .note, .section, .minimize, .maximize, .differentiate, .update, .rate, .telling,
      .show, .carry, .notation, .published:
      nil
    }
  }

  /// The objective that it names.
  var sense: Objective.Sense? {
    switch self {
    case .minimize: .minimize
    case .maximize: .maximize
    case .differentiate: .differentiate
    case .title, .source, .note, .section, .inputs, .weights, .biases, .unknowns, .fixed, .targets, .update,
      .rate, .telling, .show, .carry, .notation, .published:
      nil
    }
  }

  /// Whether a file may hold it more than once.
  var mayRepeat: Bool {
    switch self {
    case .note, .section, .inputs, .weights, .biases, .unknowns, .fixed, .targets, .notation, .published: true
    case .title, .source, .minimize, .maximize, .differentiate, .update, .rate, .telling, .show, .carry: false
    }
  }
}

/// What an indented line continues.
enum OpenDirective {
  case nothing
  /// A statement, which takes one line.
  case statement
  /// A directive of one line.
  case closed(Directive)
  /// A line in error: what continues it is passed over.
  case skipped
  /// A title, a source, a note or a section: its text goes on.
  case text(Directive.Text)
  case givens(Role)
  case notation
  /// Published lines, by the number of their heading.
  case published(Int)
}

/// A directive that stands in the file.
struct SeenDirective {
  let directive: Directive
  let place: Range<Int>
}

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

  /// Directives that a later version of Longhand understands.
  static let later = ["examples", "epochs", "until", "derivatives", "arithmetic", "functions", "start"]

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
  /// A title, a source, a note or a section: its text goes on.
  case text(Directive)
  case givens(Role)
  case notation
  /// Published lines, by the number of their heading.
  case published(Int)
  /// A directive of one line.
  case closed(Directive)
}

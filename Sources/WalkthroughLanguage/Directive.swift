/// The words that may start a line before a colon, and what each is for.
enum Directive: String, CaseIterable {
  case title, source, note, section
  case inputs, weights, biases, unknowns, fixed, targets, examples, functions
  case minimize, maximize, differentiate
  case rate, update, start, epochs, until, derivatives, arithmetic
  case telling, show, carry, notation, published

  /// By the word in the file; British spelling is understood.
  init?(word: String) {
    switch word {
    case "minimise": self = .minimize
    case "maximise": self = .maximize
    default:
      // The compiler's own search by raw value makes a table of all words first.
      guard let directive = Self.allCases.first(where: { $0.rawValue == word }) else { return nil }
      self = directive
    }
  }

  static let words = allCases.map(\.rawValue)
  static let wordList = words.joined(separator: ", ")

  /// What follows the colon.
  enum Form {
    case text(Text)
    /// Names and values of that role.
    case givens(Role)
    /// The name of what is differentiated.
    case objective(Objective.Sense)
    /// One line.
    case setting(Setting)
    /// As many lines as it takes.
    case list(List)

    /// Whether indented lines may go on with it, apart from those of a text.
    var takesLines: Bool {
      switch self {
      case .givens, .list: true
      case .text, .objective, .setting: false
      }
    }
  }

  enum Text {
    case title, source, note, section
  }

  enum Setting {
    case rate, update, epochs, until, derivatives, arithmetic, telling, show, carry
  }

  enum List {
    case examples, functions, start, notation, published
  }

  var form: Form {
    switch self {
    case .title: .text(.title)
    case .source: .text(.source)
    case .note: .text(.note)
    case .section: .text(.section)
    case .inputs: .givens(.input)
    case .weights: .givens(.weight)
    case .biases: .givens(.bias)
    case .unknowns: .givens(.unknown)
    case .fixed: .givens(.fixed)
    case .targets: .givens(.target)
    case .minimize: .objective(.minimize)
    case .maximize: .objective(.maximize)
    case .differentiate: .objective(.differentiate)
    case .rate: .setting(.rate)
    case .update: .setting(.update)
    case .epochs: .setting(.epochs)
    case .until: .setting(.until)
    case .derivatives: .setting(.derivatives)
    case .arithmetic: .setting(.arithmetic)
    case .telling: .setting(.telling)
    case .show: .setting(.show)
    case .carry: .setting(.carry)
    case .examples: .list(.examples)
    case .functions: .list(.functions)
    case .start: .list(.start)
    case .notation: .list(.notation)
    case .published: .list(.published)
    }
  }

  /// Whether a file may hold it more than once.
  var mayRepeat: Bool {
    switch form {
    case .text(.note), .text(.section), .givens: true
    case .list(.functions), .list(.notation), .list(.published): true
    case .text(.title), .text(.source), .objective, .setting, .list(.examples), .list(.start): false
    }
  }

  /// Whether it speaks of numbers, which a symbolic walkthrough does not have.
  var isAboutNumbers: Bool {
    switch form {
    case .text, .givens, .objective, .setting(.telling): false
    case .list(.functions), .list(.notation), .list(.published): false
    case .setting(.rate), .setting(.update), .setting(.epochs), .setting(.until), .setting(.derivatives),
      .setting(.arithmetic), .setting(.show), .setting(.carry), .list(.examples), .list(.start):
      true
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
  case examples
  case functions
  case start
  case notation
  /// Published lines, by the number of their heading.
  case published(Int)

  enum Whole {
    case text, list
  }

  /// What indented lines make together; nothing where none may stand.
  var whole: Whole? {
    switch self {
    case .nothing, .statement, .closed, .skipped: nil
    case .text: .text
    case .givens, .examples, .functions, .start, .notation, .published: .list
    }
  }
}

/// A directive that stands in the file.
struct SeenDirective {
  let directive: Directive
  let place: Range<Int>
}

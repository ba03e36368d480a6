/// A command as data: what may be typed, what it is for, and what happens. Help is written from it.
struct Command: Sendable {
  let name: String
  /// What stands behind the name: `FILE…`.
  let operands: String
  let summary: String
  let details: [String]
  let options: [CommandOption]
  let examples: [String]
  let run: @Sendable (Invocation, Console) -> ExitCode
}

/// An option of a command.
struct CommandOption: Sendable {
  let names: [String]
  /// What its value is called; nothing for an option without one.
  let value: String?
  /// Made when it is asked for, which is rare.
  private let makeHelp: @Sendable () -> String
  private let makeChoices: @Sendable () -> [String]
  /// Which whole numbers the value may be; nothing where it is no number.
  let numbers: ClosedRange<Int>?

  var help: String { makeHelp() }
  /// Words that the value may be; empty where it is free.
  var choices: [String] { makeChoices() }

  init(
    _ names: String..., value: String? = nil, numbers: ClosedRange<Int>? = nil,
    help: @autoclosure @escaping @Sendable () -> String, choices: @autoclosure @escaping @Sendable () -> [String] = []
  ) {
    self.names = names
    self.value = value
    self.numbers = numbers
    makeHelp = help
    makeChoices = choices
  }
}

/// How a command ends.
enum ExitCode: Int32, Sendable, Comparable {
  /// It did what it was asked, and the answer is yes.
  case fine = 0
  /// It did what it was asked, and the answer is no.
  case no = 1
  /// It could not be done.
  case failed = 2

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}

/// What was typed, sorted into operands and options.
struct Invocation: Sendable {
  private(set) var operands: [String] = []
  /// By the first name of the option; an option without a value holds an empty text.
  private var values: [Choice] = []

  private struct Choice {
    let option: String
    let value: String
  }

  func value(_ option: String) -> String? { values.first { $0.option == option }?.value }
  func has(_ option: String) -> Bool { value(option) != nil }

  /// What is wrong with what was typed.
  struct Misuse: Error, Equatable {
    let message: String
  }

  init(_ words: [String], for command: Command) throws(Misuse) {
    var rest = words[...]
    var takesOptions = true
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("-"), word != "-" {
        try take(word, &rest, command)
      } else {
        operands.append(word)
      }
    }
  }

  /// `--to latex` and `--to=latex` mean the same.
  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(Misuse) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = command.options.first(where: { $0.names.contains(parts[0]) }) else {
      throw .unknownOption(parts[0], command)
    }
    guard option.value != nil else {
      if parts.count > 1 { throw .valueNotTaken(parts[0]) }
      values.append(Choice(option: option.names[0], value: ""))
      return
    }
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else { throw .valueMissing(option, parts[0]) }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw .notAChoice(value, option, parts[0])
    }
    if let numbers = option.numbers, Int(value).map(numbers.contains) != true {
      throw .notANumber(value, numbers, parts[0])
    }
    if let other = self.value(option.names[0]), other != value { throw .givenTwice(parts[0], other, value) }
    values.append(Choice(option: option.names[0], value: value))
  }
}

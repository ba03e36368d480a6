import Longhand

extension Invocation.Misuse {
  static func unknownOption(_ word: String, _ command: Command) -> Self {
    if let owner = CommandTable.commands.first(where: { $0.options.contains { $0.names.contains(word) } }) {
      return Self(message: "`\(command.name)` has no option `\(word)`; `longhand \(owner.name)` has it")
    }
    let near = Suggestion.nearest(to: word, among: command.options.flatMap(\.names))
    let hint = near.map { "did you mean `\($0)`?" } ?? "`longhand \(command.name) --help` lists its options"
    return Self(message: "`\(command.name)` has no option `\(word)`; \(hint)")
  }

  static func valueNotTaken(_ word: String) -> Self { Self(message: "`\(word)` takes no value") }

  static func valueMissing(_ option: CommandOption, _ word: String) -> Self {
    let choices = option.choices.isEmpty ? "" : ": \(option.choices.joined(separator: ", "))"
    return Self(message: "`\(word)` needs \(option.value ?? "a value")\(choices)")
  }

  static func notAChoice(_ value: String, _ option: CommandOption, _ word: String) -> Self {
    // A format may be called by the ending of its files.
    let format = Format.allCases.first { $0.fileExtension == value && option.choices.contains($0.rawValue) }
    let near = format?.rawValue ?? Suggestion.nearest(to: value, among: option.choices)
    let hint = near.map { "did you mean `\($0)`?" } ?? "choose one of \(option.choices.joined(separator: ", "))"
    return Self(message: "`\(word)` does not know `\(value)`; \(hint)")
  }

  static func notANumber(_ value: String, _ numbers: ClosedRange<Int>, _ word: String) -> Self {
    Self(
      message:
        "`\(word)` takes a whole number from \(numbers.lowerBound) to \(numbers.upperBound), and `\(value)` is none")
  }

  static func givenTwice(_ word: String, _ first: String, _ second: String) -> Self {
    Self(message: "`\(word)` is there twice, with `\(first)` and with `\(second)`; give it once")
  }

  static func unknownCommand(_ word: String, among names: [String]) -> Self {
    let near = Suggestion.nearest(to: word, among: names)
    let isFile = word.hasSuffix(".walk")
    let hint =
      isFile
      ? "to see the worked example, type `longhand show \(word.asShellPath)`"
      : near.map { "did you mean `\($0)`?" } ?? "`longhand --help` lists the commands"
    return Self(message: "there is no command `\(word)`; \(hint)")
  }

  static func noFile(_ command: Command) -> Self {
    Self(
      message:
        "`\(command.name)` needs a \(command.operands.filter(\.isLetter).lowercased()); for example `\(command.examples[0])`"
    )
  }
}

import Longhand

/// Help, written from the command table.
enum Help {
  /// What `longhand` alone shows.
  static var firstSteps: String {
    """
    Longhand writes backpropagation out by hand.

    Try this first:

      longhand show walkthroughs/one-neuron/one-neuron.walk
      longhand step walkthroughs/two-two-two/two-two-two.walk
      longhand render walkthroughs/two-two-two/two-two-two.walk
      longhand check --verbose walkthroughs/two-two-two

    `longhand --help` lists the commands; `docs/language.md` says how a .walk file is written.

    """
  }

  static var overview: String {
    let rows = CommandTable.commands.map { ("longhand \($0.name) \($0.operands)", $0.summary) }
    return """
      Longhand writes backpropagation out by hand: a .walk file in, a worked example out.

      \(columns(rows + [("longhand COMMAND --help", "more about one command"), ("longhand --version", "which version this is")]))
      A file `-` is standard input. Ends with 0 when fine, 1 when the answer is no, 2 when it could not be done.

      """
  }

  static func page(_ command: Command) -> String {
    let rows = command.options.map { option in
      (option.names.joined(separator: ", ") + (option.value.map { " \($0)" } ?? ""), option.help)
    }
    return """
      longhand \(command.name) \(command.operands): \(command.summary)

      \(command.details.joined(separator: "\n"))

      \(columns(rows))
      For example:

      \(command.examples.map { "  \($0)\n" }.joined())
      """
  }

  /// Two columns, the second aligned.
  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)\n"
    }.joined()
  }
}

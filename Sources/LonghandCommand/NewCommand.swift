import Longhand

/// `longhand new`
enum NewCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    guard invocation.operands.count == 1 else {
      console.complain(oneShape)
      return .failed
    }
    do {
      var template = try NetworkTemplate(
        shape: invocation.operands[0], isInMatrices: invocation.has("--matrices"))
      template.activation = chosen("--activation", invocation) ?? template.activation
      template.output = chosen("--output", invocation) ?? template.output
      template.loss = chosen("--loss", invocation) ?? template.loss
      template.names = chosen("--names", invocation) ?? template.names
      return try write(Array(template.walkthrough().utf8), to: invocation.value("-o"), console)
    } catch {
      console.complain(of: error, at: invocation.operands[0])
      return .failed
    }
  }

  private static func chosen<Choice: RawRepresentable<String>>(_ option: String, _ invocation: Invocation) -> Choice? {
    invocation.value(option).flatMap(Choice.init)
  }

  private static func write(_ text: [UInt8], to path: String?, _ console: Console) throws -> ExitCode {
    guard let path, path != "-" else { return console.write(text) }
    guard !System.exists(path) else {
      console.complain(existsAlready(path))
      return .failed
    }
    try System.replace(path, with: text)
    return console.write(wrote(path))
  }
}

extension NewCommand {
  fileprivate static let oneShape = "`new` takes one shape, such as 2-3-2"
  fileprivate static func existsAlready(_ path: String) -> String {
    "`\(path)` exists already; choose another name, or remove it first"
  }
  fileprivate static func wrote(_ path: String) -> String {
    "wrote \(path); `longhand show \(path.asShellPath)` works it\n"
  }
}

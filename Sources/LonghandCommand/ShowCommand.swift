import Longhand

/// `longhand show`
enum ShowCommand {
  @Sendable static func run(_ invocation: Invocation, _ console: Console) -> ExitCode {
    var options = RenderingOptions(invocation)
    options.width = console.width.map { max($0, narrowest) } ?? options.width
    options.usesColour =
      switch invocation.value("--color") {
      case "always": true
      case "never": false
      default: console.wantsColour
      }
    return WalkthroughFiles.forEach(invocation, console) { path, workbook in
      do throws(RenderingProblem) {
        return console.write(try workbook.rendered(as: .text, options))
      } catch {
        console.complain("\(path): \(error.message)")
        return .failed
      }
    }
  }

  /// Columns below which lines are no longer made shorter.
  static let narrowest = 40
}

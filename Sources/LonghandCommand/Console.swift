import Longhand

/// Where a command speaks to: standard output for what was asked, standard error for what went wrong.
struct Console: Sendable {
  /// Whether all of it could be written.
  let writeBytes: @Sendable ([UInt8]) -> Bool
  let complainBytes: @Sendable ([UInt8]) -> Void
  /// Columns of the terminal; nothing where output goes elsewhere.
  let width: Int?
  let wantsColour: Bool
  /// Whether somebody watches standard error, and likes to see that long work goes on.
  let showsProgress: Bool

  /// Fails where nobody can read what was asked for: a full disk, a closed pipe.
  func write(_ text: String) -> ExitCode { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) -> ExitCode {
    guard !writeBytes(bytes) else { return .fine }
    complain(Self.cannotWrite)
    return .failed
  }

  private static let cannotWrite = "cannot write to standard output"

  /// One line under the program's name.
  func complain(_ message: String) { complainBytes(Array("longhand: \(message)\n".utf8)) }

  /// What was thrown on the way; what has no place of its own is said of a path.
  func complain(of error: any Error, at path: String) {
    switch error {
    case let diagnostics as Diagnostics: report(diagnostics.report)
    case let problem as RenderingProblem: complain("\(path): \(problem.message)")
    case let problem as NetworkTemplate.Problem: complain(problem.message)
    case let failure as System.Failure: complain(failure.message)
    default: complain("\(path): \(error)")
    }
  }

  /// Writes over the line that stands there, without ending it.
  func overwriteLine(_ text: String) { complainBytes(Array("\r\(text)".utf8)) }

  /// A report that says itself where it belongs.
  func report(_ text: String) { complainBytes(Array(text.utf8)) }

  /// The terminal, or whatever stands in for it.
  static var standard: Console {
    Console(
      writeBytes: { System.write($0, to: .standardOutput) },
      complainBytes: { _ = System.write($0, to: .standardError) },
      width: System.terminalWidth,
      wantsColour: System.terminalWidth != nil && !System.isSet("NO_COLOR") && Terminal.canAddressScreen,
      showsProgress: System.isTerminal(.standardError))
  }
}

/// Where a command speaks to: standard output for what was asked, standard error for what went wrong.
struct Console: Sendable {
  let writeBytes: @Sendable ([UInt8]) -> Void
  let complainBytes: @Sendable ([UInt8]) -> Void
  /// Columns of the terminal; nothing where output goes elsewhere.
  let width: Int?
  let wantsColour: Bool

  func write(_ text: String) { writeBytes(Array(text.utf8)) }

  /// One line under the program's name.
  func complain(_ message: String) { complainBytes(Array("longhand: \(message)\n".utf8)) }

  /// A report that says itself where it belongs.
  func report(_ text: String) { complainBytes(Array(text.utf8)) }

  /// The terminal, or whatever stands in for it.
  static var standard: Console {
    Console(
      writeBytes: { System.write($0, to: .standardOutput) }, complainBytes: { System.write($0, to: .standardError) },
      width: System.terminalWidth, wantsColour: System.terminalWidth != nil && !System.isSet("NO_COLOR"))
  }
}

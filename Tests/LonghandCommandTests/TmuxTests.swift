import Foundation
import Testing

@testable import LonghandCommand

/// A shell in a terminal of tmux.
private final class Session {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "longhand-\(UUID().uuidString)")

  static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  init(_ script: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try script.write(to: folder.appending(path: "script"), atomically: true, encoding: .utf8)
    // Its server keeps what Foundation waits for, so that nobody waits for its end.
    let (process, _) = process("new-session", "-d", "-x", "80", "-y", "24", "cd '\(folder.path)' && sh script && cat")
    try process.run()
  }

  deinit {
    // The server was started with its signals held back, and would not hear `kill-server`; it ends with its last session.
    _ = tmux("kill-session")
    try? FileManager.default.removeItem(at: folder)
  }

  private func process(_ words: String...) -> (Process, Pipe) { process(words) }

  private func process(_ words: [String]) -> (Process, Pipe) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: Self.tmux ?? "")
    process.arguments = ["-u", "-S", folder.appending(path: "socket").path, "-f", "/dev/null"] + words
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    return (process, output)
  }

  func tmux(_ words: String...) -> String {
    let (process, output) = process(words)
    guard (try? process.run()) != nil else { return "" }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// The screen as soon as it holds the text, or as it is after ten seconds.
  func screen(with text: String) -> String {
    let start = System.seconds
    while true {
      let screen = tmux("capture-pane", "-p")
      if screen.contains(text) || System.seconds - start > 10 { return screen }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}

@Suite struct TmuxTests {
  @Test(
    .enabled(if: Session.tmux != nil, "tmux is not installed"),
    .enabled(if: BuiltProgram.longhand != nil, "the program was not built beside the tests"))
  func aLessonIsOpenedSteppedThroughAndLeftWithTheTerminalAsItWas() throws {
    let longhand = try #require(BuiltProgram.longhand).path
    let file = URL(filePath: #filePath).appending(path: "../../../walkthroughs/two-two-two/two-two-two.walk")
      .standardized
    let session = try Session("stty -a >before; '\(longhand)' step '\(file.path)'; stty -a >after; echo the end")
    #expect(session.screen(with: "1 / ").contains("1 / "))
    _ = session.tmux("send-keys", "Right")
    #expect(session.screen(with: "2 / ").contains("2 / "))
    _ = session.tmux("send-keys", "q")
    #expect(session.screen(with: "the end").hasPrefix("the end"))
    #expect(try session.text("after") == session.text("before"))
  }
}

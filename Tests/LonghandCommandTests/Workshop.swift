import Foundation

@testable import LonghandCommand

/// Runs commands in a folder of their own, and keeps what they say.
final class Workshop {
  let folder: URL
  private let said = Said()

  final class Said: @unchecked Sendable {
    var output: [UInt8] = []
    var complaints: [UInt8] = []
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "longhand-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  /// What was rendered by an older version, or changed behind Longhand's back.
  func spoil(_ name: String) throws {
    let text = try read(name)
    _ = try write(name, text.prefix(text.count / 2) + "Stale.\n" + text.dropFirst(text.count / 2))
  }

  func read(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? [] }

  /// What a command line gives: exit code, standard output, standard error; the folder's path is left out.
  func run(_ words: String...) -> (code: ExitCode, output: String, complaints: String) { run(words) }

  func run(_ words: [String]) -> (code: ExitCode, output: String, complaints: String) {
    let said = said
    (said.output, said.complaints) = ([], [])
    let console = Console(
      writeBytes: {
        said.output += $0
        return true
      }, complainBytes: { said.complaints += $0 }, width: nil, wantsColour: false, showsProgress: false)
    let code = CommandTable.run(words, on: console)
    func plain(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self).replacing(folder.path + "/", with: "")
    }
    return (code, plain(said.output), plain(said.complaints))
  }
}

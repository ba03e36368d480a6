import Foundation
import Longhand

/// The files of the repository that tests read, found from where this file stands.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Paths of all walkthroughs, in order.
  static let walkthroughs: [String] = {
    let files = FileManager.default.enumerator(atPath: root.appending(path: "walkthroughs").path)
    let names = files?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted().map { "walkthroughs/\($0)" }
  }()

  /// A walkthrough under its path in the repository, so that messages are the same everywhere.
  static func workbook(_ path: String) throws -> Workbook {
    try Workbook(SourceText(name: path, text: try text(path)))
  }

  /// Whether recorded documents are to be written anew.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
}

import Differentiation
import Foundation
import WalkthroughLanguage

@testable import Narration

/// The walkthroughs of the repository, found from where this file stands.
enum WalkthroughFile {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "walkthroughs")

  /// Names of all, in order: `two-two-two/two-two-two.walk`.
  static let all: [String] = {
    let files = FileManager.default.enumerator(atPath: root.path)
    let names = files?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted()
  }()

  /// A walkthrough in a folder of its own name.
  static func narrator(_ name: String) throws -> Narrator {
    let path = name.hasSuffix(".walk") ? name : "\(name)/\(name).walk"
    return try Narrator.telling(try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }
}

extension Narrator {
  static func telling(_ text: String) throws -> Narrator {
    Narrator(try SourceText(name: "t", text: text).walkthrough().trace())
  }
}

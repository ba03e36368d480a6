import Differentiation
import Foundation
import Testing
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

  /// All of them worked once, because some take many epochs.
  private static let narrators: [String: Narrator] = {
    let pairs = all.compactMap { path in
      (try? Narrator.telling(String(contentsOf: root.appending(path: path), encoding: .utf8))).map { (path, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  /// A walkthrough by its path, or by its name in a folder of the same name.
  static func narrator(_ name: String) throws -> Narrator {
    try #require(narrators[name.hasSuffix(".walk") ? name : "\(name)/\(name).walk"])
  }
}

extension Narrator {
  static func telling(_ text: String) throws -> Narrator {
    Narrator(try SourceText(name: "t", text: text).walkthrough().trace())
  }
}

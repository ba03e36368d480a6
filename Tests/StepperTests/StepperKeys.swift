import Foundation
import Longhand

@testable import Stepper

enum Walkthroughs {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appending(path: "walkthroughs")

  /// Every file, in the order of names.
  static let all: [String] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func source(_ path: String) throws -> SourceText { SourceText(name: path, text: try text(path)) }
}

extension Stepper {
  mutating func press(_ keys: Key...) {
    for key in keys { _ = handle(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func go(_ name: String) {
    press(.character("g"))
    type(name)
    press(.enter)
  }
}

extension Telling {
  /// Whether a file can be told so, as the command line would have it.
  func fits(_ workbook: Workbook) -> Bool { obstacle(in: workbook.walkthrough) == nil }
}

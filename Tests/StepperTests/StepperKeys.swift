import Foundation
import Longhand

@testable import Stepper

enum Walkthroughs {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "walkthroughs")

  static func source(_ path: String) throws -> SourceText {
    SourceText(name: path, text: try String(contentsOf: folder.appending(path: path), encoding: .utf8))
  }
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

import Foundation
import Testing

/// What `docs/for-teachers.md` tells a teacher to type.
@Suite struct ForTeachersTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let hasTeX = ["/usr/bin/pdflatex", "/Library/TeX/texbin/pdflatex"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static func page() throws -> String {
    try String(contentsOf: root.appending(path: "docs/for-teachers.md"), encoding: .utf8)
  }

  /// The lines of its blocks of commands, in order.
  private static func commands() throws -> [String] {
    let pieces = try page().components(separatedBy: "```")
    return pieces.filter { $0.hasPrefix("sh\n") }.flatMap { $0.split(separator: "\n").dropFirst() }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  @Test(.enabled(if: BuiltProgram.longhand != nil, "the program was not built beside the tests"))
  func everyCommandOfThePageRunsAndMakesWhatItSays() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "longhand-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let commands = try Self.commands()
    #expect(commands.count > 10)
    var place = folder
    for command in commands {
      if command.hasPrefix("cd ") {
        place = place.appending(path: String(command.dropFirst(3)))
      } else if Self.hasTeX || !command.hasPrefix("pdflatex") {
        let (code, said) = try BuiltProgram.run(command, in: place)
        #expect(code == 0, "`\(command)` ended with \(code): \(said.suffix(300))")
        if command.hasPrefix("longhand check") { #expect(said.isEmpty, "check says nothing when all is well") }
      }
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: place.path)
    let wanted = ["lesson.walk", "lesson.tex", "lesson-w1-no-figures.tex", "lesson.html", "site"]
    #expect(Set(wanted + (Self.hasTeX ? ["lesson.pdf", "lesson-w1-no-figures.pdf"] : [])).isSubset(of: made))
    let steps = try String(contentsOf: place.appending(path: "lesson.html"), encoding: .utf8)
    for link in try Self.page().matches(of: /lesson\.html#([\w-]*)/) where !link.1.isEmpty {
      #expect(steps.contains("id=\"\(link.1)\""), "no step \(link.1) to link to")
    }
  }
}

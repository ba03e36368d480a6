import Foundation
import Testing

@testable import LonghandCommand

@Suite struct ReadingFilesTests {
  /// What was rendered, or written by hand, and is named by mistake.
  @Test(arguments: ["lesson.md", "lesson.tex", "lesson.html", "lesson.json"])
  func aDocumentIsNotReadAsAWalkthrough(name: String) throws {
    let workshop = try Workshop()
    let path = try workshop.write(name, "# A lesson\n\nE = 1\n")
    let refused = workshop.run("check", path)
    #expect(refused.code == .failed)
    #expect(refused.complaints.hasPrefix("longhand: `\(name)` is a document and no walkthrough; "))
    let canBeProofread = name == "lesson.md" || name == "lesson.tex"
    #expect(refused.complaints.contains("--document \(name)") == canBeProofread)
    #expect(refused.complaints.split(separator: "\n").count == 1)
  }

  @Test func aDeviceGetsTheDocumentAndNothingBesideIt() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", "weights: w = 2\nE = w^2\nminimize: E\nrate: 0.1\n")
    #expect(workshop.run("render", path, "-o", "/dev/null") == (.fine, "wrote /dev/null\n", ""))
    #expect(workshop.run("render", path, "-o", "/dev/full").code == .failed)
    #expect(workshop.names == ["a.walk"])
  }

  @Test func aFolderIsNotSteppedThrough() throws {
    let workshop = try Workshop()
    _ = try workshop.write("in/a.walk", "y = 1\n")
    let refused = workshop.run("step", workshop.folder.path + "/in")
    #expect(refused == (.failed, "", "longhand: `in` is a folder; name one of the walkthroughs in it\n"))
  }

  @Test func aFileWithNothingToCompareIsSaidToBeOne() throws {
    let workshop = try Workshop()
    let path = try workshop.write("a.walk", "inputs: x = 2\ny = x^2\n")
    let said = workshop.run("check", "--verbose", path)
    #expect(said.code == .fine && said.output.contains("neither published lines nor derivatives to compare"))
  }

  @Test(arguments: [0, 1, 32_767, 32_768, 32_769, 100_000])
  func filesAndPipesAreReadToTheirEnd(size: Int) throws {
    let workshop = try Workshop()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let file = workshop.folder.path + "/file"
    try Data(bytes).write(to: URL(filePath: file))
    #expect(try System.read(file) == bytes)
    #expect(try System.isFile(file, holding: bytes))
    #expect(try !System.isFile(file, holding: bytes + [0]))

    let pipe = workshop.folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = ["-c", "cat '\(file)' > '\(pipe)'"]
    try writer.run()
    #expect(try System.read(pipe) == bytes)
    writer.waitUntilExit()
  }

  @Test(arguments: [[0xFF, 0xFE, 0x79, 0x00, 0x3D, 0x00], [0x79, 0x20, 0x3D, 0x20, 0x34, 0x80, 0x9B]] as [[UInt8]])
  func aDocumentThatIsNoTextIsRefused(bytes: [UInt8]) throws {
    let workshop = try Workshop()
    let path = try workshop.write("n.walk", "x = 2\n")
    let document = workshop.folder.appending(path: "n.md")
    try Data(bytes).write(to: document)
    let refused = workshop.run("check", path, "--document", document.path)
    #expect(refused.code == .failed && refused.output.isEmpty)
    #expect(refused.complaints.hasPrefix("n.md:1:") && refused.complaints.contains("error: this is not a text file: "))
    #expect(refused.complaints.hasSuffix(" = help: save the file as plain text in UTF-8\n"))
  }

  @Test func aFolderCannotBeRead() throws {
    let workshop = try Workshop()
    #expect(throws: System.Failure.self) { try System.read(workshop.folder.path) }
    #expect(throws: System.Failure.self) { try System.read(workshop.folder.path + "/none") }
  }

  #if os(Linux)
    @Test func aFileThatSaysItIsEmptyIsReadAllTheSame() throws {
      let status = String(decoding: try System.read("/proc/self/status"), as: UTF8.self)
      #expect(status.hasPrefix("Name:") && status.hasSuffix("\n"))
    }
  #endif
}

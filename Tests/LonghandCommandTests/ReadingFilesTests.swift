import Foundation
import Testing

@testable import LonghandCommand

@Suite struct ReadingFilesTests {
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

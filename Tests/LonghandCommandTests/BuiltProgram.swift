import Foundation

/// The program that is built beside these tests.
enum BuiltProgram {
  static let longhand: URL? = {
    let folders = [CommandLine.arguments[0], Bundle.main.bundlePath].map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    return folders.map { $0.appending(path: "longhand") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// Runs a line of a shell without a terminal; `longhand` is this program.
  static func run(_ line: String, in folder: URL) throws -> (code: Int32, said: String) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    let own = longhand?.deletingLastPathComponent().path ?? ""
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": "\(own):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"]) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (FileHandle.nullDevice, output, output)
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}

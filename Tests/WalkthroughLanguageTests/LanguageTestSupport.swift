import Testing
import WalkthroughLanguage

/// What the file says; a file in error fails the test with its report.
func read(_ text: String, at location: SourceLocation = #_sourceLocation) throws -> Walkthrough {
  do throws(Diagnostics) {
    return try SourceText(name: "test.walk", text: text).walkthrough()
  } catch {
    Issue.record("\(error.report)", sourceLocation: location)
    throw error
  }
}

/// Everything that is wrong with the file, as it is printed; empty when nothing is.
func report(_ bytes: [UInt8]) -> String {
  do throws(Diagnostics) {
    _ = try SourceText(name: "test.walk", bytes: bytes).walkthrough()
    return ""
  } catch {
    return error.report
  }
}

func report(_ text: String) -> String { report(Array(text.utf8)) }

/// A file in error, written with ‹ and › around the place that carets must point to.
struct Wrong: CustomTestStringConvertible, Sendable {
  let file: String
  let message: String
  let help: String?

  init(_ file: String, _ message: String, _ help: String? = nil) {
    self.file = file
    self.message = message
    self.help = help
  }

  var testDescription: String { message }

  /// The file without its marks.
  var text: String { file.filter { $0 != "‹" && $0 != "›" } }

  /// The report that the marks ask for, worked out without the reader.
  var expectedReport: String {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains("‹") }) else { return "no marks" }
    let before = lines[index].prefix { $0 != "‹" }
    let pointed = lines[index].drop { $0 != "‹" }.dropFirst().prefix { $0 != "›" }
    let line = lines[index].filter { $0 != "‹" && $0 != "›" }
    let gutter = String(repeating: " ", count: "\(index + 1)".count)
    let carets = String(repeating: "^", count: max(1, pointed.count))
    let header = "test.walk:\(index + 1):\(before.count + 1): error: \(message)\n"
    let excerpt = line.isEmpty ? " \(index + 1) |\n" : " \(index + 1) | \(line)\n"
    let padding = String(repeating: " ", count: before.count)
    return header + excerpt + " \(gutter) | \(padding)\(carets)\n"
      + (help.map { " \(gutter) = help: \($0)\n" } ?? "")
  }
}

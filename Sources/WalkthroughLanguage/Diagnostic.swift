/// Something wrong with a file: where, what, and what to do about it.
public struct Diagnostic: Error, Sendable, Equatable {
  /// Byte offsets in the source; an empty range points between two characters.
  public let place: Range<Int>
  public let message: String
  public let remedy: String?

  public init(at place: Range<Int>, _ message: String, remedy: String? = nil) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}

/// What one phase found wrong with a file, all at once, in the order of the file.
public struct Diagnostics: Error, Sendable {
  public let source: SourceText
  public let all: [Diagnostic]

  public init(_ all: [Diagnostic], in source: SourceText) {
    self.source = source
    self.all = all.sorted { ($0.place.lowerBound, $0.message) < ($1.place.lowerBound, $1.message) }
  }

  /// One block for each: file, line, column, message, the line itself with a caret, the remedy.
  public var report: String { report(atMost: Limits.diagnostics) }

  /// The same with a limit that only a machine reaches.
  public var fullReport: String { report(atMost: Self.mostReported) }

  private static let mostReported = 200

  private func report(atMost limit: Int) -> String {
    var lines: [String] = []
    for diagnostic in all.prefix(limit) { lines += block(for: diagnostic) }
    if all.count > limit { lines.append(Self.furtherErrors(all.count - limit)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func block(for diagnostic: Diagnostic) -> [String] {
    let position = source.position(of: diagnostic.place.lowerBound)
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let excerpt = Excerpt(of: diagnostic.place, in: source)
    var lines = [
      "\(source.name):\(position.line):\(position.column): \(Self.errorWord): \(diagnostic.message)",
      excerpt.line.isEmpty ? " \(number) |" : " \(number) | \(excerpt.line)",
      " \(gutter) | \(excerpt.carets)",
    ]
    if let remedy = diagnostic.remedy { lines.append(" \(gutter) = \(Self.remedyWord): \(remedy)") }
    return lines
  }

  private static let errorWord = "error"
  private static let remedyWord = "help"
  private static func furtherErrors(_ count: Int) -> String {
    count == 1 ? "and 1 more error" : "and \(count) more errors"
  }
}

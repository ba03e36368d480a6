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
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  public let source: SourceText
  public let all: [Diagnostic]

  public init(_ all: [Diagnostic], in source: SourceText) {
    self.source = source
    self.all = all.sorted { ($0.place.lowerBound, $0.message) < ($1.place.lowerBound, $1.message) }
  }

  public var description: String { report }

  /// One block for each: file, line, column, message, the line itself with a caret, the remedy.
  public var report: String { report(atMost: Limits.diagnostics) }

  /// The same without a limit.
  public var fullReport: String { report(atMost: all.count) }

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
    let (excerpt, carets) = excerptAndCarets(for: diagnostic.place)
    var lines = [
      "\(source.name):\(position.line):\(position.column): \(Self.errorWord): \(diagnostic.message)",
      " \(number) | \(excerpt)",
      " \(gutter) | \(carets)",
    ]
    if let remedy = diagnostic.remedy { lines.append(" \(gutter) = \(Self.remedyWord): \(remedy)") }
    return lines
  }

  /// A window of the line around the place, at most 72 characters wide, and the carets under it.
  private func excerptAndCarets(for place: Range<Int>) -> (String, String) {
    let line = source.lineRange(at: place.lowerBound)
    let before = Array(Self.printable(source.text(max(line.lowerBound, place.lowerBound - 400)..<place.lowerBound)))
    let pointedEnd = min(place.upperBound, line.upperBound, place.lowerBound + 400)
    let pointed = Array(Self.printable(source.text(place.lowerBound..<max(place.lowerBound, pointedEnd))))
    let rest = place.lowerBound + pointed.count > line.upperBound ? line.upperBound : max(place.lowerBound, pointedEnd)
    let after = Array(Self.printable(source.text(rest..<min(line.upperBound, rest + 400))))
    let lead = before.count > 48 ? ["…"] + before.suffix(47).map(String.init) : before.map(String.init)
    let tail = (pointed + after).map(String.init)
    let room = 72 - lead.count
    let shown = tail.count > room ? tail.prefix(room - 1) + ["…"] : tail[...]
    let padding = lead.map { $0 == "\t" ? "\t" : " " }.joined()
    let width = Swift.max(1, Swift.min(pointed.count, shown.count))
    return ((lead + shown).joined(), padding + String(repeating: "^", count: width))
  }

  /// Control characters would move the caret or the terminal; they are shown as a box.
  private static func printable(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 32 && $0 != "\t" || $0.value == 127 ? "\u{25A1}" : Character($0) })
  }

  private static let errorWord = "error"
  private static let remedyWord = "help"
  private static func furtherErrors(_ count: Int) -> String {
    count == 1 ? "and 1 more error" : "and \(count) more errors"
  }
}

import Numerals

extension WalkthroughReader {
  /// The directive that this line starts, the scanner behind its word; nothing for a statement.
  mutating func directive(startingIn scanner: inout Scanner) throws(Diagnostic) -> Directive? {
    var probe = scanner
    let wordRange = probe.takeName()
    guard !wordRange.isEmpty else { return nil }
    probe.skipBlanks()
    guard probe.current != Ascii.equals else { return nil }
    let word = walkthrough.source.text(wordRange)
    let directive = Directive(word: word)
    if directive == .published {
      scanner = probe
      return directive
    }
    guard probe.current == Ascii.colon else {
      if let directive { throw .colonMissing(wordRange, directive.rawValue) }
      return nil
    }
    guard let directive else { throw .unknownDirective(wordRange, word) }
    probe.position += 1
    scanner = probe
    return directive
  }

  /// The first line of a directive, the scanner behind its colon.
  mutating func begin(_ directive: Directive, _ scanner: inout Scanner) throws(Diagnostic) {
    open = .closed(directive)
    let word = walkthrough.source.lineRange(at: scanner.position).lowerBound
    let place = word..<scanner.position
    if !directive.mayRepeat {
      if let first = seenDirectives[directive] {
        throw .repeated(place, directive, line: walkthrough.source.position(of: first.lowerBound).line)
      }
      seenDirectives[directive] = place
    }
    var rest = Scanner(bytes, withoutComment(scanner.position..<scanner.end))
    switch directive {
    case .title, .source, .note, .section:
      try beginText(directive, scanner.position..<scanner.end, place)
    case .inputs, .weights, .biases, .unknowns, .fixed, .targets:
      guard let role = directive.role else { return }
      open = .givens(role)
      readGivens(&rest, role)
    case .minimize, .maximize, .differentiate: try readObjective(directive, &rest, place)
    case .update: try readUpdate(&rest)
    case .rate: try readRate(&rest)
    case .telling: try readTelling(&rest)
    case .show: walkthrough.style = try readStyle(&rest, allowsEquals: true)
    case .carry: walkthrough.carry = try readStyle(&rest, allowsEquals: false)
    case .notation:
      open = .notation
      notationLines.append(rest.position..<rest.end)
    case .published:
      guard let colon = bytes[rest.position..<rest.end].firstIndex(of: Ascii.colon) else {
        throw .colonMissing(place, directive.rawValue)
      }
      publishedHeadings.append(rest.position..<colon)
      open = .published(publishedHeadings.count - 1)
      addPublishedLine(colon + 1..<rest.end)
    }
  }

  /// An indented line.
  mutating func continueDirective(_ line: Range<Int>) throws(Diagnostic) {
    var rest = Scanner(bytes, withoutComment(line))
    switch open {
    case .nothing: throw .nothingToContinue(line.lowerBound..<line.lowerBound + 1)
    case .closed(let directive): throw .oneLineOnly(line.lowerBound..<line.lowerBound + 1, directive)
    case .text(let directive): continueText(directive, trimmed(line))
    case .givens(let role): readGivens(&rest, role)
    case .notation: notationLines.append(rest.position..<rest.end)
    case .published: addPublishedLine(rest.position..<rest.end)
    }
  }

  private mutating func addPublishedLine(_ range: Range<Int>) {
    guard case .published(let heading) = open else { return }
    let line = trimmed(range)
    if !line.isEmpty { publishedLines.append((heading, line)) }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Ascii.isBlank(bytes[start]) { start += 1 }
    while end > start, Ascii.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func beginText(
    _ directive: Directive, _ range: Range<Int>, _ place: Range<Int>
  ) throws(Diagnostic) {
    let text = walkthrough.source.text(trimmed(range))
    open = .text(directive)
    if text.isEmpty, directive == .section || directive == .title { throw .textMissing(place, directive) }
    let before = walkthrough.quantities.count
    switch directive {
    case .title: walkthrough.title = text
    case .source: walkthrough.origin = text
    case .section: walkthrough.passages.append(Passage(kind: .section, text: text, before: before))
    default: walkthrough.passages.append(Passage(kind: .note, text: text, before: before))
    }
  }

  private mutating func continueText(_ directive: Directive, _ range: Range<Int>) {
    let text = walkthrough.source.text(range)
    func joined(_ start: String) -> String { start.isEmpty ? text : start + " " + text }
    switch directive {
    case .title: walkthrough.title = joined(walkthrough.title ?? "")
    case .source: walkthrough.origin = joined(walkthrough.origin ?? "")
    default:
      guard let last = walkthrough.passages.popLast() else { return }
      walkthrough.passages.append(Passage(kind: last.kind, text: joined(last.text), before: last.before))
    }
  }

  /// `name = number` and so on, separated by commas; each that is wrong is reported by itself.
  private mutating func readGivens(_ scanner: inout Scanner, _ role: Role) {
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      do throws(Diagnostic) {
        try readGiven(&scanner, role)
      } catch {
        diagnostics.append(error)
        while !scanner.isAtEnd, scanner.current != Ascii.comma { scanner.position += 1 }
        _ = scanner.take(Ascii.comma)
      }
      scanner.skipBlanks()
    }
  }

  private mutating func readGiven(_ scanner: inout Scanner, _ role: Role) throws(Diagnostic) {
    let name = scanner.takeName()
    guard !name.isEmpty else { throw .givenExpected(scanner.stretchHere(), at: scanner.position) }
    let start = walkthrough.nodes.count
    defer { define(name, as: role, formula: start..<walkthrough.nodes.count) }
    guard scanner.take(Ascii.equals) else { throw .givenWithoutValue(name, walkthrough.source.text(name)) }
    try readLeadingFormula(&scanner, in: .constant)
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .unexpected(scanner) }
  }

  /// `rate: 0.6` or `rate: n = 0.6`
  private mutating func readRate(_ scanner: inout Scanner) throws(Diagnostic) {
    var probe = scanner
    let name = probe.takeName()
    if !name.isEmpty, probe.take(Ascii.equals) {
      walkthrough.rate = walkthrough.quantities.count
      try readGiven(&scanner, .rate)
    } else {
      let start = walkthrough.nodes.count
      try readFormula(&scanner, in: .constant)
      let word = walkthrough.source.lineRange(at: scanner.position - 1).lowerBound
      walkthrough.rate = walkthrough.quantities.count
      define(word..<word + Directive.rate.rawValue.utf8.count, as: .rate, formula: start..<walkthrough.nodes.count)
    }
    guard scanner.isAtEnd else { throw .unexpected(scanner) }
  }
}

extension Diagnostic {
  fileprivate static func colonMissing(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(at: place, "`\(word)` is a directive and needs a colon", remedy: "write `\(word):`")
  }
  fileprivate static func unknownDirective(_ place: Range<Int>, _ word: String) -> Diagnostic {
    if Directive.later.contains(word) {
      return Diagnostic(
        at: place, "`\(word):` is not understood by this version of Longhand", remedy: "leave it out for now")
    }
    let near = Suggestion.nearest(to: word, among: Directive.allCases.map(\.rawValue))
    let all = Directive.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      at: place, "`\(word):` is not a directive",
      remedy: near.map { "did you mean `\($0):`?" } ?? "the directives are \(all)")
  }
  fileprivate static func repeated(_ place: Range<Int>, _ directive: Directive, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` stands already in line \(line)", remedy: "keep one of the two")
  }
  fileprivate static func nothingToContinue(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "an indented line continues a directive, and none stands above it",
      remedy: "start the line without blanks")
  }
  fileprivate static func oneLineOnly(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` takes one line", remedy: "start this line without blanks")
  }
  fileprivate static func textMissing(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` needs a text", remedy: "write it behind the colon, or drop the line")
  }
  fileprivate static func givenExpected(_ found: Range<Int>, at offset: Int) -> Diagnostic {
    Diagnostic(at: found.isEmpty ? offset..<offset : found, "a given is `name = number`")
  }
  fileprivate static func givenWithoutValue(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` has no value", remedy: "write `\(name) = 0.5`; this version computes with numbers only")
  }
}

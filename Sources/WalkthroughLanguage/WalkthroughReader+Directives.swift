extension WalkthroughReader {
  /// The directive that this line starts, the scanner behind its word; nothing for a statement.
  ///
  /// A misspelt word is reported and read as the one that was meant.
  mutating func directive(startingIn scanner: inout Scanner) throws(Diagnostic) -> Directive? {
    var probe = scanner
    let place = probe.takeName()
    guard !place.isEmpty else { return nil }
    probe.skipBlanks()
    let next = probe.current
    guard next != Ascii.equals else { return nil }
    let word = source.text(place.prefix(Limits.nameLength))
    var directive = Directive(word: word)
    guard next == Ascii.colon || directive == .published else {
      if directive != nil { throw .colonMissing(place, word) }
      return nil
    }
    if directive == nil { directive = try meantDirective(place, word, probe) }
    if directive != .published { probe.position += 1 }
    scanner = probe
    return directive
  }

  private mutating func meantDirective(
    _ place: Range<Int>, _ word: String, _ scanner: Scanner
  ) throws(Diagnostic) -> Directive {
    if scanner.peek(1) == Ascii.equals {
      throw .colonBeforeEquals(place.lowerBound..<scanner.position + 2, word)
    }
    if let near = Suggestion.nearest(to: word, among: Directive.words),
      let directive = Directive(rawValue: near)
    {
      diagnostics.append(.unknownDirective(place, source.quoted(place), near: near))
      return directive
    }
    missesDefinitions = true
    throw .unknownDirective(place, source.quoted(place), near: nil)
  }

  /// The first line of a directive that begins at `start`, the scanner behind its colon.
  mutating func begin(_ directive: Directive, _ start: Int, _ scanner: inout Scanner) throws(Diagnostic) {
    let place = source.trimmed(start..<scanner.position)
    if !directive.mayRepeat {
      if let first = firstPlace(of: directive) {
        throw .repeated(place, directive, line: source.line(of: first.lowerBound))
      }
      seenDirectives.append(SeenDirective(directive: directive, place: place))
    }
    var rest = Scanner(bytes, withoutComment(scanner.rest))
    // The colon of `published` may stand behind a context.
    let colon = directive == .published ? bytes[rest.rest].firstIndex(of: Ascii.colon) : rest.position - 1
    let isEmpty = colon.map { source.trimmed($0 + 1..<rest.end).isEmpty } ?? false
    if isEmpty, directive.form.takesLines { emptyDirective = SeenDirective(directive: directive, place: place) }
    switch directive.form {
    case .text(let kind): beginText(kind, scanner.rest, place)
    case .givens(let role): beginGivens(role, &rest)
    case .objective(let sense):
      try readObjective(sense, &rest, place)
      open = .closed(directive)
    case .setting(let setting):
      try readSetting(setting, &rest, place)
      open = .closed(directive)
    case .list(let list): try beginList(list, &rest, place)
    }
  }

  /// A directive of one line.
  private mutating func readSetting(
    _ setting: Directive.Setting, _ rest: inout Scanner, _ place: Range<Int>
  ) throws(Diagnostic) {
    switch setting {
    case .rate: try readRate(&rest, place)
    case .update: try readUpdate(&rest)
    case .epochs: walkthrough.epochs = try readEpochs(&rest)
    case .until: stopLine = rest.rest
    case .derivatives: walkthrough.derivatives = try readDerivativeMethod(&rest)
    case .arithmetic: walkthrough.floatingPoint = try readFloatingPoint(rest)
    case .telling: try readTelling(rest)
    case .show: walkthrough.style = try readStyle(&rest, allowsEquals: true)
    case .carry: walkthrough.carry = try readStyle(&rest, allowsEquals: false)
    }
  }

  /// A directive of as many lines as it takes.
  private mutating func beginList(
    _ list: Directive.List, _ rest: inout Scanner, _ place: Range<Int>
  ) throws(Diagnostic) {
    switch list {
    case .examples: try beginExamples(rest, place)
    case .functions:
      open = .functions
      try readFunctions(&rest)
    case .start:
      open = .start
      startLines.append(rest.rest)
    case .notation:
      open = .notation
      notationLines.append(rest.rest)
    case .published: try beginPublished(rest, place)
    }
  }

  /// An indented line; one that begins another directive is reported, and read as what it was meant to be.
  mutating func continueDirective(_ line: Range<Int>) throws(Diagnostic) {
    emptyDirective = nil
    var rest = Scanner(bytes, withoutComment(line))
    let firstByte = line.lowerBound..<line.lowerBound + 1
    if let whole = open.whole, let directive = directiveWord(in: line) {
      diagnostics.append(.directiveIndented(firstByte, directive, in: whole))
      rest = Scanner(bytes, line)
      return try startLine(&rest)
    }
    switch open {
    case .nothing: throw .nothingToContinue(firstByte)
    case .statement: throw .statementTakesOneLine(firstByte)
    case .closed(let directive): throw .oneLineOnly(firstByte, directive)
    case .skipped: return
    case .text(let kind): continueText(kind, source.trimmed(line))
    case .givens(let role): readGivens(&rest, role)
    case .examples: try readExampleLine(rest.rest)
    case .functions: try readFunctions(&rest)
    case .start: startLines.append(rest.rest)
    case .notation: notationLines.append(rest.rest)
    case .published(let heading): addPublishedLine(rest.rest, heading)
    }
  }

  /// The directive whose word and colon an indented line begins with; of `published`, a context will do in a list.
  private func directiveWord(in line: Range<Int>) -> Directive? {
    var scanner = Scanner(bytes, line)
    let directive = Directive(word: source.text(scanner.takeName().prefix(Limits.nameLength)))
    if directive == .published, open.whole == .list, startsContext(scanner.rest) { return directive }
    return scanner.take(Ascii.colon) ? directive : nil
  }

  private mutating func beginPublished(_ rest: Scanner, _ place: Range<Int>) throws(Diagnostic) {
    guard let colon = bytes[rest.rest].firstIndex(of: Ascii.colon) else {
      let heading = startsContext(rest.rest) ? source.trimmed(place.lowerBound..<rest.end) : place
      throw .colonMissing(
        place, Directive.published.rawValue, behind: String(Excerpt.printable(source.text(heading))))
    }
    open = .published(publishedHeadings.count)
    publishedHeadings.append(PublishedHeading(place: rest.position..<colon))
    addPublishedLine(colon + 1..<rest.end, publishedHeadings.count - 1)
  }

  /// Lines below a directive that should stand there indented; they are passed over, up to the next blank line.
  mutating func rejectUnindented(_ line: Range<Int>) throws(Diagnostic) {
    guard let directive = emptyDirective?.directive, mayBelong(line, to: directive) else {
      if emptyDirective?.directive != .published { emptyDirective = nil }
      return
    }
    (emptyDirective, isPassingOver, missesDefinitions) = (nil, true, true)
    if directive == .examples { exampleReading = nil }
    throw .unindented(line.lowerBound..<line.lowerBound + 1, directive)
  }

  /// Whether a line could be one of the directive's own; a statement of its own need not be.
  private mutating func mayBelong(_ line: Range<Int>, to directive: Directive) -> Bool {
    var scanner = Scanner(bytes, withoutComment(line))
    let name = scanner.takeName()
    guard !name.isEmpty, scanner.take(Ascii.equals) else { return true }
    switch directive.form {
    case .givens: return !bytes[scanner.rest].contains(where: Ascii.isLetter)
    case .list(.published): return quantity(named: name) >= 0
    case .list, .text, .objective, .setting: return false
    }
  }

  /// Nobody writes the word and then no number.
  mutating func rejectEmptyPublished() {
    guard let seen = emptyDirective, seen.directive == .published else { return }
    diagnostics.append(.nothingPublished(seen.place))
  }

  private mutating func addPublishedLine(_ range: Range<Int>, _ heading: Int) {
    let line = source.trimmed(throughBrackets(range))
    if !line.isEmpty { publishedLines.append(PublishedLine(heading: heading, place: line)) }
  }
}

extension Diagnostic {
  /// - Parameter words: what the colon stands behind, where that is more than the word.
  fileprivate static func colonMissing(
    _ place: Range<Int>, _ word: String, behind words: String? = nil
  ) -> Diagnostic {
    Diagnostic(at: place, "`\(word)` is a directive and needs a colon", remedy: "write `\(words ?? word):`")
  }
  fileprivate static func colonBeforeEquals(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(at: place, "a statement needs no colon", remedy: "write `\(word) = expression`")
  }
  fileprivate static func unknownDirective(_ place: Range<Int>, _ word: String, near: String?) -> Diagnostic {
    Diagnostic(
      at: place, "\(word) is not a directive",
      remedy: near.map { "did you mean `\($0):`?" } ?? "the directives are \(Directive.wordList)")
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
  fileprivate static func statementTakesOneLine(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "an indented line continues a directive, and a statement stands above it",
      remedy: "start the line without blanks; a long statement can be divided into several")
  }
  fileprivate static func unindented(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` stands above this line and has no lines of its own",
      remedy: "begin the lines that belong to it with two blanks")
  }
  fileprivate static func nothingPublished(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`published:` has no lines, so nothing would be checked",
      remedy: "write the printed numbers below it, each line with two blanks before it, or leave `published:` out")
  }
  fileprivate static func directiveIndented(
    _ place: Range<Int>, _ directive: Directive, in whole: OpenDirective.Whole
  ) -> Diagnostic {
    let above = whole == .text ? "text" : "list"
    return Diagnostic(
      at: place, "`\(directive.rawValue):` would be part of the \(above) above this line",
      remedy: "start this line without blanks")
  }
  fileprivate static func oneLineOnly(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` takes one line", remedy: "start this line without blanks")
  }
}

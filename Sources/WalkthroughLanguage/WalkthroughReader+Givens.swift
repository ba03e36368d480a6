extension WalkthroughReader {
  mutating func beginGivens(_ role: Role, _ rest: inout Scanner) {
    open = .givens(role)
    readGivens(&rest, role)
  }

  /// `name = number` and so on, separated by commas; each that is wrong is reported by itself.
  mutating func readGivens(_ scanner: inout Scanner, _ role: Role) {
    scanner.skipBlanks()
    while !scanner.isAtEnd, !isHopeless {
      do throws(Diagnostic) {
        try readGiven(&scanner, role)
      } catch {
        diagnostics.append(error)
        skipGiven(&scanner)
      }
      scanner.skipBlanks()
    }
  }

  private mutating func readGiven(_ scanner: inout Scanner, _ role: Role) throws(Diagnostic) {
    let name = scanner.takeName()
    guard !name.isEmpty else { throw .givenExpected(scanner.stretchHere()) }
    let start = walkthrough.nodes.count
    defer { define(name, as: role, formula: start..<walkthrough.nodes.count) }
    guard scanner.take(Ascii.equals) else {
      guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .givenWithoutValue(name, source.text(name)) }
      givensSeen.valueless = givensSeen.valueless ?? name
      return
    }
    givensSeen.valued = givensSeen.valued ?? name
    try readLeadingFormula(&scanner, in: .constant)
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .unexpected(scanner, source) }
  }

  /// Goes on behind the next comma that stands in no brackets; brackets that stay open hold a matrix of several lines.
  private mutating func skipGiven(_ scanner: inout Scanner) {
    var depth = 0
    while !scanner.isAtEnd {
      let byte = scanner.current
      scanner.position += 1
      if byte == Ascii.openBracket { depth += 1 }
      if byte == Ascii.closeBracket { depth -= 1 }
      if byte == Ascii.comma, depth <= 0 { return }
    }
    guard depth > 0 else { return }
    open = .skipped
    missesDefinitions = true
  }

  /// `rate: 0.6` or `rate: n = 0.6`
  mutating func readRate(_ scanner: inout Scanner, _ directive: Range<Int>) throws(Diagnostic) {
    var probe = scanner
    var name = probe.takeName()
    if !name.isEmpty, probe.take(Ascii.equals) {
      scanner = probe
    } else {
      name = directive.prefix(Directive.rate.rawValue.utf8.count)
    }
    let start = walkthrough.nodes.count
    defer {
      let next = walkthrough.quantities.count
      define(name, as: .rate, formula: start..<walkthrough.nodes.count)
      if walkthrough.quantities.count > next { walkthrough.rate = next }
    }
    try readFormula(&scanner, in: .constant)
  }
}

extension Diagnostic {
  fileprivate static func givenExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a given is `name = number`", remedy: "start it with its name")
  }
  fileprivate static func givenWithoutValue(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`=` or a comma is missing behind `\(name)`",
      remedy: "write `\(name) = 0.5`, or `\(name),` in a symbolic walkthrough")
  }
}

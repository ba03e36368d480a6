extension WalkthroughReader {
  mutating func beginGivens(_ role: Role, _ rest: inout Scanner) {
    open = .givens(role)
    readGivens(&rest, role)
  }

  /// `name = number` and so on, separated by commas; each that is wrong is reported by itself.
  mutating func readGivens(_ scanner: inout Scanner, _ role: Role) {
    scanner = Scanner(bytes, throughBrackets(scanner.rest))
    scanner.skipBlanks()
    while !scanner.isAtEnd, !isHopeless {
      let start = scanner.position
      do throws(Diagnostic) {
        try readGiven(&scanner, role)
      } catch {
        diagnostics.append(error)
        skipGiven(from: start, &scanner)
      }
      scanner.skipBlanks()
    }
  }

  private mutating func readGiven(_ scanner: inout Scanner, _ role: Role) throws(Diagnostic) {
    let name = scanner.takeName()
    guard !name.isEmpty else { throw givenExpected(scanner) }
    let start = walkthrough.nodes.count
    formulaShape = .unknown
    if let broken = Diagnostic.brokenName(name, scanner, source) {
      scanner.position = bytes[scanner.rest].firstIndex(of: Ascii.equals) ?? scanner.position
      missesDefinitions = true
      throw broken
    }
    defer { define(name, as: role, formula: start..<walkthrough.nodes.count, shape: formulaShape) }
    guard scanner.take(Ascii.equals) else {
      guard scanner.isAtEnd || scanner.take(Ascii.comma) else {
        throw scanner.current >= 0x80 ? .unexpected(scanner, source) : .givenWithoutValue(name, source.text(name))
      }
      givensSeen.valueless = givensSeen.valueless ?? name
      formulaShape = .scalar
      return
    }
    givensSeen.valued = givensSeen.valued ?? name
    try readLeadingFormula(&scanner, in: .constant)
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .unexpected(scanner, source) }
  }

  private func givenExpected(_ scanner: Scanner) -> Diagnostic {
    let (place, here) = (scanner.stretchHere(), scanner.position)
    if scanner.current >= 0x80 { return .unexpected(scanner, source) }
    let isBehindComma = Ascii.isDigit(scanner.current) && here >= 2 && bytes[here - 1] == Ascii.comma
    guard isBehindComma, let before = bytes[..<(here - 1)].lastIndex(where: { !Ascii.isDigit($0) }), before < here - 2,
      [Ascii.equals, Ascii.space, Ascii.minus].contains(bytes[before])
    else { return .givenExpected(place) }
    return .decimalComma(here - 1..<here, source)
  }

  /// Goes on behind the next comma that stands in no brackets, and in no parentheses unless a given begins behind it.
  ///
  /// - Parameter start: where the given starts that is passed over.
  private func skipGiven(from start: Int, _ scanner: inout Scanner) {
    var (brackets, parentheses) = (0, 0)
    for index in start..<scanner.end {
      switch bytes[index] {
      case Ascii.openBracket: brackets += 1
      case Ascii.closeBracket: brackets -= 1
      case Ascii.open: parentheses += 1
      case Ascii.close: parentheses = max(parentheses - 1, 0)
      case Ascii.comma where brackets <= 0 && index >= scanner.position:
        guard parentheses == 0 || beginsGiven(index + 1..<scanner.end) else { continue }
        scanner.position = index + 1
        return
      default: continue
      }
    }
    scanner.position = scanner.end
  }

  /// `name =`
  private func beginsGiven(_ range: Range<Int>) -> Bool {
    var scanner = Scanner(bytes, range)
    return !scanner.takeName().isEmpty && scanner.take(Ascii.equals)
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
    formulaShape = .unknown
    defer {
      let next = walkthrough.quantities.count
      define(name, as: .rate, formula: start..<walkthrough.nodes.count, shape: formulaShape)
      if walkthrough.quantities.count > next { walkthrough.rate = next }
    }
    try readFormula(&scanner, in: .constant)
    guard formulaShape.isScalar || formulaShape == .unknown else { throw .rateIsMatrix(name, formulaShape) }
  }
}

extension Diagnostic {
  fileprivate static func givenExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a given is `name = number`", remedy: "start it with its name")
  }
  fileprivate static func rateIsMatrix(_ place: Range<Int>, _ shape: Shape) -> Diagnostic {
    Diagnostic(at: place, "the rate is one number, and this is a \(shape.text)", remedy: "write `rate: 0.1`")
  }
  fileprivate static func givenWithoutValue(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`=` or a comma is missing behind `\(name)`",
      remedy: "write `\(name) = 0.5`, or `\(name),` in a symbolic walkthrough")
  }
}

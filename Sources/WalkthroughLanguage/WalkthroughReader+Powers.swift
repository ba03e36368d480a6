extension WalkthroughReader {
  /// A power, or a number directly before a name or a parenthesis: `2x`, `3(a + b)`.
  mutating func readJuxtaposed(_ formula: inout FormulaReading, after: Primitive?) throws(Diagnostic) {
    let start = formula.scanner.position
    let startsWithNumber = Ascii.isDigit(formula.scanner.current) || formula.scanner.current == Ascii.point
    try readPower(&formula)
    let place = formula.scanner.position
    guard isAtFactor(&formula.scanner) else { return }
    let isDivided = formula.isInBrackets && formula.scanner.hasBlankBefore
    guard startsWithNumber, !isDivided, case .number? = walkthrough.nodes.last?.kind else {
      throw missingOperator(formula)
    }
    if after == .divide { throw .ambiguousDivision(by: start..<place, formula.scanner, source) }
    try readPower(&formula)
    try emit(.juxtaposition, at: place, &formula)
    if isAtFactor(&formula.scanner) { throw missingOperator(formula) }
  }

  private mutating func readPower(_ formula: inout FormulaReading) throws(Diagnostic) {
    try readSuffixed(&formula)
    formula.scanner.skipBlanks()
    let place = formula.scanner.position
    guard isAtPowerSign(formula.scanner) else { return }
    let isElementwise = formula.scanner.current == Ascii.point
    formula.scanner.position += isElementwise ? 2 : 1
    formula.scanner.skipBlanks()
    let signPlace = formula.scanner.position
    let isNegative = formula.scanner.takeMinus()
    try readSuffixed(&formula)
    if isNegative { try emit(.negate, at: signPlace, &formula) }
    if isElementwise {
      try emitElementwise(.power, at: place, &formula)
    } else {
      try emit(.power, at: place, &formula)
    }
    formula.scanner.skipBlanks()
    if isAtPowerSign(formula.scanner) { throw .stackedPowers(at: formula.scanner.position) }
    if isAtFactor(&formula.scanner) { throw missingOperator(formula) }
  }

  private func isAtPowerSign(_ scanner: Scanner) -> Bool {
    scanner.current == Ascii.caret || scanner.current == Ascii.point && scanner.peek(1) == Ascii.caret
  }

  /// In brackets a comma may be what is missing, behind a matrix the brackets of an index.
  private func missingOperator(_ formula: FormulaReading) -> Diagnostic {
    if formula.isInBrackets, formula.scanner.hasBlankBefore { return .missingComma(formula.scanner) }
    if case .quantity(let quantity)? = walkthrough.nodes.last?.kind, quantity >= 0,
      !walkthrough.quantities[Int(quantity)].shape.isScalar, formula.scanner.current == Ascii.open
    {
      return .missingIndex(formula.scanner, walkthrough.quantities[Int(quantity)].name)
    }
    let word = formula.scanner.stretchHere()
    if formula.scope == .claim, source.text(word) == Self.through { return .indexBeforeThrough(word) }
    if case .derivative(_, _, through: nil)? = walkthrough.nodes.last?.kind,
      Suggestion.nearest(to: source.text(word.prefix(Limits.nameLength)), among: [Self.through]) != nil
    {
      return .unknownWord(word, source.quoted(word), among: [Self.through])
    }
    return .missingOperator(formula.scanner)
  }

  /// Whether a name or a parenthesis comes next: something to multiply by, if a sign may be left out.
  private func isAtFactor(_ scanner: inout Scanner) -> Bool {
    scanner.skipBlanks()
    return scanner.current == Ascii.open || scanner.isAtName
  }
}

extension Diagnostic {
  fileprivate static func missingOperator(_ scanner: Scanner) -> Diagnostic {
    Diagnostic(
      at: scanner.stretchHere(), "an operator is missing before this",
      remedy: "write `*` for a product; it may be left out only after a number, as in `2x`")
  }
  fileprivate static func indexBeforeThrough(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`through` stands straight behind a derivative", remedy: "write `(dA/dB through C)[1, 2]` for an entry"
    )
  }
  fileprivate static func missingIndex(_ scanner: Scanner, _ name: String) -> Diagnostic {
    Diagnostic(
      at: scanner.stretchHere(), "an operator is missing before this",
      remedy: "write `*` for a product, and `\(name)[1, 2]` with brackets for an entry")
  }
  fileprivate static func ambiguousDivision(
    by number: Range<Int>, _ scanner: Scanner, _ source: SourceText
  ) -> Diagnostic {
    let rest = scanner.stretchHere()
    let isName = scanner.isAtName && rest.count <= Limits.nameLength
    let digits = source.text(source.trimmed(number).prefix(Limits.nameLength))
    let factor = isName ? source.text(rest) : "(…)"
    return Diagnostic(
      at: number.lowerBound..<rest.upperBound, "`/\(digits)\(factor)` can be read in two ways",
      remedy: "write `/\(digits)*\(factor)` or `/(\(digits)*\(factor))`")
  }
  fileprivate static func stackedPowers(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "`a^b^c` can be read in two ways", remedy: "write `(a^b)^c` or `a^(b^c)`")
  }
}

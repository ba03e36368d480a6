extension WalkthroughReader {
  /// The line, and those below that a matrix takes while its bracket is open.
  ///
  /// A bracket that is never closed takes no line, and what would be its lines are passed over.
  mutating func throughBrackets(_ line: Range<Int>) -> Range<Int> {
    var depth = openBrackets(in: line)
    var (last, end) = (line, lineEnd)
    while depth > 0 {
      let start = end + 1
      end = start < bytes.count ? bytes[start...].firstIndex(of: Ascii.newline) ?? bytes.count : bytes.count
      guard start < bytes.count, let content = bracketLine(start..<end) else {
        open = .skipped
        missesDefinitions = true
        return line
      }
      depth += openBrackets(in: content)
      last = content
    }
    lineEnd = end
    return line.lowerBound..<last.upperBound
  }

  /// What an open bracket takes of the line: all but its comment; nothing where the line starts something new.
  private func bracketLine(_ line: Range<Int>) -> Range<Int>? {
    let content = source.trimmed(withoutComment(line))
    let isIndented = content.lowerBound > line.lowerBound
    let isTaken = content.isEmpty || isIndented || bytes[content.lowerBound] == Ascii.closeBracket
    return isTaken ? content : nil
  }

  /// How many more brackets open than close.
  private func openBrackets(in line: Range<Int>) -> Int {
    let bytes = bytes
    var depth = 0
    for index in line {
      if bytes[index] == Ascii.openBracket { depth += 1 } else if bytes[index] == Ascii.closeBracket { depth -= 1 }
    }
    return depth
  }

  /// `[1, 2; 3, 4]`, `[h; x]`: the scanner stands behind the bracket that opens at `open`.
  mutating func readBrackets(_ open: Int, _ formula: inout FormulaReading) throws(Diagnostic) {
    noteMatrix()
    let isInside = formula.isInBrackets
    formula.isInBrackets = true
    defer { formula.isInBrackets = isInside }
    var count = 0
    formula.scanner.skipLineEnds()
    if formula.scanner.current == Ascii.closeBracket { throw .emptyBrackets(open..<formula.scanner.position + 1) }
    repeat {
      try readRow(open, &formula)
      count += 1
    } while formula.scanner.takeRowEnd()
    guard formula.scanner.take(Ascii.closeBracket) else { throw .bracketsGoOn(open, formula.scanner, source) }
    if count > 1 { append(.stack(.below, count: Int32(count)), at: open) }
  }

  private mutating func readRow(_ open: Int, _ formula: inout FormulaReading) throws(Diagnostic) {
    let start = formula.scanner.position
    var count = 0
    repeat {
      formula.scanner.skipLineEnds()
      let found = formula.scanner.current
      if formula.scanner.isAtEnd { throw .unclosedBracket(open) }
      if found == Ascii.comma || found == Ascii.semicolon || found == Ascii.closeBracket {
        throw .entryMissing(formula.scanner)
      }
      try readEntry(&formula)
      count += 1
    } while formula.scanner.take(Ascii.comma)
    append(.stack(.sideBySide, count: Int32(count)), at: start)
  }

  /// One entry; the sign of a number is no operation.
  private mutating func readEntry(_ formula: inout FormulaReading) throws(Diagnostic) {
    let (first, operations) = (walkthrough.nodes.count, formula.operations)
    try readSum(&formula)
    if walkthrough.nodes.count <= first + 2 { formula.operations = operations }
  }

  /// In brackets, `1 -2` could be a difference or two entries.
  func checkBlanks(around sign: Int, _ formula: FormulaReading) throws(Diagnostic) {
    guard formula.isInBrackets, Ascii.isBlank(bytes[sign - 1]), !formula.scanner.isAtEnd,
      !Ascii.isBlank(formula.scanner.current)
    else { return }
    throw .signOrDifference(sign..<formula.scanner.position, source)
  }
}

extension Scanner {
  /// Steps over `;` or a line end, unless the bracket closes behind it.
  fileprivate mutating func takeRowEnd() -> Bool {
    let isNewLine = skipLineEnds()
    let isDivided = take(Ascii.semicolon)
    if isDivided { skipLineEnds() }
    return (isNewLine || isDivided) && current != Ascii.closeBracket && !isAtEnd
  }
}

extension Diagnostic {
  private static let dividers = "write commas between the entries of a row, and `;` or a line end between rows"
  fileprivate static func emptyBrackets(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "there is nothing in these brackets", remedy: "a matrix has one entry or more")
  }
  fileprivate static func unclosedBracket(_ open: Int) -> Diagnostic {
    Diagnostic(
      at: open..<open + 1, "this bracket is never closed",
      remedy: "add `]`; lines that go on with a matrix start with a blank")
  }
  fileprivate static func entryMissing(_ scanner: Scanner) -> Diagnostic {
    Diagnostic(at: scanner.stretchHere(), "an entry is missing here", remedy: dividers)
  }
  fileprivate static func bracketsGoOn(_ open: Int, _ scanner: Scanner, _ source: SourceText) -> Diagnostic {
    if scanner.isAtEnd { return unclosedBracket(open) }
    let byte = scanner.current
    let isEntry =
      Ascii.isDigit(byte) || byte == Ascii.openBracket || byte == Ascii.open || byte == Ascii.point
      || scanner.isAtName
    return isEntry ? missingComma(scanner) : unexpected(scanner, source)
  }
  /// Two entries with nothing but a blank in between.
  static func missingComma(_ scanner: Scanner) -> Diagnostic {
    Diagnostic(at: scanner.stretchHere(), "a comma is missing before this", remedy: dividers)
  }
  fileprivate static func signOrDifference(_ sign: Range<Int>, _ source: SourceText) -> Diagnostic {
    let text = source.text(sign)
    return Diagnostic(
      at: sign, "this `\(text)` can be read in two ways",
      remedy: "write a comma before it where an entry starts, or a blank behind it between two operands")
  }
}

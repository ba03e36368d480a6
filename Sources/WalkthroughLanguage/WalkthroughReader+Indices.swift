extension WalkthroughReader {
  /// An operand, with what binds tightest behind it: `A'`, `W[1, 2]`, `M[2, :]'`.
  mutating func readSuffixed(_ formula: inout FormulaReading) throws(Diagnostic) {
    formula.scanner.skipBlanks()
    let isNumber = Ascii.isDigit(formula.scanner.current) || formula.scanner.current == Ascii.point
    try readAtom(&formula)
    let depth = formula.depth
    defer { formula.depth = depth }
    while isAtSuffix(&formula) {
      let place = formula.scanner.position
      formula.depth += 1
      if formula.depth > Limits.nesting { throw .nestedTooDeep(at: place) }
      if formula.scanner.take(Ascii.apostrophe) {
        try emitMatrix(.transpose, at: place, &formula)
      } else {
        if isNumber { throw .numberWithIndex(place) }
        try readIndex(&formula)
      }
    }
  }

  /// In brackets, a blank divides an index from what would be another entry.
  private func isAtSuffix(_ formula: inout FormulaReading) -> Bool {
    let isTouching = formula.scanner.current == Ascii.apostrophe || formula.scanner.current == Ascii.openBracket
    if isTouching { return !formula.isInBrackets || !formula.scanner.hasBlankBefore }
    if formula.isInBrackets || !Ascii.isBlank(formula.scanner.current) { return false }
    formula.scanner.skipBlanks()
    return formula.scanner.current == Ascii.apostrophe || formula.scanner.current == Ascii.openBracket
  }

  private mutating func readIndex(_ formula: inout FormulaReading) throws(Diagnostic) {
    let open = formula.scanner.position
    formula.scanner.position += 1
    let first = try readSpan(&formula.scanner)
    var selection = Selection.ofVector(first)
    if formula.scanner.take(Ascii.comma) {
      selection = .entries(rows: first, columns: try readSpan(&formula.scanner))
    }
    guard formula.scanner.take(Ascii.closeBracket) else { throw .indexGoesOn(open, formula.scanner, source) }
    walkthrough.selections.append(selection)
    noteMatrix()
    try emit(.selection(Int32(walkthrough.selections.count - 1)), at: open, &formula)
  }

  /// `2`, `1:2` or `:`
  private func readSpan(_ scanner: inout Scanner) throws(Diagnostic) -> Selection.Span {
    if scanner.take(Ascii.colon) { return .all }
    let first = try readCount(&scanner)
    return .range(first, scanner.take(Ascii.colon) ? try readCount(&scanner) : first)
  }

  private func readCount(_ scanner: inout Scanner) throws(Diagnostic) -> Int {
    scanner.skipBlanks()
    guard Ascii.isDigit(scanner.current) else { throw .indexExpected(scanner.stretchHere()) }
    let start = scanner.position
    let number = scanner.takeWhole()
    guard number <= Limits.entries else { throw .indexTooLarge(start..<scanner.position, source) }
    return number
  }

  /// From here on, shapes are worked out.
  mutating func noteMatrix() {
    mayHoldMatrices = true
    walkthrough.hasMatrices = true
  }

  /// Appends an operation on one matrix, and counts it.
  mutating func emitMatrix(
    _ operation: MatrixOperation, at place: Int, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    noteMatrix()
    try emit(.matrix(operation), at: place, &formula)
  }

  /// Appends `.*`, `./` or `.^`, and counts it.
  mutating func emitElementwise(
    _ primitive: Primitive, at place: Int, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    mayHoldMatrices = true
    try emit(.elementwise(primitive), at: place, &formula)
  }
}

extension Diagnostic {
  private static let indices = "an index is a whole number from 1, a range such as `1:2`, or `:` for all"
  fileprivate static func numberWithIndex(_ place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<place + 1, "a number has no entries to choose from",
      remedy: "write `*` for a product with a matrix")
  }
  fileprivate static func indexExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "an index is missing here", remedy: indices)
  }
  fileprivate static func indexTooLarge(_ place: Range<Int>, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      at: place, "\(source.quoted(place)) is too large for an index",
      remedy: "a matrix has at most \(Limits.entries) entries")
  }
  fileprivate static func indexGoesOn(_ open: Int, _ scanner: Scanner, _ source: SourceText) -> Diagnostic {
    if scanner.isAtEnd || scanner.current == Ascii.newline {
      return Diagnostic(at: open..<open + 1, "this bracket is never closed", remedy: "add `]`")
    }
    return Diagnostic(
      at: scanner.stretchHere(), "\(source.quoted(scanner.stretchHere())) is not understood in an index",
      remedy: "\(indices); write `[row, column]`, or `[2]` for the second entry of a row or a column")
  }
}

extension WalkthroughReader {
  /// What a formula may be made of, besides numbers and signs.
  enum FormulaScope {
    /// Quantities that are defined above.
    case statement
    /// Numbers only: the value of a given.
    case constant
    /// Quantities anywhere in the file, `new NAME` and derivatives.
    case claim
  }

  /// Reads an expression that fills the rest of the scanner's stretch.
  mutating func readFormula(_ scanner: inout Scanner, in scope: FormulaScope = .statement) throws(Diagnostic) {
    var formula = FormulaReading(scanner: scanner, scope: scope)
    try readSum(&formula)
    formula.scanner.skipBlanks()
    guard formula.scanner.isAtEnd else { throw .unexpected(formula.scanner) }
    scanner = formula.scanner
  }

  /// Reads an expression as far as it goes, for lists of givens and published lines.
  mutating func readLeadingFormula(_ scanner: inout Scanner, in scope: FormulaScope) throws(Diagnostic) {
    var formula = FormulaReading(scanner: scanner, scope: scope)
    defer { scanner = formula.scanner }
    try readSum(&formula)
    formula.scanner.skipBlanks()
  }

  /// The state of one expression while it is read.
  struct FormulaReading {
    var scanner: Scanner
    let scope: FormulaScope
    var depth = 0
    var operations = 0
  }

  mutating func readSum(_ formula: inout FormulaReading) throws(Diagnostic) {
    formula.depth += 1
    defer { formula.depth -= 1 }
    if formula.depth > Limits.nesting { throw .nestedTooDeep(at: formula.scanner.position) }
    try readProduct(&formula)
    while true {
      formula.scanner.skipBlanks()
      let place = formula.scanner.position
      if formula.scanner.take(Ascii.plus) {
        try readProduct(&formula)
        try emit(.add, at: place, &formula)
      } else if formula.scanner.takeMinus() {
        try readProduct(&formula)
        try emit(.subtract, at: place, &formula)
      } else {
        return
      }
    }
  }

  private mutating func readProduct(_ formula: inout FormulaReading) throws(Diagnostic) {
    try readSigned(&formula, after: nil)
    while true {
      formula.scanner.skipBlanks()
      let place = formula.scanner.position
      if formula.scanner.take(Ascii.times) {
        try readSigned(&formula, after: .multiply)
        try emit(.multiply, at: place, &formula)
      } else if formula.scanner.take(Ascii.slash) {
        try readSigned(&formula, after: .divide)
        try emit(.divide, at: place, &formula)
      } else {
        return
      }
    }
  }

  /// Any number of signs, each looser than a power: −2^2 is −4.
  private mutating func readSigned(_ formula: inout FormulaReading, after: Primitive?) throws(Diagnostic) {
    formula.scanner.skipBlanks()
    let place = formula.scanner.position
    guard formula.scanner.takeMinus() else { return try readJuxtaposed(&formula, after: after) }
    formula.depth += 1
    defer { formula.depth -= 1 }
    if formula.depth > Limits.nesting { throw .nestedTooDeep(at: place) }
    try readSigned(&formula, after: after)
    try emit(.negate, at: place, &formula)
  }

  /// A power, or a number directly before a name or a parenthesis: `2x`, `3(a + b)`.
  private mutating func readJuxtaposed(_ formula: inout FormulaReading, after: Primitive?) throws(Diagnostic) {
    let start = formula.scanner.position
    let startsWithNumber = Ascii.isDigit(formula.scanner.current) || formula.scanner.current == Ascii.point
    try readPower(&formula)
    let place = formula.scanner.position
    guard startsANameOrParenthesis(formula.scanner) else { return }
    let number = start..<place
    guard startsWithNumber, case .number? = walkthrough.nodes.last?.kind else {
      formula.scanner.skipBlanks()
      throw .missingOperator(formula.scanner)
    }
    if after == .divide { throw .ambiguousDivision(number, walkthrough.source.text(number), formula.scanner) }
    try readPower(&formula)
    guard formula.operations < Limits.operations else { throw .tooLong(at: place) }
    formula.operations += 1
    walkthrough.nodes.append(FormulaNode(kind: .juxtaposition, place: Int32(place)))
    if startsANameOrParenthesis(formula.scanner) { throw .missingOperator(formula.scanner) }
  }

  private func startsANameOrParenthesis(_ scanner: Scanner) -> Bool {
    var probe = scanner
    probe.skipBlanks()
    if probe.current == Ascii.open { return true }
    return !probe.takeName().isEmpty
  }

  private mutating func readPower(_ formula: inout FormulaReading) throws(Diagnostic) {
    try readAtom(&formula)
    formula.scanner.skipBlanks()
    let place = formula.scanner.position
    guard formula.scanner.take(Ascii.caret) else { return }
    let signPlace = formula.scanner.position
    let isNegative = formula.scanner.takeMinus()
    try readAtom(&formula)
    if isNegative { try emit(.negate, at: signPlace, &formula) }
    try emit(.power, at: place, &formula)
    formula.scanner.skipBlanks()
    if formula.scanner.current == Ascii.caret { throw .stackedPowers(at: formula.scanner.position) }
    if startsANameOrParenthesis(formula.scanner) { throw .missingOperator(formula.scanner) }
  }

  mutating func emit(
    _ primitive: Primitive, at place: Int, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    formula.operations += 1
    guard formula.operations <= Limits.operations else { throw .tooLong(at: place) }
    append(.operation(primitive), at: place)
  }

  mutating func append(_ kind: FormulaNode.Kind, at place: Int) {
    walkthrough.nodes.append(FormulaNode(kind: kind, place: Int32(place)))
  }
}

extension Diagnostic {
  static func unexpected(_ scanner: Scanner) -> Diagnostic {
    let found = scanner.stretchHere()
    let text = String(decoding: scanner.bytes[found], as: UTF8.self)
    let remedy: String? =
      switch text {
      case ")": "there is no parenthesis to close here; remove it, or open one before"
      case "×", "·": "write `*` for a product"
      case "÷": "write `/` for a quotient"
      case "=": "a line holds one `=`; start a new line for the next quantity"
      case "[", "]", ";", "'": "this version of Longhand works with numbers, not yet with matrices"
      case ",": "commas stand between givens and between the operands of a function"
      default: "write one operator, such as `*` or `+`, between two operands"
      }
    return Diagnostic(at: found, "`\(text)` is not understood here", remedy: remedy)
  }
  fileprivate static func missingOperator(_ scanner: Scanner) -> Diagnostic {
    var place = scanner
    place.skipBlanks()
    return Diagnostic(
      at: place.stretchHere(), "an operator is missing before this",
      remedy: "write `*` for a product; it may be left out only after a number, as in `2x`")
  }
  fileprivate static func ambiguousDivision(_ number: Range<Int>, _ text: String, _ scanner: Scanner) -> Diagnostic {
    let rest = scanner.stretchHere()
    let name = String(decoding: scanner.bytes[rest], as: UTF8.self)
    let factor = name == "(" ? "(…)" : name
    return Diagnostic(
      at: number.lowerBound..<max(number.upperBound, rest.upperBound),
      "`/\(text)\(factor)` can be read in two ways",
      remedy: "write `/\(text)*\(factor)` or `/(\(text)*\(factor))`")
  }
  fileprivate static func nestedTooDeep(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "nested more than \(Limits.nesting) deep",
      remedy: "give inner parts a line and a name of their own")
  }
  fileprivate static func tooLong(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "more than \(Limits.operations) operations in one formula",
      remedy: "give parts of it a line and a name of their own")
  }
  fileprivate static func stackedPowers(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "`a^b^c` can be read in two ways", remedy: "write `(a^b)^c` or `a^(b^c)`")
  }
}

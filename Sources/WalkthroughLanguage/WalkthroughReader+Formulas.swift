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

  /// The state of one expression while it is read.
  struct FormulaReading {
    var scanner: Scanner
    let scope: FormulaScope
    /// How many parentheses, calls, brackets and signs are open; −1 where nothing is read yet.
    var depth = -1
    var operations = 0
    /// Whether a blank may divide what is read here from another entry of a matrix.
    var isInBrackets = false
  }

  /// Reads an expression that fills the rest of the scanner's stretch.
  mutating func readFormula(_ scanner: inout Scanner, in scope: FormulaScope) throws(Diagnostic) {
    try readLeadingFormula(&scanner, in: scope)
    guard scanner.isAtEnd else { throw .unexpected(scanner, source) }
  }

  /// Reads an expression as far as it goes, for lists of givens and published lines.
  mutating func readLeadingFormula(_ scanner: inout Scanner, in scope: FormulaScope) throws(Diagnostic) {
    var formula = FormulaReading(scanner: scanner, scope: scope)
    let start = walkthrough.nodes.count
    formulaShape = .unknown
    defer { scanner = formula.scanner }
    try readSum(&formula)
    formula.scanner.skipBlanks()
    formulaShape = mayHoldMatrices ? inferredShape(of: start..<walkthrough.nodes.count) : .scalar
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
        try checkBlanks(around: place, formula)
        try readProduct(&formula)
        try emit(.add, at: place, &formula)
      } else if formula.scanner.takeMinus() {
        try checkBlanks(around: place, formula)
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
      } else if formula.scanner.current == Ascii.point, let sign = formula.scanner.takeElementwiseSign() {
        try readSigned(&formula, after: sign)
        try emitElementwise(sign, at: place, &formula)
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

  mutating func emit(
    _ primitive: Primitive, at place: Int, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    try emit(.operation(primitive), at: place, &formula)
  }

  /// Appends an operation, and counts it.
  mutating func emit(
    _ kind: FormulaNode.Kind, at place: Int, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    formula.operations += 1
    guard formula.operations <= Limits.operations else { throw .tooLong(at: place) }
    append(kind, at: place)
  }

  mutating func append(_ kind: FormulaNode.Kind, at place: Int) {
    walkthrough.nodes.append(FormulaNode(kind: kind, place: Int32(place)))
  }
}

extension Diagnostic {
  static func nestedTooDeep(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "nested more than \(Limits.nesting) deep",
      remedy: "give inner parts a line and a name of their own")
  }
  fileprivate static func tooLong(at place: Int) -> Diagnostic {
    Diagnostic(
      at: place..<(place + 1), "more than \(Limits.operations) operations in one formula",
      remedy: "give parts of it a line and a name of their own")
  }
}

import Numerals

extension WalkthroughReader {
  mutating func readAtom(_ formula: inout FormulaReading) throws(Diagnostic) {
    formula.scanner.skipBlanks()
    let place = formula.scanner.position
    let byte = formula.scanner.current
    if Ascii.isDigit(byte) || byte == Ascii.point && Ascii.isDigit(formula.scanner.peek(1)) {
      try readNumber(&formula)
    } else if formula.scanner.take(Ascii.open) {
      try readParenthesized(&formula)
      if let list = formula.scanner.listThatCloses() {
        let comma = formula.scanner
        formula.scanner.position = list.upperBound
        throw comma.isInNumber ? .unexpected(comma, source) : .commaInParentheses(place..<list.upperBound)
      }
      try close(place, &formula.scanner)
    } else if formula.scanner.take(Ascii.openBracket) {
      try readBrackets(place, &formula)
    } else {
      let name = formula.scanner.takeName()
      guard !name.isEmpty else { throw .operandExpected(formula.scanner, source) }
      try readNamed(name, &formula)
    }
  }

  /// An operand, or one of a function: blanks do not divide entries in it.
  mutating func readParenthesized(_ formula: inout FormulaReading) throws(Diagnostic) {
    let isInBrackets = formula.isInBrackets
    formula.isInBrackets = false
    defer { formula.isInBrackets = isInBrackets }
    try readSum(&formula)
  }

  func close(_ open: Int, _ scanner: inout Scanner) throws(Diagnostic) {
    if scanner.take(Ascii.close) { return }
    let isList =
      scanner.isAtEnd || (scanner.current == Ascii.comma && !scanner.isInNumber) || scanner.current == Ascii.equals
    throw isList ? .unclosed(open) : .unexpected(scanner, source)
  }

  private mutating func readNamed(_ name: Range<Int>, _ formula: inout FormulaReading) throws(Diagnostic) {
    if formula.scope == .claim, try readClaimTerm(name, &formula.scanner) { return }
    let number = nameNumber(name)
    if number < ownNames.count, try readOwnName(number, name, &formula) { return }
    let isCall = quantityByName[number] < 0 || formula.scanner.current == Ascii.open
    if isCall, let function = declaredFunction(number) { return try readDeclaredCall(function, name, &formula) }
    if quantityByName[number] < 0, formula.scanner.current == Ascii.open {
      throw .unknownFunction(name, source)
    }
    if formula.scope == .constant {
      var behind = formula.scanner
      if behind.take(Ascii.equals) { throw .commaMissing(name, source.quoted(name), between: "givens") }
      throw .givenUsesQuantity(name, source.quoted(name), isKnown: quantityByName[number] >= 0)
    }
    if quantityByName[number] < 0 { unresolved.append((number, name)) }
    append(.quantity(quantityByName[number]), at: name.lowerBound)
  }

  /// A function or a constant; false where the file gives the name a meaning of its own.
  private mutating func readOwnName(
    _ number: Int, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) -> Bool {
    switch ownNames[number] {
    case .function(let primitive): try readCall(primitive, name, &formula)
    case .matrixFunction(let function): try readCall(function, name, &formula)
    case .generator(let generator): try readGenerator(generator, name, &formula)
    case .constant(let constant):
      if quantityByName[number] >= 0 { return false }
      constantUses.append((number, name))
      append(.constant(constant), at: name.lowerBound)
    }
    return true
  }

  /// A function and its operands; `max` and `min` of more than two are chains from the left, and of one draw a
  /// matrix together.
  private mutating func readCall(
    _ function: Primitive, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    let open = try openCall(name, &formula)
    var count = 0
    var axis: MatrixOperation.Axis?
    repeat {
      if count == 1, function.arity == 2, let word = takeAxis(&formula.scanner, orQuantity: true) {
        axis = word
        break
      }
      try readParenthesized(&formula)
      count += 1
      if count > 1, function.arity == 2 { try emit(function, at: name.lowerBound, &formula) }
    } while formula.scanner.take(Ascii.comma)
    try close(open, &formula.scanner)
    if count == 1, let operation = function.operation(over: axis ?? .all) {
      return try emitMatrix(operation, at: name.lowerBound, &formula)
    }
    if function.arity == 1, count > 1 { throw .wrongOperandCount(name, source.text(name), found: count) }
    if function.arity == 1 { try emit(function, at: name.lowerBound, &formula) }
  }

  /// The parenthesis that a function needs; its place.
  func openCall(_ name: Range<Int>, _ formula: inout FormulaReading) throws(Diagnostic) -> Int {
    guard formula.scanner.take(Ascii.open) else { throw .functionWithoutOperands(name, source.text(name)) }
    return formula.scanner.position - 1
  }

  /// Digits with a point and a power of ten, as in `0.25`, `.5`, `2.`, `2e-3`.
  private mutating func readNumber(_ formula: inout FormulaReading) throws(Diagnostic) {
    let start = formula.scanner.position
    let decimal = formula.scanner.takeDecimal()
    let place = start..<formula.scanner.position
    guard let decimal else { throw .badNumber(place, source.quoted(place)) }
    if let mark = decimal.exponentMark, formula.scope != .constant {
      var name = Scanner(bytes, mark..<formula.scanner.end)
      exponentLookalikes.append((name.takeNameCharacters(), place))
    }
    append(.number(decimal.value.value, length: Int32(place.count)), at: start)
  }
}

extension Scanner {
  /// What stands from a comma on to the parenthesis that closes before the line ends; nothing where none does.
  func listThatCloses() -> Range<Int>? {
    guard current == Ascii.comma else { return nil }
    var depth = 1
    for index in rest {
      if bytes[index] == Ascii.open { depth += 1 } else if bytes[index] == Ascii.close { depth -= 1 }
      if depth == 0 { return position..<index + 1 }
      if bytes[index] == Ascii.equals { return nil }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func operandExpected(_ scanner: Scanner, _ source: SourceText) -> Diagnostic {
    let found = scanner.stretchHere()
    let isMark = !found.isEmpty && source.bytes[found.lowerBound] < 0x80
    let text = isMark ? source.text(found) : ""
    switch text {
    case "": return found.isEmpty ? missingOperand(found) : unexpected(scanner, source)
    case "]", "'", ".", "|", "\\": return unexpected(scanner, source)
    case "+": return missingOperand(found, text, "a number needs no sign `+`")
    case "/" where found.lowerBound > 0 && source.bytes[found.lowerBound - 1] == UInt8(ascii: "/"):
      return missingOperand(found, text, "a comment starts with #")
    case "*" where found.lowerBound > 0 && source.bytes[found.lowerBound - 1] == Ascii.times:
      return missingOperand(found, text, "write `^` for a power")
    default: return missingOperand(found, text)
    }
  }
  private static func missingOperand(
    _ place: Range<Int>, _ text: String = "", _ remedy: String = "write a number, a name or a parenthesis"
  ) -> Diagnostic {
    Diagnostic(
      at: place, text.isEmpty ? "an operand is missing here" : "an operand is missing before `\(text)`",
      remedy: remedy)
  }
  fileprivate static func commaInParentheses(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a comma cannot stand in these parentheses", remedy: "write a row of numbers in brackets: `[1, 2]`")
  }
  fileprivate static func unclosed(_ open: Int) -> Diagnostic {
    Diagnostic(at: open..<(open + 1), "this parenthesis is never closed", remedy: "add `)`")
  }
  fileprivate static func unknownFunction(_ place: Range<Int>, _ source: SourceText) -> Diagnostic {
    let name = source.text(place.prefix(Limits.nameLength))
    let near = Suggestion.nearest(to: name, among: OwnName.functionNames)
    return Diagnostic(
      at: place, "\(source.quoted(place)) is not a function",
      remedy: OwnName.spelledElsewhere(name).map { "write `\($0)`" } ?? near.map { "did you mean `\($0)`?" }
        ?? "the functions are \(OwnName.functionNames.joined(separator: ", ")); `functions: f(u)` declares one "
        + "without a formula")
  }
  fileprivate static func functionWithoutOperands(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "`\(name)` is a function and needs parentheses", remedy: "write `\(name)(…)`")
  }
  static func wrongOperandCount(_ place: Range<Int>, _ name: String, found: Int) -> Diagnostic {
    Diagnostic(at: place, "`\(name)` takes one operand, not \(found)", remedy: "write `\(name)(x)`")
  }
  fileprivate static func givenUsesQuantity(_ place: Range<Int>, _ name: String, isKnown: Bool) -> Diagnostic {
    Diagnostic(
      at: place, "a given is a constant and cannot use \(name)",
      remedy: isKnown
        ? "write a number, or a statement on a line of its own" : "write a number alone, without a unit or another name"
    )
  }
  static func commaMissing(_ place: Range<Int>, _ name: String, between parts: String) -> Diagnostic {
    Diagnostic(at: place, "a comma is missing before \(name)", remedy: "write commas between \(parts)")
  }
  fileprivate static func badNumber(_ place: Range<Int>, _ text: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(text) is not a number that can be worked with",
      remedy:
        "write at most \(PrintedNumber.mostDigits) digits, one point, and a size from 10^-\(Limits.magnitude) to 10^\(Limits.magnitude)"
    )
  }
}

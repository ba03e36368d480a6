import Numerals

extension WalkthroughReader {
  mutating func readAtom(_ formula: inout FormulaReading) throws(Diagnostic) {
    formula.scanner.skipBlanks()
    let place = formula.scanner.position
    let byte = formula.scanner.current
    if Ascii.isDigit(byte) || byte == Ascii.point && Ascii.isDigit(formula.scanner.peek(1)) {
      try readNumber(&formula.scanner)
    } else if formula.scanner.take(Ascii.open) {
      try readSum(&formula)
      guard formula.scanner.take(Ascii.close) else { throw .unclosed(place, found: formula.scanner) }
    } else {
      let name = formula.scanner.takeName()
      guard !name.isEmpty else { throw .operandExpected(formula.scanner) }
      try readNamed(name, &formula)
    }
  }

  private mutating func readNamed(_ name: Range<Int>, _ formula: inout FormulaReading) throws(Diagnostic) {
    if formula.scope == .claim, try readClaimTerm(name, &formula.scanner) { return }
    let number = nameNumber(name)
    if number < functions.count {
      try readCall(functions[number], name, &formula)
    } else if formula.scope == .constant, quantityByName[number] >= 0 {
      throw .givenUsesQuantity(name, names.spelling(number))
    } else if quantityByName[number] >= 0 {
      append(.quantity(quantityByName[number]), at: name.lowerBound)
    } else if number < functions.count + constants.count {
      unresolved.append((number, name))
      append(.constant(constants[number - functions.count]), at: name.lowerBound)
    } else {
      unresolved.append((number, name))
      append(.quantity(-1), at: name.lowerBound)
    }
  }

  /// A function and its operands; `max` and `min` of more than two are chains from the left.
  private mutating func readCall(
    _ function: Primitive, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    let spelling = walkthrough.source.text(name)
    guard formula.scanner.take(Ascii.open) else { throw .functionWithoutOperands(name, spelling) }
    let open = formula.scanner.position - 1
    var count = 0
    repeat {
      try readSum(&formula)
      count += 1
      if count > 1, function.arity == 2 { try emit(function, at: name.lowerBound, &formula) }
    } while formula.scanner.take(Ascii.comma)
    guard formula.scanner.take(Ascii.close) else { throw .unclosed(open, found: formula.scanner) }
    guard function.arity == 1 ? count == 1 : count > 1 else {
      throw .wrongOperandCount(name, spelling, function.arity, found: count)
    }
    if function.arity == 1 { try emit(function, at: name.lowerBound, &formula) }
  }

  /// Digits with a point and a power of ten, as in `0.25`, `.5`, `2.`, `2e-3`.
  private mutating func readNumber(_ scanner: inout Scanner) throws(Diagnostic) {
    let start = scanner.position
    guard let decimal = scanner.takeDecimal() else {
      throw .badNumber(start..<scanner.position, walkthrough.source.text(start..<scanner.position))
    }
    if let mark = decimal.exponentMark, Ascii.isDigit(bytes[mark + 1]) {
      exponentLookalikes.append((mark..<scanner.position, start..<scanner.position))
    }
    append(.number(decimal.value.value, length: Int32(scanner.position - start)), at: start)
  }
}

extension Diagnostic {
  fileprivate static func operandExpected(_ scanner: Scanner) -> Diagnostic {
    let found = scanner.stretchHere()
    let text = String(decoding: scanner.bytes[found], as: UTF8.self)
    if text == "[" || text == "]" { return unexpected(scanner) }
    return Diagnostic(
      at: found.isEmpty ? scanner.position..<scanner.position : found,
      found.isEmpty ? "an operand is missing here" : "an operand is missing before `\(text)`",
      remedy: text == "+" ? "a number needs no sign `+`" : "write a number, a name or a parenthesis")
  }
  fileprivate static func unclosed(_ open: Int, found scanner: Scanner) -> Diagnostic {
    var rest = scanner
    rest.skipBlanks()
    guard rest.isAtEnd || rest.current == Ascii.comma else { return unexpected(scanner) }
    return Diagnostic(at: open..<(open + 1), "this parenthesis is never closed", remedy: "add `)`")
  }
  fileprivate static func functionWithoutOperands(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "`\(name)` is a function and needs parentheses", remedy: "write `\(name)(…)`")
  }
  fileprivate static func wrongOperandCount(
    _ place: Range<Int>, _ name: String, _ arity: Int, found: Int
  ) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` takes \(arity == 1 ? "one operand" : "two or more operands"), not \(found)",
      remedy: arity == 1 ? "write `\(name)(x)`" : "write `\(name)(x, y)`")
  }
  fileprivate static func givenUsesQuantity(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "a given is a constant and cannot use `\(name)`",
      remedy: "write it as a statement on a line of its own")
  }
  fileprivate static func badNumber(_ place: Range<Int>, _ text: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(text)` is not a number that can be worked with",
      remedy: "write at most \(PrintedNumber.mostDigits) digits, one point and a power of ten below 300")
  }
}

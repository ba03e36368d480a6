extension WalkthroughReader {
  /// Functions without formulas, separated by commas: `A(u), B(u, v)`.
  mutating func readFunctions(_ scanner: inout Scanner) throws(Diagnostic) {
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      try readFunction(&scanner)
      scanner.skipBlanks()
    }
  }

  private mutating func readFunction(_ scanner: inout Scanner) throws(Diagnostic) {
    let name = scanner.takeName()
    guard !name.isEmpty, scanner.take(Ascii.open) else { throw .declarationExpected(scanner.stretchHere()) }
    var parameters = NameTable()
    repeat {
      let parameter = scanner.takeName()
      if parameter.isEmpty { throw .declarationExpected(scanner.stretchHere()) }
      let known = parameters.count
      if parameters.number(of: parameter, in: bytes) < known {
        throw .parameterTwice(parameter, source.quoted(parameter))
      }
    } while scanner.take(Ascii.comma)
    guard scanner.take(Ascii.close) else { throw .declarationExpected(scanner.stretchHere()) }
    declare(name, (0..<parameters.count).map(parameters.spelling))
    let call = name.lowerBound..<scanner.position
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else {
      let isDefined = scanner.current == Ascii.equals
      throw isDefined
        ? .declaredWithFormula(scanner.stretchHere(), source.quoted(call)) : .unexpected(scanner, source)
    }
  }

  private mutating func declare(_ name: Range<Int>, _ parameters: [String]) {
    let number = nameNumber(name)
    if number < ownNames.count {
      diagnostics.append(.nameOfTheLanguage(name, source.quoted(name)))
    } else if let first = declaredFunction(number) {
      let line = source.line(of: walkthrough.functions[first].place.lowerBound)
      diagnostics.append(.declaredTwice(name, source.quoted(name), line: line))
    } else if let problem = problem(with: name, number) {
      diagnostics.append(problem)
    } else {
      let missing = number + 1 - functionByName.count
      if missing > 0 { functionByName += [Int32](repeating: -1, count: missing) }
      functionByName[number] = Int32(walkthrough.functions.count)
      walkthrough.functions.append(
        DeclaredFunction(name: names.spelling(number), parameters: parameters, place: name))
    }
  }

  /// The function that the file declares by the name of that number.
  func declaredFunction(_ number: Int) -> Int? {
    guard number < functionByName.count, functionByName[number] >= 0 else { return nil }
    return Int(functionByName[number])
  }

  /// The operands of a declared function, the scanner behind its name.
  mutating func readDeclaredCall(
    _ function: Int, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    let declared = walkthrough.functions[function]
    guard formula.scanner.take(Ascii.open) else { throw .callExpected(name, declared) }
    var count = 0
    repeat {
      try readSum(&formula)
      count += 1
    } while formula.scanner.take(Ascii.comma)
    guard formula.scanner.take(Ascii.close) else {
      throw formula.scanner.isAtEnd ? .callNotClosed(name, declared) : .unexpected(formula.scanner, source)
    }
    guard count == declared.parameters.count else { throw .wrongOperandCount(name, declared, found: count) }
    try emit(.declared(Int32(function), count: Int32(count)), at: name.lowerBound, &formula)
  }
}

extension DeclaredFunction {
  fileprivate var call: String { "\(name)(\(parameters.joined(separator: ", ")))" }
}

extension Diagnostic {
  fileprivate static func declarationExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a function is declared by its name and the names of its operands",
      remedy: "for example `functions: A(u), B(u, v)`")
  }
  fileprivate static func declaredWithFormula(_ place: Range<Int>, _ call: String) -> Diagnostic {
    Diagnostic(
      at: place, "a function that is declared has no formula",
      remedy: "write \(call) alone, or no `functions:` and the formula in the statements that need it")
  }
  fileprivate static func parameterTwice(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "two operands are called \(name)", remedy: "give each a name of its own")
  }
  fileprivate static func nameOfTheLanguage(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "\(name) is a name of the language already", remedy: "choose another name")
  }
  fileprivate static func declaredTwice(_ place: Range<Int>, _ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "the function \(name) is already declared in line \(line)", remedy: "keep one of the two")
  }
  fileprivate static func callExpected(_ place: Range<Int>, _ function: DeclaredFunction) -> Diagnostic {
    Diagnostic(
      at: place, "`\(function.name)` is a function and needs parentheses", remedy: "write `\(function.name)(…)`")
  }
  fileprivate static func callNotClosed(_ place: Range<Int>, _ function: DeclaredFunction) -> Diagnostic {
    Diagnostic(at: place, "the parenthesis behind `\(function.name)` is never closed", remedy: "add `)`")
  }
  fileprivate static func wrongOperandCount(
    _ place: Range<Int>, _ function: DeclaredFunction, found: Int
  ) -> Diagnostic {
    let count = function.parameters.count
    return Diagnostic(
      at: place, "`\(function.name)` takes \(count) \(count == 1 ? "operand" : "operands"), not \(found)",
      remedy: "it is declared as `\(function.call)`")
  }
}

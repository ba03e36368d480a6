import Numerals

/// The first given with a value, and the first without one.
struct GivensSeen {
  var valued: Range<Int>?
  var valueless: Range<Int>?
}

extension WalkthroughReader {
  /// Givens without values, or functions without formulas, make a symbolic walkthrough, which speaks of no numbers.
  mutating func settleSymbolic() {
    if let valued = givensSeen.valued, let valueless = givensSeen.valueless {
      let line = source.line(of: valued.lowerBound)
      diagnostics.append(.mixedGivens(valueless, source.quoted(valueless), source.quoted(valued), line: line))
      return
    }
    if let valued = givensSeen.valued, let function = walkthrough.functions.first {
      diagnostics.append(.valueBesideFunction(valued, source.quoted(valued), function.name))
      return
    }
    walkthrough.isSymbolic = givensSeen.valueless != nil || !walkthrough.functions.isEmpty
    guard walkthrough.isSymbolic else { return }
    let given = givensSeen.valueless.map(source.quoted)
    for seen in seenDirectives where seen.directive.isAboutNumbers {
      diagnostics.append(.aboutNumbers(seen.place, seen.directive, given))
    }
  }

  /// `EXPRESSION = EXPRESSION`, where formulas are compared and not numbers.
  mutating func readSymbolicClaim(_ line: Range<Int>, _ context: ClaimContext) throws(Diagnostic) -> Claim {
    var scanner = Scanner(bytes, line)
    let left = walkthrough.nodes.count
    try readLeadingFormula(&scanner, in: .claim)
    let right = walkthrough.nodes.count
    let expression = source.text(source.trimmed(line.lowerBound..<scanner.position))
    guard scanner.take(Ascii.equals) else {
      throw scanner.isAtEnd ? .formulaMissing(line.upperBound) : .unexpected(scanner, source)
    }
    let text = source.text(source.trimmed(scanner.rest))
    try readFormula(&scanner, in: .claim)
    return Claim(
      formula: left..<right, printed: PrintedMatrix(PrintedNumber(Decimal(coefficient: 0, places: 0), text: text)),
      context: context, place: line, expression: expression, symbolic: right..<walkthrough.nodes.count,
      isOneOperand: true)
  }
}

extension Diagnostic {
  fileprivate static func mixedGivens(
    _ place: Range<Int>, _ name: String, _ other: String, line: Int
  ) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) has no value, and \(other) in line \(line) has one",
      remedy: "give every given a value, or none of them for a symbolic walkthrough")
  }
  fileprivate static func valueBesideFunction(
    _ place: Range<Int>, _ name: String, _ function: String
  ) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) has a value, and `\(function)` has no formula to work it with",
      remedy: "write \(name) without a value, or `\(function)` as a statement")
  }
  fileprivate static func aboutNumbers(
    _ place: Range<Int>, _ directive: Directive, _ given: String?
  ) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` is about numbers, and a symbolic walkthrough has none",
      remedy: given.map { "drop this line, or give \($0) a value" } ?? "drop this line")
  }
  fileprivate static func formulaMissing(_ end: Int) -> Diagnostic {
    Diagnostic(
      at: end..<end, "the printed formula is missing", remedy: "a symbolic line is `EXPRESSION = EXPRESSION`")
  }
}

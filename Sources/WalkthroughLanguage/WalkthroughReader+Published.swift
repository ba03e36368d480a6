import Numerals

extension WalkthroughReader {
  /// Reads headings and published lines, now that all names are known.
  mutating func settleClaims() {
    var contexts: [ClaimContext?] = []
    for heading in publishedHeadings {
      do throws(Diagnostic) {
        contexts.append(try readHeading(heading))
      } catch {
        diagnostics.append(error)
        contexts.append(nil)
      }
    }
    for (heading, line) in publishedLines {
      do throws(Diagnostic) {
        let claim = try readClaim(line, contexts[heading] ?? ClaimContext())
        walkthrough.claims.append(claim)
      } catch {
        diagnostics.append(error)
      }
    }
  }

  /// `EXPRESSION = NUMBER AS PRINTED`
  private mutating func readClaim(
    _ line: Range<Int>, _ context: ClaimContext
  ) throws(Diagnostic) -> Claim {
    var scanner = Scanner(bytes, line)
    let start = walkthrough.nodes.count
    try readLeadingFormula(&scanner, in: .claim)
    let formula = start..<walkthrough.nodes.count
    let expression = walkthrough.source.text(trimmed(line.lowerBound..<scanner.position))
    guard scanner.take(Ascii.equals) else {
      throw scanner.isAtEnd ? .printedNumberMissing(line) : .unexpected(scanner)
    }
    let printed = try readPrinted(&scanner)
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw .unexpected(scanner) }
    return Claim(formula: formula, printed: printed, context: context, place: line, expression: expression)
  }

  private func readPrinted(_ scanner: inout Scanner) throws(Diagnostic) -> PrintedNumber {
    scanner.skipBlanks()
    let start = scanner.position
    let isNegative = scanner.takeMinus()
    scanner.skipBlanks()
    guard let decimal = scanner.takeDecimal(), scanner.position > start else {
      let found = scanner.stretchHere()
      let place = start..<max(scanner.position, found.upperBound)
      throw .printedNumberExpected(place, walkthrough.source.text(place))
    }
    let value = decimal.value
    return PrintedNumber(
      Decimal(isNegative: isNegative, coefficient: value.coefficient, places: value.places),
      text: walkthrough.source.text(start..<scanner.position))
  }

  /// `new NAME`, `dA/dB`, `dA/dB through C`, `local dA/dB`; false where the name is an ordinary operand.
  mutating func readClaimTerm(_ name: Range<Int>, _ scanner: inout Scanner) throws(Diagnostic) -> Bool {
    let word = walkthrough.source.text(name)
    var probe = scanner
    let next = probe.takeName()
    if word == "new", !next.isEmpty {
      scanner = probe
      let quantity = claimedQuantity(next)
      if quantity >= 0, walkthrough.rate == nil || !walkthrough.quantities[Int(quantity)].role.isMoved {
        throw .notMoved(next, walkthrough.source.text(next), hasRate: walkthrough.rate != nil)
      }
      append(.updated(quantity), at: name.lowerBound)
      return true
    }
    if word == "local", !next.isEmpty, let pair = derivative(startingWith: next, &probe) {
      scanner = probe
      append(.localDerivative(of: claimedQuantity(pair.of), by: claimedQuantity(pair.by)), at: name.lowerBound)
      return true
    }
    guard let pair = derivative(startingWith: name, &scanner) else { return false }
    let (of, by) = (claimedQuantity(pair.of), claimedQuantity(pair.by))
    var through: Int32?
    var rest = scanner
    if case let word = rest.takeName(), walkthrough.source.text(word) == "through" {
      through = claimedQuantity(rest.takeName())
      scanner = rest
    }
    append(.derivative(of: of, by: by, through: through), at: name.lowerBound)
    return true
  }

  /// The two names of `dA/dB`, where A and B are quantities, or nothing else makes sense of it.
  private mutating func derivative(
    startingWith name: Range<Int>, _ scanner: inout Scanner
  ) -> (of: Range<Int>, by: Range<Int>)? {
    let mark = UInt8(ascii: "d")
    var probe = scanner
    guard bytes[name.lowerBound] == mark, name.count > 1, probe.take(Ascii.slash) else { return nil }
    let denominator = probe.takeName()
    guard denominator.count > 1, bytes[denominator.lowerBound] == mark else { return nil }
    let pair = (of: name.dropFirst(), by: denominator.dropFirst())
    func isQuantity(_ range: Range<Int>) -> Bool { quantityByName[nameNumber(range)] >= 0 }
    let isDerivative = isQuantity(pair.of) && isQuantity(pair.by)
    guard isDerivative || !isQuantity(name) && !isQuantity(denominator) else { return nil }
    scanner = probe
    return pair
  }

  /// The quantity of that name; an unknown name is reported.
  private mutating func claimedQuantity(_ range: Range<Int>) -> Int32 {
    let number = nameNumber(range)
    if quantityByName[number] < 0 { unresolved.append((number, range)) }
    return quantityByName[number]
  }
}

extension Diagnostic {
  fileprivate static func printedNumberMissing(_ line: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: line.upperBound..<line.upperBound, "the printed number is missing",
      remedy: "a published line is `EXPRESSION = NUMBER`")
  }
  fileprivate static func printedNumberExpected(_ place: Range<Int>, _ text: String) -> Diagnostic {
    Diagnostic(
      at: place, text.isEmpty ? "the printed number is missing" : "`\(text)` is not a number as it is printed",
      remedy: "write the digits of the document, such as `0.41` or `-5.34e-08`, at most \(PrintedNumber.mostDigits)")
  }
  fileprivate static func notMoved(_ place: Range<Int>, _ name: String, hasRate: Bool) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is not moved by an update, so there is no `new \(name)`",
      remedy: hasRate ? "declare it under `weights:`, `biases:` or `unknowns:`" : "add `rate:` to make an update")
  }
}

import Numerals

/// Where a line under `published:` stands, and under which heading.
struct PublishedLine {
  let heading: Int
  let place: Range<Int>
}

/// Where the words stand between `published` and its colon.
struct PublishedHeading {
  let place: Range<Int>
}

extension WalkthroughReader {
  /// Reads headings and published lines, now that all names are known.
  mutating func settleClaims() {
    // Of a heading in error nothing is known.
    var contexts: [ClaimContext?] = []
    var stepsSoFar = 0
    for heading in publishedHeadings {
      do throws(Diagnostic) {
        let context = try readHeading(heading.place)
        let isNew = !exceedsWork(stepsSoFar)
        stepsSoFar = min(stepsSoFar + passes(of: context), Int.max / 2)
        if isNew, exceedsWork(stepsSoFar) {
          throw .tooMuchWork(source.trimmed(heading.place), stepsSoFar, walkthrough.quantities.count, matrixWork)
        }
        contexts.append(context)
      } catch {
        diagnostics.append(error)
        contexts.append(nil)
      }
    }
    for line in publishedLines { settleClaim(line, contexts[line.heading]) }
  }

  /// How often an update makes all of the values anew: once for every example that it looks at.
  private func passes(of context: ClaimContext) -> Int {
    let steps = min(context.steps, Limits.quantitySteps + 1)
    let examples = max(walkthrough.examples?.rows.count ?? 1, 1)
    switch walkthrough.updateSchedule {
    case .afterAllExamples: return steps * examples
    case .afterEvery(let count): return steps * (context.countsEpochs ? examples : min(count, examples))
    }
  }

  private func exceedsWork(_ steps: Int) -> Bool {
    steps > Limits.quantitySteps / max(walkthrough.quantities.count + matrixWork.inQuantities, 1)
  }

  private mutating func settleClaim(_ line: PublishedLine, _ context: ClaimContext?) {
    do throws(Diagnostic) {
      var claim = try readClaim(line.place, context ?? ClaimContext())
      claim.heading = source.trimmed(publishedHeadings[line.heading].place)
      if context != nil { try checkExample(of: claim) }
      walkthrough.claims.append(claim)
    } catch {
      diagnostics.append(error)
    }
  }

  /// `EXPRESSION = NUMBER AS PRINTED`, or a matrix as printed; `(erratum)` behind it
  private mutating func readClaim(
    _ line: Range<Int>, _ context: ClaimContext
  ) throws(Diagnostic) -> Claim {
    var scanner = Scanner(bytes, line)
    let isErratum = scanner.dropErratum()
    var claim =
      try walkthrough.isSymbolic || context.isSymbolic
      ? readSymbolicClaim(scanner.rest, context) : readNumberClaim(scanner.rest, context)
    // Behind entries it says more than behind the line.
    claim.erratum = !claim.printed.errata.isEmpty ? .entries(claim.printed.errata) : isErratum ? .line : .none
    return claim
  }

  private mutating func readNumberClaim(_ line: Range<Int>, _ context: ClaimContext) throws(Diagnostic) -> Claim {
    var scanner = Scanner(bytes, line)
    let start = walkthrough.nodes.count
    do throws(Diagnostic) {
      try readLeadingFormula(&scanner, in: .claim)
    } catch {
      throw misses(equals: line, at: scanner) ?? error
    }
    let formula = start..<walkthrough.nodes.count
    let expression = source.trimmed(line.lowerBound..<scanner.position)
    guard scanner.take(Ascii.equals) else {
      throw misses(equals: line, at: scanner)
        ?? (scanner.isAtEnd ? .printedNumberMissing(line) : .unexpected(scanner, source))
    }
    scanner.skipBlanks()
    let printed = try readPrinted(&scanner, for: formulaShape, expression)
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw scanner.current == Ascii.open || scanner.isAtName
        ? .onlyErratum(scanner.rest) : .unexpected(scanner, source, otherwise: Diagnostic.numberAlone)
    }
    return Claim(
      formula: formula, printed: printed, context: context, place: line, expression: inOneLine(expression),
      isOneOperand: walkthrough.nodes[formula.upperBound - 1].kind.isOneOperand)
  }

  /// The text of a formula; where its brackets take several lines, with `;` for a line end that divides rows.
  private func inOneLine(_ formula: Range<Int>) -> String {
    guard bytes[formula].contains(Ascii.newline) else { return source.text(formula) }
    let lines = bytes[formula].split(separator: Ascii.newline).map { source.trimmed(withoutComment($0.indices)) }
    return lines.filter { !$0.isEmpty }.reduce(into: "") { text, line in
      let goesOn =
        [",", ";", "["].contains(text.last) || [Ascii.semicolon, Ascii.closeBracket].contains(bytes[line.lowerBound])
      text += (text.isEmpty ? "" : goesOn ? " " : "; ") + source.text(line)
    }
  }

  /// What is wrong where a line has no `=`, and its expression ends before the digits do.
  private func misses(equals line: Range<Int>, at scanner: Scanner) -> Diagnostic? {
    let hasNumber = bytes[scanner.rest].contains(where: Ascii.isDigit)
    guard hasNumber, scanner.current < 0x80, !bytes[line].contains(Ascii.equals) else { return nil }
    return .equalsMissing(scanner.stretchHere())
  }
}

extension FormulaNode.Kind {
  /// Whether what it ends can have an index behind it without parentheses.
  fileprivate var isOneOperand: Bool {
    switch self {
    case .operation(let primitive): !primitive.functionNames.isEmpty
    case .juxtaposition, .elementwise: false
    case .number, .constant, .quantity, .matrix, .stack, .selection, .generated, .declared, .updated, .derivative,
      .localDerivative, .state:
      true
    }
  }
}

extension Diagnostic {
  fileprivate static let numberAlone =
    "the number stands alone behind `=`, in the digits that the document prints, such as `0.75` or `750000`"
  fileprivate static func tooMuchWork(
    _ heading: Range<Int>, _ steps: Int, _ quantities: Int, _ matrices: MatrixWork
  ) -> Diagnostic {
    let hasMatrices = matrices.inQuantities > 0
    let operations = hasMatrices ? " and \(matrices.operations) operations on entries" : ""
    let measure = hasMatrices ? ", where \(MatrixWork.operationsOfQuantity) operations on entries count as one" : ""
    return Diagnostic(
      at: heading, "the headings up to here ask for \(steps) steps of \(quantities) quantities\(operations)",
      remedy: "ask for fewer: steps times quantities may be \(Limits.quantitySteps)\(measure)")
  }
  private static let publishedForm = "a published line is `EXPRESSION = NUMBER`"
  fileprivate static func printedNumberMissing(_ line: Range<Int>) -> Diagnostic {
    Diagnostic(at: line.upperBound..<line.upperBound, "the printed number is missing", remedy: publishedForm)
  }
  fileprivate static func equalsMissing(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "`=` is missing before the printed number", remedy: publishedForm)
  }
  fileprivate static func onlyErratum(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "only `(erratum)` can stand behind a printed number",
      remedy: "write `(erratum)` for a number that is known to be wrong, or drop this")
  }
  static func printedNumberExpected(_ place: Range<Int>, _ text: String?) -> Diagnostic {
    Diagnostic(
      at: place, text.map { "\($0) is not a number as it is printed" } ?? "the printed number is missing",
      remedy:
        "write the digits of the document, such as `0.41` or `-5.34e-08`, at most \(PrintedNumber.mostDigits)"
    )
  }
}

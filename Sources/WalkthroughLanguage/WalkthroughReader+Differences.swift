import Numerals

extension WalkthroughReader {
  /// `forward differences, h = 0.0001`, `central differences, h = 0.1` or `by the rules`
  func readDerivativeMethod(_ scanner: inout Scanner) throws(Diagnostic) -> DerivativeMethod {
    var probe = scanner
    if source.text(probe.takeName()) == "by" { scanner = probe }
    let method = try readWayToDerivatives(&scanner)
    guard scanner.isAtEnd else { throw .unexpected(scanner, source) }
    return method
  }

  /// The same without `by`, and perhaps with more behind it.
  func readWayToDerivatives(_ scanner: inout Scanner) throws(Diagnostic) -> DerivativeMethod {
    let place = scanner.takePhrase()
    switch source.phrase(place) {
    case "the rules": return .rules
    case "forward differences": return .forwardDifferences(h: try readStepWidth(&scanner, place))
    case "central differences": return .centralDifferences(h: try readStepWidth(&scanner, place))
    default:
      throw .unknownWord(
        place, source.quoted(place), among: ["forward differences", "central differences", "by the rules"])
    }
  }

  /// `, h = 0.1`
  private func readStepWidth(_ scanner: inout Scanner, _ words: Range<Int>) throws(Diagnostic) -> Decimal {
    guard scanner.take(Ascii.comma), source.text(scanner.takeName()) == "h", scanner.take(Ascii.equals) else {
      throw .stepWidthMissing(words, source.text(words))
    }
    scanner.skipBlanks()
    let start = scanner.position
    guard let h = takeSignedDecimal(&scanner) else {
      throw .stepWidthMissing(words, source.text(words))
    }
    if h.isNegative || h.isZero { throw .stepWidthNotPositive(source.trimmed(start..<scanner.position)) }
    return h
  }
}

extension Diagnostic {
  fileprivate static func stepWidthMissing(_ place: Range<Int>, _ words: String) -> Diagnostic {
    Diagnostic(
      at: place, "differences need to know how far to go to the side", remedy: "write `\(words), h = 0.0001`")
  }
  fileprivate static func stepWidthNotPositive(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "`h` is a number above 0", remedy: "write, for example, `h = 0.0001`")
  }
}

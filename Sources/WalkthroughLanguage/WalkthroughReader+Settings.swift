import Numerals

extension WalkthroughReader {
  mutating func readTelling(_ scanner: Scanner) throws(Diagnostic) {
    let place = source.trimmed(scanner.rest)
    let word = source.text(place)
    guard let telling = Telling(rawValue: word) else {
      throw .unknownWord(place, source.quoted(place), among: Telling.allCases.map(\.rawValue))
    }
    walkthrough.telling = telling
    tellingPlace = place
  }

  /// `single` or `double`
  func readFloatingPoint(_ scanner: Scanner) throws(Diagnostic) -> FloatingPoint {
    let place = source.trimmed(scanner.rest)
    guard let floatingPoint = FloatingPoint(rawValue: source.text(place)) else {
      throw .unknownWord(place, source.quoted(place), among: FloatingPoint.allCases.map(\.rawValue))
    }
    return floatingPoint
  }

  /// `5 decimals`, `4 figures` or `all digits`, then `rounded` or `cut`, and `equals`.
  mutating func readStyle(_ scanner: inout Scanner, allowsEquals: Bool) throws(Diagnostic) -> NumberStyle {
    var style = NumberStyle(try readPrecision(&scanner))
    var reduction: Reduction?
    while scanner.take(Ascii.comma) {
      let range = scanner.takeName()
      let word = StyleWord(rawValue: source.text(range))
      switch word {
      case .rounded, .cut:
        if reduction != nil { throw .saidBefore(range, source.quoted(range)) }
        reduction = word == .cut ? .cut : .rounded
      case .equals where allowsEquals: style.writesEqualsAlways = true
      case .equals, nil:
        let place = range.isEmpty ? scanner.stretchHere() : range
        let words = StyleWord.allCases.filter { $0 != .equals || allowsEquals }.map(\.rawValue)
        throw .unknownWord(place, source.quoted(place), among: words)
      }
    }
    guard scanner.isAtEnd else {
      throw .commaExpected(scanner.stretchHere(), source.quoted(scanner.stretchHere()))
    }
    style.reduction = reduction ?? style.reduction
    return style
  }

  private enum StyleWord: String, CaseIterable {
    case rounded, cut, equals
  }

  /// `5 decimals`, `4 figures` or `all digits`
  mutating func readPrecision(_ scanner: inout Scanner) throws(Diagnostic) -> NumberStyle.Precision {
    scanner.skipBlanks()
    let start = scanner.position
    guard Ascii.isDigit(scanner.current) else { return try readAllDigits(&scanner) }
    let number = scanner.takeDecimal()?.value
    let unit = source.text(scanner.takeName())
    let place = start..<scanner.position
    let isDecimals = unit == "decimals" || unit == "decimal"
    let isFigures = unit == "figures" || unit == "figure"
    guard let number, number.places == 0, isDecimals || isFigures else { throw .precisionExpected(place) }
    let least: UInt64 = isFigures ? 1 : 0
    guard number.coefficient >= least, number.coefficient <= UInt64(Limits.digits) else {
      throw .digitsOutOfRange(place)
    }
    let count = Int(number.coefficient)
    return isFigures ? .figures(count) : .decimals(count)
  }

  private func readAllDigits(_ scanner: inout Scanner) throws(Diagnostic) -> NumberStyle.Precision {
    let start = scanner.position
    let words = [scanner.takeName(), scanner.takeName()].map(source.text)
    guard words == ["all", "digits"] else {
      throw .precisionExpected(
        start..<(scanner.position > start ? scanner.position : scanner.stretchHere().upperBound))
    }
    return .allDigits
  }
}

extension Diagnostic {
  fileprivate static func commaExpected(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(at: place, "\(word) is not understood here", remedy: "write a comma before the next word")
  }
  fileprivate static func precisionExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "how many digits is not understood",
      remedy: "write `5 decimals`, `4 figures` or `all digits`, and behind it `, cut` to drop digits")
  }
  fileprivate static func digitsOutOfRange(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a double has no more than \(Limits.digits) digits to trust",
      remedy: "ask for 0 to \(Limits.digits) decimals, 1 to \(Limits.digits) figures, or `all digits`")
  }
}

extension Diagnostic {
  /// A name with a blank, a hyphen, braces or a prime in it, up to its `=`; nothing where something else is wrong.
  ///
  /// - Parameter name: as far as it could be read.
  static func brokenName(_ name: Range<Int>, _ scanner: Scanner, _ source: SourceText) -> Diagnostic? {
    let rest = source.bytes[name.upperBound..<scanner.end].prefix(Limits.nameLength)
    guard let equals = rest.firstIndex(of: Ascii.equals) else { return nil }
    let place = source.trimmed(name.lowerBound..<equals)
    guard place.count > name.count, place.count <= Limits.nameLength,
      source.bytes[name.upperBound..<place.upperBound].allSatisfy(mayStandInName)
    else { return nil }
    let message = "a name is one word of letters, digits and `_`"
    if source.bytes[place].contains(Ascii.apostrophe) {
      return Diagnostic(
        at: place, message,
        remedy: "choose another word; published lines write `new \(source.text(name))` for the value after an update")
    }
    let words = source.text(place).split { !$0.isLetter && !$0.isNumber }
    return Diagnostic(at: place, message, remedy: "write `\(words.joined(separator: "_"))`")
  }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || Ascii.isBlank(byte)
      || [Ascii.underscore, Ascii.minus, Ascii.apostrophe, UInt8(ascii: "{"), UInt8(ascii: "}")].contains(byte)
  }
}

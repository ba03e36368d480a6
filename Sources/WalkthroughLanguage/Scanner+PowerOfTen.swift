/// Powers of ten as documents print them behind a number.
extension Scanner {
  private static let signs = ["×", "·", "*", "\\times", "\\cdot"].map { Array($0.utf8) }
  private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }
  private static let superscriptMinus = Array("⁻".utf8)

  /// `× 10^-4`, `·10^{-4}`, `*10^(-4)`, `× 10⁻⁴`: the exponent; where none stands, nothing is passed over.
  mutating func takePowerOfTen() -> Int? {
    var probe = self
    probe.skipBlanks()
    guard Self.signs.contains(where: { probe.take($0) }) else { return nil }
    probe.skipBlanks()
    guard let exponent = probe.takePowerAlone() else { return nil }
    self = probe
    return exponent
  }

  /// `10^-4` with nothing before it.
  mutating func takePowerAlone() -> Int? {
    var probe = self
    guard probe.take(Array("10".utf8)), let exponent = probe.takePowerExponent() else { return nil }
    self = probe
    return exponent
  }

  private mutating func takePowerExponent() -> Int? {
    guard current == Ascii.caret else { return takeRaisedExponent() }
    position += 1
    let closing = take(Array("{".utf8)) ? "}" : take(Array("(".utf8)) ? ")" : ""
    let isNegative = takeMinus()
    var digits = 0
    var exponent = 0
    while Ascii.isDigit(current), digits < 4 {
      exponent = exponent * 10 + Int(current - UInt8(ascii: "0"))
      digits += 1
      position += 1
    }
    guard digits > 0, take(Array(closing.utf8)) else { return nil }
    return isNegative ? -exponent : exponent
  }

  private mutating func takeRaisedExponent() -> Int? {
    let isNegative = take(Self.superscriptMinus)
    var digits = 0
    var exponent = 0
    while digits < 4, let digit = Self.superscripts.indices.first(where: { take(Self.superscripts[$0]) }) {
      exponent = exponent * 10 + digit
      digits += 1
    }
    return digits == 0 ? nil : isNegative ? -exponent : exponent
  }

  /// Passes over these bytes, if they come next.
  private mutating func take(_ expected: [UInt8]) -> Bool {
    guard position + expected.count <= end, bytes[position..<position + expected.count].elementsEqual(expected) else {
      return false
    }
    position += expected.count
    return true
  }
}

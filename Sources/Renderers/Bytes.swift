/// Output is built in arrays of bytes: what a `String` finds out at every append costs more than the append.
extension [UInt8] {
  static func += (bytes: inout [UInt8], text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(text: String) {
    let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
    if isAdded == nil { append(contentsOf: text.utf8) }
  }

  /// Adds `coefficient` × 10^(−`places`): `8020` with five places is `0.08020`.
  mutating func append(decimal coefficient: UInt64, places: Int) {
    append(digits: coefficient, places: Swift.max(places, 0))
    if places < 0, coefficient != 0 { append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -places)) }
  }

  /// Adds a whole number, without a sign.
  mutating func append(number: Int) { append(digits: UInt64(number.magnitude), places: 0) }

  private mutating func append(digits: UInt64, places: Int) {
    let (rest, last) = digits.quotientAndRemainder(dividingBy: 10)
    if rest > 0 || places > 0 { append(digits: rest, places: places - 1) }
    if places == 1 { append(UInt8(ascii: ".")) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: last))
  }
}

extension UInt8 {
  /// Whether it is one of `A-Z`, `a-z`.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether it is one of `0-9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isLetterOrDigit: Bool { isLetter || isDigit }
}

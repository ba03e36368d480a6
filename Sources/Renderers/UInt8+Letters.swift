extension UInt8 {
  /// Whether it is one of `A-Z`, `a-z`.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether it is one of `0-9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isLetterOrDigit: Bool { isLetter || isDigit }
}

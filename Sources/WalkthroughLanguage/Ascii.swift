/// The characters that the language gives a meaning to.
enum Ascii {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let equals = UInt8(ascii: "=")
  static let point = UInt8(ascii: ".")
  static let underscore = UInt8(ascii: "_")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let semicolon = UInt8(ascii: ";")
  static let apostrophe = UInt8(ascii: "'")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let times = UInt8(ascii: "*")
  static let slash = UInt8(ascii: "/")
  static let bar = UInt8(ascii: "|")
  static let caret = UInt8(ascii: "^")
  static let zero = UInt8(ascii: "0")
  static let exponentMark = UInt8(ascii: "e")
  static let derivativeMark = UInt8(ascii: "d")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether the byte goes on with a character of UTF-8 that began before it.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

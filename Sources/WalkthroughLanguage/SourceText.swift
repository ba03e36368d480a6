/// A file as it was read: its name, and its bytes with line ends made uniform.
public struct SourceText: Sendable {
  public let name: String
  public let bytes: [UInt8]

  /// A byte order mark is dropped; CR LF and CR become LF.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    var content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if content.contains(Ascii.carriageReturn) { content = Self.withUniformLineEnds(content) }
    self.bytes = content
  }

  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  private static func withUniformLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != Ascii.carriageReturn {
        result.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != Ascii.newline {
        result.append(Ascii.newline)
      }
    }
    return result
  }

  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Line and column, both from 1; a column is a character, whatever its bytes.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let start = lineRange(at: offset).lowerBound
    let line = bytes[..<start].count { $0 == Ascii.newline } + 1
    let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return (line, column)
  }

  /// The bytes of the line that holds `offset`, without its end.
  func lineRange(at offset: Int) -> Range<Int> {
    let place = min(offset, bytes.count)
    let start = bytes[..<place].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: Ascii.newline) ?? bytes.count
    return start..<end
  }
}

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
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let times = UInt8(ascii: "*")
  static let slash = UInt8(ascii: "/")
  static let caret = UInt8(ascii: "^")
  static let zero = UInt8(ascii: "0")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}

/// Spells plain text so that LaTeX prints it as it is, and runs none of it.
enum LaTeXText {
  /// Adds `plain`; line ends become spaces, and a web address can be clicked.
  static func write(_ plain: String, to text: inout ByteBuffer) {
    let start = text.count
    text.append(text: plain)
    var index = start
    while index < text.count, !isSpecial(text, at: index) { index += 1 }
    guard index < text.count else { return }
    writeLinked(text.cut(from: start), to: &text)
  }

  /// Whether the character cannot stay as it is; an address shows by its `:/`.
  private static func isSpecial(_ text: borrowing ByteBuffer, at index: Int) -> Bool {
    let byte = text[index]
    if byte.isLetter || byte == UInt8(ascii: " ") { return false }
    if byte == UInt8(ascii: ":") { return index + 1 < text.count && text[index + 1] == UInt8(ascii: "/") }
    if LaTeXCharacters.joins(byte) { return index > 0 && text[index - 1] == byte }
    return byte >= 0x80 || LaTeXCharacters.spelling(of: byte) != nil
  }

  private static func writeLinked(_ plain: borrowing ByteBuffer, to text: inout ByteBuffer) {
    var written = 0
    for index in 0..<plain.count where index >= written {
      guard let end = WebAddress.end(in: plain, from: index), canBeLinked(plain, index..<end) else { continue }
      writeEscaped(plain, written..<index, to: &text)
      text += "\\url{"
      text.append(plain, index..<end)
      text += "}"
      written = end
    }
    writeEscaped(plain, written..<plain.count, to: &text)
  }

  /// Whether `\url` takes an address in a heading and in a table, too.
  private static func canBeLinked(_ plain: borrowing ByteBuffer, _ address: Range<Int>) -> Bool {
    for index in address where !canBeLinked(plain[index]) { return false }
    return true
  }

  private static func canBeLinked(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "@"):
      true
    default: byte.isLetterOrDigit
    }
  }

  /// ASCII byte by byte; next to other letters it may be a part of a character with an accent.
  private static func writeEscaped(
    _ plain: borrowing ByteBuffer, _ range: Range<Int>, to text: inout ByteBuffer
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !isASCII(plain, at: index, end: range.upperBound) { index += 1 }
      for character in plain.text(in: start..<index) { write(character, to: &text) }
      while index < range.upperBound, isASCII(plain, at: index, end: range.upperBound) {
        if !isInnerLineEnd(plain, at: index) { write(plain[index], to: &text) }
        index += 1
      }
    }
  }

  /// Whether it is a character of its own; nothing joins what stands before it behind a line end.
  private static func isASCII(_ plain: borrowing ByteBuffer, at index: Int, end: Int) -> Bool {
    plain[index] < 0x80 && (plain[index] == UInt8(ascii: "\n") || index + 1 == end || plain[index + 1] < 0x80)
  }

  /// Whether it is the second half of a line end.
  private static func isInnerLineEnd(_ plain: borrowing ByteBuffer, at index: Int) -> Bool {
    plain[index] == UInt8(ascii: "\n") && index > 0 && plain[index - 1] == UInt8(ascii: "\r")
  }

  private static func write(_ character: Character, to text: inout ByteBuffer) {
    if let byte = character.utf8.first, character.utf8.count == 1 {
      write(byte, to: &text)
    } else {
      LaTeXCharacters.write(character, to: &text)
    }
  }

  private static func write(_ byte: UInt8, to text: inout ByteBuffer) {
    if let spelling = LaTeXCharacters.spelling(of: byte) {
      text += spelling
    } else {
      if LaTeXCharacters.joins(byte), text.last == byte { text += "{}" }
      text.append(byte)
    }
  }
}

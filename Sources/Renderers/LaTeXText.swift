/// Spells plain text so that LaTeX prints it as it is, and runs none of it.
enum LaTeXText {
  /// Adds `plain`; line ends become spaces, and a web address can be clicked.
  static func write(_ plain: String, to text: inout [UInt8]) {
    let start = text.count
    text.append(text: plain)
    var index = start
    while index < text.count, !isSpecial(text, at: index) { index += 1 }
    guard index < text.count else { return }
    let plain = Array(text[start...])
    text.removeSubrange(start...)
    writeLinked(plain, to: &text)
  }

  /// Whether the character cannot stay as it is; an address shows by its `:/`.
  private static func isSpecial(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte == UInt8(ascii: ":") { return index + 1 < text.count && text[index + 1] == UInt8(ascii: "/") }
    if LaTeXCharacters.joins(byte) { return index > 0 && text[index - 1] == byte }
    return byte >= 0x80 || LaTeXCharacters.spelling(of: byte) != nil
  }

  private static func writeLinked(_ plain: [UInt8], to text: inout [UInt8]) {
    var written = 0
    for index in plain.indices where index >= written {
      guard let end = WebAddress.end(in: plain, from: index), plain[index..<end].allSatisfy(canBeLinked) else {
        continue
      }
      writeEscaped(plain[written..<index], to: &text)
      text += "\\url{"
      text.append(contentsOf: plain[index..<end])
      text += "}"
      written = end
    }
    writeEscaped(plain[written...], to: &text)
  }

  /// Whether `\url` takes an address with this character in a heading and in a table, too.
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
  private static func writeEscaped(_ plain: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var index = plain.startIndex
    while index < plain.endIndex {
      let start = index
      while index < plain.endIndex, !isASCII(plain, at: index) { index += 1 }
      for character in String(decoding: plain[start..<index], as: UTF8.self) { write(character, to: &text) }
      while index < plain.endIndex, isASCII(plain, at: index) {
        if !isInnerLineEnd(plain, at: index) { write(plain[index], to: &text) }
        index += 1
      }
    }
  }

  /// Whether it is a character of its own; nothing joins what stands before it behind a line end.
  private static func isASCII(_ plain: ArraySlice<UInt8>, at index: Int) -> Bool {
    let byte = plain[index]
    return byte < 0x80
      && (byte == UInt8(ascii: "\n") || index + 1 == plain.endIndex || plain[index + 1] < 0x80)
  }

  /// Whether it is the second half of a line end.
  private static func isInnerLineEnd(_ plain: ArraySlice<UInt8>, at index: Int) -> Bool {
    plain[index] == UInt8(ascii: "\n") && index > plain.startIndex && plain[index - 1] == UInt8(ascii: "\r")
  }

  private static func write(_ character: Character, to text: inout [UInt8]) {
    if let byte = character.utf8.first, character.utf8.count == 1 {
      write(byte, to: &text)
    } else {
      LaTeXCharacters.write(character, to: &text)
    }
  }

  private static func write(_ byte: UInt8, to text: inout [UInt8]) {
    if let spelling = LaTeXCharacters.spelling(of: byte) {
      text += spelling
    } else {
      if LaTeXCharacters.joins(byte), text.last == byte { text += "{}" }
      text.append(byte)
    }
  }
}

/// Spells plain text so that LaTeX prints it as it is, and runs none of it.
enum LaTeXText {
  /// Adds `plain`; line ends become spaces, and a web address can be clicked.
  static func write(_ plain: String, to text: inout String) {
    guard plain.utf8.contains(UInt8(ascii: ":")) else { return writeEscaped(plain[...], to: &text) }
    let bytes = Array(plain.utf8)
    var copied = plain.startIndex
    for (index, offset) in zip(plain.utf8.indices, 0...) where index >= copied {
      guard let address = WebAddress(in: bytes, at: offset)?.text, canBeLinked(address) else { continue }
      writeEscaped(plain[copied..<index], to: &text)
      text += "\\url{\(address)}"
      copied = plain.utf8.index(index, offsetBy: address.utf8.count)
    }
    writeEscaped(plain[copied...], to: &text)
  }

  /// Whether `\url` takes `address` in a heading and in a table, too.
  private static func canBeLinked(_ address: String) -> Bool {
    address.utf8.allSatisfy { $0.isLetterOrDigit || "-._:/?=+,;@".utf8.contains($0) }
  }

  /// Runs of ordinary ASCII are copied at once; with other letters about, accents may be characters of their own.
  private static func writeEscaped(_ plain: Substring, to text: inout String) {
    guard plain.utf8.allSatisfy({ $0 < 0x80 }) else {
      for character in plain { write(character, to: &text) }
      return
    }
    var rest = plain
    while let start = rest.utf8.firstIndex(where: { isSpecial[Int($0)] }) {
      text += rest[..<start]
      rest = rest[start...]
      write(rest.removeFirst(), to: &text)
    }
    text += rest
  }

  private static func write(_ character: Character, to text: inout String) {
    let byte = character.isASCII ? character.utf8[character.utf8.startIndex] : nil
    if let byte, !isSpecial[Int(byte)] {
      text.append(character)
    } else if let spelling = LaTeXCharacters.ascii[character] {
      text += spelling
    } else if let byte, LaTeXCharacters.joining.contains(byte) {
      text += text.utf8.last == byte ? "{}" : ""
      text.append(character)
    } else {
      text += byte == nil ? LaTeXCharacters.spelling(of: character) : " "
    }
  }

  /// Indexed by byte: whether text that holds it cannot be copied as it is.
  private static let isSpecial: [Bool] = (0..<256).map { byte in
    guard (0x20..<0x7F).contains(byte) else { return true }
    return LaTeXCharacters.joining.contains(UInt8(byte))
      || LaTeXCharacters.ascii[Character(Unicode.Scalar(UInt8(byte)))] != nil
  }
}

/// How single characters of a text are typed for pdflatex with T1 fonts: the one table that decides.
enum LaTeXCharacters {
  /// An ASCII character that LaTeX would not print, or would print as another; nothing where it stands for itself.
  static func spelling(of byte: UInt8) -> StaticString? {
    switch byte {
    case 0..<UInt8(ascii: " "), 0x7F: " "
    case UInt8(ascii: "\\"): "\\textbackslash{}"
    case UInt8(ascii: "{"): "\\{"
    case UInt8(ascii: "}"): "\\}"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "%"): "\\%"
    case UInt8(ascii: "&"): "\\&"
    case UInt8(ascii: "#"): "\\#"
    case UInt8(ascii: "$"): "\\$"
    case UInt8(ascii: "~"): "\\textasciitilde{}"
    case UInt8(ascii: "^"): "\\textasciicircum{}"
    case UInt8(ascii: "`"): "\\textasciigrave{}"
    case UInt8(ascii: "<"): "\\textless{}"
    case UInt8(ascii: ">"): "\\textgreater{}"
    case UInt8(ascii: "|"): "\\textbar{}"
    case UInt8(ascii: "\""): "\\textquotedbl{}"
    case UInt8(ascii: "["): "{[}"
    case UInt8(ascii: "*"): "{*}"
    default: nil
    }
  }

  /// Adds an ASCII character by itself.
  static func write(ascii scalar: Unicode.Scalar, to text: inout ByteBuffer) {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    if let spelling = spelling(of: byte) { text += spelling } else { text.append(byte) }
  }

  /// Whether T1 fonts join the character to one like it that follows: `--`, `,,`, `''`.
  static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
  }

  /// Adds a character beyond ASCII, or visible stand-ins with their numbers where no font here has it.
  static func write(_ character: Character, to text: inout ByteBuffer) {
    let scalars = character.unicodeScalars
    if scalars.count == 1, writeKnown(scalars[scalars.startIndex], to: &text) { return }
    if let composed = composed(character), writeKnown(composed, to: &text) { return }
    for scalar in scalars { writeStandIn(for: scalar, to: &text) }
  }

  private static func writeKnown(_ scalar: Unicode.Scalar, to text: inout ByteBuffer) -> Bool {
    if isPrintable(scalar.value) {
      text.append(text: String(scalar))
    } else if let command = LaTeXSymbols.command(for: scalar) {
      text += "\\ensuremath{"
      text += command
      text += "}"
    } else if let replacement = replacement(for: scalar) {
      text += replacement
    } else {
      return false
    }
    return true
  }

  /// The one character that prints like a letter or sign with its accent typed apart.
  private static func composed(_ character: Character) -> Unicode.Scalar? {
    guard character.unicodeScalars.count == 2, let accent = character.unicodeScalars.last,
      (0x300...0x345).contains(accent.value)
    else { return nil }
    return (0xC0...0x2260).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first { Character($0) == character }
  }

  private static func writeStandIn(for scalar: Unicode.Scalar, to text: inout ByteBuffer) {
    if isInvisible(scalar) { return }
    if scalar.isASCII { return write(ascii: scalar, to: &text) }
    if isPrintable(scalar.value) { return text.append(text: String(scalar)) }
    let number = String(scalar.value, radix: 16, uppercase: true)
    text += "{[}U+"
    for _ in 0..<max(0, 4 - number.utf8.count) { text.append(UInt8(ascii: "0")) }
    text.append(text: number)
    text += "]"
  }

  /// What LaTeX's utf8 encoding prints in every T1 font here, composed.
  private static func isPrintable(_ value: UInt32) -> Bool {
    switch value {
    case 0x126, 0x127, 0x132, 0x133, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167: false
    case 0xA1...0xAC, 0xAE...0x17E, 0x218...0x21B, 0x2018...0x201A: true
    case 0x2010, 0x2013, 0x2014, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A,
      0x20AC, 0x2116:
      true
    default: false
    }
  }

  /// Marks without a shape: soft hyphen, joiners, the byte order mark, selectors of a variant.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FE0E}", "\u{FE0F}", "\u{FEFF}": true
    default: false
    }
  }

  private static func replacement(for scalar: Unicode.Scalar) -> StaticString? {
    switch scalar {
    case "\u{A0}", "\u{2007}": "~"
    case "\u{202F}", "\u{2009}": "\\,"
    case "\u{2011}": "-"
    case "\u{2028}", "\u{2029}", "\u{85}": " "
    case "Ĳ": "IJ"
    case "ĳ": "ij"
    case "ẞ": "SS"
    default: nil
    }
  }
}

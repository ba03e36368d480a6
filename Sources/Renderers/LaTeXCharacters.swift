/// How single characters of a text are typed for pdflatex with T1 fonts: the one table that decides.
enum LaTeXCharacters {
  /// An ASCII character that LaTeX would not print, or would print as another; nothing where it stands for itself.
  static func spelling(of byte: UInt8) -> String? {
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

  /// Whether T1 fonts join the character to one like it that follows: `--`, `,,`, `''`.
  static func joins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
  }

  /// A character beyond ASCII, or a visible stand-in with its number where no font here has it.
  static func spelling(of character: Character) -> String {
    let scalars = character.unicodeScalars
    if let scalar = scalars.first, scalars.count == 1, let known = known(scalar) { return known }
    if let composed = composed(character), let known = known(composed) { return known }
    return scalars.reduce(into: "") { $0 += standIn(for: $1) }
  }

  private static func known(_ scalar: Unicode.Scalar) -> String? {
    if isPrintable(scalar.value) { return String(scalar) }
    if let command = LaTeXSymbols.command(for: scalar) { return "\\ensuremath{" + command + "}" }
    return replacement(for: scalar)
  }

  /// The one character that prints like a letter or sign with its accent typed apart.
  private static func composed(_ character: Character) -> Unicode.Scalar? {
    guard character.unicodeScalars.count == 2, let accent = character.unicodeScalars.last,
      (0x300...0x345).contains(accent.value)
    else { return nil }
    return (0xC0...0x2260).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first { Character($0) == character }
  }

  private static func standIn(for scalar: Unicode.Scalar) -> String {
    if isInvisible(scalar) { return "" }
    if isPrintable(scalar.value) { return String(scalar) }
    if scalar.isASCII { return spelling(of: UInt8(scalar.value)) ?? String(scalar) }
    let number = String(scalar.value, radix: 16, uppercase: true)
    return "{[}U+\(String(repeating: "0", count: max(0, 4 - number.utf8.count)))\(number)]"
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

  private static func replacement(for scalar: Unicode.Scalar) -> String? {
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

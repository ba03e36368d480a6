import DocumentModel

/// Puts formulas between dollars so that whatever stands beside them, they are recognised.
extension MarkdownWriter {
  /// Neither form of a formula is recognised straight behind a letter or another formula, nor pandoc's before a
  /// digit, so a space parts them.
  mutating func writeFormula(before next: FormulaFollower) {
    if mustBePartedFromFormula { text.append(UInt8(ascii: " ")) }
    let isPlain = flavour == .pandoc || mayPrecedeFormula && next == .gap && Self.isSafe(formula.bytes)
    text.append(UInt8(ascii: "$"))
    if !isPlain { text.append(UInt8(ascii: "`")) }
    text.append(formula.bytes)
    if !isPlain { text.append(UInt8(ascii: "`")) }
    text.append(UInt8(ascii: "$"))
    if flavour == .pandoc, next == .number { text.append(UInt8(ascii: " ")) }
  }

  private var mustBePartedFromFormula: Bool {
    guard let byte = text.last, byte != UInt8(ascii: " ") else { return false }
    return byte.isLetter || byte == UInt8(ascii: "$") || byte.isDigit && flavour == .pandoc
      || byte >= 0x80 && endsWithLetter
  }

  /// Whether the last character, which is not ASCII, is a letter.
  private var endsWithLetter: Bool {
    var start = text.count - 1
    while start > 0, text[start] >= 0x80 { start -= 1 }
    return text.text(in: start..<text.count).last?.isLetter == true
  }

  /// What GitHub wants before the dollar of a formula (github/markup, issue 1742): the start or a blank.
  private var mayPrecedeFormula: Bool {
    guard let byte = text.last else { return true }
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  /// Whether GitHub's Markdown, which comes before its mathematics, leaves every character of `tex` alone.
  static func isSafe(_ tex: borrowing ByteBuffer) -> Bool {
    var previous = UInt8(ascii: " ")
    for index in 0..<tex.count {
      let byte = tex[index]
      guard byte.isLetterOrDigit || isHarmless(byte, after: previous) else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "\\")
  }

  private static func isHarmless(_ byte: UInt8, after previous: UInt8) -> Bool {
    if previous == UInt8(ascii: "\\") { return byte == UInt8(ascii: " ") }
    switch byte {
    case UInt8(ascii: "_"): return previous.isLetterOrDigit
    case UInt8(ascii: " "), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"), UInt8(ascii: "\\"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"):
      return true
    default: return false
    }
  }
}

/// What stands behind a formula, as far as its dollar cares.
enum FormulaFollower {
  /// The end, a blank, or a mark that ends a clause.
  case gap
  case number
  case other

  init(_ inline: Inline) {
    switch inline {
    case .text(let text): self.init(text)
    case .emphasis, .strong, .code, .formula, .equation: self = .other
    }
  }

  private init(_ text: String) {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next() else {
      self = .gap
      return
    }
    let second = bytes.next() ?? UInt8(ascii: " ")
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      self = second < 0x80 || text.first?.isASCII == true ? .gap : .other  // an accent makes it another character
    case UInt8(ascii: "\n"): self = .gap
    case UInt8(ascii: "\r"): self = second == UInt8(ascii: "\n") ? .gap : .other
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    default: self = first >= 0x80 && text.first?.isNumber == true ? .number : .other
    }
  }
}

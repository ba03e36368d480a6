import DocumentModel

/// Spells the pieces of a sentence in Markdown so that each stays what it is beside its neighbours.
extension MarkdownWriter {
  /// Adds `inlines` on one line; a paragraph or list item cannot begin with what would make it another block.
  mutating func write(_ inlines: [Inline], in place: Place) {
    let start = text.count
    write(inlines, in: place, before: nil)
    if place == .paragraph { guardLineStart(at: start) }
  }

  /// `end` is the first character behind the last piece.
  private mutating func write(_ inlines: [Inline], in place: Place, before end: Character?) {
    for index in inlines.indices {
      switch inlines[index] {
      case .text(let plain): write(plain: plain)
      case .emphasis(let inner): write(inner, in: place, between: "*")
      case .strong(let inner): write(inner, in: place, between: "**")
      case .code(let code): write(code: code, in: place)
      case .formula(let inner):
        formula.spell(inline: inner)
        writeFormula(before: index + 1 < inlines.count ? inlines[index + 1].firstCharacter : end)
      case .equation(let equation):
        formula.spell(inline: equation)
        writeFormula(before: index + 1 < inlines.count ? inlines[index + 1].firstCharacter : end)
      }
    }
  }

  private mutating func write(_ inner: [Inline], in place: Place, between fence: StaticString) {
    guard !inner.isEmpty else { return }
    text += fence
    write(inner, in: place, before: "*")
    text += fence
  }
}

extension Inline {
  /// The first character it puts on the page, as far as its neighbours care.
  fileprivate var firstCharacter: Character? {
    switch self {
    case .text(let text): text.first
    case .emphasis, .strong: "*"
    case .code: "`"
    case .formula, .equation: "$"
    }
  }
}

// MARK: - Formulas

extension MarkdownWriter {
  /// Neither form of a formula is recognised straight behind a letter or another formula, nor pandoc's before a
  /// digit, so a space parts them.
  private mutating func writeFormula(before next: Character?) {
    if mustBePartedFromFormula { text.append(UInt8(ascii: " ")) }
    let isPlain = flavour == .pandoc || mayPrecedeFormula && Self.mayFollow(next) && Self.isSafe(formula.bytes)
    text.append(UInt8(ascii: "$"))
    if !isPlain { text.append(UInt8(ascii: "`")) }
    text.append(contentsOf: formula.bytes)
    if !isPlain { text.append(UInt8(ascii: "`")) }
    text.append(UInt8(ascii: "$"))
    if flavour == .pandoc, let next, next.isNumber { text.append(UInt8(ascii: " ")) }
  }

  private var mustBePartedFromFormula: Bool {
    guard let byte = text.last, byte != UInt8(ascii: " ") else { return false }
    return byte.isLetter || byte == UInt8(ascii: "$") || byte.isDigit && flavour == .pandoc
      || byte >= 0x80 && endsWithLetter
  }

  /// Whether the last character, which is not ASCII, is a letter.
  private var endsWithLetter: Bool {
    let start = text.lastIndex { $0 < 0x80 } ?? 0
    return String(decoding: text[start...], as: UTF8.self).last?.isLetter == true
  }

  /// What GitHub wants before the dollar of a formula (github/markup, issue 1742): the start or a blank.
  private var mayPrecedeFormula: Bool {
    guard let byte = text.last else { return true }
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  /// What may stand behind the dollar: the end, a blank, or a mark that ends a clause.
  private static func mayFollow(_ character: Character?) -> Bool {
    switch character {
    case nil, " ", "\n", "\r\n", ".", ",", ";", ":", "!", "?": true
    default: false
    }
  }

  /// Whether GitHub's Markdown, which comes before its mathematics, leaves every character of `tex` alone.
  static func isSafe(_ tex: [UInt8]) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in tex {
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

// MARK: - Code

extension MarkdownWriter {
  /// Code between as many backticks as it needs; in a cell of GitHub's a stroke would end the cell even here.
  private mutating func write(code: String, in place: Place) {
    guard let first = code.utf8.first, let last = code.utf8.last else { return }
    let fence = repeatElement(UInt8(ascii: "`"), count: Self.longestBacktickRun(code) + 1)
    let needsSpace = Self.needsSpaceInFence(first) || Self.needsSpaceInFence(last)
    if let previous = text.last, previous == UInt8(ascii: "`") || previous == UInt8(ascii: "$") { text += " " }
    text.append(contentsOf: fence)
    if needsSpace { text += " " }
    let endsCell = place == .cell && flavour == .github
    for character in code {
      if character == "|", endsCell { text += "\\" }
      text.append(text: character.isNewline ? " " : String(character))
    }
    if needsSpace { text += " " }
    text.append(contentsOf: fence)
  }

  private static func needsSpaceInFence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: " ")
  }

  private static func longestBacktickRun(_ code: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

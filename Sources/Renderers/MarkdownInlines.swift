import DocumentModel

/// Spells the pieces of a sentence in Markdown so that each stays what it is beside its neighbours.
struct MarkdownInlines {
  /// Where the sentence stands.
  enum Place { case paragraph, heading, cell }

  private let flavour: MarkdownRenderer.Flavour
  private let place: Place
  private let escaping: MarkdownText

  init(_ flavour: MarkdownRenderer.Flavour, in place: Place) {
    self.flavour = flavour
    self.place = place
    escaping = MarkdownText(flavour)
  }

  /// Adds `inlines` on one line; a paragraph or list item cannot begin with what would make it another block.
  func write(_ inlines: [Inline], to text: inout String) {
    let start = text.utf8.count
    writeAll(inlines, to: &text, before: nil)
    if place == .paragraph { escaping.guardLineStart(at: start, in: &text) }
  }

  /// `end` is the first character behind the last piece.
  private func writeAll(_ inlines: [Inline], to text: inout String, before end: Character?) {
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? Self.firstCharacter(of: inlines[index + 1]) : end
      write(inline, to: &text, before: next)
    }
  }

  private func write(_ inline: Inline, to text: inout String, before next: Character?) {
    switch inline {
    case .text(let plain): escaping.write(plain, to: &text)
    case .emphasis(let inner): write(inner, between: "*", to: &text)
    case .strong(let inner): write(inner, between: "**", to: &text)
    case .code(let code): write(code: code, to: &text)
    case .formula(let formula): write(TeXSpelling(inline: formula).tex, to: &text, before: next)
    case .equation(let equation): write(TeXSpelling(inline: equation).tex, to: &text, before: next)
    }
  }

  private func write(_ inner: [Inline], between fence: String, to text: inout String) {
    guard !inner.isEmpty else { return }
    text += fence
    writeAll(inner, to: &text, before: "*")
    text += fence
  }

  /// The first character a piece puts on the page, as far as its neighbours care.
  private static func firstCharacter(of inline: Inline) -> Character? {
    switch inline {
    case .text(let text): text.first
    case .emphasis, .strong: "*"
    case .code: "`"
    case .formula, .equation: "$"
    }
  }
}

// MARK: - Formulas

extension MarkdownInlines {
  /// Neither form of a formula is recognised straight behind a letter or another formula, nor pandoc's before a
  /// digit, so a space parts them.
  private func write(_ tex: String, to text: inout String, before next: Character?) {
    if mustBePartedFromFormula(text) { text += " " }
    let isPlain = flavour == .pandoc || Self.mayPrecede(text) && Self.mayFollow(next) && Self.isSafe(tex)
    text += isPlain ? "$" : "$`"
    text += tex
    text += isPlain ? "$" : "`$"
    if flavour == .pandoc, let next, next.isNumber { text += " " }
  }

  private func mustBePartedFromFormula(_ text: String) -> Bool {
    guard let byte = text.utf8.last, byte != UInt8(ascii: " ") else { return false }
    return byte.isLetter || byte == UInt8(ascii: "$") || byte.isDigit && flavour == .pandoc
      || byte >= 0x80 && text.last?.isLetter == true
  }

  /// What GitHub wants before the dollar of a formula (github/markup, issue 1742): the start or a blank.
  private static func mayPrecede(_ text: String) -> Bool {
    text.utf8.last.map { " \n".utf8.contains($0) } ?? true
  }

  /// What may stand behind the dollar: the end, a blank, or a mark that ends a clause.
  private static func mayFollow(_ character: Character?) -> Bool {
    guard let byte = character?.asciiValue else { return character == nil }
    return " \n.,;:!?".utf8.contains(byte)
  }

  /// Whether GitHub's Markdown, which comes before its mathematics, leaves every character of `tex` alone.
  static func isSafe(_ tex: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in tex.utf8 {
      guard byte.isLetterOrDigit || isHarmless(byte, after: previous) else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "\\")
  }

  private static func isHarmless(_ byte: UInt8, after previous: UInt8) -> Bool {
    if previous == UInt8(ascii: "\\") { return byte == UInt8(ascii: " ") }
    if byte == UInt8(ascii: "_") { return previous.isLetterOrDigit }
    return " {}^\\()+-=.,/".utf8.contains(byte)
  }
}

// MARK: - Code

extension MarkdownInlines {
  /// Code between as many backticks as it needs; in a cell of GitHub's a stroke would end the cell even here.
  private func write(code: String, to text: inout String) {
    guard !code.isEmpty else { return }
    let fence = String(repeating: "`", count: Self.longestBacktickRun(code) + 1)
    let edges = [code.utf8.first, code.utf8.last]
    let needsSpace = edges.contains(UInt8(ascii: "`")) || edges.contains(UInt8(ascii: " "))
    if let previous = text.utf8.last, "`$".utf8.contains(previous) { text += " " }
    text += fence
    if needsSpace { text += " " }
    let endsCell = place == .cell && flavour == .github
    for character in code {
      text += character.isNewline ? " " : character == "|" && endsCell ? "\\|" : String(character)
    }
    if needsSpace { text += " " }
    text += fence
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

import DocumentModel

extension TeXSpelling {
  /// How the letters of a name are set.
  private enum Style { case italic, upright }

  /// Adds a name: a word goes with its scripts into one `\mathrm`, so that no subscript follows a bracket.
  mutating func write(_ symbol: Symbol) {
    guard symbol.base.contains(where: \.isWord) else {
      return writeParts(of: symbol, .italic)
    }
    write("\\mathrm{", width: 0)
    writeParts(of: symbol, .upright)
    write("}", width: 0)
  }

  /// Adds a word in upright letters.
  mutating func writeUpright(_ word: String) {
    write("\\mathrm{", width: 0)
    write(.word(word), .upright)
    write("}", width: 0)
  }

  /// Adds a Greek letter by its word.
  mutating func writeGreek(_ word: String) {
    write(TeXCharacters.greek(word), width: TeXWidth.greek)
  }

  private mutating func writeParts(of symbol: Symbol, _ style: Style) {
    write(symbol.base, style)
    writeScaled(by: TeXWidth.scriptScale) { spelling in
      spelling.writeStacked({ $0.writeSubscripts(symbol.subscripts, style) }) {
        $0.writeSuperscripts(symbol.superscripts, style)
      }
    }
  }

  private mutating func writeSubscripts(_ parts: [Symbol.Part], _ style: Style) {
    guard !parts.isEmpty else { return }
    if parts.count == 1, parts[0].count == 1, parts[0][0].isOneCharacter {
      write("_", width: 0)
      return write(parts[0], style)
    }
    write("_{", width: 0)
    write(parts, style)
    write("}", width: 0)
  }

  private mutating func writeSuperscripts(_ parts: [Symbol.Part], _ style: Style) {
    guard !parts.isEmpty else { return }
    write("^{", width: 0)
    write(parts, style)
    write("}", width: 0)
  }

  /// Several parts are joined by commas.
  private mutating func write(_ parts: [Symbol.Part], _ style: Style) {
    for (index, part) in parts.enumerated() {
      if index > 0 { write(",", width: TeXWidth.comma) }
      write(part, style)
    }
  }

  private mutating func write(_ part: Symbol.Part, _ style: Style) {
    for (index, piece) in part.enumerated() {
      if index > 0, part[index - 1].isGreek { write(" ", width: 0) }
      write(piece, style)
    }
  }

  private mutating func write(_ piece: Symbol.Piece, _ style: Style) {
    switch (piece, style) {
    case (.letter(let letter), _):
      let text = TeXCharacters.letters(String(letter))
      write(text, width: TeXWidth.letters(text))
    case (.word(let word), .italic): writeUpright(word)
    case (.word(let word), .upright): write(TeXCharacters.letters(word), width: TeXWidth.word(word))
    case (.greek(let word, _), _): writeGreek(word)
    case (.digits(let digits), _): write(TeXCharacters.letters(digits), width: TeXWidth.number(digits))
    case (.mark(let mark), _): write(TeXCharacters.mark(mark), width: TeXWidth.bracket)
    }
  }
}

extension Symbol.Piece {
  fileprivate var isWord: Bool {
    if case .word = self { true } else { false }
  }

  fileprivate var isGreek: Bool {
    if case .greek = self { true } else { false }
  }

  /// Whether TeX takes it as a script without braces.
  fileprivate var isOneCharacter: Bool {
    switch self {
    case .letter: true
    case .digits(let digits): digits.utf8.count == 1
    case .word, .greek, .mark: false
    }
  }
}

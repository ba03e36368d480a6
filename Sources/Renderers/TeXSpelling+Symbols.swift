import DocumentModel

extension TeXSpelling {
  /// How the letters of a name are set.
  private enum Style { case italic, upright }

  /// Adds a name.
  mutating func write(_ symbol: Symbol) {
    let before = width
    if let added = names.write(symbol, to: &bytes) {
      width = before + added
      return
    }
    let start = bytes.count
    width = 0
    spell(symbol)
    names.keep(symbol, bytes, from: start, width: width)
    width += before
  }

  /// A word goes with its scripts into one `\mathrm`, so that no subscript follows a bracket.
  private mutating func spell(_ symbol: Symbol) {
    let style: Style = symbol.base.contains(where: \.isWord) ? .upright : .italic
    if style == .upright { bytes += "\\mathrm{" }
    if !symbol.indices.isEmpty { write("(", width: TeXWidth.bracket) }
    // Without braces: behind one, an underscore would start emphasis in Markdown.
    if symbol.hasHat { bytes += "\\hat " }
    write(symbol.base, style)
    let start = width
    if !symbol.subscripts.isEmpty { writeSubscripts(symbol.subscripts, style) }
    let lowerEnd = width
    width = start
    if !symbol.superscripts.isEmpty { writeSuperscripts(symbol.superscripts, style) }
    width = max(lowerEnd, width)
    shrink(from: start)
    if !symbol.indices.isEmpty {
      write(")", width: TeXWidth.bracket)
      writeIndices(symbol.indices)
    }
    if style == .upright { bytes.append(UInt8(ascii: "}")) }
  }

  /// Adds a word in upright letters.
  mutating func writeUpright(_ word: String) {
    bytes += "\\mathrm{"
    write(text: word, .upright)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Adds a word with a word as its subscript, both in upright letters.
  mutating func writeUpright(_ word: String, _ lower: String) {
    bytes += "\\mathrm{"
    write(text: word, .upright)
    bytes += "_{"
    let start = width
    write(text: lower, .upright)
    shrink(from: start)
    bytes += "}}"
  }

  /// Adds indices below what stands before them.
  mutating func writeIndices(_ indices: [Symbol.Part]) {
    let start = width
    bytes.append(UInt8(ascii: "_"))
    writeBraced(indices, .italic)
    shrink(from: start)
  }

  /// Adds a Greek letter by its word.
  mutating func writeGreek(_ word: String) {
    if TeXCharacters.isGreekCommand(word) {
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(text: word)
    } else {
      bytes += TeXCharacters.latinLookalike(word)
    }
    width += TeXWidth.greek
  }

  private mutating func writeSubscripts(_ parts: [Symbol.Part], _ style: Style) {
    bytes.append(UInt8(ascii: "_"))
    if parts.count == 1, parts[0].count == 1, parts[0][0].isOneCharacter { return write(parts[0], style) }
    writeBraced(parts, style)
  }

  private mutating func writeSuperscripts(_ parts: [Symbol.Part], _ style: Style) {
    bytes.append(UInt8(ascii: "^"))
    writeBraced(parts, style)
  }

  /// Several parts are joined by commas.
  private mutating func writeBraced(_ parts: [Symbol.Part], _ style: Style) {
    bytes.append(UInt8(ascii: "{"))
    for index in parts.indices {
      if index > 0 { write(",", width: TeXWidth.comma) }
      write(parts[index], style)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ part: Symbol.Part, _ style: Style) {
    for index in part.indices {
      if index > 0, needsBlank(after: part[index - 1], before: part[index]) { bytes.append(UInt8(ascii: " ")) }
      switch part[index] {
      case .letter(let letter): write(text: String(letter), .italic)
      case .word(let word): style == .upright ? write(text: word, .upright) : writeUpright(word)
      case .greek(let word, _): writeGreek(word)
      case .digits(let digits): write(text: digits, .digits)
      case .mark(let mark): write(mark: mark)
      }
    }
  }

  /// A letter behind a command would become a part of it.
  private func needsBlank(after piece: Symbol.Piece, before next: Symbol.Piece) -> Bool {
    switch (piece, next) {
    case (.greek, _): true
    case (.mark, .letter), (.mark, .word): bytes.last?.isLetter == true
    case (.letter, _), (.word, _), (.digits, _), (.mark, _): false
    }
  }

  /// Adds Latin letters and digits, and stand-ins for anything else.
  private mutating func write(text: String, _ face: TeXWidth.Face) {
    let start = bytes.count
    bytes.append(text: text)
    var added = 0.0
    var isPlain = true
    for index in start..<bytes.count {
      added += face.width(of: bytes[index])
      isPlain = isPlain && bytes[index].isLetterOrDigit
    }
    width += added
    if !isPlain { TeXCharacters.keepLetters(of: &bytes, from: start) }
  }

  private mutating func write(mark: Character) {
    let scalars = mark.unicodeScalars
    let isOne = scalars.index(after: scalars.startIndex) == scalars.endIndex
    write(isOne ? TeXCharacters.mark(scalars[scalars.startIndex]) : TeXCharacters.standIn, width: TeXWidth.bracket)
  }
}

extension Symbol.Piece {
  fileprivate var isWord: Bool {
    if case .word = self { true } else { false }
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

import WalkthroughLanguage

extension DocumentLexer {
  /// A comparison, or a tag of HTML.
  mutating func angle() {
    if !isInMath, matches("<!--", at: position) {
      let end = find(["-", "-", ">"], stopsAtParagraph: false) ?? scalars.count - 3
      return skip(max(end + 3 - position, 1))
    }
    let isTag = !isInMath && (peek(1).isWordLetter || peek(1) == "/")
    guard isTag, let length = tagLength() else { return link(length: peek(1) == "=" ? 2 : 1) }
    let isEnd = peek(1) == "/"
    switch DocumentLines.word(in: scalars, at: position + (isEnd ? 2 : 1)) {
    case "sub" where isEnd, "sup" where isEnd: emit(.closeBrace, length: length)
    case "sub": openScript(.lowered, length)
    case "sup": raisedTag(length)
    case "i", "b", "em", "strong", "var", "code": position += length
    default: divider(length: length)
    }
  }

  /// A power; behind a number it may send the reader to a note, and where that is not clear the number may go on.
  private mutating func raisedTag(_ length: Int) {
    guard let note = noteTag(length) else { return openScript(.raised, length) }
    note.isClear ? skip(note.length) : emit(.ellipsis, length: note.length)
  }

  /// What stands above or below, as if it stood in braces.
  private mutating func openScript(_ kind: DocumentToken.Kind, _ length: Int) {
    emit(kind, length: 0)
    emit(.openBrace, length: length)
  }

  /// How long the tag is that begins so far ahead.
  func tagLength(at distance: Int = 0) -> Int? {
    let longest = 300
    for length in 1..<longest {
      if peek(distance + length) == ">" { return length + 1 }
      if peek(distance + length) == "\n" || peek(distance + length) == "<" { return nil }
    }
    return nil
  }

  /// `&minus;`
  mutating func takeEntity() -> Bool {
    guard !isLaTeX else { return false }
    let name = DocumentLines.word(in: scalars, at: position + 1)
    let length = name.unicodeScalars.count + 2
    guard peek(length - 1) == ";" else { return false }
    if Self.blankEntities.contains(name) {
      skip(length)
    } else if let letter = GreekLetter(word: name) {
      emit(.greek(letter.word), length: length)
    } else if Self.linkEntities.contains(name) {
      link(length: length)
    } else if let kind = Self.entities[name] {
      emit(kind, length: length)
    } else {
      return false
    }
    return true
  }

  private static let blankEntities: Set<String> = ["nbsp", "thinsp", "ensp", "emsp"]
  private static let entities: [String: DocumentToken.Kind] = [
    "asymp": .relation, "approx": .relation, "equals": .relation, "minus": .sign("-"), "plus": .sign("+"),
    "times": .sign("*"), "middot": .sign("*"), "sdot": .sign("*"), "divide": .sign("/"), "part": .partial,
    "hellip": .ellipsis,
  ]
  private static let linkEntities: Set<String> = ["lt", "gt", "le", "ge", "ne", "rarr", "rArr"]
}

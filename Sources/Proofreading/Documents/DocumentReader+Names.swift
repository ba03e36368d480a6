extension DocumentReader {
  /// A name while its parts are read.
  private struct NameParts {
    var parts: [String] = []
    var superscripts: [String] = []
    var isNew = false
    var isUnderstood = true

    var term: DocumentTerm {
      guard isUnderstood, let first = parts.first, parts.allSatisfy({ $0.utf8.count < 80 }) else {
        return .notUnderstood
      }
      let name = DocumentName(parts, superscripts: superscripts)
      if isNew { return .updated(name, whole: nil) }
      guard parts.count > 1, superscripts.isEmpty else { return .name(name) }
      if first.lowercased() == "new" { return .updated(name.without(first: true), whole: name) }
      return parts.last == "new" ? .updated(name.without(first: false), whole: name) : .name(name)
    }
  }

  /// How many marks a group below or above a name may hold.
  private static let longestGroup = 24

  /// The name that begins at a mark, with what stands below and above it.
  func name(at index: Int) -> (term: DocumentTerm, end: Int) {
    var name = NameParts()
    var end = base(at: index, &name)
    while end < tokens.count, tokens[end].kind.isScript {
      guard !tokens[end].isSpaced || kind(end + 1) == .openBrace else { break }
      end = takeScript(at: end, &name)
    }
    return (name.term, end)
  }

  private func base(at index: Int, _ name: inout NameParts) -> Int {
    var end = index + 1
    switch tokens[index].kind {
    case .word(let word): name.parts = [word]
    case .greek(let word):
      name.parts = [word]
      if word == "Delta" { end = takeChanged(at: end, &name) }
    case .font:
      guard let word = fontWord(at: index) else { return notUnderstood(afterGroups(index + 1), &name) }
      name.parts = word.text.split(separator: "_").map(String.init)
      end = word.end
    case .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction, .partial, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      name.isUnderstood = false
    }
    if case .number(let digits, _) = kind(end), !tokens[end].isSpaced, tokens[index].kind.isNameBeforeDigits {
      guard digits.allSatisfy(\.isNumber) else { return notUnderstood(end + 1, &name) }
      name.parts.append(digits)
      end += 1
    }
    return end
  }

  private func notUnderstood(_ end: Int, _ name: inout NameParts) -> Int {
    name.isUnderstood = false
    return end
  }

  /// `Δw`: the change of a name is a name of its own.
  private func takeChanged(at index: Int, _ name: inout NameParts) -> Int {
    switch kind(index) {
    case .word(let word), .greek(let word):
      guard isInMath || !tokens[index].isSpaced else { return index }
      name.parts[0] += word
      return index + 1
    case .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction, .partial, .font, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque, nil:
      return index
    }
  }

  /// `\mathrm{sum}`, `\rm sum`, `\text{sum\_h1}`: the one word that a font is chosen for.
  func fontWord(at index: Int) -> (text: String, end: Int)? {
    guard kind(index) == .font else { return nil }
    guard kind(index + 1) == .openBrace, let close = partners[index + 1] else {
      guard case .word(let word) = kind(index + 1) else { return nil }
      return (word, index + 2)
    }
    var name = NameParts()
    takeParts(index + 2..<close, &name)
    if kind(index + 2) == .partial, close == index + 3 { return ("∂", close + 1) }
    return name.isUnderstood && !name.parts.isEmpty ? (name.parts.joined(separator: "_"), close + 1) : nil
  }

  /// `\mathbf{0.12}`, `\mathbf{-0.12}`: where a number ends for which a font is chosen.
  func endOfNumber(inFontAt index: Int) -> Int? {
    guard kind(index) == .font, kind(index + 1) == .openBrace, let close = partners[index + 1] else { return nil }
    let isSigned = kind(index + 2) == .sign("-")
    guard case .number = kind(isSigned ? index + 3 : index + 2) else { return nil }
    return close == index + (isSigned ? 4 : 3) ? close : nil
  }

  /// Behind words that stand in a formula as words: `\text{ and }`, `\text{for all}`.
  func afterProse(_ index: Int) -> Int? {
    guard kind(index) == .font, kind(index + 1) == .openBrace, let close = partners[index + 1], close > index + 2
    else { return nil }
    let inside = tokens[index + 2..<min(close, index + 2 + Self.longestGroup)]
    if case .word(let word) = inside.first?.kind, inside.count == 1, word == "new" { return nil }
    let isSpaced = scalars[tokens[index + 1].range.upperBound].isBlank || tokens[close].isSpaced
    return isSpaced || inside.dropFirst().contains { scalars[$0.range.lowerBound - 1].isBlank } ? close + 1 : nil
  }

  private func takeScript(at index: Int, _ name: inout NameParts) -> Int {
    let end = afterScript(index)
    switch tokens[index].kind {
    case .lowered:
      let (range, count) = (index + 1..<end, name.parts.count)
      takeParts(range, &name)
      if name.parts.count == count, !range.isEmpty { name.isUnderstood = false }
      return end
    case .raised: takeSuperscript(index + 1..<end, &name)
    case .prime:
      if name.isNew { name.isUnderstood = false }
      name.isNew = true
    case .word, .greek, .number, .openBrace, .closeBrace, .open, .close, .sign, .relation, .fraction, .partial, .font,
      .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      name.isUnderstood = false
    }
    return end
  }

  /// The letters and digits of a range, and nothing else but what divides them.
  private func takeParts(_ range: Range<Int>, _ name: inout NameParts) {
    guard range.count <= Self.longestGroup else {
      name.isUnderstood = false
      return
    }
    for token in tokens[range] {
      switch token.kind {
      case .word(let word), .greek(let word): name.parts.append(word)
      case .number(let digits, _):
        guard digits.unicodeScalars.allSatisfy(\.isDigit) else {
          name.isUnderstood = false
          return
        }
        name.parts.append(digits)
      case .lowered, .openBrace, .closeBrace, .font, .comma: break
      case .raised, .prime, .open, .close, .sign, .relation, .fraction, .partial, .stop, .ellipsis, .newline,
        .row, .paragraph, .opaque:
        name.isUnderstood = false
        return
      }
    }
  }

  /// A new value, or a mark in words or parentheses; a power is not understood.
  private func takeSuperscript(_ range: Range<Int>, _ name: inout NameParts) {
    guard range.count <= Self.longestGroup else {
      name.isUnderstood = false
      return
    }
    let marks = tokens[range].map(\.kind).filter { $0 != .openBrace && $0 != .closeBrace && $0 != .font }
    if marks == [.sign("+")] || marks == [.prime] { return markNew(&name) }
    let isParenthesized = marks.first == .open(.round) && marks.last == .close(.round)
    var above = NameParts()
    for mark in isParenthesized ? Array(marks.dropFirst().dropLast()) : marks {
      switch mark {
      case .word(let word), .greek(let word): above.parts.append(word)
      case .number(let digits, _): above.parts.append(digits)
      case .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation, .fraction,
        .partial, .font, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
        name.isUnderstood = false
        return
      }
    }
    if above.parts == ["new"] { return markNew(&name) }
    let isPower = !isParenthesized && above.parts.allSatisfy { $0.unicodeScalars.allSatisfy(\.isDigit) }
    if isPower { name.isUnderstood = false }
    name.superscripts += above.parts
  }

  private func markNew(_ name: inout NameParts) {
    if name.isNew { name.isUnderstood = false }
    name.isNew = true
  }
}

extension DocumentToken.Kind {
  /// Whether digits right behind it belong to its name: `\alpha1`.
  fileprivate var isNameBeforeDigits: Bool {
    switch self {
    case .greek, .font: true
    case .word, .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction, .partial, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      false
    }
  }
}

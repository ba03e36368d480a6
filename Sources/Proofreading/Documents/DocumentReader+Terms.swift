import Numerals

extension DocumentReader {
  /// The name, derivative or new value that begins at a mark, and the mark behind it.
  func term(at index: Int) -> (term: DocumentTerm, end: Int) {
    var (term, end) = unscriptedTerm(at: index)
    while end < tokens.count, tokens[end].kind.isScript, !tokens[end].isSpaced {
      (term, end) = (.notUnderstood, afterScript(end))
    }
    return (term, end)
  }

  private func unscriptedTerm(at index: Int) -> (term: DocumentTerm, end: Int) {
    if kind(index) == .fraction { return fraction(at: index) }
    if let derivative = quotient(at: index) { return derivative }
    if kind(index) == .partial { return (.notUnderstood, index + 1) }
    let (term, end) = name(at: index)
    if case .name(let word) = term, word.parts == ["new"] || word.parts == ["New"], kind(end)?.startsName == true {
      let (value, valueEnd) = name(at: end)
      if case .name(let name) = value { return (.updated(name, whole: nil), valueEnd) }
    }
    return (term, end)
  }

  func kind(_ index: Int) -> DocumentToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  /// `\frac{\partial E}{\partial w}`; any other fraction is not understood.
  private func fraction(at index: Int) -> (term: DocumentTerm, end: Int) {
    guard let middle = partners[index + 1], kind(index + 1) == .openBrace else { return (.notUnderstood, index + 1) }
    guard let last = partners[middle + 1], kind(middle + 1) == .openBrace else { return (.notUnderstood, middle + 1) }
    guard let above = differential(at: index + 2), above.end == middle,
      let below = differential(at: middle + 2), below.end == last
    else { return (.notUnderstood, last + 1) }
    return (.derivative(of: above.name, by: below.name), last + 1)
  }

  /// `∂E/∂w`, `dE/dw`
  private func quotient(at index: Int) -> (term: DocumentTerm, end: Int)? {
    guard let above = differential(at: index), kind(above.end) == .sign("/"),
      let below = differential(at: above.end + 1)
    else { return nil }
    return (.derivative(of: above.name, by: below.name), below.end)
  }

  /// `\partial E`, `dE`, `\mathrm{d}E`
  private func differential(at index: Int) -> (name: DocumentName, end: Int)? {
    if kind(index) == .partial { return plainName(at: index + 1) }
    if let word = fontWord(at: index), word.text == "d" || word.text == "∂" { return plainName(at: word.end) }
    guard case .word(let word) = kind(index), word.first == "d" else { return nil }
    if word == "d" { return plainName(at: index + 1) }
    guard case (.name(let name), let end) = name(at: index), let first = name.parts.first, first.count > 1 else {
      return nil
    }
    let parts = [String(first.dropFirst())] + name.parts.dropFirst()
    return (DocumentName(parts, superscripts: name.superscripts), end)
  }

  /// A name and nothing else, in braces or without.
  private func plainName(at index: Int) -> (name: DocumentName, end: Int)? {
    if kind(index) == .openBrace, let close = partners[index] {
      guard case (.name(let name), close) = name(at: index + 1) else { return nil }
      return (name, close + 1)
    }
    guard kind(index)?.startsName == true, case (.name(let name), let end) = name(at: index) else { return nil }
    return (name, end)
  }

  /// A number with its power of ten; nothing where it is raised to a power or not understood.
  func number(at index: Int) -> (decimal: Decimal?, end: Int) {
    guard case .number(let text, let plain) = tokens[index].kind else { return (nil, index + 1) }
    guard let decimal = plain else { return (nil, index + 1) }
    if text == "10", let power = power(at: index + 1) { return (Self.scaled(1, 0, power.exponent), power.end) }
    if kind(index + 1) == .sign("*"), case .number("10", _) = kind(index + 2), let power = power(at: index + 3) {
      return (Self.scaled(decimal.coefficient, decimal.places, power.exponent), power.end)
    }
    guard let next = kind(index + 1), next.isScript, !tokens[index + 1].isSpaced else { return (decimal, index + 1) }
    return (nil, afterScript(index + 1))
  }

  private static func scaled(_ coefficient: UInt64, _ places: Int, _ exponent: Int) -> Decimal? {
    abs(exponent) < 400 ? Decimal(coefficient: coefficient, places: places - exponent) : nil
  }

  /// `^{-4}`, `^-4`, `^(-4)`
  private func power(at index: Int) -> (exponent: Int, end: Int)? {
    guard kind(index) == .raised else { return nil }
    let isRound = kind(index + 1) == .open(.round)
    let isGroup = isRound || kind(index + 1) == .openBrace
    var next = isGroup ? index + 2 : index + 1
    var sign = 1
    if case .sign(let mark) = kind(next), mark == "-" || mark == "+" {
      sign = mark == "-" ? -1 : 1
      next += 1
    }
    guard let digits = kind(next)?.digits, digits.utf8.count < 5, let value = Int(digits) else { return nil }
    guard isGroup else { return (sign * value, next + 1) }
    return kind(next + 1) == (isRound ? .close(.round) : .closeBrace) ? (sign * value, next + 2) : nil
  }

  /// Behind an index or a power that is not understood.
  func afterScript(_ index: Int) -> Int {
    guard kind(index) != .prime else { return index + 1 }
    if kind(index + 1) == .openBrace, let close = partners[index + 1] { return close + 1 }
    if kind(index + 1) == .font, let close = partners[index + 2] { return close + 1 }
    if kind(index + 1) == .prime { return index + 2 }
    if case .sign = kind(index + 1) { return index + 2 }
    if kind(index + 1) == .open(.round), kind(index + 3) == .close(.round) { return index + 4 }
    return kind(index + 1)?.startsName == true || kind(index + 1)?.digits != nil ? index + 2 : index + 1
  }

  /// Behind the groups that a command of unknown meaning takes.
  func afterGroups(_ index: Int) -> Int {
    var end = index
    while kind(end) == .openBrace, !tokens[end].range.isEmpty, let close = partners[end] { end = close + 1 }
    return end
  }
}

extension DocumentToken.Kind {
  /// Whether it stands above or below what is before it.
  var isScript: Bool {
    switch self {
    case .lowered, .raised, .prime: true
    case .word, .greek, .number, .openBrace, .closeBrace, .open, .close, .sign, .relation, .fraction, .partial, .font,
      .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      false
    }
  }

  var startsName: Bool {
    switch self {
    case .word, .greek, .font: true
    case .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction, .partial, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      false
    }
  }

  /// What is written of it where it is all digits.
  var digits: String? {
    let text: String
    switch self {
    case .word(let word): text = word
    case .number(let number, _): text = number
    case .greek, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction, .partial, .font, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      return nil
    }
    return text.unicodeScalars.allSatisfy(\.isDigit) ? text : nil
  }
}

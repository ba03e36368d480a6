/// Marks behind a number that send the reader to a note: a dagger, a star, `[^1]`, `<sup>1</sup>`.
extension DocumentLexer {
  /// A power, or behind a number a raised mark.
  mutating func raised() {
    var end = 1
    if isBehindNumber {
      let isGroup = peek(end) == "{"
      if isGroup { end += 1 }
      for mark in Self.raisedMarks where matches(mark, at: position + end) {
        let after = end + mark.unicodeScalars.count
        guard !peek(after).isWordLetter, !isGroup || peek(after) == "}" else { continue }
        return skip(isGroup ? after + 1 : after)
      }
    }
    emit(.raised, length: 1)
  }

  private static let raisedMarks = ["\\dagger", "\\ddagger", "\\dag", "\\ddag", "\\ast", "\\star", "*", "†", "‡"]

  /// Whether a number was read last; an empty group may stand behind it.
  var isBehindNumber: Bool {
    var last = tokens.count - 1
    if last > 1, tokens[last].kind == .closeBrace, tokens[last - 1].kind == .openBrace { last -= 2 }
    guard last >= 0, case .number = tokens[last].kind else { return false }
    return true
  }

  /// How long `[^1]` is.
  var footnoteLength: Int? {
    guard !isInMath, peek(1) == "^" else { return nil }
    return (2..<20).first { peek($0) == "]" }.map { $0 + 1 }
  }

  /// How long `<sup>1</sup>` is where it may be a note to a number, and whether it is no power: it has an address or a
  /// link, or is the first of its kind, which as a power would change nothing or be unusual. Behind ten it is a power.
  func noteTag(_ tag: Int) -> (length: Int, isClear: Bool)? {
    let (longest, end) = (120, "</sup>")
    guard case .number(let number, _)? = tokens.last?.kind, number != "10" else { return nil }
    let link = matches("<a ", at: position + tag) ? tagLength(at: tag) ?? 0 : 0
    guard let close = (tag + link..<tag + link + longest).first(where: { matches(end, at: position + $0) }) else {
      return nil
    }
    let (length, inside) = (close + end.count, text(position + tag..<position + close))
    let isMark = inside.hasPrefix("[") || Self.raisedMarks.contains(inside)
    if isMark || link > 0 || text(position..<position + tag).contains(" id=") { return (length, true) }
    let isBare = inside.unicodeScalars.allSatisfy(\.isWordScalar)
    let goesOnInWords = peek(length) == "<" || (peek(length).isBlank && peek(length + 1).isWordLetter)
    guard isBare, goesOnInWords || endsStatement(after: length) else { return nil }
    return (length, inside == "1" || inside == "a")
  }

  /// Whether the paragraph, the cell or the part of the sentence ends so far ahead; a line may go on below.
  func endsStatement(after length: Int) -> Bool {
    var end = length
    while peek(end) == " " { end += 1 }
    if peek(end) == "\n" { return peek(end + 1) == "\n" }
    return ".,;)|".unicodeScalars.contains(peek(end))
  }
}

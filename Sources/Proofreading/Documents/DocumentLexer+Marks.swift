extension DocumentLexer {
  /// `$` or `$$`: a formula where its end stands in the same paragraph and it does not look like money.
  mutating func dollar() {
    let isDouble = peek(1) == "$"
    let length = isDouble ? 2 : 1
    guard !isInMath, span == nil, let end = findDollar(length) else {
      return emit(.opaque(isCommand: false), length: length)
    }
    open(.math, length: length, until: end, closing: length)
  }

  private mutating func findDollar(_ length: Int) -> Int? {
    let start = position
    position += length
    defer { position = start }
    let mark = [Unicode.Scalar](repeating: "$", count: length)
    guard let end = find(mark, stopsAtParagraph: length == 1), end > position else { return nil }
    guard length == 1 else { return end }
    let isBlankInside = (peek().isBlank, scalars[end - 1].isBlank)
    let isFollowedByDigit = end + 1 < scalars.count && scalars[end + 1].isDigit
    return isBlankInside.0 == isBlankInside.1 && !isFollowedByDigit ? end : nil
  }

  /// Code between as many backticks on either side.
  mutating func backticks() {
    var length = 1
    while peek(length) == "`" { length += 1 }
    let start = position
    position += length
    let end = isInMath || span != nil || isInFence ? nil : find(["`"], stopsAtParagraph: true)
    position = start
    guard let end, hasRun(of: length, at: end) else { return skip(length) }
    open(.code, length: length, until: end, closing: length)
  }

  private func hasRun(of length: Int, at place: Int) -> Bool {
    var end = place
    while end < scalars.count, end <= place + length, scalars[end] == "`" { end += 1 }
    return end - place == length
  }

  /// A product, or in Markdown the mark of emphasis.
  mutating func asterisk() {
    var run = 1
    while peek(run) == "*" { run += 1 }
    let isBare = !isInMath && span == nil && !isInFence
    if isBare, emphasis == run, position > 0, !scalars[position - 1].isBlank {
      emphasis = 0
      return skip(run)
    }
    if isBare, run == 1, isBehindNumber, !isSpaced, endsStatement(after: 1) { return skip(1) }
    let mayOpen = isSpaced || (tokens.last?.kind.opens ?? true)
    if isBare, emphasis == 0, run < 4, mayOpen, !endsOperand, !peek(run).isBlank, peek(run) != "\n" {
      emphasis = run
      return skip(run)
    }
    if run > 3 || peek(1) == "=" { return emit(.opaque(isCommand: false), length: max(run, 2)) }
    emit(.sign("*"), length: 1)
  }

  /// Whether what was read last may be multiplied; ordinary words may not.
  private var endsOperand: Bool {
    guard let last = tokens.last?.kind else { return false }
    if case .word(let word) = last { return !word.isProse }
    return last.endsOperand
  }

  /// The mark of an index, or in Markdown of emphasis.
  mutating func underscore() {
    let next = peek(1)
    let goesOn = next.isWordScalar || next == "{" || next == "\\" || next == "_" || !next.isASCII || next.isBlank
    let isIndex = !isSpaced && (tokens.last?.kind.endsOperand ?? false) && goesOn && !(next.isBlank && !isInMath)
    isIndex ? emit(.lowered, length: 1) : skip(1)
  }

  /// A comment of TeX, or else a percentage.
  mutating func percent() {
    isInMath || isLaTeX ? skipLine() : emit(.opaque(isCommand: false), length: 1)
  }

  /// A character of HTML; in formulas it lines up relations, or divides columns.
  mutating func ampersand() {
    if takeEntity() { return }
    guard isInMath else { return emit(.opaque(isCommand: false), length: 1) }
    var next = 1
    while next < 20, peek(next).isBlank || peek(next) == "&" { next += 1 }
    let startsRelation = ["=", "\\", "≈", "+", "-", "\u{2212}"].contains(peek(next))
    if startsRelation || (tokens.last?.kind.isUnfinished ?? false) { return skip(1) }
    emit(.comma, length: 1)
  }
}

extension String {
  /// Whether it reads like an ordinary word: at least two letters, and nothing else but apostrophes and hyphens.
  var isProse: Bool {
    let ordinary: Set<String> = ["a", "A", "I"]
    if ordinary.contains(self) { return true }
    return unicodeScalars.count > 1
      && unicodeScalars.allSatisfy { $0.isWordLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }
}

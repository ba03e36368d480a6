extension DocumentLexer {
  /// The end of a line, and of the paragraph where an empty line follows.
  mutating func endLine() {
    var next = position + 1
    while next < scalars.count, scalars[next].isBlank { next += 1 }
    let endsParagraph = next >= scalars.count || scalars[next] == "\n"
    if endsParagraph {
      endParagraph()
    } else if isInMath || tokens.last?.kind == .newline {
      skip(1)
    } else {
      emit(.newline, length: 1)
      isSpaced = true
    }
    startLine()
  }

  private mutating func endParagraph() {
    if span?.bracket == .math {
      emit(.row, length: 1)
    } else {
      emit(.paragraph, length: 1)
      (environments, emphasis) = ([], 0)
    }
    isSpaced = true
  }

  /// Steps over what only arranges lines: the marks of lists, headings, quotations, fences, and comments.
  mutating func startLine() {
    skipBlanks()
    if peek() == "%" { return skipLine() }
    guard !isInMath else { return }
    let wasListed = lineIsListed
    let mayContinue = lineHasRelation && !wasListed
    (lineIsListed, lineHasRelation) = (false, false)
    if takeFence() { return }
    while position < scalars.count, peek() == ">" || peek() == "#" {
      skip(1)
      skipBlanks()
    }
    if isRule { return takeRule() }
    if !isInFence { takeListMark(mayContinue: mayContinue) }
  }

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position].isBlank { skip(1) }
  }

  mutating func skipLine() {
    while position < scalars.count, scalars[position] != "\n" { position += 1 }
    isSpaced = true
  }

  /// A line of dashes, asterisks or equals signs alone.
  private var isRule: Bool {
    guard ["-", "=", "*", "_"].contains(peek()), peek(1) == peek() else { return false }
    var place = position
    while place < scalars.count, scalars[place] == scalars[position] { place += 1 }
    while place < scalars.count, scalars[place].isBlank { place += 1 }
    return place >= scalars.count || scalars[place] == "\n"
  }

  private mutating func takeRule() {
    emit(.paragraph, length: 0)
    skipLine()
  }

  /// `- `, `* `, `+ `, `1. `; where the line before states something, a sign may as well go on with it.
  private mutating func takeListMark(mayContinue: Bool) {
    var place = position
    if ["-", "*", "+"].contains(peek()) {
      guard !mayContinue else { return }
      place += 1
    } else {
      while place < scalars.count, place < position + 4, scalars[place].isDigit { place += 1 }
      guard place > position, place < scalars.count, scalars[place] == "." || scalars[place] == ")" else { return }
      place += 1
    }
    guard place < scalars.count, scalars[place].isBlank else { return }
    if let last = tokens.last(where: { $0.kind != .newline })?.kind, last.isUnfinished { return }
    skip(place - position)
    skipBlanks()
    lineIsListed = true
  }

  /// Three backticks or tildes; behind them `math` makes a formula of the lines up to the next fence.
  private mutating func takeFence() -> Bool {
    let mark = peek()
    guard mark == "`" || mark == "~", peek(1) == mark, peek(2) == mark else { return false }
    emit(.paragraph, length: 0)
    let start = position
    skipLine()
    guard !isInFence else {
      isInFence = false
      return true
    }
    let heading = text(start..<min(position, start + 12)).drop { $0 == Character(mark) || $0 == " " || $0 == "{" }
    let fence: [Unicode.Scalar] = ["\n", mark, mark, mark]
    if heading.hasPrefix("math"), let end = find(fence, stopsAtParagraph: false) {
      open(.math, length: 0, until: end, closing: 4)
    } else {
      isInFence = true
    }
    return true
  }

  /// Where `mark` stands next; remembers in vain searches.
  mutating func find(_ mark: [Unicode.Scalar], stopsAtParagraph: Bool) -> Int? {
    guard position >= barren[mark, default: 0] else { return nil }
    var place = position
    while place < scalars.count {
      if scalars[place] == mark[0], matches(mark, at: place), mark[0] == "\n" || !isEscaped(place) { return place }
      if stopsAtParagraph, scalars[place] == "\n", isEmptyLine(after: place) { break }
      place += 1
    }
    barren[mark] = place
    return nil
  }

  private func matches(_ mark: [Unicode.Scalar], at place: Int) -> Bool {
    place + mark.count <= scalars.count && mark.indices.allSatisfy { scalars[place + $0] == mark[$0] }
  }

  private func isEscaped(_ place: Int) -> Bool {
    place > 0 && scalars[place - 1] == "\\" && !(place > 1 && scalars[place - 2] == "\\")
  }

  private func isEmptyLine(after place: Int) -> Bool {
    var next = place + 1
    while next < scalars.count, scalars[next].isBlank { next += 1 }
    return next >= scalars.count || scalars[next] == "\n"
  }

  mutating func open(_ bracket: DocumentToken.Bracket, length: Int, until end: Int, closing: Int) {
    emit(.open(bracket), length: length)
    span = (end, closing, bracket)
  }

  mutating func close(_ length: Int, _ bracket: DocumentToken.Bracket) {
    emit(.close(bracket), length: length)
    if bracket == .math { environments = [] }
    span = nil
    guard length == 4 else { return }
    skipLine()
  }
}

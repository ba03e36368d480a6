import Numerals

extension DocumentReader {
  /// Words that go on with a number.
  private static let arithmetic: Set<String> = [
    "times", "plus", "minus", "over", "divided", "multiplied", "percent", "to", "or", "million", "thousand", "per",
  ]
  /// Words after which it is said where a number holds.
  private static let conditions: Set<String> = ["at", "for", "when", "if", "after", "before", "instead"]

  /// Takes down what a chain ends in, where that is one number.
  mutating func finish(_ chain: Chain, _ segment: ArraySlice<Piece>) {
    let prose = proseStart(in: segment)
    let body = segment[..<(prose ?? segment.endIndex)]
    if chain.doubt == nil { substitute(in: body, of: chain.left) }
    guard let start = chain.start ?? segment.first else { return }
    guard let number = plainNumber(body) else { return noteUnread(chain, body, from: start) }
    let follower = prose.flatMap { segment[$0].name }
    var closed = chain
    closed.doubt = chain.doubt ?? number.doubt ?? follower.flatMap(Self.doubt)
    closed.doubt = closed.doubt ?? (isList(after: number.tokens.upperBound) ? .end : nil)
    closed.neighbours += [follower].compactMap { $0 }
    let range = min(start.tokens.upperBound, number.tokens.lowerBound)..<number.tokens.lowerBound
    takeDown(closed, closed.left, number, from: start, doubt: isUsed(chain.left, in: range) ? .bothSides : nil)
    for middle in chain.middles {
      closed.links = chain.links - middle.links
      takeDown(closed, middle.term, number, from: start)
    }
  }

  /// What a word behind a number makes doubtful.
  private static func doubt(before word: DocumentName) -> PrintedEquality.Doubt? {
    if conditions.contains(word.key) { return .condition }
    return arithmetic.contains(word.key) ? .end : nil
  }

  mutating func takeDown(
    _ chain: Chain, _ left: DocumentTerm, _ number: Signed, from start: Piece, doubt: PrintedEquality.Doubt? = nil
  ) {
    let place = self.place(shownStart(start.tokens.lowerBound)..<number.tokens.upperBound)
    let surroundings = surroundings(of: left, from: start.tokens.lowerBound, number.tokens)
    found.append(
      Found(
        left: left, decimal: number.decimal, number: self.place(number.tokens), place: place,
        doubt: chain.doubt ?? doubt ?? surroundings ?? (isBehindLink(left, start) ? .newValue : nil),
        isComputed: chain.links > 1, neighbours: chain.neighbours,
        order: found.count))
  }

  /// Whether another number follows behind a comma, as in `a, b = 1, 2`.
  private func isList(after index: Int) -> Bool {
    guard kind(index) == .comma else { return false }
    switch kind(index + 1) {
    case .number, .sign, .ellipsis: return true
    case .word, .greek, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .relation, .fraction,
      .partial, .font, .comma, .stop, .newline, .row, .paragraph, .opaque, nil:
      return false
    }
  }

  /// Whether a name is used in the computation of its own value, as in `w = w - 0.1`.
  private func isUsed(_ left: DocumentTerm, in range: Range<Int>) -> Bool {
    let mostMarks = 400
    guard case .name = left, !range.isEmpty else { return false }
    return range.prefix(mostMarks).contains { tokens[$0].kind.startsName && name(at: $0).term == left }
  }

  typealias Signed = (decimal: Decimal, tokens: Range<Int>, doubt: PrintedEquality.Doubt?)

  /// The one number that pieces are, with its sign.
  func plainNumber(_ pieces: ArraySlice<Piece>) -> Signed? {
    var rest = pieces
    var isNegative = false
    let start = pieces.first?.tokens.lowerBound
    if case .sign(let sign) = rest.first?.kind, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    }
    guard let start, let piece = rest.first, case .number(let decimal) = piece.kind else { return nil }
    let tail = rest.dropFirst()
    guard tail.isEmpty || (tail.count == 1 && tail.first?.isEllipsis == true) else { return nil }
    let signed = Decimal(
      isNegative: isNegative != decimal.isNegative, coefficient: decimal.coefficient, places: decimal.places)
    return (signed, start..<piece.tokens.upperBound, tail.isEmpty ? nil : .end)
  }

  /// Where marks stand in the document.
  func place(_ range: Range<Int>) -> Range<Int> {
    let (first, last) = (tokens[range.lowerBound].range, tokens[max(range.lowerBound, range.upperBound - 1)].range)
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }
}

extension DocumentReader.Piece {
  /// The name where it is one.
  var name: DocumentName? {
    guard case .name(let name) = term else { return nil }
    return name
  }

  fileprivate var isEllipsis: Bool {
    switch kind {
    case .ellipsis: true
    case .term, .number, .sign, .relation, .opaque: false
    }
  }
}

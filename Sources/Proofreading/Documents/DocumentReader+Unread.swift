import Numerals

extension DocumentReader {
  /// Takes down what a chain of a clear left side ends in, where that is a number that is not compared.
  mutating func noteUnread(_ chain: Chain, _ body: ArraySlice<Piece>, from start: Piece) {
    guard chain.left.isUnderstood, let doubt = unread(body), let first = body.first, let last = body.last else {
      return
    }
    var noted = chain
    noted.doubt = doubt
    let number = Signed(
      decimal: Decimal(coefficient: 0, places: 0), tokens: first.tokens.lowerBound..<last.tokens.upperBound, doubt: nil)
    takeDown(noted, chain.left, number, from: start)
    for middle in chain.middles { takeDown(noted, middle.term, number, from: start) }
  }

  /// Why something that is a number is not read as one; nothing where it is none.
  private func unread(_ body: ArraySlice<Piece>) -> PrintedEquality.Doubt? {
    let unsigned = body.first?.isSign == true ? body.dropFirst() : body
    guard let first = unsigned.first, !unsigned.contains(where: \.isSign) else { return nil }
    if case .number(let text, nil) = kind(first.tokens.lowerBound), first.tokens.count == 1 {
      return text.contains(",") || kind(first.tokens.upperBound) == .comma ? .comma : .digits
    }
    guard first.isNumber, unsigned.count > 1 else { return nil }
    let next = unsigned[unsigned.startIndex + 1].tokens.lowerBound
    if isTolerance(next) { return .tolerance }
    if unsigned.allSatisfy(\.isNumber) { return .end }
    return unsigned.count == 2 && (isUnit(at: next) || isPercent(next)) ? .unit : nil
  }

  /// `%`, `\%`
  func isPercent(_ index: Int) -> Bool {
    guard case .opaque = kind(index), let last = tokens[index].range.last else { return false }
    return scalars[last] == "%" || scalars[last] == "‰"
  }

  private func isTolerance(_ index: Int) -> Bool {
    command(at: index) == "pm" || scalar(of: index) == "±"
  }

  /// The word of a command that is not understood.
  private func command(at index: Int) -> String? {
    guard kind(index) == .opaque(isCommand: true) else { return nil }
    return DocumentLines.word(in: scalars, at: tokens[index].range.lowerBound + 1)
  }

  /// `w \gets 0.4`, `w := 0.4`: it may be a new value, and is no equality.
  mutating func readAssignment(_ pieces: [Piece]) {
    let longest = 3
    guard let mark = pieces.indices.suffix(longest).first(where: { isAssignment(pieces[$0]) }), mark > 0,
      let number = plainNumber(pieces[(mark + 1)...]), let term = pieces[mark - 1].term, term.isUnderstood
    else { return }
    let isAlone = mark == 1 || pieces[mark - 2].isProse
    let chain = Chain(left: isAlone ? term : .notUnderstood, start: pieces[mark - 1], doubt: .newValue, links: 1)
    takeDown(chain, chain.left, number, from: pieces[mark - 1])
  }

  private func isAssignment(_ piece: Piece) -> Bool {
    let index = piece.tokens.lowerBound
    guard case .opaque = kind(index) else { return false }
    if let command = command(at: index) { return ["gets", "leftarrow", "coloneqq", "longleftarrow"].contains(command) }
    return scalar(of: index) == "←" || (scalar(of: index) == ":" && tokens[index].range.count == 2)
  }

  /// Where an equality begins for those who look for it: `|E| = 0.1` at its first bar.
  func shownStart(_ start: Int) -> Int {
    let mostMarks = 10
    guard start > 1, kind(start - 1) == .relation, scalar(of: start - 2) == "|" else { return start }
    let before = (max(0, start - mostMarks)..<start - 2).reversed().prefix {
      kind($0) != .newline && kind($0) != .paragraph
    }
    return before.first { kind($0) == .stop && scalar(of: $0) == "|" } ?? start
  }

  /// Whether an arrow leads to a name from itself, or it is compared with itself: `E = 0.1 → E = 0.04`.
  func isBehindLink(_ left: DocumentTerm, _ start: Piece) -> Bool {
    let index = start.tokens.lowerBound - 1
    return index >= 0 && tokens[index].isLink && found.last?.left == left
  }

  /// Whether a name at the end of a right side goes on with it for certain: the last factor of a chain of derivatives,
  /// the derivative behind the rate of an update, what a sum runs over.
  func isFactor(_ last: DocumentTerm, of left: DocumentTerm, in segment: ArraySlice<Piece>) -> Bool {
    let before = segment.dropLast()
    if before.suffix(2).contains(where: { isSum($0) }) { return true }
    switch (left, last) {
    case (.updated(let moved, _), .derivative(_, let operand)):
      return moved == operand && before.dropLast().last?.isSign == true && before.last?.isOpaque == false
    case (.derivative(let result, let from), .derivative(_, let operand)):
      guard from == operand, case .derivative(result, _)? = segment.first?.term else { return false }
      return segment.allSatisfy { $0.term?.isDerivative == true }
    case (.name, _), (.updated, _), (.derivative, _), (.notUnderstood, _): return false
    }
  }

  private func isSum(_ piece: Piece) -> Bool {
    command(at: piece.tokens.lowerBound) == "sum" || scalar(of: piece.tokens.lowerBound) == "∑"
  }
}

extension DocumentReader.Piece {
  fileprivate var isOpaque: Bool {
    switch kind {
    case .opaque: true
    case .term, .number, .sign, .relation, .ellipsis: false
    }
  }
}

extension DocumentTerm {
  fileprivate var isDerivative: Bool {
    switch self {
    case .derivative: true
    case .name, .updated, .notUnderstood: false
    }
  }
}

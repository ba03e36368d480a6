import Numerals

extension DocumentReader {
  /// A left side with what it was said to equal so far.
  private struct Chain {
    var left: DocumentTerm
    /// The piece that the left side is.
    let start: Piece?
    var doubt: PrintedEquality.Doubt?
    var neighbours: [DocumentName] = []
    /// Names that stand between two relations, and equal the number as well.
    var middles: [DocumentTerm] = []
    var links = 0
    /// Whether products are written with a sign.
    var hasTimes = false
  }

  /// Words that go on with a number.
  private static let arithmetic: Set<String> = [
    "times", "plus", "minus", "over", "divided", "multiplied", "percent", "to", "or", "million", "thousand", "per",
  ]
  /// Words after which an old name may stand for the new value.
  private static let renewal: Set<String> = [
    "new", "New", "updated", "Updated", "update", "Update", "updating", "becomes", "next", "Next", "now",
  ]

  /// Reads the equalities of a stretch, from its first relation to its last.
  mutating func readEqualities(_ pieces: [Piece]) {
    let relations = pieces.indices.filter { pieces[$0].isRelation }
    guard let first = relations.first else { return }
    var chain = newChain(pieces[..<first])
    for (number, relation) in relations.enumerated() {
      let isLast = number + 1 == relations.count
      let end = isLast ? pieces.count : relations[number + 1]
      let segment = pieces[(relation + 1)..<end]
      chain.links += 1
      if isLast {
        finish(chain, segment)
      } else {
        goOn(&chain, segment)
      }
    }
  }

  /// The left side at the end of a stretch, where it is exactly one name, derivative or new value.
  private func newChain(_ pieces: ArraySlice<Piece>) -> Chain {
    guard let last = pieces.last, let term = last.term, term.isUnderstood, last.isSpaced else {
      return Chain(left: .notUnderstood, start: pieces.last)
    }
    var chain = Chain(left: term, start: last)
    let before = pieces.dropLast()
    guard let neighbour = before.last else { return chain }
    guard let sentence = before.last(where: { !$0.isProse }) else {
      return withNeighbour(neighbour, chain, before)
    }
    if neighbour.isProse {
      if sentence.isSign { chain.left = .notUnderstood }
      return withNeighbour(neighbour, chain, before)
    }
    if isInMath || neighbour.term == nil { chain.left = .notUnderstood }
    chain.doubt = .start
    return chain
  }

  private func withNeighbour(_ neighbour: Piece, _ chain: Chain, _ before: ArraySlice<Piece>) -> Chain {
    var chain = chain
    chain.neighbours = [neighbour].compactMap(\.name)
    if before.contains(where: { Self.renewal.contains($0.name?.key ?? "") }) { chain.doubt = .newValue }
    return chain
  }

  /// Reads what stands between two relations: a step of the same computation, or its end and another left side.
  private mutating func goOn(_ chain: inout Chain, _ segment: ArraySlice<Piece>) {
    if segment.count == 1, let term = segment.first?.term {
      if term.isUnderstood { chain.middles.append(term) }
    } else if let prose = proseStart(in: segment), prose < segment.endIndex - 1 || segment[prose].term == nil {
      finish(chain, segment)
      chain = newChain(segment[prose...])
    } else if let last = segment.last, let term = last.term, isRunOn(segment, last) {
      runOn(&chain, segment.dropLast(), last, term)
    } else {
      if segment.startsWithNumberAndName { chain.doubt = chain.doubt ?? .start }
      takeStep(&chain, segment)
    }
  }

  private mutating func takeStep(_ chain: inout Chain, _ segment: ArraySlice<Piece>) {
    chain.hasTimes = chain.hasTimes || segment.contains { $0.isTimes }
    if chain.doubt == nil { substitute(in: segment, of: chain.left) }
  }

  /// Whether a name at the end of a right side may as well be the next left side.
  private func isRunOn(_ segment: ArraySlice<Piece>, _ last: Piece) -> Bool {
    guard last.isSpaced, let before = segment.dropLast().last else { return false }
    return !before.isSign
  }

  /// Another equality right behind the first, with nothing between them, or a product without a sign.
  private mutating func runOn(_ chain: inout Chain, _ body: ArraySlice<Piece>, _ last: Piece, _ term: DocumentTerm) {
    let hasTimes = chain.hasTimes || body.contains { $0.isTimes }
    let isClear = term == chain.left || hasTimes || (term.isUpdated && chain.left.isUpdated)
    if isClear, term.isUnderstood {
      finish(chain, body)
      chain = Chain(left: term, start: last)
    } else if plainNumber(body) != nil {
      chain.doubt = .start
      finish(chain, body)
      chain = Chain(left: term, start: last, doubt: .start)
    } else {
      chain.doubt = .start
    }
  }

  /// Where ordinary words begin behind a right side.
  private func proseStart(in segment: ArraySlice<Piece>) -> Int? {
    guard let first = segment.first else { return nil }
    if first.isProse, segment.count > 1, segment[segment.startIndex + 1].isProse { return segment.startIndex }
    return segment.indices.dropFirst().first { index in
      let (piece, next) = (segment[index], index + 1 < segment.endIndex ? segment[index + 1] : nil)
      guard piece.isProse, piece.isSpaced, !segment[index - 1].isSign, next?.isSign != true else { return false }
      return next.map { $0.isSpaced || $0.term != nil } ?? true
    }
  }

  /// Takes down what a chain ends in, where that is one number.
  private mutating func finish(_ chain: Chain, _ segment: ArraySlice<Piece>) {
    let prose = proseStart(in: segment)
    let body = segment[..<(prose ?? segment.endIndex)]
    if chain.doubt == nil { substitute(in: body, of: chain.left) }
    guard let number = plainNumber(body), let start = chain.start ?? segment.first else { return }
    let follower = prose.flatMap { segment[$0].name }
    var doubt = chain.doubt ?? number.doubt
    if let follower, Self.arithmetic.contains(follower.key) { doubt = doubt ?? .end }
    let place = self.place(start.tokens.lowerBound..<number.tokens.upperBound)
    for left in [chain.left] + chain.middles where left == chain.left || left.isUnderstood {
      let range = min(start.tokens.upperBound, number.tokens.lowerBound)..<number.tokens.lowerBound
      let ownDoubt = left == chain.left && doubt == nil && isUsed(left, in: range) ? .bothSides : doubt
      found.append(
        Found(
          left: left, decimal: number.decimal, number: self.place(number.tokens), place: place, doubt: ownDoubt,
          isComputed: chain.links > 1, neighbours: chain.neighbours + [follower].compactMap { $0 },
          order: found.count))
    }
  }

  /// Whether a name is used in the computation of its own value, as in `w = w - 0.1`.
  private func isUsed(_ left: DocumentTerm, in range: Range<Int>) -> Bool {
    let mostMarks = 400
    guard case .name = left, !range.isEmpty else { return false }
    return range.prefix(mostMarks).contains { tokens[$0].kind.startsName && name(at: $0).term == left }
  }

  /// The one number that pieces are, with its sign.
  func plainNumber(_ pieces: ArraySlice<Piece>)
    -> (decimal: Decimal, tokens: Range<Int>, doubt: PrintedEquality.Doubt?)?
  {
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
  fileprivate var name: DocumentName? {
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

extension ArraySlice<DocumentReader.Piece> {
  /// `0.5 x`: a product, or an end and a beginning.
  fileprivate var startsWithNumberAndName: Bool {
    guard count > 1, self[startIndex].isNumber else { return false }
    return self[startIndex + 1].term != nil && self[startIndex + 1].isSpaced
  }
}

import Numerals

extension DocumentReader {
  /// A left side with what it was said to equal so far.
  struct Chain {
    var left: DocumentTerm
    /// The piece that the left side is.
    let start: Piece?
    var doubt: PrintedEquality.Doubt?
    var neighbours: [DocumentName] = []
    /// Names other than the left side that stand between two relations, and equal the number as well, each once, with
    /// the links before it.
    private(set) var middles: [(term: DocumentTerm, links: Int)] = []
    var links = 0
    /// Whether products are written with a sign.
    var hasTimes = false

    /// How many names are kept of a chain, however long it is.
    private static let mostMiddles = 16

    init(left: DocumentTerm, start: Piece?, doubt: PrintedEquality.Doubt? = nil, links: Int = 0) {
      (self.left, self.start, self.doubt, self.links) = (left, start, doubt, links)
    }

    mutating func append(middle term: DocumentTerm) {
      guard term.isUnderstood, term != left else { return }
      middles.removeAll { $0.term == term }
      if middles.count < Self.mostMiddles { middles.append((term, links)) }
    }
  }

  /// Words after which an old name may stand for the new value.
  private static let renewal: Set<String> = ["new", "New", "updated", "Updated"]

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
      return Chain(left: .notUnderstood, start: beginning(of: pieces))
    }
    let before = pieces.dropLast()
    let isPlain = before.last?.isProse ?? true
    var chain = Chain(left: term, start: isPlain ? last : beginning(of: pieces))
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

  /// The first piece behind ordinary words.
  private func beginning(of pieces: ArraySlice<Piece>) -> Piece? {
    guard let word = pieces.lastIndex(where: \.isProse), word + 1 < pieces.endIndex else {
      return pieces.last?.isProse == true ? pieces.last : pieces.first
    }
    return pieces[word + 1]
  }

  private func withNeighbour(_ neighbour: Piece, _ chain: Chain, _ before: ArraySlice<Piece>) -> Chain {
    var chain = chain
    chain.neighbours = [neighbour].compactMap(\.name)
    if case .name = chain.left, before.contains(where: { Self.renewal.contains($0.name?.key ?? "") }) {
      chain.doubt = .newValue
    }
    return chain
  }

  /// Reads what stands between two relations: a step of the same computation, or its end and another left side.
  private mutating func goOn(_ chain: inout Chain, _ segment: ArraySlice<Piece>) {
    if segment.count == 1, let term = segment.first?.term {
      chain.append(middle: term)
      if term.isUpdated { chain.doubt = chain.doubt ?? .newValue }
    } else if plainNumber(segment) != nil, chain.left.isUnderstood || !chain.middles.isEmpty {
      var ended = chain
      ended.links += 1
      finish(ended, segment)
    } else if let prose = proseStart(in: segment), prose < segment.endIndex - 1 || segment[prose].term == nil {
      finish(chain, segment)
      chain = newChain(segment[prose...])
    } else if let last = segment.last, let term = last.term, isRunOn(segment, last),
      !isFactor(term, of: chain.left, in: segment)
    {
      runOn(&chain, segment.dropLast(), last, term)
    } else {
      if !isInMath, segment.startsWithNumberAndName { chain.doubt = chain.doubt ?? .start }
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
    let isClear = term == chain.left || (term.isUpdated && chain.left.isUpdated) || (hasTimes && !isInMath)
    if isClear, term.isUnderstood {
      finish(chain, body)
      chain = Chain(left: term, start: last)
    } else if plainNumber(body) != nil {
      chain.doubt = .start
      finish(chain, body)
      chain = Chain(left: term, start: last, doubt: .start)
    } else if !isInMath || hasTimes || endsInUnknownSign(body) {
      chain.doubt = .start
    }
  }

  /// `0.5 \hookrightarrow`: it may be a product, or an end and a beginning.
  private func endsInUnknownSign(_ body: ArraySlice<Piece>) -> Bool {
    guard let last = body.last, plainNumber(body.dropLast()) != nil else { return false }
    return kind(last.tokens.lowerBound) == .opaque(isCommand: true)
  }

  /// Where ordinary words begin behind a right side.
  func proseStart(in segment: ArraySlice<Piece>) -> Int? {
    guard let first = segment.first else { return nil }
    if first.isProse, segment.count > 1, segment[segment.startIndex + 1].isProse { return segment.startIndex }
    return segment.indices.dropFirst().first { index in
      let (piece, next) = (segment[index], index + 1 < segment.endIndex ? segment[index + 1] : nil)
      guard piece.isProse, piece.isSpaced, !segment[index - 1].isSign, next?.isSign != true else { return false }
      return next.map { $0.isSpaced || $0.term != nil } ?? true
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

import Numerals

/// Reads the equalities out of the marks of a document, in one pass.
struct DocumentReader {
  /// A bracket, a formula or a stretch of code that is open, with what it holds so far.
  private struct Frame {
    let bracket: DocumentToken.Bracket
    let start: Int
    let isInMath: Bool
    /// Whether nothing is stated in it: the operands of a function.
    let isCall: Bool
    /// What keeps equalities in it from being judged.
    let doubt: PrintedEquality.Doubt?
    var pieces: [Piece] = []
    /// Whether a part of it was read and is gone, and whether an equality was in that.
    var wasDivided = false
    var hadRelation = false
  }

  /// Something that a document gives a number for, by its places.
  struct Found {
    let left: DocumentTerm
    let decimal: Decimal
    let number: Range<Int>
    let place: Range<Int>
    var doubt: PrintedEquality.Doubt?
    var isComputed = false
    var calculation: Int?
    var neighbours: [DocumentName] = []
    let order: Int
  }

  let tokens: [DocumentToken]
  let scalars: [Unicode.Scalar]
  /// What headings and sentences say about the equalities in them.
  let context: DocumentContext
  /// For each opening brace the closing one.
  let partners: [Int: Int]
  /// What is struck out.
  let strikes: [Range<Int>]
  var found: [Found] = []
  /// What a left side was said to be computed from, for numbers that stand in the same places.
  var forms: [DocumentTerm: [Form]] = [:]
  private var frames = [Frame(bracket: .code, start: 0, isInMath: false, isCall: false, doubt: nil)]
  /// How many brackets of a kind are open.
  private var openCounts: [DocumentToken.Bracket: Int] = [:]

  init(_ lexer: DocumentLexer) {
    (tokens, scalars) = (lexer.tokens, lexer.scalars)
    (partners, context) = (Self.partners(lexer.tokens), DocumentContext(lexer))
    strikes = Self.strikes(lexer.scalars)
  }

  private static func partners(_ tokens: [DocumentToken]) -> [Int: Int] {
    var (partners, open): ([Int: Int], [Int]) = ([:], [])
    for (index, token) in tokens.enumerated() {
      if token.kind == .openBrace { open.append(index) }
      if token.kind == .closeBrace, let start = open.popLast() { partners[start] = index }
      if token.kind == .paragraph { open = [] }
    }
    return partners
  }

  /// Where new values stand, apart from those that functions would be if a prime means a derivative.
  private(set) var newValues: [Int] = []

  private var top: Frame { frames[frames.count - 1] }
  var isInMath: Bool { top.isInMath }

  mutating func read() {
    var index = 0
    while index < tokens.count { index = step(index) }
    while frames.count > 1 { dropFrame(at: tokens.count) }
    flush()
  }

  /// Reads what begins at a mark; gives the mark behind it.
  private mutating func step(_ index: Int) -> Int {
    switch tokens[index].kind {
    case .word, .greek, .font, .fraction, .partial: return takeTerm(index)
    case .number: return takeNumber(index)
    case .sign(let sign): append(.sign(sign), index..<index + 1)
    case .relation: append(.relation, index..<index + 1)
    case .ellipsis: append(.ellipsis, index..<index + 1)
    case .openBrace, .closeBrace: break
    case .open(let bracket): open(bracket, index)
    case .close(let bracket): close(bracket, index)
    case .comma, .stop: flush()
    case .newline, .row: if !goesOn(at: index) { flush() }
    case .paragraph:
      while frames.count > 1 { dropFrame(at: index) }
      flush()
    case .lowered, .raised, .prime:
      let end = afterScript(index)
      append(.opaque, index..<end)
      return end
    case .opaque(let isCommand):
      let end = isCommand ? afterGroups(index + 1) : index + 1
      append(.opaque, index..<end)
      return end
    }
    return index + 1
  }

  /// Whether a line end stands before or behind a relation or a sign, and ends nothing.
  private func goesOn(at index: Int) -> Bool {
    let mostSkipped = 8
    let next = tokens[(index + 1)...].prefix(mostSkipped).first { $0.kind != .row && $0.kind != .openBrace }
    if let next, next.kind.isUnfinished { return true }
    switch top.pieces.last?.kind {
    case .sign, .relation: return true
    case .term, .number, .ellipsis, .opaque, nil: return false
    }
  }

  mutating func append(_ kind: Piece.Kind, _ range: Range<Int>, isProse: Bool = false, isSpaced: Bool? = nil) {
    let isSpaced = isSpaced ?? tokens[range.lowerBound].isSpaced
    frames[frames.count - 1].pieces.append(
      Piece(kind: kind, tokens: range, isSpaced: isSpaced, isProse: isProse && !isInMath))
  }

  private mutating func takeTerm(_ index: Int) -> Int {
    if let close = endOfNumber(inFontAt: index) {
      let isSigned = kind(index + 2) == .sign("-")
      if isSigned { append(.sign("-"), index..<index + 3) }
      let number = isSigned ? index + 3 : index + 2
      append(self.number(at: number).decimal.map { .number($0) } ?? .opaque, (isSigned ? number : index)..<close + 1)
      return close + 1
    }
    if let end = afterProse(index) {
      flush()
      return end
    }
    let (term, end) = term(at: index)
    if term.isUpdated, kind(end) != .open(.round) { newValues.append(index) }
    append(.term(term), index..<end, isProse: tokens[index].isProse && end == index + 1)
    return end
  }

  private mutating func takeNumber(_ index: Int) -> Int {
    let (decimal, end) = number(at: index)
    append(decimal.map { .number($0) } ?? .opaque, index..<end)
    return end
  }

  /// Reads what stands before a mark that divides.
  mutating func flush() {
    let last = frames.count - 1
    let pieces = frames[last].pieces
    frames[last].pieces = []
    frames[last].wasDivided = true
    let hasRelation = pieces.contains { $0.isRelation }
    let count = found.count
    if hasRelation, !frames[last].isCall { readEqualities(pieces) }
    if let doubt = frames[last].doubt { for index in count..<found.count { found[index].doubt = doubt } }
    if hasRelation { frames[last].hadRelation = true }
    if !hasRelation, !frames[last].isCall, pieces.count > 2 { readAssignment(pieces) }
  }

  private mutating func open(_ bracket: DocumentToken.Bracket, _ index: Int) {
    let isGlued = isInMath || !tokens[index].isSpaced
    let isCall = top.isCall || (bracket == .round && isGlued && isAfterOperand)
    let isInMath = bracket == .math || bracket == .table || (bracket == .round && self.isInMath)
    let doubt = bracket == .table ? .condition : top.doubt
    frames.append(Frame(bracket: bracket, start: index, isInMath: isInMath, isCall: isCall, doubt: doubt))
    openCounts[bracket, default: 0] += 1
  }

  private var isAfterOperand: Bool {
    switch top.pieces.last?.kind {
    case .term, .number, .opaque: true
    case .sign, .relation, .ellipsis, nil: false
    }
  }

  private mutating func close(_ bracket: DocumentToken.Bracket, _ index: Int) {
    if bracket == .round {
      if frames.count > 1, top.bracket == .round { return closeFrame(at: index) }
      return isInMath ? append(.opaque, index..<index + 1) : flush()
    }
    guard openCounts[bracket, default: 0] > 0 else { return flush() }
    while top.bracket != bracket { dropFrame(at: index) }
    closeFrame(at: index)
  }

  /// The same for a bracket that nothing closes, which is no number.
  private mutating func dropFrame(at index: Int) {
    frames[frames.count - 1].wasDivided = true
    closeFrame(at: index)
  }

  /// Takes what a bracket held as one piece into what stands around it.
  private mutating func closeFrame(at index: Int) {
    let isWhole = !top.wasDivided
    let pieces = top.pieces
    flush()
    let frame = frames.removeLast()
    openCounts[frame.bracket, default: 0] -= 1
    let range = frame.start..<min(index + 1, tokens.count)
    let isSpaced = tokens[frame.start].isSpaced
    if isWhole, frame.bracket != .table, let kind = single(pieces, in: frame) {
      append(kind, range, isSpaced: isSpaced || frame.bracket != .round)
    } else if isRemark(frame, pieces, isSpaced) {
      flush()
    } else {
      append(.opaque, range, isSpaced: isSpaced)
    }
  }

  /// A number in any bracket, and a name in a formula or in code, are what they are without.
  private func single(_ pieces: [Piece], in frame: Frame) -> Piece.Kind? {
    if let number = plainNumber(pieces[...]), number.doubt == nil { return .number(number.decimal) }
    guard frame.bracket != .round, pieces.count == 1, case .term(let term) = pieces[0].kind else { return nil }
    return .term(term)
  }

  /// Whether a bracket interrupts a sentence, and multiplies nothing.
  private func isRemark(_ frame: Frame, _ pieces: [Piece], _ isSpaced: Bool) -> Bool {
    guard !frame.isCall, frame.bracket != .table else { return false }
    if frame.hadRelation { return true }
    guard isSpaced, !frame.isInMath, let first = pieces.first, first.isProse else { return false }
    return pieces.count == 1 || pieces[1].isProse
  }
}

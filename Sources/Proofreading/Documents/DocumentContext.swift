/// What headings, lead-ins and sentences say about the equalities in them, whether they stand in formulas or not.
struct DocumentContext {
  /// By mark: what keeps an equality there from being judged.
  private(set) var doubts: [PrintedEquality.Doubt?]

  let tokens: [DocumentToken]
  private let scalars: [Unicode.Scalar]
  private let lines: DocumentLines
  /// The headings above, the widest first.
  private var headings: [(level: Int, doubt: PrintedEquality.Doubt?)] = []
  private var hasTitle = false
  /// The level of the heading that named another pass.
  private var pass: Int?
  /// What sentences before said that holds on.
  private var lasting: PrintedEquality.Doubt?
  private var sentence: (start: Int, doubt: PrintedEquality.Doubt?) = (0, nil)
  private var paragraphStart = 0
  /// The line that is read, and the level where it is a heading.
  private var (line, heading): (Int, Int?) = (-1, nil)
  private var isStepRow = false

  init(_ lexer: DocumentLexer) {
    (tokens, scalars, lines) = (lexer.tokens, lexer.scalars, DocumentLines(lexer.scalars))
    doubts = Array(repeating: nil, count: tokens.count)
    for index in tokens.indices { read(index) }
    endSentence(before: tokens.count)
  }

  private mutating func read(_ index: Int) {
    startLines(upTo: tokens[index].range.lowerBound, index)
    switch tokens[index].kind {
    case .word(let word): hear(word, index)
    case .stop: stop(index)
    case .paragraph: endParagraph(index)
    case .greek, .number, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation,
      .fraction,
      .partial, .font, .comma, .ellipsis, .newline, .row, .opaque:
      break
    }
  }

  private mutating func hear(_ word: String, _ index: Int) {
    guard sentence.doubt == nil, !isInScript(index) else { return }
    sentence.doubt = doubt(word.lowercased(), at: index)
  }

  private mutating func startLines(upTo place: Int, _ index: Int) {
    while line + 1 < lines.all.count, lines.all[line + 1].start <= place {
      line += 1
      if heading != nil { endHeading(before: index) }
      isStepRow = false
      switch lines.all[line].kind {
      case .plain: break
      case .heading(let level):
        endSentence(before: index)
        startHeading(level)
      case .item: endSentence(before: index)
      case .row(let isOfAStep):
        endSentence(before: index)
        isStepRow = isOfAStep
      }
    }
  }

  private mutating func stop(_ index: Int) {
    guard let mark = mark(index) else { return }
    switch mark {
    case ".", "!": endSentence(before: index)
    case "?":
      let before = lasting
      sentence.doubt = sentence.doubt ?? .supposition
      endSentence(before: index)
      lasting = before
    case "|": if isStepRow { sentence.doubt = sentence.doubt ?? .anotherPass }
    case "\\": command(index)
    default: break
    }
  }

  /// `\section{`, `\item`
  private mutating func command(_ index: Int) {
    let levels = ["section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 6]
    let name = DocumentLines.word(in: scalars, at: tokens[index].range.lowerBound + 1)
    if name == "item" { endSentence(before: index) }
    guard let level = levels[name] else { return }
    endSentence(before: index)
    startHeading(level)
  }

  private mutating func startHeading(_ level: Int) {
    (heading, lasting) = (level, nil)
    headings.removeAll { $0.level >= level }
  }

  private mutating func endHeading(before index: Int) {
    guard let level = heading else { return }
    let (start, doubt) = sentence
    endSentence(before: index)
    (heading, lasting) = (nil, nil)
    push(level, doubt, start..<index)
  }

  /// A pass goes on below the next heading of its level, unless that names the first one.
  private mutating func push(_ level: Int, _ doubt: PrintedEquality.Doubt?, _ range: Range<Int>) {
    let goesOn = pass == level && !range.contains { isFirst(tokens[$0].kind) }
    // A title says what the document is, such as a solution, and not that all of it is supposed.
    let isTitle = level == 1 && !hasTitle
    let doubt = isTitle && doubt == .supposition ? nil : doubt
    hasTitle = true
    headings.removeAll { $0.level >= level }
    headings.append((level, doubt ?? headings.last?.doubt ?? (goesOn ? .anotherPass : nil)))
    if headings.last?.doubt == .anotherPass {
      pass = min(pass ?? level, level)
    } else if !goesOn, level <= pass ?? 0 {
      pass = nil
    }
  }

  private func isFirst(_ kind: DocumentToken.Kind) -> Bool {
    switch kind {
    case .word(let word): word.lowercased() == "first"
    case .number(let text, _): text == "1"
    case .greek, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .sign, .relation, .fraction,
      .partial, .font, .comma, .stop, .ellipsis, .newline, .row, .paragraph, .opaque:
      false
    }
  }

  private mutating func endSentence(before index: Int) {
    let doubt = sentence.doubt ?? lasting ?? headings.last?.doubt
    if let doubt {
      for place in sentence.start..<index { doubts[place] = doubt }
    }
    lasting = sentence.doubt ?? lasting
    sentence = (index, nil)
  }

  private mutating func endParagraph(_ index: Int) {
    if heading != nil { endHeading(before: index) }
    endSentence(before: index)
    defer { paragraphStart = index + 1 }
    let start = behindLineEnds(paragraphStart)
    guard index > start else { return }
    if isTitle(start..<index) {
      push(DocumentLines.deepest, lasting, start..<index)
      lasting = nil
    } else if !isOpen(before: index) || startsSentence(index + 1) {
      lasting = nil
    }
  }

  /// Whether a paragraph is one short line that states nothing, and ends without a stop or is set in bold.
  private func isTitle(_ range: Range<Int>) -> Bool {
    let mostMarks = 10
    guard range.count <= mostMarks, tokens[range.lowerBound].isProse else { return false }
    let isOfWords = tokens[range].allSatisfy { token in
      switch token.kind {
      case .word, .number, .stop, .sign: true
      case .greek, .lowered, .raised, .prime, .openBrace, .closeBrace, .open, .close, .relation, .fraction, .partial,
        .font, .comma, .ellipsis, .newline, .row, .paragraph, .opaque:
        false
      }
    }
    let last = mark(range.upperBound - 1)
    let start = tokens[range.lowerBound].range.lowerBound
    let isBold = start > 1 && scalars[start - 1] == "*" && scalars[start - 2] == "*"
    return isOfWords && (isBold || tokens[range.upperBound - 1].kind != .stop) && (last != ":" || isBold)
  }

  /// Whether a sentence goes on behind the paragraph, as behind a colon.
  private func isOpen(before index: Int) -> Bool {
    guard tokens[index - 1].kind == .stop, let mark = mark(index - 1) else { return true }
    return mark != "." && mark != "!" && mark != "?"
  }

  /// Whether ordinary words begin a paragraph, the first of them with a capital.
  private func startsSentence(_ index: Int) -> Bool {
    let index = behindLineEnds(index)
    guard tokens.indices.contains(index + 1), tokens[index].isProse, tokens[index + 1].isProse else { return false }
    return scalars[tokens[index].range.lowerBound].properties.isUppercase
  }

  func behindLineEnds(_ start: Int) -> Int {
    var index = start
    let mostMarks = 8
    while index < min(start + mostMarks, tokens.count),
      tokens[index].kind == .newline || tokens[index].kind == .paragraph
    {
      index += 1
    }
    return index
  }

  private func mark(_ index: Int) -> Unicode.Scalar? {
    let range = tokens[index].range
    return range.isEmpty ? nil : scalars[range.lowerBound]
  }

  /// Whether a word stands above or below a name.
  private func isInScript(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, place > index - 4, tokens[place].kind == .openBrace || tokens[place].kind == .font { place -= 1 }
    guard place >= 0 else { return false }
    return tokens[place].kind == .lowered || tokens[place].kind == .raised
  }
}

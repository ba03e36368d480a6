import Numerals
import WalkthroughLanguage

/// Takes a Markdown or LaTeX document apart into marks, in one pass that never stops.
struct DocumentLexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  var tokens: [DocumentToken] = []
  /// Whether a blank or its like was read since the last mark.
  var isSpaced = true
  /// A formula or a stretch of code that is open: where its closing mark stands, and how long that is.
  var span: (end: Int, length: Int, bracket: DocumentToken.Bracket)?
  /// Environments for formulas that are open, the innermost last.
  var environments: [DocumentToken.Bracket] = []
  /// Up to where closing marks were looked for in vain, by the mark, so that nothing is looked for twice.
  var barren: [[Unicode.Scalar]: Int] = [:]
  /// How many asterisks opened the emphasis that is open; 0 without one.
  var emphasis = 0
  var isInFence = false
  /// Whether a list's mark began the line, and whether the line has a sign of equality.
  var (lineIsListed, lineHasRelation) = (false, false)
  /// Whether `%` starts a comment anywhere.
  let isLaTeX: Bool

  init(_ scalars: [Unicode.Scalar], isLaTeX: Bool) {
    self.scalars = scalars
    self.isLaTeX = isLaTeX
  }

  var isInMath: Bool { span?.bracket == .math || !environments.isEmpty }

  /// The scalar so far ahead; a line end past the end.
  func peek(_ distance: Int = 0) -> Unicode.Scalar {
    let place = position + distance
    return scalars.indices.contains(place) ? scalars[place] : "\n"
  }

  mutating func read() {
    startLine()
    while position < scalars.count {
      if let span, position >= span.end { close(span.length, span.bracket) } else { step() }
    }
    emit(.paragraph, length: 0)
  }

  mutating func emit(_ kind: DocumentToken.Kind, length: Int) {
    let opened = tokens.last?.kind.opens ?? true
    let end = min(position + length, scalars.count)
    tokens.append(DocumentToken(kind: kind, range: min(position, end)..<end, isSpaced: isSpaced || opened))
    isSpaced = false
    position = end
    if kind == .relation { lineHasRelation = true }
  }

  mutating func skip(_ length: Int) {
    position += length
    isSpaced = true
  }

  private mutating func step() {
    let scalar = scalars[position]
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": word()
    case " ", "\t", "~", "\u{A0}", "\u{2009}", "\u{202F}": skip(1)
    case "\n": endLine()
    case "\\": command()
    case "$": dollar()
    case "`": backticks()
    case "*": asterisk()
    case "_": underscore()
    case "^": raised()
    case "{": emit(.openBrace, length: 1)
    case "}": emit(.closeBrace, length: 1)
    case "[" where footnoteLength != nil: skip(footnoteLength ?? 1)
    case "(", "[": emit(.open(.round), length: 1)
    case ")", "]": emit(.close(.round), length: 1)
    case "=": equals()
    case "<": angle()
    case "%": percent()
    case "&": ampersand()
    case "'": apostrophe()
    default: scalar.isASCII ? mark() : beyondASCII()
    }
  }

  /// A word, or a number where a digit begins it and no index.
  private mutating func word() {
    let isIndex = tokens.last?.kind == .lowered && !isSpaced
    guard isIndex || !scalars[position].isDigit else { return number() }
    let start = position
    var end = position
    while end < scalars.count, let length = wordLength(at: end, from: start) { end += length }
    emit(.word(text(start..<end)), length: end - start)
  }

  /// How many scalars go on with a word; an apostrophe or a hyphen only between letters.
  private func wordLength(at place: Int, from start: Int) -> Int? {
    if scalars[place].isWordScalar { return 1 }
    guard !isInMath, place > start, place + 1 < scalars.count else { return nil }
    let (before, after) = (scalars[place - 1], scalars[place + 1])
    guard before.isWordLetter, after.isWordLetter else { return nil }
    if scalars[place] == "'" || scalars[place] == "\u{2019}" { return 1 }
    guard scalars[place] == "-", place - start > 1, place + 2 < scalars.count else { return nil }
    return scalars[place - 2].isWordLetter && scalars[place + 2].isWordLetter ? 1 : nil
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private mutating func equals() {
    var run = 1
    while peek(run) == "=" { run += 1 }
    if peek(run) == ">" { return link(length: run + 1) }
    emit(run > 1 ? .opaque(isCommand: false) : .relation, length: run)
  }

  /// Any other mark of ASCII.
  private mutating func mark() {
    let (scalar, next) = (scalars[position], peek(1))
    switch scalar {
    case "+", "-", "/": sign(scalar)
    case ",", ";": emit(.comma, length: 1)
    case ">": link(length: next == "=" ? 2 : 1)
    case ".": point()
    case ":", "?", "!", "\"":
      next == "=" ? emit(.opaque(isCommand: false), length: 2) : emit(.stop, length: 1)
    case "|": emit(isInMath ? .opaque(isCommand: false) : .stop, length: 1)
    case "#" where isSpaced: emit(.stop, length: 1)
    default: emit(.opaque(isCommand: false), length: next == "=" ? 2 : 1)
    }
  }

  private mutating func sign(_ scalar: Unicode.Scalar) {
    let next = peek(1)
    if scalar == "-", let arrow = [2, 3].first(where: { matches("-->".suffix($0), at: position) }) {
      return link(length: arrow)
    }
    if next == "=" || (scalar == "-" && next == "-") || (scalar == "/" && next == "/") {
      emit(.opaque(isCommand: false), length: 2)
    } else {
      emit(.sign(scalar), length: 1)
    }
  }

  /// What divides two statements; the second begins right behind it.
  mutating func divider(length: Int) {
    emit(.stop, length: length)
    isSpaced = true
  }

  /// An arrow, a comparison or a conjunction.
  mutating func link(length: Int) {
    divider(length: length)
    tokens[tokens.count - 1].isLink = true
  }

  private mutating func point() {
    if peek(1) == ".", peek(2) == "." { return emit(.ellipsis, length: 3) }
    let isGlued = position > 0 && (scalars[position - 1].isWordScalar || scalars[position - 1] == ")")
    if peek(1).isDigit, !isGlued { return number() }
    let isOperation = peek(1) == "*" || peek(1) == "/" || peek(1) == "^" || peek(1).isDigit
    emit(isOperation ? .opaque(isCommand: false) : .stop, length: 1)
  }

  private mutating func apostrophe() {
    let isPrime = !isSpaced && (tokens.last?.kind.endsOperand ?? false) && !peek(1).isWordLetter
    emit(isPrime ? .prime : .stop, length: 1)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter that no script and no alphabet of formulas owns.
  var isWordLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return properties.isAlphabetic && GreekLetter(self) == nil && DocumentLexer.scripts[self] == nil
  }

  var isWordScalar: Bool { isDigit || isWordLetter }

  var isBlank: Bool { self == " " || self == "\t" }
}

import WalkthroughLanguage

extension DocumentLexer {
  /// A command of TeX, or a character of Markdown that a backslash keeps.
  mutating func command() {
    let next = peek(1)
    switch next {
    case "\\": rowBreak()
    case "_": emit(.lowered, length: 2)
    case "*": emit(.sign("*"), length: 2)
    case "(", "[": openFormula(next)
    case ")", "]": emit(.opaque(isCommand: false), length: 2)
    case ",", ";", ":", "!", ">", " ", "\n", "/", "-": skip(next == "\n" ? 1 : 2)
    case "a"..."z", "A"..."Z": namedCommand()
    default: emit(.opaque(isCommand: false), length: 2)
    }
  }

  private mutating func rowBreak() {
    emit(.row, length: peek(2) == "*" ? 3 : 2)
    isSpaced = true
    guard peek() == "[" else { return }
    var length = 1
    while length < 12, peek(length) != "]", peek(length) != "\n" { length += 1 }
    if peek(length) == "]" { skip(length + 1) }
  }

  private mutating func openFormula(_ mark: Unicode.Scalar) {
    let closing: [Unicode.Scalar] = ["\\", mark == "(" ? ")" : "]"]
    guard !isInMath, span == nil, let end = find(closing, stopsAtParagraph: mark == "(") else {
      return emit(.opaque(isCommand: false), length: 2)
    }
    open(.math, length: 2, until: end, closing: 2)
  }

  private mutating func namedCommand() {
    var length = 2
    while length < 40, peek(length).isASCII, peek(length).isWordLetter { length += 1 }
    let name = text(position + 1..<position + length)
    if name == "verb", let end = find(peek(length), from: length + 1) {
      return open(.code, length: length + 1, until: end, closing: 1)
    }
    if peek(length) == "*", name == "operatorname" || name == "section" { length += 1 }
    guard let meaning = Self.meanings[name] else { return letterOrUnknown(name, length) }
    switch meaning {
    case .mark(.stop): divider(length: length)
    case .mark(.comma) where tokens.last?.kind == .row: skip(length)  // the indent of a line that goes on
    case .mark(let kind): emit(kind, length: length)
    case .link: link(length: length)
    case .linkUnderGroup:
      link(length: length)
      skipGroups(1, after: 0)
    case .blank: skip(length)
    case .blankWithGroups(let count): skipGroups(count, after: length)
    case .delimiter: skip(peek(length) == "." ? length + 1 : length)
    case .begin: environment(isBegin: true, length)
    case .end: environment(isBegin: false, length)
    }
  }

  /// A Greek letter; `\varepsilon` is one too. Any other command is not understood.
  private mutating func letterOrUnknown(_ name: String, _ length: Int) {
    let plain = name.hasPrefix("var") ? String(name.dropFirst(3)) : name
    let letter = GreekLetter(word: plain)
    emit(letter.map { .greek($0.word) } ?? .opaque(isCommand: true), length: length)
  }

  /// Where a mark stands next in this line, outside of formulas and code.
  private func find(_ mark: Unicode.Scalar, from start: Int) -> Int? {
    let longest = 300
    guard !isInMath, span == nil else { return nil }
    let line = scalars[min(position + start, scalars.count)...].prefix(longest).prefix { $0 != "\n" }
    return line.firstIndex(of: mark)
  }

  private mutating func skipGroups(_ count: Int, after length: Int) {
    skip(length)
    for _ in 0..<count {
      guard peek() == "{", let end = groupEnd else { return }
      skip(end)
    }
  }

  /// How long the group is that starts here; nothing for a very long one.
  private var groupEnd: Int? {
    let longest = 200
    var depth = 0
    for length in 0..<longest where position + length < scalars.count {
      if peek(length) == "{" { depth += 1 }
      if peek(length) == "}" { depth -= 1 }
      if depth == 0 { return length + 1 }
    }
    return nil
  }

  private mutating func environment(isBegin: Bool, _ length: Int) {
    var end = length
    while end < length + 40, peek(end) != "}", peek(end) != "\n" { end += 1 }
    guard peek(length) == "{", peek(end) == "}" else { return emit(.opaque(isCommand: false), length: length) }
    let name = text(position + length + 1..<position + end).filter { $0 != "*" }
    guard let bracket = Self.environments[name] else {
      return emit(isInMath ? .opaque(isCommand: true) : .paragraph, length: end + 1)
    }
    if isBegin {
      environments.append(name == "array" && isBehindBrace ? .table : bracket)
      emit(.open(environments[environments.count - 1]), length: end + 1)
      if Self.withColumns.contains(name) { skipGroups(1, after: 0) }
    } else {
      guard let opened = environments.popLast() else { return emit(.stop, length: end + 1) }
      emit(.close(name == "array" ? opened : bracket), length: end + 1)
    }
    isSpaced = true
  }

  /// Whether a large brace was read last, which makes cases of an array.
  private var isBehindBrace: Bool {
    guard let last = tokens.last, case .opaque = last.kind else { return false }
    return ["\\{", "\\lbrace"].contains(text(last.range))
  }

  /// Environments behind which a group says what their columns are.
  private static let withColumns: Set<String> = ["array", "alignat", "alignedat"]

  private static let environments: [String: DocumentToken.Bracket] = {
    var table: [String: DocumentToken.Bracket] = [:]
    for name in [
      "equation", "align", "aligned", "gather", "gathered", "multline", "split", "eqnarray", "math",
      "displaymath", "flalign", "alignat", "alignedat", "dmath", "array",
    ] {
      table[name] = .math
    }
    for name in ["cases", "matrix", "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "Vmatrix", "smallmatrix"] {
      table[name] = .table
    }
    return table
  }()

  enum Meaning {
    case mark(DocumentToken.Kind)
    case link
    /// An arrow with something written over it.
    case linkUnderGroup
    case blank
    /// A blank that takes so many groups along.
    case blankWithGroups(Int)
    /// What makes a bracket large.
    case delimiter
    case begin, end
  }

  private static let meanings: [String: Meaning] = {
    var table: [String: Meaning] = ["begin": .begin, "end": .end, "newline": .mark(.row)]
    func add(_ meaning: Meaning, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = meaning }
    }
    add(.mark(.fraction), "frac dfrac tfrac cfrac")
    add(.mark(.partial), "partial")
    add(.mark(.sign("*")), "cdot times ast")
    add(.mark(.sign("/")), "div")
    add(.mark(.relation), "approx simeq cong doteq")
    add(.mark(.prime), "prime")
    add(.mark(.ellipsis), "ldots dots cdots dotsc dotsb")
    add(.mark(.comma), "quad qquad")
    add(.link, "to rightarrow longrightarrow Rightarrow Longrightarrow implies iff leadsto rightsquigarrow mapsto")
    add(.link, "longmapsto leftrightarrow longleftrightarrow Leftrightarrow Longleftrightarrow lt gt le ge leq geq")
    add(.link, "leqslant geqslant ll gg ne neq propto land lor mid")
    add(.linkUnderGroup, "xrightarrow xRightarrow xleftrightarrow xmapsto")
    add(.mark(.stop), "therefore because item section subsection subsubsection paragraph caption footnote title par")
    add(.mark(.font), "mathrm text textrm textit textbf textnormal textsf texttt mathit mathbf mathsf mathtt mathcal")
    add(.mark(.font), "operatorname num boldsymbol bm hbox mbox mathnormal mathbb mathscr mathfrak rm it bf emph")
    add(.blank, "displaystyle textstyle scriptstyle limits nolimits boxed fbox underline ensuremath notag nonumber")
    add(.blank, "centering noindent medskip bigskip smallskip thinspace mathstrut relax")
    add(
      .blankWithGroups(1), "tag label ref eqref cite url color vspace hspace phantom hphantom vphantom href textcolor")
    add(.delimiter, "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle")
    return table
  }()
}

import DocumentModel

/// A formula as TeX, one spelling for Markdown and LaTeX, with its estimated width and the places where it may be
/// broken.
///
/// Only what KaTeX, MathJax, pandoc and amsmath all understand is used, and no subscript follows a bracket: GitHub
/// would read `}_` as emphasis.
struct TeXSpelling {
  /// A place where a row may end: before a relation, a sign or a centred dot.
  struct Break: Equatable {
    /// The bytes of `tex` before it; one space follows.
    let offset: Int
    /// The width of the bytes before it, in em.
    let width: Double
    /// How deep it stands: `relationLevel` at a relation, 0 at the outermost operation, 1 within its operands.
    let level: Int
  }

  static let relationLevel = -1

  private(set) var tex = ""
  /// In em, for displays; a text-sized fraction is counted as a display-sized one.
  private(set) var width = 0.0
  /// In order of `offset`.
  private(set) var breaks: [Break] = []
  /// The level of the operation that is written next, or nothing where no row can end: in a fraction, say.
  private var level: Int?
  /// In a sentence, derivatives are written with a stroke: built up they would be too small to read.
  let isDisplay: Bool

  /// An empty spelling; only a display can be broken.
  init(isDisplay: Bool) {
    self.isDisplay = isDisplay
    level = isDisplay ? 0 : nil
    tex.reserveCapacity(isDisplay ? 256 : 64)
  }

  /// One formula within a sentence.
  init(inline formula: Formula) {
    self.init(isDisplay: false)
    write(formula)
  }

  /// Adds bytes that are `width` em wide.
  mutating func write(_ text: String, width added: Double) {
    tex += text
    width += added
  }

  /// Adds an operator or a relation, given with a space on either side, before which a row may end.
  mutating func writeBreakable(_ sign: String, width added: Double, level: Int?) {
    if let level { breaks.append(Break(offset: tex.utf8.count, width: width, level: level)) }
    tex += sign
    width += added
  }

  /// Adds what `body` writes, counted `factor` times as wide: scripts are smaller.
  mutating func writeScaled(by factor: Double, _ body: (inout TeXSpelling) -> Void) {
    let before = width
    body(&self)
    width = before + (width - before) * factor
  }

  /// Adds what both write one above the other: as wide as the wider of them.
  mutating func writeStacked(_ upper: (inout TeXSpelling) -> Void, _ lower: (inout TeXSpelling) -> Void) {
    let before = width
    upper(&self)
    let upperEnd = width
    width = before
    lower(&self)
    width = max(upperEnd, width)
  }

  /// Adds what `body` writes where no row can end.
  mutating func writeUnbroken(_ body: (inout TeXSpelling) -> Void) {
    let before = level
    level = nil
    body(&self)
    level = before
  }

  /// Adds what `body` writes as the operands of an operation; `body` is told the operation's own level.
  mutating func writeOperands(_ body: (inout TeXSpelling, Int?) -> Void) {
    let before = level
    level = before.map { $0 + 1 }
    body(&self, before)
    level = before
  }

  /// Brackets of the right size: a display that can be broken has them of a fixed size, since `\left` and `\right`
  /// must stand in one row.
  mutating func writeBracketed(_ bracket: TeXBracket, isTall: Bool, _ body: (inout TeXSpelling) -> Void) {
    guard isTall else {
      write(bracket.left, width: TeXWidth.bracket)
      body(&self)
      return write(bracket.right, width: TeXWidth.bracket)
    }
    let canBreak = level != nil
    write(canBreak ? "\\biggl" : "\\left", width: TeXWidth.tallBracket)
    write(bracket.tallLeft, width: 0)
    body(&self)
    write(canBreak ? " \\biggr" : " \\right", width: TeXWidth.tallBracket)
    write(bracket.tallRight, width: 0)
  }
}

/// A pair of brackets, as TeX wants them typed.
enum TeXBracket {
  case round, square, bars

  var left: String {
    switch self {
    case .round: "("
    case .square: "["
    case .bars: "\\lvert "
    }
  }

  var right: String {
    switch self {
    case .round: ")"
    case .square: "]"
    case .bars: " \\rvert"
    }
  }

  /// Behind `\left`.
  fileprivate var tallLeft: String {
    switch self {
    case .round: "( "
    case .square: "[ "
    case .bars: "\\lvert "
    }
  }

  /// Behind `\right`.
  fileprivate var tallRight: String {
    switch self {
    case .round: ")"
    case .square: "]"
    case .bars: "\\rvert"
    }
  }
}

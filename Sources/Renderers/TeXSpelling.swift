import DocumentModel

/// A formula as TeX, one spelling for Markdown and LaTeX, with its estimated width and the places where it may be
/// broken.
///
/// Only what KaTeX, MathJax, pandoc and amsmath all understand is used, and no subscript follows a bracket: GitHub
/// would read `}_` as emphasis. A document has one spelling that is used for one formula after another.
struct TeXSpelling: ~Copyable {
  /// A place where a row may end: before a relation, a sign or a centred dot.
  struct Break: Equatable {
    /// The bytes before it; one space follows.
    let offset: Int
    /// The width of the bytes before it, in em.
    let width: Double
    /// How deep it stands: `relationLevel` at a relation, 0 at the outermost operation, 1 within its operands.
    let level: Int
  }

  static let relationLevel = -1

  /// The TeX itself.
  var bytes = ByteBuffer()
  /// In em, for displays; a text-sized fraction is counted as a display-sized one.
  var width = 0.0
  /// In order of `offset`.
  private(set) var breaks: [Break] = []
  /// The level of the operation that is written next, or nothing where no row can end: in a fraction, say.
  var level: Int?
  /// In a sentence, derivatives are written with a stroke: built up they would be too small to read.
  private(set) var isDisplay = false
  /// Whether numbers are set in italics, as a label's tone may want it.
  var slantsNumbers = false
  /// Whether TeX would set the next fraction too small for a display, since it stands in a matrix.
  var hasSmallFractions = false
  /// What was spelled before, so that it can be copied.
  var names = TeXNames()

  /// One formula within a sentence, in place of what was spelled before.
  mutating func spell(inline formula: Formula) {
    start(isDisplay: false)
    write(formula)
  }

  /// A chain within a sentence, in place of what was spelled before.
  mutating func spell(inline equation: Equation) {
    start(isDisplay: false)
    writeChain(equation)
  }

  /// The whole chain on one line, with the mark behind it where the equation has one, in place of what was spelled
  /// before.
  mutating func spell(_ equation: Equation) {
    start(isDisplay: true)
    writeChain(equation)
    if equation.isMarked { write(Self.mark, width: TeXWidth.dagger) }
  }

  /// Only a display can be broken.
  private mutating func start(isDisplay: Bool) {
    bytes.removeAll()
    breaks.removeAll(keepingCapacity: true)
    width = 0
    level = isDisplay ? 0 : nil
    self.isDisplay = isDisplay
  }

  private mutating func writeChain(_ equation: Equation) {
    let outer = beginUnbroken()
    write(equation.left)
    level = outer
    for link in equation.links {
      writeBreakable(link.relation.tex, width: TeXWidth.relation, level: Self.relationLevel)
      write(link.formula)
    }
  }

  /// `Equation.mark` behind an equation; KaTeX wants something that the exponent stands on.
  private static let mark: StaticString = "\\;{}^{\\dagger}"

  /// Adds bytes that are `width` em wide.
  mutating func write(_ text: StaticString, width added: Double) {
    bytes += text
    width += added
  }

  /// Adds an operator or a relation, given with a space on either side, before which a row may end.
  mutating func writeBreakable(_ sign: StaticString, width added: Double, level: Int?) {
    if let level { breaks.append(Break(offset: bytes.count, width: width, level: level)) }
    bytes += sign
    width += added
  }

  /// Takes the breaks back from the one of this number on.
  mutating func removeBreaks(from number: Int) {
    breaks.removeSubrange(number...)
  }

  /// Takes back what was written since there were so many bytes, and no break, of that width.
  mutating func takeBack(to count: Int, width: Double) {
    _ = bytes.cut(from: count)
    self.width = width
  }

  /// Puts `text` in place of `range`, which lies before the breaks from the one of this number on.
  mutating func replace(_ range: Range<Int>, by text: StaticString, breaksFrom number: Int) {
    let rest = bytes.cut(from: range.upperBound)
    bytes.remove(range)
    bytes += text
    let shift = bytes.count - range.upperBound
    bytes.append(rest)
    for index in breaks.indices.dropFirst(number) {
      let place = breaks[index]
      breaks[index] = Break(offset: place.offset + shift, width: place.width, level: place.level)
    }
  }

  /// From here on no row can end; `level` is to be set back to what this returns.
  mutating func beginUnbroken() -> Int? {
    defer { level = nil }
    return level
  }

  /// What follows are the operands of an operation, whose level this returns; `level` is to be set back to it.
  mutating func beginOperands() -> Int? {
    let outer = level
    if let outer { level = outer + 1 }
    return outer
  }

  /// Counts what was written since the width was `start` as so much smaller as scripts are.
  mutating func shrink(from start: Double) {
    width = start + (width - start) * TeXWidth.scriptScale
  }
}

extension Equation.Relation {
  fileprivate var tex: StaticString {
    switch self {
    case .equal: " = "
    case .approximate: " \\approx "
    }
  }
}

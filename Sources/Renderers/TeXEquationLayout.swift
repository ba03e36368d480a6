import DocumentModel

/// An equation as one row or several: broken where the kind of link changes, then at the outermost signs and dots.
struct TeXEquationLayout {
  /// A left side wider than this part of the line has a row of its own.
  static let widestLeftSide = 0.4

  private let spelling: TeXSpelling
  private let links: [Equation.Link]
  /// The break before each link, by its number among the spelling's.
  private let linkStarts: [Int]
  private let hasTallRows: Bool
  private let leftSideStandsAlone: Bool
  private var filler: TeXRowFiller

  /// Lays `equation` out for lines of `lineWidth` em.
  init(_ equation: Equation, lineWidth: Double) {
    spelling = TeXSpelling(equation)
    links = equation.links
    linkStarts = spelling.breaks.indices.filter { [breaks = spelling.breaks] in
      breaks[$0].level == TeXSpelling.relationLevel
    }
    filler = TeXRowFiller(spelling, lineWidth: lineWidth)
    guard spelling.width > lineWidth, let first = linkStarts.first else {
      (hasTallRows, leftSideStandsAlone) = (false, false)
      return
    }
    let leftWidth = spelling.breaks[first].width
    leftSideStandsAlone = leftWidth > lineWidth * Self.widestLeftSide
    hasTallRows = equation.left.isTall || links.contains { $0.formula.isTall }
    filler.margin = leftSideStandsAlone ? TeXWidth.quad : leftWidth
    if leftSideStandsAlone { filler.cut(at: first, indent: 0) }
    for number in links.indices { place(number) }
  }

  /// Whether all of it stands on one line.
  var isOneRow: Bool { filler.cuts.isEmpty }

  private mutating func place(_ number: Int) {
    let start = linkStarts[number]
    let end = number + 1 < linkStarts.count ? linkStarts[number + 1] : spelling.breaks.count
    if number > 0, startsRow(number, fits: filler.fits(upTo: end)) { filler.cut(at: start, indent: 0) }
    filler.fill(from: start, to: end)
  }

  /// A new kind of link starts a row, but the value stays behind its numbers where it fits.
  private func startsRow(_ number: Int, fits: Bool) -> Bool {
    let role = links[number].role
    return !fits || role != links[number - 1].role && role != .value
  }

  /// Adds the rows, aligned at their relations, one to a line.
  func write(to text: inout String) {
    guard !isOneRow else {
      text += spelling.tex
      return
    }
    let first = spelling.breaks[linkStarts[0]].offset
    if leftSideStandsAlone { text += "& " }
    text += bytes(0..<first)
    if !leftSideStandsAlone { text += " &" }
    var start = first
    for cut in filler.cuts {
      let end = spelling.breaks[cut.number].offset
      text += bytes(start..<end)
      text += hasTallRows ? " \\\\[0.4em]\n&" : " \\\\\n&"
      text += Self.indents[cut.indent + (leftSideStandsAlone ? 1 : 0)]
      start = end
    }
    text += bytes(start..<spelling.tex.utf8.count)
  }

  /// By how many times `\quad` a row is indented.
  private static let indents = ["", " \\quad", " \\qquad", " \\qquad \\quad"]

  private func bytes(_ range: Range<Int>) -> Substring {
    let utf8 = spelling.tex.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return spelling.tex[start..<utf8.index(start, offsetBy: range.count)]
  }
}

extension TeXSpelling {
  /// The whole chain on one line, with the mark behind it where the equation has one.
  init(_ equation: Equation) {
    self.init(isDisplay: true)
    writeChain(equation)
    if equation.isMarked { write(Self.mark, width: TeXWidth.dagger) }
  }

  /// A chain within a sentence.
  init(inline equation: Equation) {
    self.init(isDisplay: false)
    writeChain(equation)
  }

  private mutating func writeChain(_ equation: Equation) {
    writeUnbroken { $0.write(equation.left) }
    for link in equation.links {
      writeBreakable(link.relation.tex, width: TeXWidth.relation, level: Self.relationLevel)
      write(link.formula)
    }
  }

  /// `Equation.mark` behind an equation; KaTeX wants something that the exponent stands on.
  static let mark = "\\;{}^{\\dagger}"
}

extension Equation.Relation {
  fileprivate var tex: String {
    switch self {
    case .equal: " = "
    case .approximate: " \\approx "
    }
  }
}

import DocumentModel

/// An equation in several rows: broken where the kind of link changes, then at the outermost signs and dots.
struct TeXEquationLayout {
  /// A left side wider than this part of the line has a row of its own.
  static let widestLeftSide = 0.4

  private let links: [Equation.Link]
  /// The break before each link, by its number among the spelling's.
  private let linkStarts: [Int]
  private let hasTallRows: Bool
  private let leftSideStandsAlone: Bool
  private var filler: TeXRowFiller

  /// The width of its widest row, in em: more than a line has where something wide cannot be broken.
  var width: Double { filler.widestWidth }

  /// Lays `equation` out, as it is spelled, for lines of `lineWidth` em; nothing where it stays on one.
  init?(_ equation: Equation, _ spelling: borrowing TeXSpelling, lineWidth: Double) {
    guard spelling.width > lineWidth, !equation.links.isEmpty else { return nil }
    links = equation.links
    linkStarts = spelling.starts(ofLinks: links.count)
    let leftWidth = spelling.breaks[linkStarts[0]].width
    leftSideStandsAlone = leftWidth > lineWidth * Self.widestLeftSide
    hasTallRows = equation.left.height > .line || links.contains { $0.formula.height > .line }
    filler = TeXRowFiller(spelling, lineWidth: lineWidth, margin: leftSideStandsAlone ? TeXWidth.quad : leftWidth)
    if leftSideStandsAlone { filler.cut(at: linkStarts[0], indent: 0) }
    for number in links.indices { place(number, breakCount: spelling.breaks.count) }
    if filler.cuts.isEmpty { return nil }
  }

  private mutating func place(_ number: Int, breakCount: Int) {
    let start = linkStarts[number]
    let end = number + 1 < linkStarts.count ? linkStarts[number + 1] : breakCount
    if number > 0, startsRow(number, fits: filler.fits(upTo: end)) { filler.cut(at: start, indent: 0) }
    filler.fill(from: start, to: end)
  }

  /// A new kind of link starts a row, but the value stays behind its numbers where it fits.
  private func startsRow(_ number: Int, fits: Bool) -> Bool {
    let role = links[number].role
    return !fits || role != links[number - 1].role && role != .value
  }

  /// Adds the rows, aligned at their relations, one to a line.
  func write(_ spelling: borrowing TeXSpelling, to text: inout ByteBuffer) {
    let first = spelling.breaks[linkStarts[0]].offset
    if leftSideStandsAlone { text += "& " }
    text.append(spelling.bytes, 0..<first)
    if !leftSideStandsAlone { text += " &" }
    var start = first
    for cut in filler.cuts {
      let end = spelling.breaks[cut.number].offset
      text.append(spelling.bytes, start..<end)
      text += hasTallRows ? " \\\\[0.4em]\n&" : " \\\\\n&"
      text += Self.indent(cut.indent + (leftSideStandsAlone ? 1 : 0))
      start = end
    }
    text.append(spelling.bytes, start..<spelling.bytes.count)
  }

  /// A row indented by `count` times `\quad`.
  private static func indent(_ count: Int) -> StaticString {
    switch count {
    case 0: ""
    case 1: " \\quad"
    case 2: " \\qquad"
    default: " \\qquad \\quad"
    }
  }
}

extension TeXSpelling {
  /// The numbers of the breaks before relations.
  fileprivate func starts(ofLinks count: Int) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for number in breaks.indices where breaks[number].level == Self.relationLevel { numbers.append(number) }
    return numbers
  }
}

/// Decides where the links of an equation end a row, by the estimated widths alone.
struct TeXRowFiller {
  /// The end of a row.
  struct Cut: Equatable {
    /// The number of the break among the spelling's.
    let number: Int
    /// How far the next row is indented, in `\quad`.
    let indent: Int
  }

  /// Where the relations stand under each other, in em.
  private let margin: Double
  private(set) var cuts: [Cut] = []

  private let breaks: [TeXSpelling.Break]
  private let totalWidth: Double
  private var limit: Double
  /// What a width within the spelling must be moved by to be a place in the last row.
  private var shift = 0.0
  /// The widest row that this filler has ended.
  private var widestRow = 0.0

  init(_ spelling: borrowing TeXSpelling, lineWidth: Double, margin: Double) {
    self.margin = margin
    breaks = spelling.breaks
    totalWidth = spelling.width
    limit = lineWidth
  }

  /// The width of the widest row, in em.
  var widestWidth: Double {
    var widest = 0.0
    var (start, indent) = (0.0, 0.0)
    for cut in cuts {
      widest = max(widest, indent + width(before: cut.number) - start)
      (start, indent) = (width(before: cut.number), margin + Double(cut.indent) * TeXWidth.quad)
    }
    return max(widest, indent + totalWidth - start)
  }

  /// Whether everything before the break `end` fits the last row.
  func fits(upTo end: Int) -> Bool { reach(of: end) <= limit }

  /// Ends the row before the break `number`.
  mutating func cut(at number: Int, indent: Int) {
    widestRow = max(widestRow, reach(of: number))
    cuts.append(Cut(number: number, indent: indent))
    shift = margin + Double(indent) * TeXWidth.quad - width(before: number)
  }

  /// Adds the link between two breaks, in as few rows as it needs, and those of about one width.
  mutating func fill(from start: Int, to end: Int) {
    guard !fits(upTo: end) else { return }
    var best = filled(from: start, to: end, within: limit)
    var (low, high) = (limit / 2, limit)
    for _ in 0..<Self.balancingSteps {
      let middle = (low + high) / 2
      let candidate = filled(from: start, to: end, within: middle)
      if candidate.cuts.count <= best.cuts.count, candidate.widest(to: end) <= best.widest(to: end) {
        (best, high) = (candidate, middle)
      } else {
        low = middle
      }
    }
    best.limit = limit
    self = best
  }

  private static let balancingSteps = 6

  private func width(before number: Int) -> Double {
    number < breaks.count ? breaks[number].width : totalWidth
  }

  private func reach(of number: Int) -> Double { width(before: number) + shift }

  private func widest(to end: Int) -> Double { max(widestRow, reach(of: end)) }

  private func filled(from start: Int, to end: Int, within limit: Double) -> TeXRowFiller {
    var copy = self
    copy.limit = limit
    copy.widestRow = 0
    copy.place(start, end, link: start, outermost: lowestLevel((start + 1)..<end) ?? 0)
    return copy
  }

  private func lowestLevel(_ range: Range<Int>) -> Int? {
    var lowest: Int?
    for number in range { lowest = min(lowest ?? Int.max, breaks[number].level) }
    return lowest
  }

  /// Puts the piece between two breaks on the last row, or on one of its own, or else its parts one by one.
  private mutating func place(_ start: Int, _ end: Int, link: Int, outermost: Int) {
    guard !fits(upTo: end) else { return }
    let indent = breaks[start].level > outermost ? 2 : 1
    let startsRow = start == link || cuts.last?.number == start
    let reachOnNewRow = margin + Double(indent) * TeXWidth.quad + width(before: end) - width(before: start)
    let inner = (start + 1)..<end
    guard reachOnNewRow > limit || startsRow, let level = lowestLevel(inner) else {
      if !startsRow { cut(at: start, indent: indent) }
      return
    }
    var part = start
    for next in inner where breaks[next].level == level {
      place(part, next, link: link, outermost: outermost)
      part = next
    }
    place(part, end, link: link, outermost: outermost)
  }
}

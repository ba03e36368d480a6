import Renderers

/// What a page says of one row that does not hold: printed and right number below one another, and the reason.
struct ProofCard {
  private let row: ProofReport.Row
  private let anchor: String?
  private let section: ProofPageSection
  /// Longer numbers are moved inside a frame of their own, so that they stay comparable on a narrow page.
  private static let longestNumber = 18

  init(_ placed: ProofPageSection.Placed, in section: ProofPageSection) {
    (row, anchor, self.section) = (placed.row, placed.anchor, section)
  }

  var element: HTMLElement {
    let place = "\(ProofWords.line) \(row.line)" + (row.context.isEmpty ? "" : ", \(row.context)")
    let head: [HTMLElement] = [
      .element(section.level.claim, [:], [.element(.code, [:], [.text(row.expression)])]),
      .element(.p, [.class: "verdict"], [.text(row.shownVerdict)]),
      .element(.p, [.class: "place"], [.text(place)]),
    ]
    return .element(
      .article, [.class: row.isFault ? "claim fault" : "claim erratum", .id: anchor], head + [numbers] + reason)
  }

  private var numbers: HTMLElement {
    let pair = DigitPair(row.printed, row.right)
    let list = HTMLElement.element(
      .dl, [.class: "numbers"],
      [
        .element(.dt, [:], [.text(ProofWords.printed)]), .element(.dd, [:], [pair.printed]),
        .element(.dt, [:], [.text(ProofWords.right)]), .element(.dd, [:], [pair.right]),
      ])
    guard pair.width > Self.longestNumber else { return list }
    return ProofPageSection.scrolling("\(ProofWords.line) \(row.line)", list)
  }

  private var reason: [HTMLElement] {
    guard let reason = row.reason else { return [] }
    let pieces = reason.pieces.map { piece in
      switch piece {
      case .words(let words): return HTMLElement.text(words)
      case .line(let line):
        guard let target = section.target(ofLine: line) else { return "\(String(line))" }
        return .element(.a, [.href: target], ["\(String(line))"])
      }
    }
    return [.element(.p, [.class: "reason"], pieces)]
  }
}

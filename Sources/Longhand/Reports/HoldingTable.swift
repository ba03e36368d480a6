import Renderers

/// What a page says of all rows that hold: one table, the rows of each context under its name.
struct HoldingTable {
  private let groups: [(context: String, items: [ProofPageSection.Placed])]
  private let printed: NumberColumn
  private let right: NumberColumn
  private let hasVerdicts: Bool
  /// Longer expressions and numbers, such as matrices, are broken into lines.
  private static let longestLine = 26

  init(_ placed: [ProofPageSection.Placed]) {
    groups = ProofReport.groups(placed, by: \.row.context)
    printed = NumberColumn(placed.map(\.row.printed).filter { !Self.isLong($0) })
    right = NumberColumn(placed.map(\.row.shownRight).filter { !Self.isLong($0) })
    hasVerdicts = placed.contains { $0.row.shownVerdict != ProofWords.holds }
  }

  var element: HTMLElement {
    let caption = HTMLElement.element(.caption, [.class: "unseen"], [.text(ProofWords.holdingCaption)])
    return ProofPageSection.scrolling(ProofWords.holdingHeading, .element(.table, [:], [caption, header] + bodies))
  }

  private var header: HTMLElement {
    let names = [
      (ProofWords.line, "count"), (ProofWords.claim, "text"), (ProofWords.printed, "text"), (ProofWords.right, "text"),
    ]
    let all = hasVerdicts ? names + [(ProofWords.verdict, "text")] : names
    let cells = all.map { HTMLElement.element(.th, [.scope: "col", .class: $0.1], [.text($0.0)]) }
    return .element(.thead, [:], [.element(.tr, [:], cells)])
  }

  private var bodies: [HTMLElement] {
    groups.map { group in
      let heading = HTMLElement.element(
        .th, [.scope: "rowgroup", .colspan: hasVerdicts ? "5" : "4", .class: "context"], [.text(group.context)])
      return .element(
        .tbody, [:],
        (group.context.isEmpty ? [] : [.element(.tr, [:], [heading])]) + group.items.map(row))
    }
  }

  private func row(_ placed: ProofPageSection.Placed) -> HTMLElement {
    let row = placed.row
    let cells: [HTMLElement] = [
      .element(.td, [.class: "count"], ["\(String(row.line))"]),
      .element(
        .th, [.scope: "row", .class: Self.isLong(row.expression) ? "claimed long" : "claimed"],
        [.element(.code, [:], [.text(row.expression)])]),
      number(row.printed, printed), number(row.shownRight, right),
    ]
    let verdict = hasVerdicts ? [HTMLElement.element(.td, [.class: "text"], [.text(row.shownVerdict)])] : []
    return .element(.tr, [.id: placed.anchor], cells + verdict)
  }

  private func number(_ text: String, _ column: NumberColumn) -> HTMLElement {
    let isLong = Self.isLong(text)
    return .element(
      .td, [.class: isLong ? "number long" : "number"],
      [.element(.code, [:], [.text(isLong ? text : column.cell(text).text)])])
  }

  private static func isLong(_ text: String) -> Bool { text.count > longestLine }
}

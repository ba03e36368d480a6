import Renderers

/// The table over several reports on a page: which there are, and what came of each.
struct ReportOverview {
  private let pages: [ProofPageSection]

  init(_ pages: [ProofPageSection]) {
    self.pages = pages
  }

  var element: HTMLElement {
    let caption = HTMLElement.element(.caption, [.class: "unseen"], [.text(ProofWords.overview)])
    let body = HTMLElement.element(.tbody, [:], pages.map(row))
    return ProofPageSection.scrolling(ProofWords.severalHeading, .element(.table, [:], [caption, header, body]))
  }

  private var header: HTMLElement {
    let counts = [ProofWords.faultsHeading, ProofWords.errataHeading, ProofWords.holdingHeading]
    let names = [(ProofWords.document, "text")] + counts.map { ($0, "count") }
    let cells = names.map { HTMLElement.element(.th, [.scope: "col", .class: $0.1], [.text($0.0)]) }
    return .element(.thead, [:], [.element(.tr, [:], cells)])
  }

  private func row(_ page: ProofPageSection) -> HTMLElement {
    let link = HTMLElement.element(.a, [.href: "#\(page.anchor)"], [.text(page.report.heading)])
    let faults = page.report.faults.count
    let cells: [HTMLElement] = [
      .element(.th, [.scope: "row", .class: "text"], [link] + page.file),
      .element(.td, [.class: faults > 0 ? "count wrong" : "count"], ["\(String(faults))"]),
      .element(.td, [.class: "count"], ["\(String(page.report.errata.count))"]),
      .element(.td, [.class: "count"], ["\(String(page.report.holding.count))"]),
    ]
    return .element(.tr, [:], cells)
  }
}

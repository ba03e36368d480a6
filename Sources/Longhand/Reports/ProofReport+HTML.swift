import Renderers

/// Reports as one web page that needs nothing else: no network, no script.
extension ProofReport {
  /// The reports on one page, several of them as its sections under a table of them, in UTF-8.
  public static func html(_ reports: [ProofReport]) -> [UInt8] {
    let isOnly = reports.count == 1
    let heading = isOnly ? reports[0].heading : ProofWords.severalHeading
    let pages = reports.enumerated().map { index, report in
      ProofPageSection(report, anchor: isOnly ? "" : "report-\(index + 1)", level: isOnly ? .first : .second)
    }
    let main = isOnly ? pages[0].blocks : [ReportOverview(pages).element] + pages.map(\.section)
    let body: [HTMLElement] = [
      .element(.header, [:], [.element(.h1, [:], [.text(heading)])] + (isOnly ? pages[0].file : [])),
      .element(.main, [:], main),
      .element(.footer, [:], [.element(.p, [:], [.text(ProofWords.program)])]),
    ]
    return HTMLElement.element(.html, [.lang: "en"], [head(heading), .element(.body, [:], body)]).page
  }

  private static func head(_ heading: String) -> HTMLElement {
    .element(
      .head, [:],
      [
        .void(.meta, [.charset: "utf-8"]),
        .void(.meta, [.name: "viewport", .content: "width=device-width, initial-scale=1"]),
        .void(.meta, [.name: "color-scheme", .content: "light dark"]),
        .void(
          .meta, [.equivalent: "Content-Security-Policy", .content: "default-src 'none'; style-src 'unsafe-inline'"]),
        .element(.title, [:], [.text(heading == ProofWords.severalHeading ? heading : ProofWords.proofread(heading))]),
        .style(pageStyle),
      ])
  }
}

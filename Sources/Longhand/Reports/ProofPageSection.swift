import Renderers

/// One report on a web page: the summary, a card for each fault, a table of what holds.
struct ProofPageSection {
  /// Whether the page's heading is its own, or one over several.
  enum Level {
    case first, second

    /// Over what holds, and over what does not.
    var part: HTMLElement.Tag {
      switch self {
      case .first: .h2
      case .second: .h3
      }
    }

    /// Over one claim.
    var claim: HTMLElement.Tag {
      switch self {
      case .first: .h3
      case .second: .h4
      }
    }
  }

  /// A row with the name by which links find it; of several rows from one line, the first has it.
  struct Placed {
    let row: ProofReport.Row
    let anchor: String?
  }

  let report: ProofReport
  let anchor: String
  let level: Level
  private let placed: [Placed]
  private let lines: Set<Int>

  init(_ report: ProofReport, anchor: String, level: Level) {
    (self.report, self.anchor, self.level) = (report, anchor, level)
    var lines = Set<Int>()
    let placed = (report.faults + report.errata + report.holding).map { row in
      Placed(row: row, anchor: lines.insert(row.line).inserted ? Self.anchor(ofLine: row.line, in: anchor) : nil)
    }
    (self.placed, self.lines) = (placed, lines)
  }

  /// The report as a section with its own heading.
  var section: HTMLElement {
    let title = HTMLElement.element(.h2, [.id: anchor], [.text(report.heading)])
    return .element(.section, [.class: "report", .labelledBy: anchor], [title] + file + blocks)
  }

  /// What is read, where the heading does not say it.
  var file: [HTMLElement] {
    report.title == nil ? [] : [.element(.p, [.class: "file"], [.element(.code, [:], [.text(report.name)])])]
  }

  /// Everything below the heading.
  var blocks: [HTMLElement] {
    let faults = placed.filter { $0.row.kind == .fault }
    let errata = placed.filter { $0.row.kind == .erratum }
    let holding = placed.filter { $0.row.kind == .holding }
    return [summary] + part(ProofWords.faultsHeading, faults.map { ProofCard($0, in: self).element })
      + part(ProofWords.errataHeading, errata.map { ProofCard($0, in: self).element })
      + part(ProofWords.holdingHeading, holding.isEmpty ? [] : [HoldingTable(holding).element])
      + part(ProofWords.asidesHeading, asides)
  }

  private var summary: HTMLElement {
    .element(.div, [.class: "summary"], report.summary.map { .element(.p, [:], [.text($0)]) })
  }

  private var asides: [HTMLElement] {
    guard !report.asides.isEmpty else { return [] }
    let items = report.asides.map { aside in
      HTMLElement.element(
        .li, [:],
        [
          .element(.p, [:], [.element(.code, [:], [.text(aside.text)])]),
          .element(.p, [.class: "place"], ["\(ProofWords.line) \(String(aside.line))"]),
          .element(.p, [.class: "reason"], [.text(aside.explanation)]),
        ])
    }
    return [.element(.ul, [.class: "asides"], items)]
  }

  private func part(_ heading: String, _ content: [HTMLElement]) -> [HTMLElement] {
    content.isEmpty ? [] : [.element(level.part, [:], [.text(heading)])] + content
  }
}

extension ProofPageSection {
  private static func anchor(ofLine line: Int, in report: String) -> String {
    report.isEmpty ? "line-\(line)" : "\(report)-line-\(line)"
  }

  /// Where a link to a line leads; nothing where the page does not show it.
  func target(ofLine line: Int) -> String? {
    lines.contains(line) ? "#\(Self.anchor(ofLine: line, in: anchor))" : nil
  }

  /// Content that may be wider than the page, in a frame of its own that the keyboard can move.
  static func scrolling(_ name: String, _ content: HTMLElement) -> HTMLElement {
    .element(.div, [.class: "scrolling", .role: "group", .label: name, .tabindex: "0"], [content])
  }
}

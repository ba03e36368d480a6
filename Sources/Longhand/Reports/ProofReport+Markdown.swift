import DocumentModel
import Renderers

/// Reports in GitHub's Markdown, made as documents so that everything is escaped where all documents are.
extension ProofReport {
  /// The reports on one page, several of them as its sections, in UTF-8.
  public static func markdown(_ reports: [ProofReport]) -> [UInt8] {
    let isOnly = reports.count == 1
    let title = isOnly ? reports[0].heading : ProofWords.severalHeading
    let steps = reports.enumerated().map { index, report in
      let heading = isOnly ? [] : [Block.heading(level: 1, [.text(report.heading)])]
      return Step(id: "report-\(index + 1)", blocks: heading + report.blocks(level: isOnly ? 1 : 2))
    }
    return MarkdownRenderer(flavour: .github).bytes(Document(title: [.text(title)], steps: steps))
  }

  /// Everything below the heading, in sections of a level.
  private func blocks(level: Int) -> [Block] {
    [.paragraph([.code(name)])] + summary.map { .paragraph([.text($0)]) }
      + section(ProofWords.faultsHeading, level, faults) + section(ProofWords.errataHeading, level, errata)
      + section(ProofWords.holdingHeading, level, holding) + asideBlocks(level)
  }

  private func section(_ heading: String, _ level: Int, _ rows: [Row]) -> [Block] {
    rows.isEmpty ? [] : [.heading(level: level, [.text(heading)]), .table(table(of: rows))]
  }

  /// Rows with the columns that say something of them.
  func table(of rows: [Row]) -> Table {
    let columns = Column.allCases.filter { $0.isNeeded(for: rows) }
    return Table(
      columns: columns.map { Table.Column([.text($0.header)], $0.alignment) },
      rows: rows.map { row in columns.map { $0.cell(row) } })
  }

  private func asideBlocks(_ level: Int) -> [Block] {
    guard !asides.isEmpty else { return [] }
    let headers = [ProofWords.line, ProofWords.aside, ProofWords.explanation]
    let table = Table(
      columns: headers.map { Table.Column([.text($0)], $0 == ProofWords.line ? .right : .left) },
      rows: asides.map { [[.text(String($0.line))], [.code($0.text)], [.text($0.explanation)]] })
    return [.heading(level: level, [.text(ProofWords.asidesHeading)]), .table(table)]
  }
}

extension ProofReport {
  /// A column of a table, in the order from the left; those that would say nothing new are left out.
  private enum Column: CaseIterable {
    case line, context, claim, printed, right, verdict, reason

    var header: String {
      switch self {
      case .line: ProofWords.line
      case .context: ProofWords.context
      case .claim: ProofWords.claim
      case .printed: ProofWords.printed
      case .right: ProofWords.right
      case .verdict: ProofWords.verdict
      case .reason: ProofWords.reason
      }
    }

    /// Printed and right numbers have as many decimals, so that at the right their points stand below one another.
    var alignment: Table.Alignment {
      switch self {
      case .line, .printed, .right: .right
      case .context, .claim, .verdict, .reason: .left
      }
    }

    func isNeeded(for rows: [Row]) -> Bool {
      switch self {
      case .line, .claim, .printed, .right: true
      case .context: rows.contains { !$0.context.isEmpty }
      case .verdict: rows.contains { $0.shownVerdict != ProofWords.holds }
      case .reason: rows.contains { $0.reason != nil }
      }
    }

    func cell(_ row: Row) -> [Inline] {
      switch self {
      case .line: [.text(String(row.line))]
      case .context: [.text(row.context)]
      case .claim: [.code(row.expression)]
      case .printed: [.code(row.printed)]
      case .right: [row.right.map(Inline.code) ?? .text(ProofWords.nothing)]
      case .verdict: row.isFault ? [.strong([.text(row.shownVerdict)])] : [.text(row.shownVerdict)]
      case .reason: [.text(row.reason?.sentence ?? "")]
      }
    }
  }
}

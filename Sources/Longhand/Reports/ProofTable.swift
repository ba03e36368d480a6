import Renderers

/// The rows of a report in columns, as wide as they need.
///
/// Where all of them do not fit the page, the longest entries leave their columns: a long expression stands alone over
/// its numbers, long numbers stand below one another under their line. Nothing is ever cut off.
struct ProofTable {
  private typealias Cell = (text: TextRow, width: Int)

  private let groups: [(context: String, items: [ProofReport.Row])]
  private let page: ProofPage
  /// Wider entries than this leave their column.
  private let cap: Int
  private let lineWidth: Int
  private let claimWidth: Int
  private let printed: NumberColumn
  private let right: NumberColumn
  private let verdictWidth: Int

  init(_ rows: [ProofReport.Row], _ page: ProofPage) {
    self.page = page
    groups = ProofReport.groups(rows, by: \.context)
    lineWidth = max(ProofWords.line.count, rows.map { String($0.line).count }.max() ?? 0)
    let entries = rows.map(Entries.init)
    let verdicts = rows.map { TextWidth.columns(of: $0.shownVerdict) }
    verdictWidth = max(ProofWords.verdict.count, verdicts.max() ?? 0)
    let available = page.width - lineWidth - verdictWidth - 4 * ProofPage.gap
    cap = Self.cap(entries, within: available)
    (claimWidth, printed, right) = Self.columns(entries, cap: cap)
  }

  /// The header, its rule, and the groups with their contexts over them.
  var rows: [TextRow] {
    [header, rule]
      + groups.enumerated().flatMap { index, group in
        let gap = index > 0 ? [TextRow.empty] : []
        let heading = group.context.isEmpty ? [] : gap + page.rows(of: group.context, isBold: true)
        return heading
          + group.items.indices.flatMap { item in
            let next = item + 1 < group.items.count ? group.items[item + 1] : nil
            let isSaidBelow = next?.line == group.items[item].line && next?.reason == group.items[item].reason
            return rows(of: group.items[item]) + (isSaidBelow ? [] : reasonRows(group.items[item]))
          }
      }
  }

  private func rows(of row: ProofReport.Row) -> [TextRow] {
    let entries = Entries(row)
    let line = String(row.line)
    let start = [
      (TextRow(TextRow.blanks(lineWidth - line.count) + line, width: lineWidth), lineWidth),
      (page.row(of: entries.claim), claimWidth),
    ]
    let verdict = page.row(of: row.shownVerdict, isBold: row.isFault)
    return entries.numberWidth <= cap ? rowsInColumns(start, entries, verdict) : rowsOutside(start, entries, verdict)
  }

  /// Why a number is wrong, below it; said once below several numbers of one line.
  private func reasonRows(_ row: ProofReport.Row) -> [TextRow] {
    row.reason.map { page.rows(of: $0.sentence, indent: indent) } ?? []
  }

  /// One row; two where the expression is too long.
  private func rowsInColumns(_ start: [Cell], _ entries: Entries, _ verdict: TextRow) -> [TextRow] {
    let end: [Cell] = [
      (printed.cell(entries.printed), printed.width), (right.cell(entries.right), right.width), (verdict, verdictWidth),
    ]
    if entries.claimWidth <= claimWidth { return [page.row(start + end)] }
    return [page.row(start), page.row([(.empty, lineWidth), (.empty, claimWidth)] + end)]
  }

  /// Numbers that left their columns, one below the other, and the verdict as near to its column as it can be.
  private func rowsOutside(_ start: [Cell], _ entries: Entries, _ verdict: TextRow) -> [TextRow] {
    let inColumn = page.row(start + [(.empty, printed.width), (.empty, right.width), (verdict, 0)])
    let behind = page.row(start + [(verdict, 0)])
    let head =
      (entries.claimWidth <= claimWidth ? [inColumn, behind] : [behind]).first { $0.width <= page.width }.map { [$0] }
      ?? [page.row(start), page.row([(.empty, indent - ProofPage.gap), (verdict, 0)])]
    return head + longNumbers(entries)
  }

  private func longNumbers(_ entries: Entries) -> [TextRow] {
    let pair = NumberColumn([entries.printed, entries.right])
    let right = entries.right == entries.printed ? [] : [(ProofWords.right, entries.right)]
    return ([(ProofWords.printed, entries.printed)] + right).map { name, number in
      page.row([
        (.empty, indent - ProofPage.gap), (page.row(of: name), ProofWords.printed.count), (pair.cell(number), 0),
      ])
    }
  }

  /// Where the rows begin that belong to the one above them.
  private var indent: Int { lineWidth + 2 * ProofPage.gap }

  private var header: TextRow {
    let names = [ProofWords.line, ProofWords.claim, ProofWords.printed, ProofWords.right, ProofWords.verdict]
    return page.row(zip(names, widths).map { (page.row(of: $0, isBold: true), $1) })
  }

  private var rule: TextRow { page.row(widths.map { (TextRow.rule("─", $0), $0) }) }

  /// The last is no wider than the page allows: what stands in it can stand out.
  private var widths: [Int] {
    let columns = [lineWidth, claimWidth, printed.width, right.width]
    let rest = page.width - columns.reduce(0) { $0 + $1 + ProofPage.gap }
    return columns + [max(ProofWords.verdict.count, min(verdictWidth, rest))]
  }
}

extension ProofTable {
  /// What a row holds besides its line and its verdict, with what it takes.
  private struct Entries {
    let claim: String
    let printed: String
    let right: String
    let claimWidth: Int
    let numberWidth: Int

    init(_ row: ProofReport.Row) {
      claim = TextWords.printable(row.expression)
      printed = TextWords.printable(row.printed)
      right = TextWords.printable(row.shownRight)
      claimWidth = TextWidth.columns(of: claim)
      numberWidth = max(TextWidth.columns(of: printed), TextWidth.columns(of: right))
    }
  }

  /// The widest entries that the columns can hold within the page, by halving.
  private static func cap(_ entries: [Entries], within available: Int) -> Int {
    var (low, high) = (0, entries.map { max($0.claimWidth, $0.numberWidth) }.max() ?? 0)
    while low < high {
      let middle = (low + high + 1) / 2
      let (claim, printed, right) = columns(entries, cap: middle)
      if claim + printed.width + right.width <= available { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func columns(_ entries: [Entries], cap: Int) -> (Int, NumberColumn, NumberColumn) {
    let claims = entries.map(\.claimWidth).filter { $0 <= cap }
    let numbers = entries.filter { $0.numberWidth <= cap }
    return (
      max(ProofWords.claim.count, claims.max() ?? 0), NumberColumn([ProofWords.printed] + numbers.map(\.printed)),
      NumberColumn([ProofWords.right] + numbers.map(\.right))
    )
  }
}

import DocumentModel
import Renderers

/// A report for the terminal.
extension ProofReport {
  /// Every row in aligned columns, under each wrong one its reason; then the summary, and what was not matched.
  ///
  /// Nothing is cut off: what cannot be broken may stand out beyond `width` columns. With `usesColour` headings and
  /// faults are bold, by terminal codes; without those codes the text is the same. It ends with one line end.
  public func text(width: Int = 80, usesColour: Bool = false) -> String {
    let page = ProofPage(width: max(width, 1), usesColour: usesColour)
    let table = rows.isEmpty ? [] : ProofTable(rows, page).rows
    let sections = [headingRows(page), table, summary.flatMap { page.rows(of: $0) }, asideRows(page)]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [.empty]).map(\.text)
    return lines.map { Self.withoutTrailingBlanks($0) + "\n" }.joined()
  }

  /// Of a document, how much of it was matched and what was not; empty where all of it was.
  public func unmatched(width: Int = 80) -> String {
    guard !asides.isEmpty || rows.isEmpty else { return "" }
    return ProofReport(name: name, title: nil, rows: [], summary: summary, asides: asides).text(width: width)
  }

  private func headingRows(_ page: ProofPage) -> [TextRow] {
    page.rows(of: name, isBold: true) + (title.map { page.rows(of: $0) } ?? [])
  }

  /// Each equality behind its line, the explanation below it.
  private func asideRows(_ page: ProofPage) -> [TextRow] {
    guard !asides.isEmpty else { return [] }
    let lines = asides.map { String($0.line) }
    let margin = max(ProofWords.line.count, lines.map(\.count).max() ?? 0)
    let rows = zip(asides, lines).flatMap { aside, line in
      let number = TextRow(TextRow.blanks(margin - line.count) + line, width: margin)
      return [page.row([(number, margin), (page.row(of: aside.text), 0)])]
        + page.rows(of: aside.explanation, indent: margin + 2 * ProofPage.gap)
    }
    return page.rows(of: ProofWords.asidesHeading, isBold: true) + rows
  }

  private static func withoutTrailingBlanks(_ line: String) -> Substring {
    guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
    return line[...end]
  }
}

/// What rows on a page of a given width have in common.
struct ProofPage {
  /// Blanks between columns.
  static let gap = 2

  let width: Int
  let usesColour: Bool

  /// A sentence in rows that fit behind `indent` columns.
  func rows(of sentence: String, indent: Int = 0, isBold: Bool = false) -> [TextRow] {
    let words = TextWords([.text(sentence)], isBold: isBold, usesColour: usesColour).words
    let rows = TextParagraph.rows(of: words, width: max(width - indent, 1))
    return rows.map { row([(.empty, indent - Self.gap), ($0, 0)]) }
  }

  /// What is never broken.
  func row(of text: String, isBold: Bool = false) -> TextRow {
    let shown = TextWords.printable(text)
    return TextRow(
      isBold && usesColour ? TextStyle.bold.set(shown) : shown, width: TextWidth.columns(of: shown))
  }

  /// Cells side by side, each padded to its columns.
  func row(_ cells: [(text: TextRow, width: Int)]) -> TextRow {
    var row = TextRow.empty
    var end = 0
    for (text, width) in cells where width > -Self.gap {
      row.pad(to: end)
      row.append(text)
      end = max(row.width, end + width) + Self.gap
    }
    return row
  }
}

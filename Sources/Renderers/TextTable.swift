import DocumentModel

/// A table in aligned columns, as wide as it needs and no wider than the page.
///
/// Columns that do not fit beside the others follow in a second part, behind the first column once more.
struct TextTable {
  private let columns: [TextColumn]
  private let rowCount: Int
  private static let gap = 3

  init(_ table: Table, usesColour: Bool) {
    rowCount = table.rows.count
    columns = table.columns.enumerated().map { index, column in
      TextColumn(column, table.rows.map { $0[index] }, usesColour: usesColour)
    }
  }

  /// The rows, the header and its rule first; an empty one between parts.
  func rows(width: Int) -> [String] {
    Array(parts(width: width).map { rows(of: $0, width: width) }.joined(separator: [""]))
  }

  private func parts(width: Int) -> [[TextColumn]] {
    var parts: [[TextColumn]] = []
    var current: [TextColumn] = []
    for column in columns {
      let least = (current + [column]).reduce(-Self.gap) { $0 + $1.leastWidth + Self.gap }
      if least > width, current.count > 1 {
        parts.append(current)
        current = Array(columns.prefix(1))
      }
      current.append(column)
    }
    return current.isEmpty ? parts : parts + [current]
  }

  private func rows(of part: [TextColumn], width: Int) -> [String] {
    let widths = Self.widths(of: part, within: width)
    let rule = widths.map { TextRow.rule("─", $0).text }.joined(separator: TextRow.blanks(Self.gap))
    var rows = Self.lines(zip(part, widths).map { $0.header(width: $1) })
    rows.append(rule)
    for row in 0..<rowCount {
      rows += Self.lines(zip(part, widths).map { $0.cell(row, width: $1) })
    }
    return rows
  }

  /// Where the columns are too wide together, the widest give way first, down to their longest words.
  private static func widths(of part: [TextColumn], within width: Int) -> [Int] {
    func widths(cap: Int) -> [Int] { part.map { max(min($0.naturalWidth, cap), $0.leastWidth) } }
    let available = width - gap * (part.count - 1)
    var (low, high) = (1, max(1, part.reduce(0) { max($0, $1.naturalWidth) }))
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(cap: middle).reduce(0, +) <= available { low = middle } else { high = middle - 1 }
    }
    return widths(cap: low)
  }

  /// Cells side by side, each a block of rows padded to its column.
  private static func lines(_ cells: [[String]]) -> [String] {
    let height = cells.reduce(0) { max($0, $1.count - 1) }
    return (0..<max(height, 1)).map { line in
      cells.map { $0[min(line, $0.count - 1)] }.joined(separator: TextRow.blanks(gap))
    }
  }
}

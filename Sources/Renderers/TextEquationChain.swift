import DocumentModel

/// The links of a broken chain in rows, from the column of the relations on.
struct TextEquationChain {
  private let links: [TextEquationLink]
  private let limit: Int
  private(set) var rows: [TextBox] = []

  init(_ links: [TextEquationLink], limit: Int) {
    self.links = links
    self.limit = limit
    let heads = links.indices.filter { !mayShareRow($0) }
    let blocks = blocks(of: heads)
    var drawn = TextEquationColumns.rows(of: Array(blocks.joined()), limit: limit)[...]
    for (head, block) in zip(heads, blocks) {
      append(drawn.prefix(block.count), head)
      drawn = drawn.dropFirst(block.count)
    }
  }

  /// The lines of every head; a sum of products is a table where that is clearer, or follows one like it.
  private func blocks(of heads: [Int]) -> [[TextEquationLine]] {
    var table: Int?
    return heads.map { head in
      let link = links[head]
      let breaking = TextEquationBreaking(limit: limit)
      guard follows(head, table) || link.makesTable(limit: limit) else {
        return breaking.lines(of: link.cells, lead: link.sign)
      }
      table = head
      return breaking.table(of: link.cells, lead: link.sign)
    }
  }

  private func follows(_ head: Int, _ table: Int?) -> Bool {
    guard let table, table == head - 1, let factors = links[head].cells.factorsPerTerm else { return false }
    return factors == links[table].cells.factorsPerTerm && links[head].cells.matches(links[table].cells)
  }

  /// Not a link whose cells stand in columns with those above or below.
  private func mayShareRow(_ link: Int) -> Bool {
    guard link > 0, links[link].continues(links[link - 1]) else { return false }
    return !links[link].cells.matches(links[link - 1].cells)
      && !(link + 1 < links.count && links[link].cells.matches(links[link + 1].cells))
  }

  /// A head in its lines, then the links that may share its last row; behind a table, none may.
  private mutating func append(_ lines: ArraySlice<TextEquationColumns.Row>, _ head: Int) {
    let isAligned = lines.last?.isAligned == true
    let isOneRow = lines.count == 1
    rows += isOneRow && !isAligned ? [links[head].box] : lines.map(\.box)
    var gap = isAligned ? (isOneRow ? 2 : nil) : 1
    for link in links.indices.dropFirst(head + 1).prefix(while: mayShareRow) {
      if !appendToLastRow(link, gap: gap) {
        appendRows(of: link)
        gap = 1
      }
    }
  }

  private mutating func appendToLastRow(_ link: Int, gap: Int?) -> Bool {
    guard let gap, let last = rows.last, last.width + 2 * gap + 1 + links[link].cells.width <= limit else {
      return false
    }
    links[link].draw(behind: &rows[rows.count - 1], gap: gap)
    return true
  }

  private mutating func appendRows(of link: Int) {
    let lines = TextEquationBreaking(limit: limit)
      .lines(of: links[link].cells, lead: links[link].sign)
    rows += lines.count == 1 ? [links[link].box] : lines.map { $0.box() }
  }
}

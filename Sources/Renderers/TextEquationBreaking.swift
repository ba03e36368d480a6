import DocumentModel

/// Breaks a link that is too wide: before its top-level signs, then before its dots, then wherever a blank is.
struct TextEquationBreaking {
  /// The columns from the relation on.
  let limit: Int

  /// The lines of a formula, the first behind `lead`, the others two columns further in.
  func lines(
    of cells: TextEquationCells, lead: String, indent: Int = 0, padding: Int = 0
  ) -> [TextEquationLine] {
    let line = TextEquationLine(indent: indent, lead: lead, padding: padding, cells: cells)
    guard line.width > limit else { return [line] }
    switch cells.kind {
    case .whole: return pieces(of: line)
    case .terms, .factors: return lines(of: groups(of: line), line, padding: padding)
    }
  }

  /// The lines of a sum of products, one for each term; behind the relation as far in as behind the signs.
  func table(of cells: TextEquationCells, lead: String) -> [TextEquationLine] {
    let line = TextEquationLine(indent: 0, lead: lead, cells: cells)
    return lines(of: cells.list.map { [$0] }, line, padding: 2)
  }

  private func lines(
    of groups: [[TextEquationCells.Cell]], _ line: TextEquationLine, padding: Int
  ) -> [TextEquationLine] {
    groups.enumerated().flatMap { index, group in
      let isFirst = index == 0
      let (lead, indent) = isFirst ? (line.lead, line.indent) : (group[0].joint, line.leadWidth)
      let padding = isFirst ? padding : 0
      if group.count == 1 {
        let cells = TextEquationCells(of: group[0].formula)
        return lines(of: cells, lead: lead, indent: indent, padding: padding)
      }
      let cells = TextEquationCells(line.cells.kind, group)
      return [
        TextEquationLine(
          indent: indent, lead: lead, padding: padding, cells: cells, isComplete: false)
      ]
    }
  }

  /// As many cells to a line as fit.
  private func groups(of line: TextEquationLine) -> [[TextEquationCells.Cell]] {
    var groups: [[TextEquationCells.Cell]] = []
    var group: [TextEquationCells.Cell] = []
    var width = line.leadWidth
    for cell in line.cells.list {
      if !group.isEmpty, width + 3 + cell.box.width > limit {
        groups.append(group)
        group = []
        width = line.leadWidth + 2
      } else if !group.isEmpty {
        width += 3
      }
      group.append(cell)
      width += cell.box.width
    }
    return groups + [group]
  }

  /// A formula of one piece, in its one-line form if that can be broken at blanks.
  private func pieces(of line: TextEquationLine) -> [TextEquationLine] {
    let formula = line.cells.list[0].formula
    let words = TextFormulaPieces.words(of: formula)
    guard words.count > 1 else { return [line] }
    let rows = TextParagraph.rows(of: words, width: max(limit - line.leadWidth - 2, 1))
    return rows.enumerated().map { index, row in
      let cells = TextEquationCells(.whole, [.init(joint: "", formula: formula, box: TextBox(row))])
      return TextEquationLine(
        indent: index == 0 ? line.indent : line.leadWidth + 2, lead: index == 0 ? line.lead : "",
        padding: index == 0 ? line.padding : 0, cells: cells)
    }
  }
}

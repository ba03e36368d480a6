/// One line of a broken equation, behind the column where its relations stand.
struct TextEquationLine {
  /// Blanks before the sign, and the sign that the line begins with.
  let indent: Int
  let lead: String
  /// Blanks behind the sign, beyond the one that it takes itself.
  var padding = 0
  let cells: TextEquationCells
  /// Whether its cells may stand in columns: they are all that their formula has, not as many as fitted.
  var isComplete = true

  /// The columns before the first cell: a sign takes a blank behind it.
  var leadWidth: Int { indent + (lead.isEmpty ? 0 : 2) + padding }
  var width: Int { leadWidth + cells.width }

  /// The line drawn; with `columns`, every cell stands in the middle of its column, the first one `leadWidth`
  /// behind the start.
  func box(leadWidth: Int? = nil, columns: [Int]? = nil) -> TextBox {
    var box = TextBox.blank(indent)
    box.append(lead, width: lead.isEmpty ? 0 : 1)
    box.append(.blank((leadWidth ?? self.leadWidth) - box.width))
    cells.draw(behind: &box, columns: columns)
    return box
  }

  /// Whether its cells may stand in columns with those of `next`.
  func alignsWith(_ next: TextEquationLine) -> Bool {
    isComplete && next.isComplete && cells.matches(next.cells)
  }
}

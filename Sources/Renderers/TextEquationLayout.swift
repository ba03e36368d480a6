import DocumentModel

/// Equations laid out in rows that line up: on one where it fits, else broken before the relations.
struct TextEquationLayout {
  let width: Int
  let usesColour: Bool

  /// The rows of `equation` from top to bottom, each a box.
  func rows(of equation: Equation) -> [TextBox] {
    let limit = equation.isMarked ? width - 2 : width
    let left = TextFormulaSpelling.displayed.box(of: equation.left)
    let links = equation.links.map { TextEquationLink($0, usesColour: usesColour) }
    let fits = links.reduce(left.width) { $0 + $1.width } <= limit
    var rows = fits ? [whole(left, links)] : broken(equation.left, left, links, limit)
    if equation.isMarked { rows[rows.count - 1].append(mark, width: 2) }
    return rows
  }

  private var mark: String {
    " " + (usesColour ? TextStyle.dim.set(Equation.mark) : Equation.mark)
  }

  private func whole(_ left: TextBox, _ links: [TextEquationLink]) -> TextBox {
    var box = left
    for link in links { link.draw(behind: &box, gap: 1) }
    return box
  }

  /// The relations stand below the first one; where the left side takes too much room, below its beginning.
  private func broken(
    _ formula: Formula, _ left: TextBox, _ links: [TextEquationLink], _ limit: Int
  ) -> [TextBox] {
    let leftStandsAlone = left.width > limit / 2
    let column = leftStandsAlone ? 2 : left.width + 1
    let chain = TextEquationChain(links, limit: max(limit - column, 1)).rows
    guard leftStandsAlone || chain.isEmpty else {
      return chain.enumerated().map { Self.join($0 == 0 ? left : TextBox(.empty), $1, at: column) }
    }
    let lines = TextEquationBreaking(limit: limit).lines(
      of: TextEquationCells(of: formula), lead: "")
    return lines.map { $0.box() } + chain.map { Self.join(TextBox(.empty), $0, at: column) }
  }

  private static func join(_ left: TextBox, _ row: TextBox, at column: Int) -> TextBox {
    var joined = left
    joined.append(.blank(column - left.width))
    joined.append(row)
    return joined
  }
}

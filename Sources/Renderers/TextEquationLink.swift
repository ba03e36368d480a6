import DocumentModel

/// A link of a chain, drawn in cells, with what the layout asks about it.
struct TextEquationLink {
  let role: Equation.Role
  /// The sign of its relation.
  let sign: String
  let cells: TextEquationCells
  private let usesColour: Bool

  init(_ link: Equation.Link, usesColour: Bool) {
    role = link.role
    sign = Self.sign(of: link.relation)
    cells = TextEquationCells(of: link.formula)
    self.usesColour = usesColour
  }

  static func sign(of relation: Equation.Relation) -> String {
    switch relation {
    case .equal: "="
    case .approximate: "≈"
    }
  }

  /// The columns of the sign with a blank before and behind it, and of the formula.
  var width: Int { 3 + cells.width }

  /// Sets the relation to the right of `box`, with `gap` blanks before and behind it, and the formula.
  func draw(behind box: inout TextBox, gap: Int) {
    box.append(.blank(gap))
    box.append(sign, width: 1)
    box.append(.blank(gap))
    switch role {
    case .stated, .symbols, .numbers: cells.draw(behind: &box)
    case .value:
      var value = TextBox(.empty)
      cells.draw(behind: &value)
      box.append(usesColour ? value.emboldened : value)
    }
  }

  /// The link on a row of its own, the relation first.
  var box: TextBox {
    var box = TextBox(TextRow(sign + " ", width: 2))
    var link = TextBox(.empty)
    cells.draw(behind: &link)
    box.append(usesColour && role == .value ? link.emboldened : link)
    return box
  }

  /// Whether it goes on in the row of `previous` where there is room: the value behind its numbers, and a link
  /// of the same kind.
  func continues(_ previous: TextEquationLink) -> Bool {
    role == previous.role || role == .value && previous.role == .numbers
  }

  /// Whether a sum of products is clearer with a term to each line: where it is too wide for one, and high or of
  /// three factors and more.
  func makesTable(limit: Int) -> Bool {
    guard cells.width + 2 > limit, let factors = cells.factorsPerTerm else { return false }
    return factors > 2 || !cells.isFlat
  }
}

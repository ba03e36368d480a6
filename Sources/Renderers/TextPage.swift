import DocumentModel

/// The text so far, to which blocks are added one below the other.
struct TextPage {
  private let width: Int
  private let usesColour: Bool
  private let equations: TextEquationLayout
  private var text = ""

  static let indent = 4
  static let titleRule: Character = "═"

  init(width: Int, usesColour: Bool) {
    self.width = width
    self.usesColour = usesColour
    equations = TextEquationLayout(width: max(width - Self.indent, 1), usesColour: usesColour)
  }

  /// The text, with the newline that ends it.
  var finished: String { text.isEmpty ? "\n" : text }

  /// The title stands between two rules.
  mutating func addTitle(_ title: [Inline]) {
    addHeading(title, rule: Self.titleRule, isTitle: true)
  }

  mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let inlines):
      if level == 1 && !text.isEmpty { text += "\n" }
      addHeading(inlines, rule: level == 1 ? Self.titleRule : level == 2 ? "─" : "·")
    case .paragraph(let inlines): addRows(of: words(of: inlines))
    case .equation(let equation): add(equations.rows(of: equation))
    case .table(let table):
      guard !table.columns.isEmpty else { return }
      startBlock()
      for row in TextTable(table, usesColour: usesColour).rows(width: width) { addRow(row) }
    case .list(let items): add(items)
    case .figure(let figure): add(figure)
    }
  }

  private mutating func addHeading(_ inlines: [Inline], rule: Character, isTitle: Bool = false) {
    let rows = TextParagraph.rows(of: words(of: inlines, isBold: true), width: width)
    guard let columns = rows.map(\.width).max() else { return }
    let line = TextRow.rule(rule, columns).text
    startBlock()
    if isTitle { addRow(line) }
    for row in rows { addRow(row.text) }
    addRow(line)
  }

  private mutating func add(_ items: [[Inline]]) {
    guard !items.isEmpty else { return }
    startBlock()
    for item in items {
      let rows = TextParagraph.rows(of: words(of: item), width: max(width - 2, 1))
      for (index, row) in rows.enumerated() { addRow(row.text, behind: index == 0 ? "• " : "  ") }
    }
  }

  /// Of a picture that is wider than the page a sentence says that it is not there; its caption would speak of it.
  private mutating func add(_ figure: Figure) {
    guard let picture = TextFigure(figure, width: width, usesColour: usesColour) else {
      return addRows(of: words(of: figure.undrawn))
    }
    startBlock()
    for row in picture.rows { addRow(row) }
    addRows(of: words(of: figure.caption))
  }

  private mutating func addRows(of words: [TextWord]) {
    guard !words.isEmpty else { return }
    startBlock()
    for row in TextParagraph.rows(of: words, width: width) { addRow(row.text) }
  }

  /// High rows are set apart by a blank line, plain ones follow one another.
  private mutating func add(_ boxes: [TextBox]) {
    startBlock()
    let margin = TextRow.blanks(Self.indent)
    var previousIsFlat = true
    for (index, box) in boxes.enumerated() {
      if index > 0 && !(previousIsFlat && box.isFlat) { text += "\n" }
      for row in box.above { addRow(row.text, behind: margin) }
      addRow(box.line.text, behind: margin)
      for row in box.below { addRow(row.text, behind: margin) }
      previousIsFlat = box.isFlat
    }
  }

  private func words(of inlines: [Inline], isBold: Bool = false) -> [TextWord] {
    TextWords(inlines, isBold: isBold, usesColour: usesColour).words
  }

  private mutating func startBlock() {
    if !text.isEmpty { text += "\n" }
  }

  private mutating func addRow(_ row: String, behind indent: String = "") {
    let blank = UInt8(ascii: " ")
    guard let end = row.utf8.lastIndex(where: { $0 != blank }) else {
      text += "\n"
      return
    }
    text += indent
    text += row[...end]
    text += "\n"
  }
}

import DocumentModel

/// Spells a document in Markdown, with its formulas in TeX.
public struct MarkdownRenderer: Sendable {
  /// Whose Markdown it is; they differ in how formulas are fenced off and in which characters mean something.
  public enum Flavour: String, Sendable, CaseIterable {
    /// GitHub, and GitLab: displays in `math` fences.
    case github
    /// Pandoc, Jupyter, VS Code: displays between `$$`.
    case pandoc
  }

  /// Displays wider than this many em are broken.
  public static let lineWidth = 42.0

  public let flavour: Flavour

  public init(flavour: Flavour = .github) {
    self.flavour = flavour
  }

  /// The whole document; one blank line between blocks, one line end at the end.
  public func render(_ document: Document) -> String {
    var writer = MarkdownWriter(flavour)
    writer.write(.heading(level: 0, document.title))
    for step in document.steps {
      for block in step.blocks { writer.write(block) }
    }
    return writer.text
  }
}

/// Adds block after block to a Markdown text.
struct MarkdownWriter {
  private(set) var text = ""
  private let flavour: MarkdownRenderer.Flavour
  private var endsWithList = false

  init(_ flavour: MarkdownRenderer.Flavour) {
    self.flavour = flavour
  }

  /// Adds one block after a blank line; a block that holds nothing adds nothing.
  mutating func write(_ block: Block) {
    switch block {
    case .heading(let level, let title):
      startBlock()
      write(prefix: String(repeating: "#", count: min(max(level, 0) + 1, 6)) + " ", title)
    case .paragraph(let inlines):
      startBlock()
      write(prefix: "", inlines)
    case .equation(let equation):
      startBlock()
      write(equation)
    case .table(let table):
      guard !table.columns.isEmpty else { return }
      startBlock()
      write(table)
    case .list(let items):
      guard !items.isEmpty else { return }
      if endsWithList { text += "\n<!-- -->\n" }
      startBlock()
      for item in items { write(prefix: "- ", item) }
      endsWithList = true
    }
  }

  private mutating func startBlock() {
    if !text.isEmpty { text += "\n" }
    endsWithList = false
  }

  private mutating func write(prefix: String, _ inlines: [Inline]) {
    text += prefix
    MarkdownInlines(flavour, in: prefix.hasPrefix("#") ? .heading : .paragraph).write(inlines, to: &text)
    text += "\n"
  }

  private mutating func write(_ equation: Equation) {
    let layout = TeXEquationLayout(equation, lineWidth: MarkdownRenderer.lineWidth)
    text += flavour == .github ? "```math\n" : "$$\n"
    if !layout.isOneRow { text += "\\begin{aligned}\n" }
    layout.write(to: &text)
    if !layout.isOneRow { text += "\n\\end{aligned}" }
    text += flavour == .github ? "\n```\n" : "\n$$\n"
  }

  private mutating func write(_ table: Table) {
    writeRow(table.columns.map(\.header))
    for column in table.columns {
      switch column.alignment {
      case .left: text += "| --- "
      case .right: text += "| ---: "
      }
    }
    text += "|\n"
    for row in table.rows { writeRow(row) }
  }

  private mutating func writeRow(_ cells: [[Inline]]) {
    for cell in cells {
      text += "| "
      MarkdownInlines(flavour, in: .cell).write(cell, to: &text)
      text += " "
    }
    text += "|\n"
  }
}

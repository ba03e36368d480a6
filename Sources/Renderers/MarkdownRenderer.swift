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
  /// What the names of the files with figures begin with; without it, figures are told in words.
  public let figureStem: String?

  public init(flavour: Flavour = .github, figureStem: String? = nil) {
    self.flavour = flavour
    self.figureStem = figureStem
  }

  /// The whole document in UTF-8; one blank line between blocks, one line end at the end.
  public func bytes(_ document: Document) -> [UInt8] { bytesAndFigures(document).bytes }

  /// The same, with the figures that it refers to.
  public func bytesAndFigures(_ document: Document) -> (bytes: [UInt8], figures: [Figure]) {
    var writer = MarkdownWriter(flavour, figureStem: figureStem)
    writer.write(.heading(level: 0, document.title))
    document.forEachStep { step in
      for block in step.blocks { writer.write(block) }
    }
    return (writer.text.bytes, writer.figures)
  }

  /// The name of the file that holds a figure of a document.
  public static func fileName(ofFigure id: String, stem: String) -> String { "\(stem)-\(id).svg" }

  /// The whole document as a string.
  public func render(_ document: Document) -> String { String(decoding: bytes(document), as: UTF8.self) }
}

/// Adds block after block to a Markdown text.
struct MarkdownWriter: ~Copyable {
  /// Where a sentence stands.
  enum Place { case paragraph, heading, cell }

  let flavour: MarkdownRenderer.Flavour
  let figureStem: String?
  /// The figures so far that stand in files.
  var figures: [Figure] = []
  var text = ByteBuffer(capacity: 1 << 16)
  /// The formula that is written, used for one after another.
  var formula = TeXSpelling()
  private var endsWithList = false

  init(_ flavour: MarkdownRenderer.Flavour, figureStem: String? = nil) {
    self.flavour = flavour
    self.figureStem = figureStem
  }

  /// Adds one block after a blank line; a block that holds nothing adds nothing.
  mutating func write(_ block: Block) {
    switch block {
    case .heading(let level, let title):
      startBlock()
      for _ in 0...min(max(level, 0), 5) { text.append(UInt8(ascii: "#")) }
      text.append(UInt8(ascii: " "))
      writeLine(title, in: .heading)
    case .paragraph(let inlines):
      startBlock()
      writeLine(inlines, in: .paragraph)
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
      write(items)
      endsWithList = true
    case .figure(let figure): write(figure)
    }
  }

  mutating func startBlock() {
    if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
    endsWithList = false
  }

  private mutating func writeLine(_ inlines: [Inline], in place: Place) {
    write(inlines, in: place)
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ items: [[Inline]]) {
    for item in items {
      text += "- "
      writeLine(item, in: .paragraph)
    }
  }

  private mutating func write(_ equation: Equation) {
    formula.spell(equation)
    text += flavour == .github ? "```math\n" : "$$\n"
    if let layout = TeXEquationLayout(equation, formula, lineWidth: MarkdownRenderer.lineWidth) {
      text += "\\begin{aligned}\n"
      layout.write(formula, to: &text)
      text += "\n\\end{aligned}"
    } else {
      text.append(formula.bytes)
    }
    text += flavour == .github ? "\n```\n" : "\n$$\n"
  }

  private mutating func write(_ table: Table) {
    for column in table.columns { writeCell(column.header) }
    text += "|\n"
    for column in table.columns {
      switch column.alignment {
      case .left: text += "| --- "
      case .right: text += "| ---: "
      }
    }
    text += "|\n"
    for row in table.rows {
      for cell in row { writeCell(cell) }
      text += "|\n"
    }
  }

  private mutating func writeCell(_ cell: [Inline]) {
    text += "| "
    write(cell, in: .cell)
    text.append(UInt8(ascii: " "))
  }
}

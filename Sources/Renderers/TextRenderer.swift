import DocumentModel

/// A document as plain text, its equations drawn in two dimensions with Unicode characters.
///
/// The same document gives the same bytes everywhere. Nothing is wider than the page but what cannot be broken:
/// a word, a piece of code, a formula in a sentence, a name.
public struct TextRenderer: Sendable {
  private let width: Int
  private let usesColour: Bool

  /// `width` is in columns. With `usesColour`, headings and results are bold and marks dim, by terminal codes;
  /// without those codes the text is the same.
  public init(width: Int = 80, usesColour: Bool = false) {
    self.width = max(width, 1)
    self.usesColour = usesColour
  }

  /// The whole text; it ends with one newline, and none of its lines with a blank.
  public func render(_ document: Document) -> String {
    var page = TextPage(width: width, usesColour: usesColour)
    page.addTitle(document.title)
    document.forEachStep { step in
      for block in step.blocks { page.add(block) }
    }
    return page.finished
  }

  /// Whether a text begins as every one that is rendered: with a title between two rules of the same length.
  public static func beginsWithTitle(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let rule = String(decoding: lines[0], as: UTF8.self)
    return !rule.isEmpty && rule.allSatisfy { $0 == TextPage.titleRule } && lines.dropFirst(2).contains(lines[0])
  }

  /// Blocks that stand alone on a page, row by row.
  package func rows(of blocks: [Block]) -> [String] {
    var page = TextPage(width: width, usesColour: usesColour)
    for block in blocks { page.add(block) }
    return page.finished.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// A sentence or a heading in one row, however long.
  package func row(of inlines: [Inline]) -> TextRow {
    TextParagraph.row(of: TextWords(inlines, usesColour: usesColour).words)
  }

  /// A diagram alone; nothing where it finds no room.
  package func rows(of diagram: Diagram) -> [TextRow]? {
    TextDiagram(diagram, width: width).map { $0.canvas.rows(usesColour: usesColour) }
  }
}

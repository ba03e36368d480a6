import DocumentModel

/// The content of a label, or of another short remark, as one row of plain text.
enum TextLabel {
  static func row(_ content: [Inline]) -> TextRow {
    TextParagraph.row(of: TextWords(content, usesColour: false).words)
  }
}

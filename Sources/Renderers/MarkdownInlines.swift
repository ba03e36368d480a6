import DocumentModel

/// Spells the pieces of a sentence in Markdown so that each stays what it is beside its neighbours.
extension MarkdownWriter {
  /// Adds `inlines` on one line; a paragraph or list item cannot begin with what would make it another block.
  mutating func write(_ inlines: [Inline], in place: Place) {
    let start = text.count
    write(inlines, in: place, before: .gap)
    if place == .paragraph { guardLineStart(at: start) }
  }

  /// `end` is what stands behind the last piece.
  private mutating func write(_ inlines: [Inline], in place: Place, before end: FormulaFollower) {
    for index in inlines.indices {
      switch inlines[index] {
      case .text(let plain): write(plain: plain)
      case .emphasis(let inner): write(inner, in: place, between: "*")
      case .strong(let inner): write(inner, in: place, between: "**")
      case .code(let code): write(code: code, in: place)
      case .formula(let inner):
        formula.spell(inline: inner)
        writeFormula(before: index + 1 < inlines.count ? FormulaFollower(inlines[index + 1]) : end)
      case .equation(let equation):
        formula.spell(inline: equation)
        writeFormula(before: index + 1 < inlines.count ? FormulaFollower(inlines[index + 1]) : end)
      }
    }
  }

  private mutating func write(_ inner: [Inline], in place: Place, between fence: StaticString) {
    guard !inner.isEmpty else { return }
    text += fence
    write(inner, in: place, before: .other)
    text += fence
  }
}

import DocumentModel

/// Spells the pieces of a sentence in LaTeX.
extension LaTeXWriter {
  /// Adds `inlines` one behind the other.
  mutating func write(_ inlines: [Inline]) {
    for index in inlines.indices {
      switch inlines[index] {
      case .text(let plain): LaTeXText.write(plain, to: &text)
      case .emphasis(let inner): write(inner, in: "\\emph{")
      case .strong(let inner): write(inner, in: "\\textbf{")
      case .code(let code): write([.text(code)], in: "\\texttt{")
      case .formula(let inner):
        formula.spell(inline: inner)
        writeFormula()
      case .equation(let equation):
        formula.spell(inline: equation)
        writeFormula()
      }
    }
  }

  private mutating func write(_ inner: [Inline], in command: StaticString) {
    text += command
    write(inner)
    text.append(UInt8(ascii: "}"))
  }

  private mutating func writeFormula() {
    text.append(UInt8(ascii: "$"))
    text.append(formula.bytes)
    text.append(UInt8(ascii: "$"))
  }
}

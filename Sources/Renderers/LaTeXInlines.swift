import DocumentModel

/// Spells the pieces of a sentence in LaTeX.
enum LaTeXInlines {
  /// Adds `inlines` one behind the other.
  static func write(_ inlines: [Inline], to text: inout String) {
    for inline in inlines { write(inline, to: &text) }
  }

  private static func write(_ inline: Inline, to text: inout String) {
    switch inline {
    case .text(let plain): LaTeXText.write(plain, to: &text)
    case .emphasis(let inner): write(inner, in: "\\emph{", to: &text)
    case .strong(let inner): write(inner, in: "\\textbf{", to: &text)
    case .code(let code): write([.text(code)], in: "\\texttt{", to: &text)
    case .formula(let formula): text += "$\(TeXSpelling(inline: formula).tex)$"
    case .equation(let equation): text += "$\(TeXSpelling(inline: equation).tex)$"
    }
  }

  private static func write(_ inner: [Inline], in command: String, to text: inout String) {
    text += command
    write(inner, to: &text)
    text += "}"
  }
}

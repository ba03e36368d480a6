import DocumentModel

/// Sentences without any markup, for titles and names.
enum PageText {
  static func plain(_ inlines: [Inline]) -> String { inlines.map(plain).joined() }

  private static func plain(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner): plain(inner)
    case .formula(let formula): plain(formula)
    case .equation(let equation):
      equation.links.reduce(plain(equation.left)) {
        "\($0) \(TextEquationLink.sign(of: $1.relation)) \(plain($1.formula))"
      }
    }
  }

  /// A formula on one line.
  static func plain(_ formula: Formula) -> String { TextFormulaSpelling.running.box(of: formula).line.text }
}

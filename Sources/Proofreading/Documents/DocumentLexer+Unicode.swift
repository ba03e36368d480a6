import WalkthroughLanguage

extension DocumentLexer {
  /// A mark beyond ASCII.
  mutating func beyondASCII() {
    let scalar = scalars[position]
    if let script = Self.scripts[scalar] { return scripts(script.isSuperscript) }
    if let letter = GreekLetter(scalar) { return emit(.greek(letter.word), length: 1) }
    switch scalar {
    case "∂": emit(.partial, length: 1)
    case "≈", "≃", "≅", "≐", "\u{FF1D}": emit(.relation, length: 1)
    case "\u{2212}", "\u{2013}": emit(.sign("-"), length: 1)
    case "·", "⋅", "×", "∙", "∗", "\u{2062}": emit(.sign("*"), length: 1)
    case "÷", "\u{2215}", "\u{2044}": emit(.sign("/"), length: 1)
    case "∆": emit(.greek("Delta"), length: 1)
    case "′": emit(.prime, length: 1)
    case "…", "⋯": emit(.ellipsis, length: 1)
    case _ where Self.linkMarks.contains(scalar): link(length: 1)
    case "∴", "—", "“", "”", "„", "«", "»", "‘", "’", "•", "。", "，": emit(.stop, length: 1)
    case "†", "‡": isBehindNumber ? skip(1) : emit(.opaque(isCommand: false), length: 1)
    case "\u{2003}", "\u{2002}", "\u{3000}", "\u{200B}", "\u{2061}", "\u{FEFF}": skip(1)
    default: scalar.isWordLetter ? letters() : emit(.opaque(isCommand: false), length: 1)
    }
  }

  /// The characters of arrows, comparisons and conjunctions, which `meanings` has by their commands.
  private static let linkMarks = Set("→⟶⇒⟹↝↦⟼↔⟷⇔⟺≤≥⩽⩾≪≫≠∝∧∨∣".unicodeScalars)

  private mutating func letters() {
    var length = 1
    while peek(length).isWordScalar { length += 1 }
    emit(.word(text(position..<position + length)), length: length)
  }

  /// Raised or lowered characters, as if they stood in braces.
  private mutating func scripts(_ isSuperscript: Bool) {
    let start = position
    var spelled = ""
    while case let script? = Self.scripts[peek()], script.isSuperscript == isSuperscript, position < scalars.count {
      spelled.append(script.character)
      position += 1
    }
    let range = start..<position
    func token(_ kind: DocumentToken.Kind) -> DocumentToken { DocumentToken(kind: kind, range: range, isSpaced: false) }
    tokens += [token(isSuperscript ? .raised : .lowered), token(.openBrace)]
    for part in spelled.split(separator: "+", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { tokens.append(token(.sign("+"))) }
      tokens += Self.parts(String(part.element)).map(token)
    }
    tokens.append(token(.closeBrace))
    isSpaced = false
  }

  /// A minus, letters and digits as marks of their own.
  private static func parts(_ spelled: String) -> [DocumentToken.Kind] {
    var kinds: [DocumentToken.Kind] = []
    var rest = Substring(spelled)
    if rest.first == "-" {
      kinds.append(.sign("-"))
      rest = rest.dropFirst()
    }
    if !rest.isEmpty { kinds.append(.word(String(rest))) }
    return kinds
  }

  struct Script {
    let isSuperscript: Bool
    let character: Character
  }

  static let scripts: [Unicode.Scalar: Script] = {
    var table: [Unicode.Scalar: Script] = [:]
    for (raised, character) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵉʷⁱᵗ".unicodeScalars, "0123456789+-newit") {
      table[raised] = Script(isSuperscript: true, character: character)
    }
    for (lowered, character) in zip("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ".unicodeScalars, "0123456789+-aehijklmnoprstuvx") {
      table[lowered] = Script(isSuperscript: false, character: character)
    }
    return table
  }()
}

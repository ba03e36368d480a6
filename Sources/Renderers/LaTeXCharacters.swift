/// How single characters of a text are typed for pdflatex with T1 fonts: the one table that decides.
enum LaTeXCharacters {
  /// ASCII characters that LaTeX would not print, or would print as another.
  static let ascii: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "_": "\\_", "%": "\\%", "&": "\\&", "#": "\\#",
    "$": "\\$", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "`": "\\textasciigrave{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\textquotedbl{}",
    "[": "{[}", "*": "{*}",
  ]

  /// Characters that T1 fonts join to another one when they follow each other: `--`, `,,`, `''`.
  static let joining = Set("-,'".utf8)

  /// A character beyond ASCII, or a visible stand-in with its number where no font here has it.
  static func spelling(of character: Character) -> String {
    if let index = printable.firstIndex(of: character) { return String(printable[index]) }
    if let spelling = others[character] { return spelling }
    return character.unicodeScalars.map { standIn(for: $0) }.joined()
  }

  private static func standIn(for scalar: Unicode.Scalar) -> String {
    if invisible.contains(scalar) { return "" }
    if let index = printable.firstIndex(of: Character(scalar)) { return String(printable[index]) }
    if scalar.isASCII { return ascii[Character(scalar)] ?? String(scalar) }
    let number = String(scalar.value, radix: 16, uppercase: true)
    return "{[}U+\(String(repeating: "0", count: max(0, 4 - number.utf8.count)))\(number)]"
  }

  /// What LaTeX's utf8 encoding prints in every T1 font here, composed; accents typed apart compare equal.
  private static let printable: Set<Character> = {
    let missing: Set<UInt32> = [0x126, 0x127, 0x132, 0x133, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167, 0x17F]
    let ranges: [ClosedRange<UInt32>] = [0xA1...0xAC, 0xAE...0x17E, 0x218...0x21B, 0x2018...0x201A]
    let single: [UInt32] = [
      0x2010, 0x2013, 0x2014, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A,
      0x20AC, 0x2116,
    ]
    let all = ranges.flatMap { $0.filter { !missing.contains($0) } } + single
    return Set(all.compactMap(Unicode.Scalar.init).map(Character.init))
  }()

  /// Marks without a shape: soft hyphen, joiners, the byte order mark, selectors of a variant.
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FE0E}", "\u{FE0F}", "\u{FEFF}",
  ]

  private static let others: [Character: String] = {
    var table: [Character: String] = [
      "\u{A0}": "~", "\u{202F}": "\\,", "\u{2009}": "\\,", "\u{2007}": "~", "\u{2011}": "-",
      "\u{2028}": " ", "\u{2029}": " ", "\u{85}": " ", "Ĳ": "IJ", "ĳ": "ij", "ẞ": "SS",
    ]
    for (character, command) in symbols { table[character] = "\\ensuremath{\(command)}" }
    return table
  }()

  private static let symbols: [Character: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\epsilon", "ζ": "\\zeta",
    "η": "\\eta", "θ": "\\theta", "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu",
    "ξ": "\\xi", "ο": "o", "π": "\\pi", "ρ": "\\rho", "σ": "\\sigma", "ς": "\\varsigma", "τ": "\\tau",
    "υ": "\\upsilon", "φ": "\\phi", "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega", "ϵ": "\\epsilon",
    "ϕ": "\\phi", "ϑ": "\\vartheta", "Α": "\\mathrm{A}", "Β": "\\mathrm{B}", "Γ": "\\Gamma", "Δ": "\\Delta",
    "Ε": "\\mathrm{E}", "Ζ": "\\mathrm{Z}", "Η": "\\mathrm{H}", "Θ": "\\Theta", "Ι": "\\mathrm{I}",
    "Κ": "\\mathrm{K}", "Λ": "\\Lambda", "Μ": "\\mathrm{M}", "Ν": "\\mathrm{N}", "Ξ": "\\Xi",
    "Ο": "\\mathrm{O}", "Π": "\\Pi", "Ρ": "\\mathrm{P}", "Σ": "\\Sigma", "Τ": "\\mathrm{T}",
    "Υ": "\\Upsilon", "Φ": "\\Phi", "Χ": "\\mathrm{X}", "Ψ": "\\Psi", "Ω": "\\Omega",
    "∂": "\\partial", "∇": "\\nabla", "∑": "\\sum", "∏": "\\prod", "√": "\\surd", "∞": "\\infty", "∈": "\\in",
    "≈": "\\approx", "≠": "\\neq", "≤": "\\leq", "≥": "\\geq", "≡": "\\equiv", "∝": "\\propto", "∼": "\\sim",
    "−": "-", "∓": "\\mp", "⋅": "\\cdot", "∘": "\\circ", "⊙": "\\odot", "⊤": "\\top",
    "←": "\\leftarrow", "↑": "\\uparrow", "→": "\\rightarrow", "↓": "\\downarrow", "↔": "\\leftrightarrow",
    "⇐": "\\Leftarrow", "⇒": "\\Rightarrow", "⇔": "\\Leftrightarrow", "′": "'", "″": "''",
    "™": "^{\\mathrm{TM}}",
    "₀": "_0", "₁": "_1", "₂": "_2", "₃": "_3", "₄": "_4", "₅": "_5", "₆": "_6", "₇": "_7", "₈": "_8",
    "₉": "_9",
    "⁰": "^0", "⁴": "^4", "⁵": "^5", "⁶": "^6", "⁷": "^7", "⁸": "^8", "⁹": "^9", "⁻": "^{-}",
    "ᵀ": "^{\\mathrm{T}}",
  ]
}

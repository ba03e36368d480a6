/// Characters that Unicode has ready: superscripts and Greek letters.
enum TextCharacters {
  /// `text` in superscripts, without the blanks around signs; nothing where Unicode lacks one of them.
  static func superscript(_ text: String) -> String? {
    var raised = String.UnicodeScalarView()
    for (index, word) in text.unicodeScalars.split(separator: " ").enumerated() {
      guard index.isMultiple(of: 2) || String(word) == "+" || String(word) == "−" else { return nil }
      for scalar in word {
        guard let sign = superscripts[scalar] else { return nil }
        raised.append(sign)
      }
    }
    return raised.isEmpty ? nil : String(raised)
  }

  /// The letter of a Greek `word`; the word itself where there is none.
  static func greek(_ word: String) -> String {
    greekLetters[word] ?? word
  }

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "0123456789+−()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")

  private static func pairs(_ plain: String, _ raised: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(plain.unicodeScalars, raised.unicodeScalars))
  }

  private static let greekLetters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
  ]
}

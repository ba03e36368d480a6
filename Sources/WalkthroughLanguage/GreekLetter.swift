/// A Greek letter, which a file may write as a letter or as a word: `α` is `alpha`.
public struct GreekLetter: Sendable, Hashable {
  /// Its word, `alpha` or `Delta`; capitals that look Latin have none.
  public let word: String

  /// By its two bytes of UTF-8.
  init?(_ first: UInt8, _ second: UInt8) {
    guard first == 0xCE || first == 0xCF || first == 0xC2,
      let row = Self.table.first(where: { $0.first == first && $0.second == second })
    else { return nil }
    word = row.word
  }

  /// By its word; nothing for any other word.
  public init?(word: String) {
    guard word.utf8.count > 1, Self.pairs.contains(where: { $0.1 == word }) else { return nil }
    self.word = word
  }

  private struct Row {
    let first: UInt8
    let second: UInt8
    let word: String
  }

  /// Keyboards have the sign for a millionth where they have no mu.
  private static let microSign: (Character, String) = ("\u{B5}", "mu")

  private static let table: [Row] = (pairs + [microSign]).map { letter, word in
    let bytes = Array(String(letter).utf8)
    return Row(first: bytes[0], second: bytes[1], word: word)
  }

  private static let pairs: [(Character, String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("ζ", "zeta"),
    ("η", "eta"), ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"),
    ("ξ", "xi"), ("π", "pi"), ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "phi"),
    ("χ", "chi"), ("ψ", "psi"), ("ω", "omega"), ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"),
    ("Λ", "Lambda"), ("Ξ", "Xi"), ("Π", "Pi"), ("Σ", "Sigma"), ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"),
  ]

  /// The letter itself.
  public var letter: Character { Self.pairs.first { $0.1 == word }?.0 ?? "?" }
}

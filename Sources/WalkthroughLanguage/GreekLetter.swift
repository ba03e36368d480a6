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

  /// By the letter itself; nothing for any other scalar.
  public init?(_ letter: Unicode.Scalar) {
    guard letter.value >= 0x80, letter.value < 0x800 else { return nil }
    self.init(UInt8(0xC0 | letter.value >> 6), UInt8(0x80 | letter.value & 0x3F))
  }

  /// By its word; nothing for any other word.
  public init?(word: String) {
    let length = word.utf8.count
    guard length > 1,
      Self.rows.indices.contains(where: { Self.rows[$0].word.utf8.count == length && Self.rows[$0].word == word })
    else { return nil }
    self.word = word
  }

  /// A text with words for Greek letters, as names are kept.
  public static func spelledOut(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let greek = GreekLetter(scalar) { result += greek.word } else { result.unicodeScalars.append(scalar) }
    }
  }

  private struct Row {
    let letter: Character
    let word: String

    init(_ letter: Character, _ word: String) {
      self.letter = letter
      self.word = word
    }
  }

  private struct Encoded {
    let first: UInt8
    let second: UInt8
    let word: String
  }

  /// Keyboards have the sign for a millionth where they have no mu.
  private static let microSign = Row("\u{B5}", "mu")

  private static let table: [Encoded] = (rows + [microSign]).map { row in
    let bytes = Array(String(row.letter).utf8)
    return Encoded(first: bytes[0], second: bytes[1], word: row.word)
  }

  private static let rows = [
    Row("α", "alpha"), Row("β", "beta"), Row("γ", "gamma"), Row("δ", "delta"), Row("ε", "epsilon"), Row("ζ", "zeta"),
    Row("η", "eta"), Row("θ", "theta"), Row("ι", "iota"), Row("κ", "kappa"), Row("λ", "lambda"), Row("μ", "mu"),
    Row("ν", "nu"),
    Row("ξ", "xi"), Row("π", "pi"), Row("ρ", "rho"), Row("σ", "sigma"), Row("τ", "tau"), Row("υ", "upsilon"),
    Row("φ", "phi"),
    Row("χ", "chi"), Row("ψ", "psi"), Row("ω", "omega"), Row("Γ", "Gamma"), Row("Δ", "Delta"), Row("Θ", "Theta"),
    Row("Λ", "Lambda"), Row("Ξ", "Xi"), Row("Π", "Pi"), Row("Σ", "Sigma"), Row("Φ", "Phi"), Row("Ψ", "Psi"),
    Row("Ω", "Omega"),
  ]

  /// The letter itself.
  public var letter: Character { Self.rows.first { $0.word == word }?.letter ?? "?" }
}

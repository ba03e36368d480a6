/// How single characters of a name are typed in a formula; nothing a name holds can become a command.
enum TeXCharacters {
  /// What stands for a character that has no spelling.
  static let standIn = "?"

  /// Latin letters and digits as they are, stand-ins for anything else.
  static func letters(_ text: String) -> String {
    guard !text.utf8.allSatisfy(\.isLetterOrDigit) else { return text }
    return String(text.map { $0.utf8.allSatisfy(\.isLetterOrDigit) ? $0 : Character(standIn) })
  }

  /// The command for a Greek letter; a capital that looks Latin has none and is written as the Latin letter.
  static func greek(_ word: String) -> String {
    commands.contains(word) ? "\\" + word : latinLookalikes[word] ?? standIn
  }

  /// A mark that stands for itself, as TeX wants it typed.
  static func mark(_ mark: Character) -> String {
    plainMarks.contains(mark) ? String(mark) : markCommands[mark] ?? standIn
  }

  private static let commands: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta",
    "Theta",
    "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
  ]

  private static let latinLookalikes = [
    "omicron": "o", "Alpha": "\\mathrm{A}", "Beta": "\\mathrm{B}", "Epsilon": "\\mathrm{E}",
    "Zeta": "\\mathrm{Z}", "Eta": "\\mathrm{H}", "Iota": "\\mathrm{I}", "Kappa": "\\mathrm{K}",
    "Mu": "\\mathrm{M}", "Nu": "\\mathrm{N}", "Omicron": "\\mathrm{O}", "Rho": "\\mathrm{P}",
    "Tau": "\\mathrm{T}", "Chi": "\\mathrm{X}",
  ]

  private static let plainMarks: Set<Character> = Set("()[]+-=<>,.;:/!?|")

  private static let markCommands: [Character: String] = [
    "'": "\\prime", "*": "\\ast", "_": "\\_", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#", "&": "\\&",
    "$": "\\$", "~": "\\sim", "^": "\\wedge", "\\": "\\backslash", "†": "\\dagger", "⊤": "\\top", "−": "-",
    "·": "\\cdot", "×": "\\times",
  ]
}

extension UInt8 {
  /// Whether it is one of `A-Z`, `a-z`.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether it is one of `0-9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isLetterOrDigit: Bool { isLetter || isDigit }
}

/// How single characters of a name are typed in a formula; nothing a name holds can become a command.
enum TeXCharacters {
  /// What stands for a character that has no spelling.
  static let standIn: StaticString = "?"

  /// Puts a stand-in for every character behind `start` that is neither a Latin letter nor a digit.
  static func keepLetters(of text: inout ByteBuffer, from start: Int) {
    var index = start
    while index < text.count, text[index].isLetterOrDigit { index += 1 }
    guard index < text.count else { return }
    let letters = text.text(in: start..<text.count)
    text.remove(start..<text.count)
    for letter in letters {
      if letter.utf8.allSatisfy(\.isLetterOrDigit) { text.append(text: String(letter)) } else { text += standIn }
    }
  }

  /// Whether a Greek letter has a command, which is its word.
  static func isGreekCommand(_ word: String) -> Bool {
    switch word {
    // The frequent ones first: they are compared one by one.
    case "sigma", "delta", "eta", "alpha", "beta", "lambda", "theta", "mu", "gamma", "epsilon", "phi", "zeta",
      "iota", "kappa", "nu", "xi", "pi", "rho", "tau", "upsilon", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
      "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega":
      true
    default: false
    }
  }

  /// A Greek letter that has no command because it looks Latin, written as the Latin letter.
  static func latinLookalike(_ word: String) -> StaticString {
    switch word {
    case "omicron": "o"
    case "Alpha": "\\mathrm{A}"
    case "Beta": "\\mathrm{B}"
    case "Epsilon": "\\mathrm{E}"
    case "Zeta": "\\mathrm{Z}"
    case "Eta": "\\mathrm{H}"
    case "Iota": "\\mathrm{I}"
    case "Kappa": "\\mathrm{K}"
    case "Mu": "\\mathrm{M}"
    case "Nu": "\\mathrm{N}"
    case "Omicron": "\\mathrm{O}"
    case "Rho": "\\mathrm{P}"
    case "Tau": "\\mathrm{T}"
    case "Chi": "\\mathrm{X}"
    default: standIn
    }
  }

  /// A mark that stands for itself, as TeX wants it typed.
  static func mark(_ mark: Unicode.Scalar) -> StaticString {
    switch mark {
    case "(": "("
    case ")": ")"
    case "[": "["
    case "]": "]"
    case "+": "+"
    case "-", "−": "-"
    case "=": "="
    case "<": "<"
    case ">": ">"
    case ",": ","
    case ".": "."
    case ";": ";"
    case ":": ":"
    case "/": "/"
    case "!": "!"
    case "?": "?"
    case "|": "\\vert"
    case "'": "\\prime"
    case "*": "\\ast"
    case "_": "\\_"
    case "{": "\\{"
    case "}": "\\}"
    case "%": "\\%"
    case "#": "\\#"
    case "&": "\\&"
    case "$": "\\$"
    case "~": "\\sim"
    case "^": "\\wedge"
    case "\\": "\\backslash"
    case "†": "\\dagger"
    case "⊤": "\\top"
    case "·": "\\cdot"
    case "×": "\\times"
    default: standIn
    }
  }
}

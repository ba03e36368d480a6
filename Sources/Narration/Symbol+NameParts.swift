import DocumentModel
import WalkthroughLanguage

extension Symbol {
  /// A name as it is typeset: words upright, single letters italic, Greek by whole word.
  convenience init(_ parts: NameParts, name: String) {
    let base = Self.part(parts.base)
    let subscripts = parts.subscripts.map(Self.part)
    let hasGreek = base.contains(where: \.isGreek) || subscripts.contains { $0.contains(where: \.isGreek) }
    self.init(
      name: hasGreek ? Self.plain(name) : name, base: base, subscripts: subscripts,
      superscripts: parts.superscripts.map(Self.part), indices: parts.indices.map(Self.part))
  }

  /// A letter with nothing to it, for definitions of functions.
  static func letter(_ letter: Character) -> Symbol { Symbol(name: String(letter), base: [.letter(letter)]) }

  /// The same quantity, seen through its own formula only.
  var direct: Symbol {
    Symbol(
      name: name + "_direct", base: base, subscripts: subscripts + indices + [[.word("direct")]],
      superscripts: superscripts)
  }

  private static func part(_ text: String) -> Part {
    // Nearly all names are letters and then digits.
    let digits = text.utf8.firstIndex { !$0.isLetter } ?? text.endIndex
    if digits > text.startIndex, text.utf8[digits...].allSatisfy(\.isDigit) {
      if digits == text.endIndex { return [word(text)] }
      return [word(String(text[..<digits])), .digits(String(text[digits...]))]
    }
    var pieces: Part = []
    var rest = text[...]
    while let first = rest.first {
      let kind = kind(of: first)
      let run = kind == .mark ? rest.prefix(1) : rest.prefix { self.kind(of: $0) == kind }
      rest = rest[run.endIndex...]
      switch kind {
      case .digit: pieces.append(.digits(String(run)))
      case .mark: pieces.append(.mark(first))
      case .letter: pieces.append(word(String(run)))
      }
    }
    return pieces
  }

  private static func word(_ word: String) -> Piece {
    if let greek = GreekLetter(word: word) { return .greek(word, greek.letter) }
    return word.utf8.count == 1 || word.count == 1 ? .letter(Character(word)) : .word(word)
  }

  private enum Kind { case letter, digit, mark }

  private static func kind(of character: Character) -> Kind {
    if character.isNumber { return .digit }
    return character.isLetter ? .letter : .mark
  }

  /// The name as the file writes it, Greek words as letters.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for (index, part) in name.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).enumerated() {
      let word = String(Substring(part.prefix { !$0.isDigit && $0 != UInt8(ascii: "[") }))
      if index > 0 { plain += "_" }
      if let greek = GreekLetter(word: word) {
        plain.append(greek.letter)
        plain += String(Substring(part.dropFirst(word.utf8.count)))
      } else {
        plain += String(Substring(part))
      }
    }
    return plain
  }
}

extension Symbol.Piece {
  fileprivate var isGreek: Bool {
    if case .greek = self { true } else { false }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

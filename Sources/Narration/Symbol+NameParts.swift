import DocumentModel
import WalkthroughLanguage

extension Symbol {
  /// A name as it is typeset: words upright, single letters italic, Greek by whole word.
  init(_ parts: NameParts, name: String) {
    self.init(
      name: Self.plain(name), base: Self.part(parts.base), subscripts: parts.subscripts.map(Self.part),
      superscripts: parts.superscripts.map(Self.part))
  }

  /// A letter with nothing to it, for definitions of functions.
  static func letter(_ letter: Character) -> Symbol { Symbol(name: String(letter), base: [.letter(letter)]) }

  /// The same quantity, seen through its own formula only.
  var direct: Symbol {
    Symbol(
      name: name + "_direct", base: base, subscripts: subscripts + [[.word("direct")]], superscripts: superscripts)
  }

  private static func part(_ text: String) -> Part {
    if text.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return [word(text)] }
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
    return word.count == 1 ? .letter(Character(word)) : .word(word)
  }

  private enum Kind { case letter, digit, mark }

  private static func kind(of character: Character) -> Kind {
    if let byte = character.asciiValue {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter
      default: return .mark
      }
    }
    if character.isNumber { return .digit }
    return character.isLetter ? .letter : .mark
  }

  /// The name as the file writes it, Greek words as letters.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for (index, part) in name.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).enumerated() {
      let word = String(Substring(part.prefix { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }))
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

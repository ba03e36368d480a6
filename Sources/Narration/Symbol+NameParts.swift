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
    var pieces: Part = []
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { kind(of: $0) == kind(of: first) }
      rest = rest.dropFirst(kind(of: first) == .mark ? 1 : run.count)
      switch kind(of: first) {
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
    if character.isNumber { return .digit }
    return character.isLetter ? .letter : .mark
  }

  /// The name as the file writes it, Greek words as letters.
  private static func plain(_ name: String) -> String {
    name.split(separator: "_", omittingEmptySubsequences: false).map { part in
      let letters = part.prefix { !$0.isNumber }
      guard let greek = GreekLetter(word: String(letters)) else { return String(part) }
      return String(greek.letter) + part.dropFirst(letters.count)
    }.joined(separator: "_")
  }
}

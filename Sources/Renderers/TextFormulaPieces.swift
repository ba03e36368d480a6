import DocumentModel

/// The last resort for a formula wider than the page: the pieces of its one-line form.
enum TextFormulaPieces {
  /// Pieces between which a line may end: before a sign between blanks, behind a comma or a semicolon, between `/`
  /// and parentheses. A matrix is one piece: it stays in two dimensions, even where it stands out.
  static func words(of formula: Formula) -> [TextWord] {
    if case .matrix = formula { return [] }
    var words: [TextWord] = []
    var mayBreak = true
    for word in TextFormulaSpelling.running.box(of: formula).line.text.split(separator: " ") {
      let pieces = quotients(in: word)
      if mayBreak || signs.contains(word) {
        words.append(TextWord(row: pieces[0], followsBlank: !words.isEmpty))
      } else {
        words[words.count - 1].row.append(TextRow(" ", width: 1))
        words[words.count - 1].row.append(pieces[0])
      }
      words += pieces.dropFirst().map { TextWord(row: $0, followsBlank: false) }
      mayBreak = word.hasSuffix(",") || word.hasSuffix(";")
    }
    return words
  }

  private static func quotients(in word: Substring) -> [TextRow] {
    word.split(separator: "/(", omittingEmptySubsequences: false).enumerated().map { index, part in
      let text = index == 0 ? String(part) : "/(" + part
      return TextRow(text, width: TextWidth.columns(of: text))
    }
  }

  private static let signs: Set<Substring> = ["+", "−", "·", "⊙", "⊘", ">", "≥"]
}

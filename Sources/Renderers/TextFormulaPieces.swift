import DocumentModel

/// The last resort for a formula wider than the page: the pieces of its one-line form.
enum TextFormulaPieces {
  /// Pieces between which a line may end: before a sign between blanks, and behind a comma.
  static func words(of formula: Formula) -> [TextWord] {
    var words: [TextWord] = []
    var mayBreak = true
    for word in TextFormulaSpelling.running.box(of: formula).line.text.split(separator: " ") {
      let row = TextRow(String(word), width: TextWidth.columns(of: String(word)))
      if mayBreak || signs.contains(word) {
        words.append(TextWord(row: row, followsBlank: !words.isEmpty))
      } else {
        words[words.count - 1].row.append(TextRow(" ", width: 1))
        words[words.count - 1].row.append(row)
      }
      mayBreak = word.hasSuffix(",")
    }
    return words
  }

  private static let signs: Set<Substring> = ["+", "−", "·", ">", "≥"]
}

import DocumentModel

/// The last resort for a formula wider than the page: the pieces of its one-line form.
enum TextFormulaPieces {
  /// Pieces between which a line may end: before a sign between blanks, behind a comma or a semicolon, between `/`
  /// and parentheses. A matrix is one piece: it stays in two dimensions, even where it stands out.
  static func words(of formula: Formula) -> [TextWord] {
    if case .matrix = formula { return [] }
    return words(of: TextFormulaSpelling.running.box(of: formula).line.text)
  }

  /// The pieces of a formula within a sentence: one, unless it is very wide. Then the rows of a matrix are pieces, and only
  /// within those that are still too wide may a line end anywhere.
  static func words(ofRunning row: TextRow) -> [TextWord] {
    guard row.width > widestInOnePiece else { return [TextWord(row: row, followsBlank: false)] }
    let lines = row.text.split(separator: "; ")
    var words: [TextWord] = []
    for (index, line) in lines.enumerated() {
      let text = index + 1 < lines.count ? line + ";" : String(line)
      let whole = TextRow(text, width: TextWidth.columns(of: text))
      let pieces = whole.width > widestInOnePiece ? Self.words(of: text) : [TextWord(row: whole, followsBlank: false)]
      words.append(TextWord(row: pieces[0].row, followsBlank: index > 0))
      words += pieces.dropFirst()
    }
    return words
  }

  /// In columns; wider formulas would often pass the end of a line, whatever stands before them.
  private static let widestInOnePiece = 60

  private static func words(of line: String) -> [TextWord] {
    var words: [TextWord] = []
    var mayBreak = true
    for word in line.split(separator: " ") {
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

  private static let signs: Set<Substring> = ["=", "≈", "+", "−", "·", "⊙", "⊘", ">", "≥"]
}

import DocumentModel

/// The last resort for a formula wider than the page: the pieces of its one-line form.
enum TextFormulaPieces {
  /// Pieces between which a line may end: before a sign between blanks, behind a comma or a semicolon, between `/`
  /// and parentheses. A matrix is one piece: it stays in two dimensions, even where it stands out.
  static func words(of formula: Formula) -> [TextWord] {
    if case .matrix = formula { return [] }
    return words(of: TextFormulaSpelling.running.box(of: formula).line.text)
  }

  /// The pieces of a formula within a sentence: one, unless it is very wide.
  static func words(ofRunning row: TextRow) -> [TextWord] {
    row.width > widestInOnePiece ? words(of: row.text) : [TextWord(row: row, followsBlank: false)]
  }

  /// In columns; wider formulas would often pass the end of a line, whatever stands before them.
  private static let widestInOnePiece = 60

  /// The rows of matrices stay whole, if they are not too wide themselves.
  private static func words(of line: String) -> [TextWord] {
    let words = words(of: line, breaksRows: false)
    return words.contains { $0.row.width > widestInOnePiece } ? Self.words(of: line, breaksRows: true) : words
  }

  private static func words(of line: String, breaksRows: Bool) -> [TextWord] {
    var words: [TextWord] = []
    var mayBreak = true
    var depth = 0
    for word in line.split(separator: " ") {
      let pieces = quotients(in: word)
      if mayBreak || signs.contains(word) {
        words.append(TextWord(row: pieces[0], followsBlank: !words.isEmpty))
      } else {
        words[words.count - 1].row.append(TextRow(" ", width: 1))
        words[words.count - 1].row.append(pieces[0])
      }
      words += pieces.dropFirst().map { TextWord(row: $0, followsBlank: false) }
      for character in word where character == "[" || character == "]" { depth += character == "[" ? 1 : -1 }
      mayBreak = word.hasSuffix(",") && (breaksRows || depth <= 0) || word.hasSuffix(";")
    }
    return words
  }

  private static func quotients(in word: Substring) -> [TextRow] {
    guard word.utf8.contains(UInt8(ascii: "/")) else {
      return [TextRow(String(word), width: TextWidth.columns(of: String(word)))]
    }
    return word.split(separator: "/(", omittingEmptySubsequences: false).enumerated().map { index, part in
      let text = index == 0 ? String(part) : "/(" + part
      return TextRow(text, width: TextWidth.columns(of: text))
    }
  }

  private static let signs: Set<Substring> = ["=", "≈", "+", "−", "·", "⊙", "⊘", ">", "≥"]
}

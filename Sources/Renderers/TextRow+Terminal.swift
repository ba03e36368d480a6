/// Rows with terminal codes in them: codes take no columns, whatever their letters.
extension TextRow {
  /// A row that a renderer made, with the columns that it takes on a screen.
  package init(onScreen text: String) {
    var columns = 0
    Self.walk(text) { _, width in
      columns += width
      return true
    }
    self.init(text, width: columns)
  }

  /// What of it fits so many columns; what does not is cut off, and an ellipsis says so.
  package func cut(to columns: Int) -> TextRow {
    guard width > columns else { return self }
    guard columns > 1 else { return TextRow(columns == 1 ? "…" : "", width: max(columns, 0)) }
    var kept = ""
    var used = 0
    var hasCodes = false
    Self.walk(text) { piece, width in
      if width == 0, piece.unicodeScalars.first == "\u{1B}" { hasCodes = true }
      if used + width > columns - 1 { return false }
      used += width
      kept += piece
      return true
    }
    return TextRow(kept + (hasCodes ? "\u{1B}[0m" : "") + "…", width: used + 1)
  }

  /// What of it stands behind so many columns; an ellipsis in the first of its own says that there is more before.
  package func behind(_ columns: Int) -> TextRow {
    guard columns > 0, width > 0 else { return self }
    var kept = "…"
    var place = 0
    Self.walk(text) { piece, width in
      place += width
      if width == 0 || place - width > columns {
        kept += piece
      } else if place > columns + 1 {
        kept += " "  // the half of a wide character
      }
      return true
    }
    return TextRow(kept, width: max(width - columns, 1))
  }

  /// Hands over characters and codes one after another, with the columns that each takes, as long as they are wanted.
  private static func walk(_ text: String, _ take: (_ piece: Substring, _ width: Int) -> Bool) {
    var place = text.startIndex
    while place < text.endIndex {
      var end = text.index(after: place)
      let isCode = text.unicodeScalars[place] == "\u{1B}"
      if isCode {
        while end < text.endIndex, text[text.index(before: end)] != "m" { end = text.index(after: end) }
      }
      let piece = text[place..<end]
      guard take(piece, isCode ? 0 : TextWidth.columns(of: String(piece))) else { return }
      place = end
    }
  }
}

/// Words filled into rows.
package enum TextParagraph {
  /// Each row takes as many words as fit `width` columns, and at least one.
  package static func rows(of words: [TextWord], width: Int) -> [TextRow] {
    guard var current = words.first?.row else { return [] }
    var rows: [TextRow] = []
    for word in words.dropFirst() {
      let gap = word.followsBlank ? 1 : 0
      if current.width + gap + word.row.width <= width {
        current.pad(to: current.width + gap)
        current.append(word.row)
      } else {
        rows.append(current)
        current = word.row
      }
    }
    rows.append(current)
    return rows
  }
}

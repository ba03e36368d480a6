/// Words filled into rows.
package enum TextParagraph {
  /// Each row takes as many words as fit `width` columns, and at least one.
  package static func rows(of words: [TextWord], width: Int) -> [TextRow] {
    var rows: [TextRow] = []
    var (start, columns) = (0, 0)
    for (index, word) in words.enumerated() {
      let joined = columns + (word.followsBlank ? 1 : 0) + word.row.width
      if index == start {
        columns = word.row.width
      } else if joined <= width {
        columns = joined
      } else {
        rows.append(row(of: words[start..<index], columns))
        (start, columns) = (index, word.row.width)
      }
    }
    if start < words.count { rows.append(row(of: words[start...], columns)) }
    return rows
  }

  /// All words in one row, however wide.
  package static func row(of words: [TextWord]) -> TextRow {
    let blanks = words.dropFirst().count(where: \.followsBlank)
    return row(of: words[...], words.reduce(blanks) { $0 + $1.row.width })
  }

  private static func row(of words: ArraySlice<TextWord>, _ columns: Int) -> TextRow {
    let text = ByteBuffer.text { text in
      for (index, word) in words.enumerated() {
        if index > 0, word.followsBlank { text.append(UInt8(ascii: " ")) }
        text.append(text: word.row.text)
      }
    }
    return TextRow(text, width: columns)
  }
}

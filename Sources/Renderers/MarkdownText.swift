/// Escapes plain text so that Markdown shows it as it is.
extension MarkdownWriter {
  /// Adds `plain`; line ends become spaces, and web addresses stay whole between angle brackets.
  mutating func write(plain: String) {
    let start = text.count
    text.append(text: plain)
    var index = start
    repeat {
      index = text.end(from: index, of: Self.staysAsItIs)
      if index == text.count { return }
      index += 1
    } while !isSpecial(at: index - 1)
    writeEscaped(text.cut(from: start))
  }

  private mutating func writeEscaped(_ plain: borrowing ByteBuffer) {
    var copied = 0
    var index = 0
    while index < plain.count {
      if Self.staysAsItIs(plain[index]), !WebAddress.mayBegin(with: plain[index]) {
        index += 1
        continue
      }
      let next = index + 1 < plain.count ? plain[index + 1] : nil
      if let end = WebAddress.end(in: plain, from: index) {
        text.append(plain, copied..<index)
        text.append(UInt8(ascii: "<"))
        text.append(plain, index..<end)
        text.append(UInt8(ascii: ">"))
        (index, copied) = (end, end)
      } else if let spelling = spelling(of: plain[index], before: next) {
        text.append(plain, copied..<index)
        text += spelling
        index += 1
        copied = index
      } else {
        index += 1
      }
    }
    text.append(plain, copied..<plain.count)
  }

  /// Whether the character cannot stay as it is; an address shows by its `:/`.
  private func isSpecial(at index: Int) -> Bool {
    let next = index + 1 < text.count ? text[index + 1] : nil
    return text[index] == UInt8(ascii: ":") ? next == UInt8(ascii: "/") : spelling(of: text[index], before: next) != nil
  }

  /// Whether a character stands for itself within a line; one of them may begin a web address.
  private static func staysAsItIs(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: " ") }

  /// How `byte` is typed, or nothing where it stands for itself.
  private func spelling(of byte: UInt8, before next: UInt8?) -> StaticString? {
    switch byte {
    case 0: "\u{FFFD}"
    case 1..<UInt8(ascii: " "): " "
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "`"): "\\`"
    case UInt8(ascii: "*"): "\\*"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "["): "\\["
    case UInt8(ascii: "]"): "\\]"
    case UInt8(ascii: "<"): "\\<"
    case UInt8(ascii: ">"): "\\>"
    case UInt8(ascii: "&"): "\\&"
    case UInt8(ascii: "|"): "\\|"
    case UInt8(ascii: "#"): "\\#"
    case UInt8(ascii: "~"): "\\~"
    // GitHub looks for formulas after Markdown took a backslash away; its documentation says to use a span.
    case UInt8(ascii: "$"): flavour == .github ? "<span>$</span>" : "\\$"
    default: flavour == .pandoc ? pandocSpelling(of: byte, before: next) : nil
    }
  }

  /// Superscripts, citations, attributes, and the dashes and dots that pandoc would join.
  private func pandocSpelling(of byte: UInt8, before next: UInt8?) -> StaticString? {
    switch byte {
    case UInt8(ascii: "^"): "\\^"
    case UInt8(ascii: "@"): "\\@"
    case UInt8(ascii: "{"): "\\{"
    case UInt8(ascii: "}"): "\\}"
    case UInt8(ascii: "-") where next == byte: "\\-"
    case UInt8(ascii: ".") where next == byte: "\\."
    default: nil
    }
  }
}

// MARK: - The start of a line

extension MarkdownWriter {
  /// Takes from the line that begins at `start` what would make it a list, a quotation or code.
  mutating func guardLineStart(at start: Int) {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
    if end > start { text.remove(start..<end) }
    if let mark = markOfBlock(at: start) { text.insert(UInt8(ascii: "\\"), at: mark) }
  }

  /// Where the character is that must not be read as the mark of a block.
  private func markOfBlock(at start: Int) -> Int? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): return start
    case UInt8(ascii: ":"): return flavour == .pandoc ? start : nil
    default: return markOfNumber(at: start)
    }
  }

  /// The mark behind the number of a list's item.
  private func markOfNumber(at start: Int) -> Int? {
    let isBracketed = flavour == .pandoc && text[start] == UInt8(ascii: "(")
    let first = isBracketed ? start + 1 : start
    var mark = first
    while mark < text.count, text[mark].isLetterOrDigit { mark += 1 }
    guard mark < text.count, text[mark] == UInt8(ascii: ".") || text[mark] == UInt8(ascii: ")"),
      mark + 1 == text.count || text[mark + 1] == UInt8(ascii: " ")
    else { return nil }
    return canNumber(first..<mark) ? mark : nil
  }

  /// Whether `label` numbers a list: digits, in pandoc a letter or a Roman number too.
  private func canNumber(_ label: Range<Int>) -> Bool {
    guard !label.isEmpty else { return false }
    if label.allSatisfy({ text[$0].isDigit }) { return true }
    guard flavour == .pandoc else { return false }
    return label.count == 1 || label.allSatisfy { "ivxlcdmIVXLCDM".utf8.contains(text[$0]) }
  }
}

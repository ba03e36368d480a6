/// Escapes plain text so that Markdown shows it as it is.
struct MarkdownText {
  private let flavour: MarkdownRenderer.Flavour

  init(_ flavour: MarkdownRenderer.Flavour) {
    self.flavour = flavour
  }

  /// Adds `plain`; line ends become spaces, and web addresses stay whole between angle brackets.
  func write(_ plain: String, to text: inout String) {
    guard plain.utf8.contains(where: isSpecial) else {
      text += plain
      return
    }
    let bytes = Array(plain.utf8)
    var copied = 0
    var index = 0
    while index < bytes.count {
      if let address = WebAddress(in: bytes, at: index) {
        text += String(decoding: bytes[copied..<index], as: UTF8.self)
        text += "<\(address.text)>"
        index += address.text.utf8.count
        copied = index
        continue
      }
      if let spelling = spelling(of: bytes[index], before: index + 1 < bytes.count ? bytes[index + 1] : nil) {
        text += String(decoding: bytes[copied..<index], as: UTF8.self)
        text += spelling
        copied = index + 1
      }
      index += 1
    }
    text += String(decoding: bytes[copied...], as: UTF8.self)
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte < UInt8(ascii: " ") || Self.special.contains(byte)
      || flavour == .pandoc && Self.pandocOnly.contains(byte)
  }

  private static let special = Set("\\`*_[]<>&|#~$:".utf8)
  private static let pandocOnly = Set("^@{}-.".utf8)

  /// How `byte` is typed, or nothing where it stands for itself.
  private func spelling(of byte: UInt8, before next: UInt8?) -> String? {
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
  private func pandocSpelling(of byte: UInt8, before next: UInt8?) -> String? {
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

extension MarkdownText {
  /// Takes from the line that begins at the byte `start` what would make it a list, a quotation or code.
  func guardLineStart(at start: Int, in text: inout String) {
    let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    guard let byte = text.utf8[first...].first else { return }
    if byte == UInt8(ascii: " ") {
      text.removeSubrange(first..<(text[first...].firstIndex { $0 != " " } ?? text.endIndex))
      return guardLineStart(at: start, in: &text)
    }
    guard let mark = markOfBlock(text[first...]) else { return }
    text.insert("\\", at: mark)
  }

  /// The character that must not be read as the mark of a block.
  private func markOfBlock(_ line: Substring) -> String.Index? {
    guard let first = line.utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): return line.startIndex
    case UInt8(ascii: ":"): return flavour == .pandoc ? line.startIndex : nil
    default: break
    }
    let isBracketed = flavour == .pandoc && first == UInt8(ascii: "(")
    let label = line.utf8.dropFirst(isBracketed ? 1 : 0).prefix { $0.isLetterOrDigit }
    let mark = label.endIndex
    guard mark < line.endIndex, ".)".utf8.contains(line.utf8[mark]), canNumber(label) else { return nil }
    let next = line.utf8.index(after: mark)
    return next == line.endIndex || line.utf8[next] == UInt8(ascii: " ") ? mark : nil
  }

  /// Whether `label` numbers a list: digits, in pandoc a letter or a Roman number too.
  private func canNumber(_ label: Substring.UTF8View.SubSequence) -> Bool {
    guard !label.isEmpty else { return false }
    if label.allSatisfy(\.isDigit) { return true }
    guard flavour == .pandoc else { return false }
    return label.count == 1 || label.allSatisfy { "ivxlcdmIVXLCDM".utf8.contains($0) }
  }
}

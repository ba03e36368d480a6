/// Spells code.
extension MarkdownWriter {
  /// Code between as many backticks as it needs; in a cell of GitHub's a stroke would end the cell even here.
  mutating func write(code: String, in place: Place) {
    guard let first = code.utf8.first, let last = code.utf8.last else { return }
    let fence = Self.longestBacktickRun(code) + 1
    let needsSpace = Self.needsSpaceInFence(first) || Self.needsSpaceInFence(last)
    if let previous = text.last, previous == UInt8(ascii: "`") || previous == UInt8(ascii: "$") { text += " " }
    for _ in 0..<fence { text.append(UInt8(ascii: "`")) }
    if needsSpace { text += " " }
    let endsCell = place == .cell && flavour == .github
    for character in TextWords.printable(code) {
      if character == "|", endsCell { text += "\\" }
      text.append(text: character.isNewline ? " " : String(character))
    }
    if needsSpace { text += " " }
    for _ in 0..<fence { text.append(UInt8(ascii: "`")) }
  }

  private static func needsSpaceInFence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: " ")
  }

  private static func longestBacktickRun(_ code: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension Diagnostic {
  /// A word of a directive that is none of those it takes.
  static func unknownWord(_ place: Range<Int>, _ word: String, among words: [String]) -> Diagnostic {
    let near = Suggestion.nearest(to: String(word.dropFirst().dropLast()), among: words)
    let all = words.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      at: place, place.isEmpty ? "a word is missing here" : "\(word) is not understood here",
      remedy: near.map { "did you mean `\($0)`?" } ?? "choose one of \(all)")
  }

  /// Something that the same line has settled already.
  static func saidBefore(_ place: Range<Int>, _ words: String) -> Diagnostic {
    Diagnostic(at: place, "this line has said before what \(words) says", remedy: "keep one of the two")
  }

  /// `a`, `b` and `c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Scanner {
  /// What stands before the next comma, or before the end, without blanks around it.
  mutating func takePhrase() -> Range<Int> {
    skipBlanks()
    let start = position
    while !isAtEnd, current != Ascii.comma { position += 1 }
    var stop = position
    while stop > start, Ascii.isBlank(bytes[stop - 1]) { stop -= 1 }
    return start..<stop
  }
}

extension SourceText {
  /// The words at `range`, with one blank between them.
  func phrase(_ range: Range<Int>) -> String {
    text(range).split { $0 == " " || $0 == "\t" }.joined(separator: " ")
  }
}

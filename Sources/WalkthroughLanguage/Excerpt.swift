/// A window of a line around a place in it, and the carets that point to the place.
struct Excerpt {
  let line: String
  let carets: String

  /// Characters of the line that are shown, and how many of them before the place.
  private static let (width, lead) = (72, 48)
  /// Bytes that are looked at on either side: more than the window can show.
  private static let reach = 400

  init(of place: Range<Int>, in source: SourceText) {
    let whole = source.lineRange(at: place.lowerBound)
    let start = min(place.lowerBound, whole.upperBound)
    let end = max(start, min(place.upperBound, whole.upperBound, start + Self.reach))
    let before = Self.printable(source.text(max(whole.lowerBound, start - Self.reach)..<start))
    let pointed = Self.printable(source.text(start..<end))
    let after = Self.printable(source.text(end..<min(whole.upperBound, end + Self.reach)))

    let shownBefore = before.count > Self.lead ? ["…"] + before.suffix(Self.lead - 1) : before
    let room = Self.width - shownBefore.count
    let rest = pointed + after
    let shown = rest.count > room ? rest.prefix(room - 1) + ["…"] : rest[...]
    line = String(shownBefore + shown)
    let padding = String(shownBefore.map { $0 == "\t" ? "\t" : " " })
    carets = padding + String(repeating: "^", count: max(1, min(pointed.count, shown.count)))
  }

  /// The text with a box for everything that would move the caret, the line or the terminal.
  static func printable(_ text: String) -> [Character] {
    Array(String(String.UnicodeScalarView(text.unicodeScalars.map { isVisible($0) ? $0 : "\u{25A1}" })))
  }

  /// Whether the character can be seen, or is a tab.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 32 && scalar.value != 127 || scalar == "\t" }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default: return true
    }
  }
}

extension SourceText {
  /// What stands at `range`, between backquotes for a message, cut short where it is long.
  func quoted(_ range: Range<Int>) -> String {
    let (longest, reach) = (40, 160)
    let isPlain = bytes[range.prefix(longest)].allSatisfy { $0 > 32 && $0 < 127 }
    if isPlain {
      return range.count <= longest ? "`\(text(range))`" : "`\(text(range.prefix(longest - 1)))…`"
    }
    let all = Excerpt.printable(text(range.prefix(reach)))
    let isShort = all.count <= longest && range.count <= reach
    return "`\(String(isShort ? all[...] : all.prefix(longest - 1) + ["…"]))`"
  }
}

/// How the lines of a document begin.
struct DocumentLines {
  enum Kind: Equatable {
    case plain
    /// A heading of Markdown; the widest has level 1.
    case heading(Int)
    case item
    /// A row of a table; one of a step begins with its number, and that is not 0.
    case row(isOfAStep: Bool)
  }

  /// The level of a heading that only its place makes one.
  static let deepest = 7

  private(set) var all: [(start: Int, kind: Kind)] = []

  init(_ scalars: [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      all.append((start, Self.kind(scalars, start)))
      underline(scalars, start)
      while start < scalars.count, scalars[start] != "\n" { start += 1 }
      start += 1
    }
  }

  /// Makes a heading of the line before one that underlines it.
  private mutating func underline(_ scalars: [Unicode.Scalar], _ start: Int) {
    let mark = scalars[start]
    guard mark == "=" || mark == "-", all.count > 1, all[all.count - 2].kind == .plain else { return }
    let end = start + Self.length(scalars, start) { $0 == mark }
    let before = all[all.count - 2].start
    guard end > start + 2, end == scalars.count || scalars[end] == "\n", scalars[before] != "\n" else { return }
    all[all.count - 2].kind = .heading(mark == "=" ? 1 : 2)
  }

  private static func kind(_ scalars: [Unicode.Scalar], _ start: Int) -> Kind {
    var place = start
    while place < scalars.count, scalars[place].isBlank || scalars[place] == ">" { place += 1 }
    guard place < scalars.count else { return .plain }
    switch scalars[place] {
    case "#": return .heading(length(scalars, place) { $0 == "#" })
    case "|": return .row(isOfAStep: isStep(scalars, place + 1))
    case "-", "*", "+": return isBlank(scalars, place + 1) ? .item : .plain
    case "0"..."9":
      let end = place + length(scalars, place, \.isDigit)
      let hasMark = end < scalars.count && (scalars[end] == "." || scalars[end] == ")")
      return hasMark && isBlank(scalars, end + 1) ? .item : .plain
    default: return .plain
    }
  }

  private static func isStep(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    var place = start
    while place < scalars.count, scalars[place].isBlank || scalars[place] == "$" { place += 1 }
    let digits = place..<place + length(scalars, place, \.isDigit)
    place = digits.upperBound
    while place < scalars.count, scalars[place].isBlank || scalars[place] == "$" { place += 1 }
    return place < scalars.count && scalars[place] == "|" && digits.contains { scalars[$0] != "0" }
  }

  private static func isBlank(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    place < scalars.count && scalars[place].isBlank
  }

  private static func length(
    _ scalars: [Unicode.Scalar], _ start: Int, _ isPart: (Unicode.Scalar) -> Bool
  ) -> Int {
    var end = start
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    return end - start
  }

  /// The letters of ASCII from a place on, as far as a command goes.
  static func word(in scalars: [Unicode.Scalar], at start: Int) -> String {
    let longest = 40
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: scalars[min(start, scalars.count)...].prefix(longest).prefix { $0.isASCII && $0.isWordLetter })
    return String(text)
  }
}

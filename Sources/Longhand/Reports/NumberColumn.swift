import Renderers

/// Printed numbers below one another at their points; what is no number begins at the left.
struct NumberColumn {
  /// The columns before the point of the number that has the most.
  private let head: Int
  static let signs: Set<Character> = ["+", "-", "−"]
  /// What the widest entry takes, blanks before it included.
  let width: Int

  init(_ texts: [String]) {
    let head = texts.compactMap(Self.head).max() ?? 0
    self.head = head
    width = texts.map { Self.indent(of: $0, behind: head) + TextWidth.columns(of: $0) }.max() ?? 0
  }

  /// The text behind as many blanks as put its point below the others.
  func cell(_ text: String) -> TextRow {
    let indent = Self.indent(of: text, behind: head)
    return TextRow(TextRow.blanks(indent) + text, width: indent + TextWidth.columns(of: text))
  }

  private static func indent(of text: String, behind head: Int) -> Int {
    self.head(text).map { max(head - $0, 0) } ?? 0
  }

  /// The columns before the point, of a whole number all its digits with their sign; nothing where it is no number.
  private static func head(_ text: String) -> Int? {
    let signs = text.prefix { Self.signs.contains($0) }
    let digits = text[signs.endIndex...].prefix { $0.isASCII && $0.isNumber }
    guard signs.count <= 1, !digits.isEmpty || text[digits.endIndex...].hasPrefix(".") else { return nil }
    return signs.count + digits.count
  }
}

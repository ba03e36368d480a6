/// A row of text with the columns it takes.
package struct TextRow: Sendable, Equatable {
  package private(set) var text: String
  package private(set) var width: Int

  package init(_ text: String, width: Int) {
    self.text = text
    self.width = width
  }

  package static let empty = TextRow("", width: 0)

  package mutating func append(_ other: TextRow) {
    text += other.text
    width += other.width
  }

  /// Adds blanks behind the text until it takes `columns`.
  package mutating func pad(to columns: Int) {
    guard columns > width else { return }
    text += TextRow.blanks(columns - width)
    width = columns
  }

  package static func blanks(_ count: Int) -> String {
    guard count > 0 else { return "" }
    guard count <= shortBlanks.utf8CodeUnitCount else { return String(repeating: " ", count: count) }
    return String(decoding: UnsafeBufferPointer(start: shortBlanks.utf8Start, count: count), as: UTF8.self)
  }

  package static func rule(_ sign: Character, _ count: Int) -> TextRow {
    let isBar = sign == "─" && count < shortBars.count
    return TextRow(isBar ? shortBars[count] : String(repeating: sign, count: count), width: count)
  }

  // A page of formulas asks for them by the ten thousand, and `String(repeating:count:)` is slow.
  private static let shortBlanks: StaticString = "                                                                "
  private static let shortBars = (0..<100).map { String(repeating: "─", count: $0) }
}

import Renderers

/// Sets words apart on the screen, where it has colours.
struct Paint: Sendable {
  let usesColour: Bool

  func bold(_ text: String) -> String { set(text, .bold) }
  func dim(_ text: String) -> String { set(text, .dim) }

  func set(_ text: String, _ style: TextStyle) -> String { usesColour && !text.isEmpty ? style.set(text) : text }

  func bold(_ row: TextRow) -> TextRow { TextRow(bold(row.text), width: row.width) }
  func dim(_ row: TextRow) -> TextRow { TextRow(dim(row.text), width: row.width) }
}

extension TextRow {
  /// Words without terminal codes.
  init(_ words: String) { self.init(words, width: TextWidth.columns(of: words)) }

  /// Two rows in one, at its ends; where there is no room for both, the left one is cut.
  static func ends(_ left: TextRow, _ right: TextRow, in columns: Int) -> TextRow {
    guard right.width > 0, right.width + 2 < columns else { return left.cut(to: columns) }
    var row = left.cut(to: columns - right.width - 2)
    row.pad(to: columns - right.width)
    row.append(right)
    return row
  }
}

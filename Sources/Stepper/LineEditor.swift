import Renderers

/// A line that is being typed.
struct LineEditor: Sendable, Equatable {
  private(set) var text = ""
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  /// More than any answer needs.
  private static let most = 500

  /// Takes a key that edits; the others are left to whoever asked.
  ///
  /// - Returns: whether it was taken.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace: return removeBefore()
    case .delete: remove(at: cursor)
    case .left, .control("b"): return move(to: cursor - 1)
    case .right, .control("f"): return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: text.count)
    case .control("u"): clear()
    case .control("w"): removeWord()
    case .up, .down, .pageUp, .pageDown, .enter, .tab, .escape, .control: return false
    }
    return true
  }

  /// Puts other words in the place of what was typed.
  mutating func replace(with text: String) { (self.text, cursor) = (text, text.count) }

  mutating func clear() { replace(with: "") }

  private mutating func insert(_ character: Character) {
    guard text.count < Self.most else { return }
    // What combines with the character before it makes one of two.
    let before = text.prefix(cursor) + String(character)
    text = before + String(text.dropFirst(cursor))
    cursor = before.count
  }

  private mutating func remove(at place: Int) {
    guard (0..<text.count).contains(place) else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: place))
  }

  private mutating func removeBefore() -> Bool {
    guard cursor > 0 else { return !text.isEmpty }
    cursor -= 1
    remove(at: cursor)
    return true
  }

  private mutating func removeWord() {
    while cursor > 0, character(before: cursor) == " " { _ = removeBefore() }
    while cursor > 0, character(before: cursor) != " " { _ = removeBefore() }
  }

  private func character(before place: Int) -> Character { text[text.index(text.startIndex, offsetBy: place - 1)] }

  /// At the ends, and in an empty line, the key means something else.
  private mutating func move(to place: Int) -> Bool {
    guard (0...text.count).contains(place), place != cursor else { return false }
    cursor = place
    return true
  }
}

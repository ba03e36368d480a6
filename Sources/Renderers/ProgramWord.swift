/// A word that the program itself has for something, such as the name of an element: it is written without being looked
/// at, and without becoming a `String` first.
package struct ProgramWord: ExpressibleByStringLiteral, Equatable, Sendable {
  package let text: StaticString

  package init(stringLiteral text: StaticString) { self.text = text }

  /// Wanted of raw values; cases are told apart by themselves.
  package static func == (left: ProgramWord, right: ProgramWord) -> Bool {
    left.text.description == right.text.description
  }
}

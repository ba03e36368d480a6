import WalkthroughLanguage

/// What was typed, in the signs of the language.
enum AnswerText: Equatable {
  /// Something that can stand on one side of a published line.
  case expression(String)
  case empty
  case tooLong
  /// A decimal comma: `8,2`.
  case decimalComma
  /// A sign that no answer has: it would end the line, or begin something else.
  case sign(Character)

  /// Longer answers are no answers.
  private static let longest = 200

  init(_ typed: String) {
    var text = ""
    for scalar in typed.unicodeScalars {
      switch Self.spelling(of: scalar) {
      case .as(let other): text.unicodeScalars.append(other)
      case .word(let word): text += word
      case .never:
        self = .sign(Character(scalar))
        return
      }
    }
    let words = text.split(separator: " ").joined(separator: " ")
    self =
      words.isEmpty
      ? .empty
      : words.utf8.count > Self.longest ? .tooLong : Self.hasDecimalComma(words) ? .decimalComma : .expression(words)
  }

  private enum Spelling {
    case `as`(Unicode.Scalar)
    case word(String)
    case never
  }

  private static func spelling(of scalar: Unicode.Scalar) -> Spelling {
    switch scalar {
    case "−", "–": .as("-")
    case "×", "·", "∙", "⋅": .as("*")
    case "÷": .as("/")
    case "∂": .as("d")
    case "²": .word("^2")
    case "½": .word("(1/2)")
    case "\u{A0}", "\u{2009}", "\u{202F}", "\t": .as(" ")
    case "=", ":", "#", ";", "\"", "`", "\\": .never
    case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): .never
    case _ where scalar.value == 0x2028 || scalar.value == 0x2029: .never
    default: .as(scalar)
    }
  }

  /// Whether a comma between digits is all that there is beside them and a sign.
  private static func hasDecimalComma(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.allSatisfy { $0.isNumber } } && !(parts[1].isEmpty)
  }
}

extension String {
  /// Without blanks, and with Greek letters as words, so that names can be compared.
  var withoutBlanks: String { GreekLetter.spelledOut(filter { $0 != " " }) }
}

extension String {
  /// Without `sum_h1 =`, `=` or `≈` before the answer.
  func withoutLeft(_ name: String) -> String {
    guard let sign = firstIndex(where: { $0 == "=" || $0 == "≈" }) else { return self }
    let left = self[..<sign]
    return left.allSatisfy { $0 == " " } || String(left).plainName == name.plainName
      ? String(self[index(after: sign)...]) : self
  }

  /// Whether a name stands in it, on its own and not as a part of another.
  func speaks(of name: String) -> Bool {
    let (text, name) = (Array(plainName), Array(name.plainName))
    guard !name.isEmpty, text.count >= name.count else { return false }
    return (0...text.count - name.count).contains { start in
      let end = start + name.count
      return Array(text[start..<end]) == name && (start == 0 || !text[start - 1].isPartOfName)
        && (end == text.count || !text[end].isPartOfName)
    }
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}

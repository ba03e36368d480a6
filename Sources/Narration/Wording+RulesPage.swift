import WalkthroughLanguage

extension Wording {
  static let rulesTitle: Sentence = "The derivative rules"
  static let rulesOpening: [Sentence] = [
    "Every derivative that Longhand finds is put together from this one table. It is written by the program from the rules that it computes with, so the page and the numbers cannot disagree.",
    "An operation takes u, or u and v, and gives y. A rule may use y itself, because its value is known by then.",
  ]
  static let rulesClosing: [Sentence] = [
    "A bracket is 1 where its condition holds, else 0. That settles the kinks: relu and abs have slope 0 at 0, and where the operands of max or min are equal, the first one counts.",
    "Sums and products of more than two operands are worked from the left, two at a time; so are max and min.",
    "A power of e over a sum of which it is one term is a share, as softmax makes them. The table gives its slopes as quotients; they are told by the shares themselves, which are known by then: by its own exponent a share changes by itself times what it lacks of 1, by the exponent of another share by minus the product of the two.",
  ]
  static let operationColumn: Sentence = "Operation"

  /// What an operation is called in a table of rules.
  static func operation(_ primitive: Primitive) -> String {
    switch primitive.form {
    case .sign(.plus): "sum"
    case .sign(.minus): "difference"
    case .sign(.times): "product"
    case .sign(.over): "quotient"
    case .sign(.power): "power"
    case .sign(.negation): "minus"
    case .function, .unwritten: primitive.rawValue
    }
  }
}

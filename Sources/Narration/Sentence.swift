import DocumentModel

/// Running text in the making: words with formulas put in where they are spoken of.
struct Sentence: ExpressibleByStringInterpolation, ExpressibleByStringLiteral {
  var inlines: [Inline]

  init(_ inlines: [Inline] = []) { self.inlines = inlines }
  init(stringLiteral value: String) { inlines = value.isEmpty ? [] : [.text(value)] }
  init(stringInterpolation: Interpolation) { inlines = stringInterpolation.inlines }

  struct Interpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      inlines.reserveCapacity(2 * interpolationCount + 1)
    }
    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }
    mutating func appendInterpolation(_ formula: Formula) { inlines.append(.formula(formula)) }
    mutating func appendInterpolation(_ equation: Equation) { inlines.append(.equation(equation)) }
    mutating func appendInterpolation(_ sentence: Sentence) { inlines += sentence.inlines }
    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    mutating func appendInterpolation(strong sentence: Sentence) { inlines.append(.strong(sentence.inlines)) }
    mutating func appendInterpolation(emphasis sentence: Sentence) { inlines.append(.emphasis(sentence.inlines)) }
    /// `a, b and c`
    mutating func appendInterpolation(list formulas: [Formula]) {
      for (index, formula) in formulas.enumerated() {
        if index > 0 { inlines.append(.text(Sentence.separator(before: index, of: formulas.count, last: " and "))) }
        inlines.append(.formula(formula))
      }
    }
  }

  /// `a, b and c`
  static func list(_ items: [Sentence]) -> Sentence { joined(items, last: " and ") }

  /// Values behind a colon: commas throughout.
  static func enumeration(_ items: [Sentence]) -> Sentence { joined(items, last: ", ") }

  /// With commas between, but `last` before the last.
  private static func joined(_ items: [Sentence], last: String) -> Sentence {
    var inlines: [Inline] = []
    inlines.reserveCapacity(items.reduce(items.count) { $0 + $1.inlines.count })
    for (index, item) in items.enumerated() {
      if index > 0 { inlines.append(.text(separator(before: index, of: items.count, last: last))) }
      inlines += item.inlines
    }
    return Sentence(inlines)
  }

  private static func separator(before index: Int, of count: Int, last: String) -> String {
    index == count - 1 ? last : ", "
  }

  mutating func append(_ other: Sentence) { inlines += other.inlines }

  /// With a capital at the start, if it starts with a word.
  var capitalized: Sentence {
    guard case .text(let text)? = inlines.first else { return self }
    return Sentence([.text(text.capitalizedSentence)] + inlines.dropFirst())
  }

  /// Both, with a blank between.
  static func + (left: Sentence, right: Sentence) -> Sentence {
    if left.inlines.isEmpty { return right }
    if right.inlines.isEmpty { return left }
    var inlines: [Inline] = []
    inlines.reserveCapacity(left.inlines.count + 1 + right.inlines.count)
    inlines += left.inlines
    inlines.append(.text(" "))
    inlines += right.inlines
    return Sentence(inlines)
  }

  var paragraph: Block { .paragraph(inlines) }
}

/// Counts in words up to twelve, as running text has them.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A number in words up to twelve.
func number(_ count: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  return words.indices.contains(count) ? words[count] : String(count)
}

extension String {
  /// With a capital at the start.
  var capitalizedSentence: String {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return self }
    return String(decoding: [first - 32] + utf8.dropFirst(), as: UTF8.self)
  }
}

extension [String] {
  /// All of them with `separator` between. The standard library's own looks its types up by their names when it runs, which
  /// takes as long as laying out a plot.
  func joined(by separator: String) -> String {
    var joined = first ?? ""
    for text in dropFirst() {
      joined += separator
      joined += text
    }
    return joined
  }
}

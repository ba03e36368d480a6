import Numerals

extension WalkthroughReader {
  mutating func readObjective(
    _ directive: Directive, _ scanner: inout Scanner, _ place: Range<Int>
  ) throws(Diagnostic) {
    guard let sense = directive.sense else { return }
    let name = scanner.takeName()
    scanner.skipBlanks()
    guard !name.isEmpty, scanner.isAtEnd else { throw .objectiveIsNoName(scanner.stretchHere(), directive) }
    if let first = objectiveLine {
      let line = walkthrough.source.position(of: first.name.lowerBound).line
      throw .secondObjective(place, line: line)
    }
    objectiveLine = (sense, name)
  }

  mutating func readUpdate(_ scanner: inout Scanner) throws(Diagnostic) {
    let range = trimmed(scanner.position..<scanner.end)
    let words = walkthrough.source.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let order = UpdateOrder.allCases.first { $0.word == words || $0.rawValue == words }
    guard let order else { throw .unknownWord(range, words, among: UpdateOrder.allCases.map(\.rawValue)) }
    walkthrough.updateOrder = order
  }

  mutating func readTelling(_ scanner: inout Scanner) throws(Diagnostic) {
    let range = trimmed(scanner.position..<scanner.end)
    let word = walkthrough.source.text(range)
    guard let telling = Telling(rawValue: word) else {
      throw .unknownWord(range, word, among: Telling.allCases.map(\.rawValue))
    }
    walkthrough.telling = telling
  }

  /// `5 decimals`, `4 figures` or `all digits`, then `rounded` or `cut`, and `equals`.
  mutating func readStyle(_ scanner: inout Scanner, allowsEquals: Bool) throws(Diagnostic) -> NumberStyle {
    var style = NumberStyle(try readPrecision(&scanner))
    while scanner.take(Ascii.comma) {
      let range = scanner.takeName()
      let word = walkthrough.source.text(range)
      if let reduction = Reduction(rawValue: word) {
        style.reduction = reduction
      } else if word == Self.equalsWord, allowsEquals {
        style.writesEqualsAlways = true
      } else {
        let words = Reduction.allCases.map(\.rawValue) + (allowsEquals ? [Self.equalsWord] : [])
        throw .unknownWord(range.isEmpty ? scanner.stretchHere() : range, word, among: words)
      }
    }
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw .unexpected(scanner) }
    return style
  }

  mutating func readPrecision(_ scanner: inout Scanner) throws(Diagnostic) -> NumberStyle.Precision {
    scanner.skipBlanks()
    let start = scanner.position
    if Ascii.isDigit(scanner.current) {
      let count = scanner.takeDecimal().map(\.value)
      let unit = walkthrough.source.text(scanner.takeName())
      let place = start..<scanner.position
      guard let count, count.places == 0, count.coefficient <= UInt64(Limits.digits) else { throw .digitsOutOfRange(place) }
      switch unit {
      case "decimals", "decimal": return .decimals(Int(count.coefficient))
      case "figures" where count.coefficient > 0, "figure" where count.coefficient > 0:
        return .figures(Int(count.coefficient))
      default: throw .precisionExpected(place)
      }
    }
    let words = (walkthrough.source.text(scanner.takeName()), walkthrough.source.text(scanner.takeName()))
    guard words == ("all", "digits") else {
      throw .precisionExpected(start..<max(scanner.position, min(start + 1, scanner.end)))
    }
    return .allDigits
  }

  private static let equalsWord = "equals"

  /// The objective names a computed quantity; a rate needs an objective and something to move.
  mutating func settleObjective() {
    guard let line = objectiveLine else { return }
    let number = nameNumber(line.name)
    let quantity = Int(quantityByName[number])
    if quantity < 0 {
      unresolved.append((number, line.name))
    } else if walkthrough.quantities[quantity].role.isGiven {
      diagnostics.append(.objectiveIsGiven(line.name, names.spelling(number)))
    } else {
      walkthrough.objective = Objective(sense: line.sense, quantity: quantity)
    }
  }

  /// Whether there is something to compute, and a reason to update if there is a rate.
  mutating func checkPurpose() {
    guard diagnostics.isEmpty else { return }
    if walkthrough.quantities.allSatisfy(\.role.isGiven) { diagnostics.append(.nothingComputed(at: bytes.count)) }
    guard let rate = walkthrough.rate else { return }
    let place = walkthrough.quantities[rate].place
    if walkthrough.objective == nil {
      diagnostics.append(.rateWithoutObjective(place))
    } else if walkthrough.objective?.sense == .differentiate {
      diagnostics.append(.rateWhileDifferentiating(place))
    } else if walkthrough.moved.isEmpty {
      diagnostics.append(.nothingMoved(place))
    }
  }
}

extension UpdateOrder {
  /// The shortest way to ask for it.
  fileprivate var word: String {
    switch self {
    case .together: "together"
    case .reusing: "reusing"
    }
  }
}

extension Diagnostic {
  fileprivate static func objectiveIsNoName(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` takes the name of one quantity",
      remedy: "give the expression a line and a name of its own, and put the name here")
  }
  fileprivate static func secondObjective(_ place: Range<Int>, line: Int) -> Diagnostic {
    Diagnostic(at: place, "there is an objective already, in line \(line)", remedy: "keep one of the two")
  }
  fileprivate static func objectiveIsGiven(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "`\(name)` is a given", remedy: "name a quantity that the file computes")
  }
  static func unknownWord(_ place: Range<Int>, _ word: String, among words: [String]) -> Diagnostic {
    let near = Suggestion.nearest(to: word, among: words)
    let all = words.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      at: place, word.isEmpty ? "a word is missing here" : "`\(word)` is not understood here",
      remedy: near.map { "did you mean `\($0)`?" } ?? "choose one of \(all)")
  }
  fileprivate static func precisionExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "how many digits is not understood",
      remedy: "write `5 decimals`, `4 figures` or `all digits`, and behind it `, cut` to drop digits")
  }
  fileprivate static func digitsOutOfRange(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a double has no more than \(Limits.digits) digits to trust",
      remedy: "ask for 0 to \(Limits.digits) decimals, 1 to \(Limits.digits) figures, or `all digits`")
  }
  fileprivate static func nothingComputed(at end: Int) -> Diagnostic {
    Diagnostic(
      at: end..<end, "this file computes nothing",
      remedy: "write givens such as `inputs: x = 2`, then statements such as `y = x^2`")
  }
  fileprivate static func rateWithoutObjective(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a rate is for an update, and an update needs an objective",
      remedy: "add `minimize: NAME` or `maximize: NAME`, or drop the rate")
  }
  fileprivate static func rateWhileDifferentiating(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`differentiate:` makes no update and takes no rate",
      remedy: "write `minimize:` or `maximize:` instead, or drop the rate")
  }
  fileprivate static func nothingMoved(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "there is a rate, but nothing that an update moves",
      remedy: "declare `weights:`, `biases:` or `unknowns:`")
  }
}

import Numerals

extension WalkthroughReader {
  /// The words that begin a context.
  private enum ContextWord: String, CaseIterable {
    case at, after, example, by, `in`, symbolically, carrying, rounded, cut

    /// What it cannot stand beside.
    var excluded: Set<ContextWord> {
      switch self {
      case .at: []
      case .after, .example, .by, .in, .symbolically, .carrying: [self]
      case .rounded, .cut: [.rounded, .cut]
      }
    }
  }

  /// A heading while it is read.
  private struct HeadingReading {
    var scanner: Scanner
    var context = ClaimContext()
    var seen: Set<ContextWord> = []
    var set: Set<Int> = []
  }

  /// The contexts between `published` and its colon, separated by commas.
  mutating func readHeading(_ range: Range<Int>) throws(Diagnostic) -> ClaimContext {
    var heading = HeadingReading(scanner: Scanner(bytes, range))
    heading.scanner.skipBlanks()
    while !heading.scanner.isAtEnd {
      try readContext(&heading)
      guard heading.scanner.take(Ascii.comma) || heading.scanner.isAtEnd else {
        throw .unexpected(heading.scanner, source)
      }
      heading.scanner.skipBlanks()
    }
    if heading.context.isSymbolic, heading.seen.count > 1 { throw .formulasOnly(source.trimmed(range)) }
    if let reduction = heading.context.reduction { heading.context.carry?.reduction = reduction }
    return heading.context
  }

  private mutating func readContext(_ heading: inout HeadingReading) throws(Diagnostic) {
    let range = heading.scanner.takeName()
    heading.scanner.skipBlanks()
    if heading.seen.contains(.at), heading.scanner.current == Ascii.equals {
      return try readSetting(range, &heading)
    }
    let text = source.text(range.prefix(Limits.nameLength))
    guard let word = ContextWord(rawValue: text) else {
      let place = range.isEmpty ? heading.scanner.stretchHere() : range
      throw .unknownContext(place, place.isEmpty ? nil : source.quoted(place))
    }
    try readContext(word, at: range, &heading)
    heading.scanner.skipBlanks()
  }

  private mutating func readContext(
    _ word: ContextWord, at place: Range<Int>, _ heading: inout HeadingReading
  ) throws(Diagnostic) {
    if !heading.seen.isDisjoint(with: word.excluded) { throw .saidTwice(place, source.text(place)) }
    if walkthrough.isSymbolic, word != .symbolically { throw .noNumbersHere(place, source.text(place)) }
    heading.seen.insert(word)
    switch word {
    case .at: try readSetting(heading.scanner.takeName(), &heading)
    case .after: try readStepCount(&heading.scanner, &heading.context)
    case .example: heading.context.example = try readExampleNumber(&heading.scanner)
    case .by: heading.context.derivatives = try readWayToDerivatives(&heading.scanner)
    case .in: heading.context.floatingPoint = try readFloatingPointContext(&heading.scanner)
    case .symbolically: heading.context.isSymbolic = true
    case .carrying: heading.context.carry = NumberStyle(try readPrecision(&heading.scanner))
    case .rounded: heading.context.reduction = .rounded
    case .cut: heading.context.reduction = .cut
    }
  }

  /// `921 steps`; an epoch is a step where one update is made in it.
  private func readStepCount(_ scanner: inout Scanner, _ context: inout ClaimContext) throws(Diagnostic) {
    scanner.skipBlanks()
    let start = scanner.position
    let count = scanner.takeDecimal()?.value
    let unit = source.text(scanner.takeName())
    let place = start..<(scanner.position > start ? scanner.position : scanner.stretchHere().upperBound)
    let isEpochs = unit == "epoch" || unit == "epochs"
    guard let count, count.places == 0, isEpochs || unit == "step" || unit == "steps" else {
      throw .stepsExpected(place)
    }
    let limit = max(Limits.steps, walkthrough.maximumEpochs)
    guard count.coefficient <= UInt64(limit) else { throw .tooManySteps(place, limit: limit) }
    if !hasRate { throw .stepsWithoutRate(place) }
    context.steps = Int(count.coefficient)
    context.countsEpochs = isEpochs && walkthrough.updateSchedule != .afterAllExamples
  }

  /// `3`, where there are as many examples.
  private func readExampleNumber(_ scanner: inout Scanner) throws(Diagnostic) -> Int? {
    scanner.skipBlanks()
    let start = scanner.position
    let number = scanner.takeDecimal()?.value
    let place = start..<(scanner.position > start ? scanner.position : scanner.stretchHere().upperBound)
    guard let number, number.places == 0 else { throw .exampleExpected(place) }
    guard let examples = walkthrough.examples else {
      // A table in error is reported by itself.
      if firstPlace(of: .examples) == nil { throw .noExamples(place) }
      return nil
    }
    guard number.coefficient >= 1, number.coefficient <= UInt64(examples.rows.count) else {
      throw .noSuchExample(place, count: examples.rows.count)
    }
    return Int(number.coefficient)
  }

  /// `single precision` or `double precision`
  private func readFloatingPointContext(_ scanner: inout Scanner) throws(Diagnostic) -> FloatingPoint {
    let place = scanner.takePhrase()
    let words = source.phrase(place)
    guard let precision = FloatingPoint.allCases.first(where: { "\($0.rawValue) precision" == words }) else {
      throw .unknownWord(
        place, source.quoted(place), among: FloatingPoint.allCases.map { "\($0.rawValue) precision" })
    }
    return precision
  }

  /// `w = 3.01`; `rate` means the rate, whatever its name.
  private mutating func readSetting(_ name: Range<Int>, _ heading: inout HeadingReading) throws(Diagnostic) {
    guard !name.isEmpty, heading.scanner.take(Ascii.equals) else {
      throw .settingExpected(name.isEmpty ? heading.scanner.stretchHere() : name)
    }
    let start = walkthrough.nodes.count
    try readLeadingFormula(&heading.scanner, in: .constant)
    let formula = start..<walkthrough.nodes.count
    let quantity = settableQuantity(name)
    guard quantity >= 0 else { return }
    if !walkthrough.quantities[quantity].role.isGiven { throw .settingIsComputed(name, source.quoted(name)) }
    if walkthrough.quantities[quantity].role == .example { throw .settingIsColumn(name, source.quoted(name)) }
    if !heading.set.insert(quantity).inserted { throw .saidTwice(name, source.text(name)) }
    heading.context.settings.append(ClaimContext.Setting(quantity: quantity, formula: formula))
  }

  private mutating func settableQuantity(_ name: Range<Int>) -> Int {
    let isNamed = quantity(named: name) >= 0
    if !isNamed, let rate = walkthrough.rate, source.text(name) == Directive.rate.rawValue { return rate }
    return Int(knownQuantity(named: name))
  }
}

extension Diagnostic {
  fileprivate static func unknownContext(_ place: Range<Int>, _ text: String?) -> Diagnostic {
    Diagnostic(
      at: place, text.map { "\($0) is not a context of published lines" } ?? "a context is missing here",
      remedy: "contexts are `at w = 3, rate = 0.1`, `after 2 steps`, `example 1`, `by forward differences, h = 0.1`, "
        + "`in single precision`, `symbolically`, `rounded`, `cut`, `carrying 5 decimals`")
  }
  fileprivate static func saidTwice(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(at: place, "this heading has said before what `\(word)` says", remedy: "keep one of the two")
  }
  fileprivate static func stepsExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a number of steps is missing", remedy: "write `after 2 steps`")
  }
  fileprivate static func tooManySteps(_ place: Range<Int>, limit: Int) -> Diagnostic {
    Diagnostic(at: place, "more than \(limit) steps", remedy: "ask for fewer")
  }
  fileprivate static func stepsWithoutRate(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "without `rate:` there are no steps", remedy: "add `rate:` and an objective")
  }
  fileprivate static func exampleExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "the number of an example is missing", remedy: "write `example 1`")
  }
  fileprivate static func noExamples(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "there are no examples", remedy: "add `examples:`, or drop this context")
  }
  fileprivate static func noSuchExample(_ place: Range<Int>, count: Int) -> Diagnostic {
    Diagnostic(
      at: place, count == 1 ? "there is one example" : "there are \(count) examples",
      remedy: count == 1 ? "write `example 1`" : "write a number from 1 to \(count)")
  }
  fileprivate static func formulasOnly(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`symbolically` compares formulas, and the rest of this heading is about numbers",
      remedy: "give numbers a heading of their own")
  }
  fileprivate static func noNumbersHere(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(word)` is about numbers, and a symbolic walkthrough has none", remedy: "drop this context")
  }
  fileprivate static func settingIsColumn(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) differs from example to example and cannot be set",
      remedy: "name an example instead: `example 1`")
  }
  fileprivate static func settingExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a setting is `at NAME = NUMBER`", remedy: "for example `at w = 3.01, rate = 0.1`")
  }
  fileprivate static func settingIsComputed(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is computed and cannot be set", remedy: "set a given: an input, a weight, the rate")
  }
}

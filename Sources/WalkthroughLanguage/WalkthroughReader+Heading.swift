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

  /// Whether what stands behind `published` begins as a context does.
  func startsContext(_ range: Range<Int>) -> Bool {
    var scanner = Scanner(bytes, range)
    return ContextWord(rawValue: source.text(scanner.takeName())) != nil
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
    checkShape(formulaShape, of: name, setting: quantity)
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

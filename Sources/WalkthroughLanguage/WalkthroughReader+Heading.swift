import Numerals

extension WalkthroughReader {
  /// The contexts between `published` and its colon, separated by commas.
  mutating func readHeading(_ range: Range<Int>) throws(Diagnostic) -> ClaimContext {
    var scanner = Scanner(bytes, range)
    var context = ClaimContext()
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      try readContext(&scanner, &context)
      guard scanner.take(Ascii.comma) || scanner.isAtEnd else { throw .unexpected(scanner) }
      scanner.skipBlanks()
    }
    if let reduction = context.reduction { context.carry?.reduction = reduction }
    return context
  }

  private mutating func readContext(
    _ scanner: inout Scanner, _ context: inout ClaimContext
  ) throws(Diagnostic) {
    let range = scanner.takeName()
    let word = walkthrough.source.text(range)
    scanner.skipBlanks()
    if let reduction = Reduction(rawValue: word) {
      context.reduction = reduction
    } else if word == "carrying" {
      context.carry = NumberStyle(try readPrecision(&scanner))
      scanner.skipBlanks()
    } else if word == "after" {
      context.steps = try readStepCount(&scanner)
    } else if word == "at" {
      try readSetting(scanner.takeName(), &scanner, &context)
    } else if scanner.current == Ascii.equals, !context.settings.isEmpty {
      try readSetting(range, &scanner, &context)
    } else if ["example", "by", "in", "symbolically"].contains(word) {
      throw .laterContext(range, word)
    } else {
      throw .unknownContext(range.isEmpty ? scanner.stretchHere() : range, word)
    }
  }

  /// `921 steps`; an epoch is a step.
  private func readStepCount(_ scanner: inout Scanner) throws(Diagnostic) -> Int {
    scanner.skipBlanks()
    let start = scanner.position
    let count = scanner.takeDecimal().map(\.value)
    let unit = walkthrough.source.text(scanner.takeName())
    let place = start..<max(scanner.position, min(start + 1, scanner.end))
    guard let count, count.places == 0, ["step", "steps", "epoch", "epochs"].contains(unit) else {
      throw .stepsExpected(place)
    }
    guard count.coefficient <= UInt64(Limits.steps) else { throw .tooManySteps(place) }
    if walkthrough.rate == nil { throw .stepsWithoutRate(place) }
    scanner.skipBlanks()
    return Int(count.coefficient)
  }

  /// `w = 3.01`; `rate` means the rate, whatever its name.
  private mutating func readSetting(
    _ name: Range<Int>, _ scanner: inout Scanner, _ context: inout ClaimContext
  ) throws(Diagnostic) {
    guard !name.isEmpty, scanner.take(Ascii.equals) else {
      throw .settingExpected(name.isEmpty ? scanner.stretchHere() : name)
    }
    let start = walkthrough.nodes.count
    try readLeadingFormula(&scanner, in: .constant)
    let formula = start..<walkthrough.nodes.count
    let number = nameNumber(name)
    let isRate = quantityByName[number] < 0 && walkthrough.source.text(name) == Directive.rate.rawValue
    let quantity = isRate ? walkthrough.rate ?? -1 : Int(quantityByName[number])
    guard quantity >= 0 else {
      unresolved.append((number, name))
      return
    }
    guard walkthrough.quantities[quantity].role.isGiven else {
      throw .settingIsComputed(name, names.spelling(number))
    }
    context.settings.append(ClaimContext.Setting(quantity: quantity, formula: formula))
  }
}

extension Diagnostic {
  fileprivate static func laterContext(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(
      at: place, "the context `\(word) …` is not understood by this version of Longhand",
      remedy: "leave these published lines out for now")
  }
  fileprivate static func unknownContext(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(
      at: place, word.isEmpty ? "a context is missing here" : "`\(word)` is not a context of published lines",
      remedy: "contexts are `at w = 3, rate = 0.1`, `after 2 steps`, `rounded`, `cut`, `carrying 5 decimals`")
  }
  fileprivate static func stepsExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a number of steps is missing", remedy: "write `after 2 steps`")
  }
  fileprivate static func tooManySteps(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "more than \(Limits.steps) steps", remedy: "ask for fewer")
  }
  fileprivate static func stepsWithoutRate(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "without `rate:` there are no steps", remedy: "add `rate:` and an objective")
  }
  fileprivate static func settingExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a setting is `at NAME = NUMBER`", remedy: "for example `at w = 3.01, rate = 0.1`")
  }
  fileprivate static func settingIsComputed(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is computed and cannot be set", remedy: "set a given: an input, a weight, the rate")
  }
}

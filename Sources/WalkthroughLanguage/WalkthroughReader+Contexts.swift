import Numerals

extension WalkthroughReader {
  /// `921 steps`; an epoch is a step where one update is made in it.
  func readStepCount(_ scanner: inout Scanner, _ context: inout ClaimContext) throws(Diagnostic) {
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
  func readExampleNumber(_ scanner: inout Scanner) throws(Diagnostic) -> Int? {
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
  func readFloatingPointContext(_ scanner: inout Scanner) throws(Diagnostic) -> FloatingPoint {
    let place = scanner.takePhrase()
    let words = source.phrase(place)
    guard let precision = FloatingPoint.allCases.first(where: { "\($0.rawValue) precision" == words }) else {
      throw .unknownWord(
        place, source.quoted(place), among: FloatingPoint.allCases.map { "\($0.rawValue) precision" })
    }
    return precision
  }
}

extension Diagnostic {
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
}

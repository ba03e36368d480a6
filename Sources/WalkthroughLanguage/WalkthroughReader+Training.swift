import Numerals

extension WalkthroughReader {
  /// `200`
  func readEpochs(_ scanner: inout Scanner) throws(Diagnostic) -> Int {
    let place = source.trimmed(scanner.rest)
    if place.isEmpty { throw .epochsMissing(place) }
    let count = takeSignedDecimal(&scanner)
    guard let count, scanner.isAtEnd, count.places == 0, !count.isNegative, !count.isZero else {
      throw .epochsExpected(place)
    }
    guard count.coefficient <= UInt64(walkthrough.maximumEpochs) else {
      throw .tooManyEpochs(place, count, limit: walkthrough.maximumEpochs)
    }
    return Int(count.coefficient)
  }

  /// `the gain is below 0.1`, `L is below 0.1`, `f is above 99`, `y is within 0.5 of t`
  mutating func settleStop() {
    guard let line = stopLine else { return }
    do throws(Diagnostic) {
      walkthrough.stopRule = try readStop(source.trimmed(line))
    } catch {
      diagnostics.append(error)
    }
  }

  private mutating func readStop(_ line: Range<Int>) throws(Diagnostic) -> StopRule? {
    var scanner = Scanner(bytes, line)
    let subject = takeStopSubject(&scanner)
    let verb = source.text(scanner.takeName())
    let relation = source.text(scanner.takeName())
    scanner.skipBlanks()
    let start = scanner.position
    guard !subject.isEmpty, verb == "is", let value = takeSignedDecimal(&scanner) else { throw .stopExpected(line) }
    let number = source.trimmed(start..<scanner.position)
    let isGain = source.phrase(subject) == Self.gain
    if isGain, value.isNegative || value.isZero { throw .notAboveZero(number) }
    let quantity = isGain ? 0 : Int(knownQuantity(named: subject))
    switch relation {
    case "below" where scanner.isAtEnd: return isGain ? .gain(below: value) : .below(quantity, value)
    case "above" where scanner.isAtEnd && !isGain: return .above(quantity, value)
    case "within" where !isGain && source.text(scanner.takeName()) == "of":
      let other = scanner.takeName()
      guard !other.isEmpty, scanner.isAtEnd else { throw .stopExpected(line) }
      if value.isNegative { throw .notAboveZero(number) }
      let goal = Int(knownQuantity(named: other))
      try rejectOtherShape(of: goal, named: other, besides: quantity)
      return .within(quantity, value, of: goal)
    default: throw .stopExpected(line)
    }
  }

  private static let gain = "the gain"

  /// A name, or `the gain`.
  private func takeStopSubject(_ scanner: inout Scanner) -> Range<Int> {
    let name = scanner.takeName()
    var probe = scanner
    let place = name.lowerBound..<probe.takeName().upperBound
    guard source.phrase(place) == Self.gain else { return name }
    scanner = probe
    return place
  }
}

extension Diagnostic {
  fileprivate static func epochsMissing(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "the number of epochs is missing", remedy: "write, for example, `epochs: 200`")
  }
  fileprivate static func epochsExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "the number of epochs is a whole number from 1", remedy: "write it in digits, such as `epochs: 200`")
  }
  fileprivate static func tooManyEpochs(_ place: Range<Int>, _ count: Decimal, limit: Int) -> Diagnostic {
    let isReachable = count.value <= Double(Limits.mostEpochs)
    let raising = "`--max-epochs \(count.digits)` on the command line raises the limit"
    return Diagnostic(
      at: place, "more than \(limit) epochs",
      remedy: isReachable ? "ask for fewer; \(raising)" : "ask for \(Limits.mostEpochs) at most")
  }
  fileprivate static func stopExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "what is waited for is not understood",
      remedy: "write `the gain is below 0.001`, `L is below 0.01`, `f is above 99` or `y is within 0.5 of t`")
  }
  fileprivate static func notAboveZero(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "nothing comes this close", remedy: "write a number above 0")
  }
}

extension WalkthroughReader {
  /// States that do not start at 0: `m(w) = 0.1, v(w) = 0.01`.
  mutating func settleStarts() {
    var seen: Set<Int> = []
    for line in startLines {
      var scanner = Scanner(bytes, source.trimmed(line))
      do throws(Diagnostic) {
        while !scanner.isAtEnd {
          try readStart(&scanner, &seen)
          scanner.skipBlanks()
        }
      } catch {
        diagnostics.append(error)
      }
    }
  }

  private mutating func readStart(_ scanner: inout Scanner, _ seen: inout Set<Int>) throws(Diagnostic) {
    let word = scanner.takeName()
    guard !word.isEmpty, scanner.take(Ascii.open) else { throw .startExpected(scanner.stretchHere()) }
    let name = scanner.takeName()
    guard !name.isEmpty, scanner.take(Ascii.close), scanner.take(Ascii.equals) else {
      throw .startExpected(scanner.stretchHere())
    }
    let (formula, start) = (walkthrough.nodes.count, scanner.position)
    try readLeadingFormula(&scanner, in: .constant)
    let value = source.trimmed(start..<scanner.position)
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .unexpected(scanner, source) }
    guard let (state, quantity) = try startingState(word, name) else { return }
    guard seen.insert(2 * quantity + (state == .m ? 0 : 1)).inserted else {
      throw .saidBefore(word.lowerBound..<name.upperBound + 1, "`\(state.rawValue)(\(source.text(name)))`")
    }
    // A number is one for every entry.
    if !formulaShape.isScalar { checkShape(formulaShape, of: name, setting: quantity) }
    walkthrough.updateStarts.append(
      UpdateStart(state: state, quantity: quantity, formula: formula..<walkthrough.nodes.count, place: value))
  }

  private mutating func startingState(
    _ word: Range<Int>, _ name: Range<Int>
  ) throws(Diagnostic) -> (UpdateState, Int)? {
    let method = walkthrough.updateMethod
    guard let state = UpdateState(rawValue: source.text(word)), method.keptStates.contains(state) else {
      throw .stateIsNotKept(word, source.quoted(word), method)
    }
    let quantity = knownQuantity(named: name)
    guard quantity >= 0 else { return nil }
    try rejectUnmoved(quantity, name, "\(state.rawValue)(\(source.text(name)))")
    return (state, Int(quantity))
  }
}

extension Diagnostic {
  fileprivate static func startExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a start is `STATE(NAME) = NUMBER`", remedy: "for example `start: m(w) = 0.1, v(w) = 0.01`")
  }
  fileprivate static func stateIsNotKept(_ place: Range<Int>, _ word: String, _ method: UpdateMethod) -> Diagnostic {
    let kept = method.keptStates.map { "`\($0.rawValue)`" }
    if kept.isEmpty {
      return Diagnostic(
        at: place, "an update by rate and slope alone keeps nothing that could start somewhere",
        remedy: "name a way to update, such as `update: adam`, or drop `start:`")
    }
    return Diagnostic(
      at: place, "\(word) is not what `\(method.rawValue)` keeps from update to update",
      remedy: "it keeps \(list(kept))")
  }
}

extension WalkthroughReader {
  /// `m(w)` in a published line: what the update rule keeps or works out for `w`; false for an ordinary operand.
  mutating func readState(_ word: Range<Int>, _ scanner: inout Scanner) throws(Diagnostic) -> Bool {
    guard scanner.current == Ascii.open, declaredFunction(nameNumber(word)) == nil,
      let state = UpdateState(rawValue: source.text(word.prefix(Limits.nameLength)))
    else { return false }
    var probe = scanner
    probe.position += 1
    let name = probe.takeName()
    guard !name.isEmpty, probe.take(Ascii.close) else { return false }
    scanner = probe
    let quantity = knownQuantity(named: name)
    let method = walkthrough.updateMethod
    try rejectUnmoved(quantity, name, "\(state.rawValue)(\(source.text(name)))")
    guard method.states.contains(state) else { throw .noSuchState(word, state, method) }
    append(.state(state, quantity), at: word.lowerBound)
    return true
  }
}

extension Diagnostic {
  fileprivate static func noSuchState(
    _ place: Range<Int>, _ state: UpdateState, _ method: UpdateMethod
  ) -> Diagnostic {
    let known = list(method.states.map { "`\($0.rawValue)`" })
    return Diagnostic(
      at: place,
      method == .gradient
        ? "an update by rate and slope alone has no `\(state.rawValue)`"
        : "`\(method.rawValue)` has no `\(state.rawValue)`",
      remedy: "it has \(known)")
  }
}

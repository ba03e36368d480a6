extension WalkthroughReader {
  /// `new NAME`, `dA/dB`, `dA/dB through C`, `local dA/dB`; false where the name is an ordinary operand.
  mutating func readClaimTerm(_ name: Range<Int>, _ scanner: inout Scanner) throws(Diagnostic) -> Bool {
    switch ClaimWord(name, in: bytes) {
    case .new: return try readUpdated(name, &scanner)
    case .local: return try readLocalDerivative(name, &scanner)
    case .through, nil:
      if try readState(name, &scanner) { return true }
      return try readDerivative(name, &scanner)
    }
  }

  /// `new NAME`; false where no name follows.
  private mutating func readUpdated(_ word: Range<Int>, _ scanner: inout Scanner) throws(Diagnostic) -> Bool {
    var probe = scanner
    let name = probe.takeName()
    if name.isEmpty { return false }
    scanner = probe
    let quantity = knownQuantity(named: name)
    try rejectUnmoved(quantity, name, "new \(source.text(name))")
    append(.updated(quantity), at: word.lowerBound)
    return true
  }

  /// `local dA/dB`; false where no derivative follows.
  private mutating func readLocalDerivative(
    _ word: Range<Int>, _ scanner: inout Scanner
  ) throws(Diagnostic) -> Bool {
    var probe = scanner
    let name = probe.takeName()
    guard !name.isEmpty, let pair = takeDerivative(startingWith: name, &probe) else { return false }
    scanner = probe
    let (of, by) = (knownQuantity(named: pair.of), knownQuantity(named: pair.by))
    try checkShapes(of, by, at: name.lowerBound..<pair.by.upperBound)
    append(.localDerivative(of: of, by: by), at: word.lowerBound)
    return true
  }

  /// A derivative is of a number, or by one: anything else has more than rows and columns.
  private func checkShapes(_ of: Int32, _ by: Int32, at place: Range<Int>) throws(Diagnostic) {
    guard mayHoldMatrices, !isUnknown(of), !isUnknown(by) else { return }
    let (result, operand) = (walkthrough.quantities[Int(of)], walkthrough.quantities[Int(by)])
    guard !result.shape.isScalar, !operand.shape.isScalar else { return }
    throw .matrixByMatrix(place, source.quoted(place), result, operand)
  }

  /// `dA/dB`, and `through C` behind it.
  private mutating func readDerivative(_ name: Range<Int>, _ scanner: inout Scanner) throws(Diagnostic)
    -> Bool
  {
    guard let pair = takeDerivative(startingWith: name, &scanner) else { return false }
    let (of, by) = (knownQuantity(named: pair.of), knownQuantity(named: pair.by))
    try checkShapes(of, by, at: name.lowerBound..<pair.by.upperBound)
    var probe = scanner
    guard ClaimWord(probe.takeName(), in: bytes) == .through else {
      append(.derivative(of: of, by: by, through: nil), at: name.lowerBound)
      return true
    }
    let middle = probe.takeName()
    if middle.isEmpty { throw .middleMissing(probe.stretchHere()) }
    scanner = probe
    append(.derivative(of: of, by: by, through: knownQuantity(named: middle)), at: name.lowerBound)
    return true
  }

  /// The two names of `dA/dB`, where A and B are quantities, or nothing else makes sense of it.
  private mutating func takeDerivative(
    startingWith name: Range<Int>, _ scanner: inout Scanner
  ) -> (of: Range<Int>, by: Range<Int>)? {
    var probe = scanner
    guard bytes[name.lowerBound] == Ascii.derivativeMark, name.count > 1, probe.take(Ascii.slash) else {
      return nil
    }
    let denominator = probe.takeName()
    guard denominator.count > 1, bytes[denominator.lowerBound] == Ascii.derivativeMark else { return nil }
    let (of, by) = (name.dropFirst(), denominator.dropFirst())
    let isDerivative = quantity(named: of) >= 0 && quantity(named: by) >= 0
    let isQuotient = quantity(named: name) >= 0 || quantity(named: denominator) >= 0
    guard isDerivative || !isQuotient else { return nil }
    scanner = probe
    return (of, by)
  }

  static let through = ClaimWord.through.rawValue

  /// The words that published lines add to formulas.
  private enum ClaimWord: String, CaseIterable {
    case new, local, through

    init?(_ name: Range<Int>, in bytes: [UInt8]) {
      guard let word = Self.allCases.first(where: { bytes[name].elementsEqual($0.rawValue.utf8) }) else {
        return nil
      }
      self = word
    }
  }
}

extension Diagnostic {
  fileprivate static func middleMissing(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a name is missing after `through`", remedy: "write `dA/dB through C`")
  }
  fileprivate static func matrixByMatrix(
    _ place: Range<Int>, _ derivative: String, _ result: Quantity, _ operand: Quantity
  ) -> Diagnostic {
    Diagnostic(
      at: place, "\(derivative) is of a \(result.shape.text) by a \(operand.shape.text), which no page can hold",
      remedy: "give one entry a line of its own, such as `entry = \(result.name)[1, 1]`, and ask for "
        + "`dentry/d\(operand.name)`")
  }
}

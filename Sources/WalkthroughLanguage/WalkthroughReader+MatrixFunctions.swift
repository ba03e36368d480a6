extension WalkthroughReader {
  /// `softmax(M)`, `sum(M)`, `sum(M, rows)`
  mutating func readCall(
    _ function: MatrixFunction, _ name: Range<Int>, _ formula: inout FormulaReading
  ) throws(Diagnostic) {
    let open = try openCall(name, &formula)
    try readParenthesized(&formula)
    var axis = MatrixOperation.Axis.all
    if formula.scanner.take(Ascii.comma) {
      guard function.takesAxis else { throw .wrongOperandCount(name, function.rawValue, found: 2) }
      guard let word = takeAxis(&formula.scanner, orQuantity: false) else {
        throw .axisExpected(formula.scanner.stretchHere(), function.rawValue)
      }
      axis = word
    }
    try close(open, &formula.scanner)
    try emitMatrix(function.operation(over: axis), at: name.lowerBound, &formula)
  }

  /// Steps over `rows` or `columns`, if that is the last operand.
  ///
  /// - Parameter orQuantity: whether a quantity of that name comes first.
  mutating func takeAxis(_ scanner: inout Scanner, orQuantity: Bool) -> MatrixOperation.Axis? {
    var probe = scanner
    let name = probe.takeName()
    guard !name.isEmpty else { return nil }
    probe.skipBlanks()
    guard probe.current == Ascii.close else { return nil }
    let word = MatrixOperation.Axis(rawValue: source.text(name.prefix(Limits.nameLength)))
    guard let word, word != .all, !orQuantity || quantity(named: name) < 0 else { return nil }
    scanner = probe
    return word
  }
}

extension Primitive {
  /// What it does with one matrix, drawing it together.
  func operation(over axis: MatrixOperation.Axis) -> MatrixOperation? {
    switch self {
    case .max: .max(axis)
    case .min: .min(axis)
    case .identity, .add, .subtract, .multiply, .divide, .power, .negate, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan,
      .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus, .greater, .greaterOrEqual:
      nil
    }
  }
}

extension Diagnostic {
  fileprivate static func axisExpected(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` takes one operand, and `rows` or `columns` behind it",
      remedy: "write `\(name)(M)`, `\(name)(M, rows)` for a number from each row, or `\(name)(M, columns)`; "
        + "numbers are put in brackets, `\(name)([a, b])`")
  }
}

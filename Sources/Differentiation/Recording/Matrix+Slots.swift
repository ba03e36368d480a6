import WalkthroughLanguage

/// Matrices on the page that are made of others, with the slots of their entries.
extension Matrix {
  /// The first entry alone.
  public var firstEntry: Matrix {
    var entry = Matrix(entries[0])
    if let slot = slots.first { entry.slots = [slot] }
    return entry
  }

  /// The same numbers, to be shown with all their digits.
  public func withAllDigits(_ recorder: Recorder?) -> Matrix {
    guard let recorder, !slots.isEmpty else { return self }
    var matrix = self
    matrix.slots = slots.map(recorder.withAllDigits)
    return matrix
  }

  /// The same numbers, as a number times each entry of a matrix.
  public func following(_ number: Matrix, _ factor: Matrix, _ recorder: Recorder?) -> Matrix {
    guard let recorder, let first = number.slots.first, factor.slots.count == entries.count else { return self }
    var matrix = self
    matrix.slots = factor.slots.map { recorder.exactly(.multiply, first, $0) }
    return matrix
  }
}

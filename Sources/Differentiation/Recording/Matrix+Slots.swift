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

extension Recorder {
  /// The entries of an expression over matrices, worked as `Expression.matrixValue` works them.
  ///
  /// - Parameter leaves: with slots where they follow the givens; the others stay as they are.
  /// - Returns: nothing for a file in single precision, as the page works it in doubles.
  public func slots(of expression: Expression, _ leaves: (Int) -> Matrix) -> [Int32]? {
    guard !rounding.isSingle else { return nil }
    return withoutActuallyEscaping(leaves) { leaves in
      let reading = MatrixReading(
        constant: { RecordedMatrix($0, self) },
        values: { leaf in
          let matrix = leaves(leaf)
          return matrix.slots.isEmpty
            ? RecordedMatrix(matrix, self) : RecordedMatrix(matrix.shape, matrix.slots, self)
        })
      return expression.value(reading).entries
    }
  }
}

extension Matrix {
  /// The numbers as a page shows them, typed in; these are `shown`.
  public func typed(as shown: Matrix, _ recorder: Recorder) -> Matrix {
    var matrix = shown
    matrix.slots = slots.map(recorder.typed)
    return matrix
  }

  /// The same numbers, with these slots.
  public func following(_ slots: [Int32]?) -> Matrix {
    guard let slots, slots.count == entries.count else { return self }
    var matrix = self
    matrix.slots = slots
    return matrix
  }
}

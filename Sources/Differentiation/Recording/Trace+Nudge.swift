import WalkthroughLanguage

extension Trace {
  /// Where a recording holds the value of a quantity with a given moved by so much.
  ///
  /// - Returns: nothing without a recording.
  public func slot(of result: Int, nudging quantity: Int, by step: Double) -> Int32? {
    guard let recorder, let laboratory = try? Laboratory(walkthrough) else { return nil }
    let list = laboratory.list
    // Its own givens, and of examples those of the one that it is the trace of.
    var givens = zip(walkthrough.quantities, values.slots).map { quantity, slots in
      quantity.role.isGiven
        ? RecordedMatrix(quantity.shape, slots, recorder)
        : RecordedMatrix(Matrix(quantity.shape, repeating: 0), recorder)
    }
    givens[quantity] = givens[quantity].map { recorder.apply(.add, $0, recorder.constant(step)) }
    let spans = recorder.recording.spans
    let pass = list.record(givens, recorder)
    recorder.recording.spans = spans
    return pass[Int(list.slots[result])].slot
  }

  /// What stands in the table of examples, with what a recording holds of it.
  ///
  /// - Parameter example: by its number from 0.
  public func cell(_ quantity: Int, ofExample example: Int) -> Matrix? {
    guard let table = walkthrough.examples, let column = table.quantities.firstIndex(of: quantity) else { return nil }
    let value = walkthrough.expression(at: table.rows[example][column]).matrixValue { _ in Matrix(0) }
    let slots = recorder?.recording.inputs.filter { $0.quantity == quantity && $0.example == example }.map(\.slot)
    return value.following(slots)
  }
}

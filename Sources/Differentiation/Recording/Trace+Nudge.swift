import WalkthroughLanguage

extension Trace {
  /// Where a recording holds the value of a quantity with a given moved by so much.
  ///
  /// - Returns: nothing without a recording, and where it is too long for nudges.
  public func slot(of result: Int, nudging quantity: Int, by step: Double) -> Int32? {
    guard let recorder, recorder.followsNudges, !recorder.isTooLong, let laboratory = try? Laboratory(walkthrough)
    else {
      return nil
    }
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
}

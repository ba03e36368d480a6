import WalkthroughLanguage

extension Trace {
  /// Where a recording holds the value of a quantity with a given moved by so much.
  ///
  /// - Returns: nothing without a recording, and where there are examples.
  public func slot(of result: Int, nudging quantity: Int, by step: Double) -> Int32? {
    guard let recorder, walkthrough.examples == nil, let laboratory = try? Laboratory(walkthrough) else { return nil }
    let list = laboratory.list
    var givens = walkthrough.quantities.map {
      RecordedMatrix(Matrix($0.shape, repeating: 0), recorder)
    }
    for (given, slots) in recorder.inputSlots {
      givens[given] = RecordedMatrix(walkthrough.quantities[given].shape, slots, recorder)
    }
    givens[quantity] = givens[quantity].map { recorder.apply(.add, $0, recorder.constant(step)) }
    let spans = recorder.recording.spans
    let pass = list.record(givens, recorder)
    recorder.recording.spans = spans
    return pass[Int(list.slots[result])].slot
  }
}

extension Recorder {
  /// The slots of all givens, in the order of the file.
  fileprivate var inputSlots: [(quantity: Int, slots: [Int32])] {
    var slots: [(quantity: Int, slots: [Int32])] = []
    for input in recording.inputs {
      if slots.last?.quantity == input.quantity {
        slots[slots.count - 1].slots.append(input.slot)
      } else {
        slots.append((input.quantity, [input.slot]))
      }
    }
    return slots
  }
}

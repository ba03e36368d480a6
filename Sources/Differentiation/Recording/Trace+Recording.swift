import Numerals
import WalkthroughLanguage

extension Trace {
  /// The same trace with everything written down that it was worked by: its numbers know their slots.
  ///
  /// - Returns: nothing for a symbolic file, and for one whose passes are longer than a page can work at once.
  public func recorded() -> Trace? {
    guard !walkthrough.isSymbolic, let laboratory = try? Laboratory(walkthrough), laboratory.isShortEnoughToRecord
    else { return nil }
    let recorder = Recorder(laboratory.ownConditions)
    let trace = RecordedLaboratory(laboratory, recorder).tagged(self)
    return recorder.isTooLong ? nil : trace
  }
}

extension Laboratory {
  /// Whether a recording can be tried: a bound that is found without any work.
  fileprivate var isShortEnoughToRecord: Bool {
    let entries = walkthrough.quantities.reduce(0) { $0 + min($1.shape.count, Recorder.most) }
    let columns = walkthrough.quantities.map { max($0.shape.rows, $0.shape.columns) }.max() ?? 1
    let passes = max(walkthrough.examples?.rows.count ?? 1, 1)
    return (entries * columns + list.operations.count) * passes <= 4 * Recorder.most
  }
}

extension RecordedLaboratory {
  /// Givens, and what the update rule remembers, become what the recording starts from.
  init(_ laboratory: Laboratory, _ recorder: Recorder) {
    (self.laboratory, self.recorder) = (laboratory, recorder)
    cells = laboratory.examples.enumerated().map { number, row in
      zip(row, laboratory.walkthrough.examples?.quantities ?? []).map { value, quantity in
        recorder.input(quantity, example: number, value)
      }
    }
  }

  private var start: RecordedConditions {
    let givens = walkthrough.quantities.indices.map { quantity -> RecordedMatrix in
      let (role, value) = (walkthrough.quantities[quantity].role, laboratory.givens.matrix(quantity))
      if role == .example, let column = walkthrough.examples?.quantities.firstIndex(of: quantity) {
        return cells[0][column]
      }
      return role.isGiven
        ? recorder.input(quantity, example: nil, value) : RecordedMatrix(Matrix(0), recorder)
    }
    func constants(_ matrices: [Matrix]) -> [RecordedMatrix] { matrices.map { RecordedMatrix($0, recorder) } }
    let memory = laboratory.memory
    return RecordedConditions(
      givens: givens, m: constants(memory.m), v: constants(memory.v), count: RecordedMatrix(Matrix(0), recorder))
  }

  fileprivate func tagged(_ trace: Trace) -> Trace {
    var trace = trace
    let start = start
    trace.recorder = recorder
    guard let objective = walkthrough.objective else {
      trace.values.slots = slots(forward(start, example: 0))
      return trace
    }
    let (step, next) = step(start, walkthrough.batches[0], objective)
    tag(&trace, step.forward[0], step.backward[0], step.measured[0])
    for (place, update) in step.updates.enumerated() where trace.updates.indices.contains(place) {
      trace.updates[place].tag(update)
    }
    recorder.recording.slopes = slopes(step)
    let hasNext = !step.updates.isEmpty
    if hasNext, trace.valuesAfter != nil { trace.valuesAfter?.slots = slots(forward(next, example: 0)) }
    for number in trace.examples.indices where step.forward.indices.contains(number) {
      trace.examples[number].recorder = recorder
      tag(&trace.examples[number], step.forward[number], step.backward[number], step.measured[number])
      guard hasNext else { continue }
      trace.examples[number].valuesAfter?.slots = slots(forward(next, example: number))
    }
    trace.togetherSlopes = zip(trace.togetherSlopes, step.togetherSlopes).map { $0.tagged($1) }
    trace.additionSlopes = zip(trace.additionSlopes, step.additionSlopes).map { $0.tagged($1) }
    if let addition = step.addition, !trace.addition.isEmpty {
      trace.addition[0].recorder = recorder
      tag(&trace.addition[0], step.forward[0], addition.backward, addition.measured)
    }
    if walkthrough.examples != nil, hasNext {
      trace.objectiveSlots = (objectiveSlot(start, objective), objectiveSlot(next, objective))
    }
    if let training = trace.training { trace.training = tagged(training, from: start, objective) }
    return trace
  }

  /// The passes of one example, or of what is added once.
  private func tag(
    _ trace: inout Trace, _ forward: [RecordedMatrix], _ pass: RecordedBackwardPass, _ found: [RecordedMeasurement]
  ) {
    trace.values.slots = slots(forward)
    let rules = pass.adjoints.map(\.entries)
    var adjoints = rules
    for measured in found { adjoints[measured.quantity] = measured.slope.entries }
    trace.backward?.adjoints.slots = adjoints
    trace.backward?.byRules?.slots = rules
    trace.backward?.localSlots = pass.localDerivatives.map(\.slot)
    trace.backward?.contributionSlots = pass.contributions.map { $0?.entries.first }
    guard let measurements = trace.backward?.measurements else { return }
    trace.backward?.measurements = zip(measurements, found).map { found, recorded in
      DifferenceQuotient(
        quantity: found.quantity, ahead: found.ahead.tagged(recorded.ahead),
        behind: found.behind.tagged(recorded.behind), slope: found.slope.tagged(recorded.slope))
    }
  }

  /// By quantity.
  func slots(_ pass: [RecordedMatrix]) -> [[Int32]] { list.slots.map { pass[Int($0)].entries } }

  private func objectiveSlot(_ conditions: RecordedConditions, _ objective: Objective) -> Int32 {
    let passes = cells.indices.map { forward(conditions, example: $0) }
    return objectiveValue(passes, objective).slot
  }

  /// What has to be a number, besides values: the slopes that are asked for.
  private func slopes(_ step: RecordedStep) -> [(quantity: Int, slot: Int32)] {
    walkthrough.asked.flatMap { quantity in
      step.backward.flatMap { $0.adjoints[quantity].entries.map { (quantity, $0) } }
        + step.updates.filter { $0.quantity == quantity }.flatMap { $0.after.entries.map { (quantity, $0) } }
    }
  }
}

extension Recorder {
  /// The entries of a given, each to be changed by itself.
  fileprivate func input(_ quantity: Int, example: Int?, _ value: Matrix) -> RecordedMatrix {
    let slots = value.entries.enumerated().map { entry, value -> Int32 in
      let slot = append(.input(recording.inputs.count))
      recording.inputs.append(
        Recording.Input(quantity: quantity, entry: entry, example: example, value: value, slot: slot))
      return slot
    }
    return RecordedMatrix(value.shape, slots, self)
  }
}

extension Matrix {
  /// The same numbers, with the slots that a recording holds them in.
  func tagged(_ recorded: RecordedMatrix) -> Matrix {
    var matrix = self
    matrix.slots = recorded.entries
    return matrix
  }
}

extension Trace.Update {
  fileprivate mutating func tag(_ recorded: RecordedStep.Update) {
    slots = Slots(
      before: recorded.before.entries, adjoint: recorded.gradient.entries, after: recorded.after.entries)
    guard let detail else { return }
    let (old, new) = (detail.states, recorded.states)
    self.detail = Detail(
      before: detail.before.tagged(recorded.before), gradient: detail.gradient.tagged(recorded.gradient),
      keptM: detail.keptM.tagged(recorded.keptM), keptV: detail.keptV.tagged(recorded.keptV), count: detail.count,
      states: UpdateStates(
        m: old.m.tagged(new.m), v: old.v.tagged(new.v), mhat: old.mhat.tagged(new.mhat),
        vhat: old.vhat.tagged(new.vhat), direction: old.direction.tagged(new.direction)),
      after: detail.after.tagged(recorded.after))
  }
}

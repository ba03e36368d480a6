import Numerals
import WalkthroughLanguage

/// Repeated updates, written down once: an epoch, and what goes on from it into the next.
extension RecordedLaboratory {
  /// What repeated updates come to, with the slots of its numbers.
  func tagged(_ training: Training, from start: RecordedConditions, _ objective: Objective) -> Training {
    let spans = recorder.recording.spans
    let first = recorder.recording.instructions.count
    let conditions = moving(start)
    recorder.recording.spans = []
    let passes = (0..<max(cells.count, 1)).map { forward(conditions, example: $0) }
    let loss = objectiveValue(passes, objective).slot
    let rule = rule(passes, loss, objective)
    let bodySpans = recorder.recording.spans
    let head = recorder.recording.instructions.count
    var next = conditions
    for batch in walkthrough.batches { next = step(next, batch, objective, isForGradient: true).next }
    recorder.recording.spans = spans
    recorder.recording.repetition = Recording.Repetition(
      instructions: first..<recorder.recording.instructions.count, head: head,
      states: states(conditions, start, next), most: walkthrough.epochs ?? walkthrough.maximumEpochs,
      objective: loss, rule: rule, spans: bodySpans)
    return tagged(training, conditions, passes, loss)
  }

  /// Conditions whose moved quantities, and what the rule remembers of them, move from epoch to epoch.
  private func moving(_ start: RecordedConditions) -> RecordedConditions {
    var (conditions, count) = (start, 0)
    func state(_ matrix: RecordedMatrix) -> RecordedMatrix {
      matrix.map { _ in
        count += 1
        return recorder.append(.state(count - 1))
      }
    }
    for quantity in walkthrough.moved { conditions.givens[quantity] = state(start.givens[quantity]) }
    conditions.m = start.m.map(state)
    conditions.v = start.v.map(state)
    conditions.count = state(start.count)
    return conditions
  }

  private func states(
    _ conditions: RecordedConditions, _ start: RecordedConditions, _ next: RecordedConditions
  ) -> [Recording.Repetition.State] {
    func all(_ conditions: RecordedConditions) -> [Int32] {
      (walkthrough.moved.map { conditions.givens[$0] } + conditions.m + conditions.v + [conditions.count])
        .flatMap(\.entries)
    }
    return zip(all(conditions), zip(all(start), all(next))).map {
      Recording.Repetition.State(slot: $0, start: $1.0, next: $1.1)
    }
  }

  private func rule(_ passes: [[RecordedMatrix]], _ loss: Int32, _ objective: Objective) -> Recording.Rule? {
    // The objective counts as all examples together.
    func value(_ quantity: Int, _ pass: [RecordedMatrix]) -> RecordedMatrix {
      quantity == objective.quantity ? RecordedMatrix(.scalar, [loss], recorder) : self.value(quantity, pass)
    }
    func slots(_ quantity: Int) -> [Int32] {
      quantity == objective.quantity ? [loss] : passes.flatMap { value(quantity, $0).entries }
    }
    switch walkthrough.stopRule {
    case nil: return nil
    case .gain(let least): return .gain(below: least.value, isAscent: objective.sense == .maximize)
    case .below(let quantity, let bound): return .below(slots(quantity), bound.value)
    case .above(let quantity, let bound): return .above(slots(quantity), bound.value)
    case .within(let quantity, let distance, let goal):
      let pairs = passes.flatMap { pass -> [(Int32, Int32)] in
        let (own, other) = (value(quantity, pass), value(goal, pass))
        let shape = own.shape.broadcast(with: other.shape) ?? own.shape
        return Array(zip(own.spread(to: shape).entries, other.spread(to: shape).entries))
      }
      return .within(pairs, distance.value)
    }
  }

  private func tagged(
    _ training: Training, _ conditions: RecordedConditions, _ passes: [[RecordedMatrix]], _ loss: Int32
  ) -> Training {
    var training = training
    for (place, sample) in training.samples.enumerated() {
      let isLast = place == training.samples.count - 1
      let epoch = isLast ? nil : sample.epoch
      training.samples[place].values.slots = conditions.givens.map { given in
        given.entries.map { recorder.sample($0, epoch: epoch) }
      }
      training.samples[place].lossSlot = recorder.sample(loss, epoch: epoch)
      training.samples[place].epochSlot = isLast ? recorder.append(.epochs) : nil
    }
    for (example, pass) in passes.enumerated() where training.valuesAtEnd.indices.contains(example) {
      training.valuesAtEnd[example].slots = slots(pass).map { $0.map { recorder.sample($0, epoch: nil) } }
    }
    return training
  }
}

import Numerals
import WalkthroughLanguage

extension Laboratory {
  /// Epochs until the file says stop; nothing where it speaks of no epochs.
  ///
  /// - Parameter progress: called now and then on long work, with the epochs gone through.
  /// - Throws: a diagnostic where the first epoch cannot be worked.
  public func training(progress: ((Int) -> Void)? = nil) throws(Diagnostics) -> Training? {
    guard walkthrough.epochs != nil || walkthrough.stopRule != nil, let objective = walkthrough.objective else {
      return nil
    }
    var conditions = ownConditions
    var training = Training(losses: [try objectiveValue(under: conditions)], samples: [], ending: .epochs)
    let most = walkthrough.epochs ?? walkthrough.maximumEpochs
    let perEpoch = batches.count
    for epoch in 0..<most {
      if training.keepsSample(before: epoch) {
        training.samples.append(Training.Sample(epoch: epoch, values: conditions.givens))
      }
      do throws(Diagnostics) {
        let before = conditions
        for _ in 0..<perEpoch {
          conditions = applying(try step(conditions, objective: objective), to: conditions)
        }
        do throws(Diagnostics) {
          training.losses.append(try objectiveValue(under: conditions))
        } catch {
          conditions = before
          throw error
        }
      } catch {
        guard epoch > 0 else { throw error }
        training.ending = .overflow
        break
      }
      if let progress, (epoch + 1).isMultiple(of: 10_000) { progress(epoch + 1) }
      if try holds(walkthrough.stopRule, training.losses, conditions) {
        training.ending = .rule
        break
      }
    }
    if training.samples.last?.epoch != training.epochs {
      training.samples.append(Training.Sample(epoch: training.epochs, values: conditions.givens))
    }
    for example in 0..<min(max(examples.count, 1), 20) {
      guard let values = try? values(under: self.conditions(conditions, forExample: example)) else { break }
      training.valuesAtEnd.append(values)
    }
    return training
  }

  /// Whether the file's rule says that it is enough.
  private func holds(
    _ rule: StopRule?, _ losses: [Double], _ conditions: Conditions
  ) throws(Diagnostics) -> Bool {
    guard let rule else { return false }
    switch rule {
    case .gain(let least):
      let change = losses[losses.count - 1] - losses[losses.count - 2]
      return (walkthrough.objective?.sense == .maximize ? change : -change) < least.value
    case .below(let quantity, let bound):
      return try everywhere(conditions) { $0.matrix(quantity).entries.allSatisfy { $0 < bound.value } }
    case .above(let quantity, let bound):
      return try everywhere(conditions) { $0.matrix(quantity).entries.allSatisfy { $0 > bound.value } }
    case .within(let quantity, let distance, let goal):
      return try everywhere(conditions) { values in
        Matrix.apply(.subtract, values.matrix(quantity), values.matrix(goal)).entries
          .allSatisfy { $0.magnitude <= distance.value }
      }
    }
  }

  /// Whether it is so in every example; the objective counts as all of them together.
  private func everywhere(
    _ conditions: Conditions, _ isSo: (Values) -> Bool
  ) throws(Diagnostics) -> Bool {
    for example in 0..<max(examples.count, 1) {
      var values = try values(under: self.conditions(conditions, forExample: example))
      if let objective = walkthrough.objective?.quantity, !examples.isEmpty {
        values[objective] = try objectiveValue(under: conditions)
      }
      guard isSo(values) else { return false }
    }
    return true
  }
}

extension Training {
  /// The first epochs, then 1, 2 and 5 times each power of ten.
  fileprivate func keepsSample(before epoch: Int) -> Bool {
    if epoch <= 3 { return true }
    var unit = epoch
    while unit.isMultiple(of: 10) { unit /= 10 }
    return unit == 1 || unit == 2 || unit == 5
  }
}

import WalkthroughLanguage

extension Laboratory {
  /// Epochs until the file says stop; nothing where it speaks of no epochs.
  ///
  /// - Parameter progress: called after each epoch.
  /// - Throws: a diagnostic where the first epoch cannot be worked.
  public func training(progress: ((TrainingProgress) -> Void)? = nil) throws(Diagnostics) -> Training? {
    guard walkthrough.epochs != nil || walkthrough.stopRule != nil, let objective = walkthrough.objective else {
      return nil
    }
    var trainer = Trainer(self, from: ownConditions, objective: objective)
    var training = Training(losses: [try trainer.objectiveValue()], samples: [], ending: .epochs)
    let most = walkthrough.epochs ?? walkthrough.maximumEpochs
    for epoch in 0..<most {
      if training.keepsSample(before: epoch) { training.keep(trainer.conditions) }
      do throws(Diagnostics) {
        training.losses.append(try trainer.epoch())
      } catch {
        guard epoch > 0 else { throw error }
        training.ending = ending(under: trainer.lastTried)
        break
      }
      progress?(
        TrainingProgress(epochs: epoch + 1, mostEpochs: most, mayEndEarlier: walkthrough.stopRule != nil))
      if try trainer.holds(walkthrough.stopRule, training.losses) {
        training.ending = .rule
        break
      }
    }
    if training.samples.last?.epoch != training.epochs { training.keep(trainer.conditions) }
    for example in 0..<min(max(examples.count, 1), 20) {
      guard let values = try? values(under: conditions(trainer.conditions, forExample: example)) else { break }
      training.valuesAtEnd.append(values)
    }
    return training
  }
}

extension Training {
  fileprivate mutating func keep(_ conditions: Laboratory.Conditions) {
    samples.append(Sample(epoch: epochs, values: conditions.givens))
  }

  /// The first epochs, then 1, 2 and 5 times each power of ten.
  fileprivate func keepsSample(before epoch: Int) -> Bool {
    if epoch <= 3 { return true }
    var unit = epoch
    while unit.isMultiple(of: 10) { unit /= 10 }
    return unit == 1 || unit == 2 || unit == 5
  }
}

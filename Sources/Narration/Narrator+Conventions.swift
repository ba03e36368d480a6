import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// What the update rule is worked with, when it is made, and how slopes are found.
  func updateConventions() -> [Sentence] {
    var sentences: [Sentence] = []
    if walkthrough.rate != nil {
      sentences += ruleConventions()
      if let examples = walkthrough.examples {
        sentences.append(scheduleSentence(walkthrough.updateSchedule, exampleCount: examples.rows.count))
      }
    }
    if let reach = statedReach, let asked = walkthrough.asked.first {
      let isCentral = walkthrough.derivatives.isCentralDifference
      sentences.append(Wording.differences(reach, isCentral: isCentral, slope(moving: asked)))
    }
    switch walkthrough.floatingPoint {
    case .double: break
    case .single: sentences.append(Wording.singlePrecision)
    }
    return sentences
  }

  /// Nothing for plain gradient descent.
  func ruleConventions() -> [Sentence] {
    let method = walkthrough.updateMethod
    guard !method.keptStates.isEmpty else { return [] }
    let letters = UpdateLetters(walkthrough)
    let constants = walkthrough.updateSettings.map { setting -> Sentence in
      let value = Formula.number(NumberStyle(.allDigits).shown(setting.value.value))
      return "\(Equation(.symbol(letters.constant(setting.constant)), [Equation.Link(.equal, value, .value)]))"
    }
    let starts = walkthrough.updateStarts.compactMap { startSentence($0, letters) }
    let kept = trace.updates.count * method.keptStates.count
    return [
      Wording.constants(constants, count: method.states.contains(.mhat) ? .symbol(letters.count) : nil),
      Wording.starts(starts, areAll: starts.count == kept),
    ]
  }

  private func startSentence(_ start: UpdateStart, _ letters: UpdateLetters) -> Sentence? {
    guard let detail = updates[start.quantity]?.detail else { return nil }
    let value: Matrix
    switch start.state {
    case .m: value = detail.keptM
    case .v: value = detail.keptV
    case .mhat, .vhat, .step: return nil
    }
    return "\(writer.statement(.symbol(letters.state(start.state, of: plainSymbol(start.quantity))), value))"
  }

  private func scheduleSentence(_ schedule: UpdateSchedule, exampleCount: Int) -> Sentence {
    switch schedule {
    case .afterAllExamples: Wording.seesAllExamples
    case .afterEvery(let size): Wording.seesExamples(size, of: exampleCount)
    }
  }

  /// `h = 0.0001`, where slopes are measured.
  private var statedReach: Sentence? {
    guard let reach = walkthrough.derivatives.reach else { return nil }
    let value = Formula.number(NumberStyle(.allDigits).shown(reach.value))
    return "\(Equation(.symbol(UpdateLetters(walkthrough).reach), [Equation.Link(.equal, value, .value)]))"
  }
}

extension DerivativeMethod {
  /// How far differences reach.
  var reach: Decimal? {
    switch self {
    case .rules: nil
    case .forwardDifferences(let h), .centralDifferences(let h): h
    }
  }

  var isCentralDifference: Bool {
    switch self {
    case .rules, .forwardDifferences: false
    case .centralDifferences: true
    }
  }
}

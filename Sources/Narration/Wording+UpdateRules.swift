import DocumentModel
import WalkthroughLanguage

extension Wording {
  /// What a rule is called in a sentence.
  static func name(_ method: UpdateMethod, _ sense: Objective.Sense) -> String {
    switch method {
    case .gradient: sense == .maximize ? "gradient ascent" : "gradient descent"
    case .momentum: "momentum"
    case .nesterov: "Nesterov's momentum"
    case .rmsprop: "RMSProp"
    case .adagrad: "Adagrad"
    case .adam: "Adam"
    case .adamax: "AdaMax"
    }
  }

  /// How the objective is reached: `by one step of Adam with the rate α = 0.1`.
  static func steps(
    _ method: UpdateMethod, _ sense: Objective.Sense, rate: Sentence, isRepeated: Bool
  ) -> Sentence {
    "by \(isRepeated ? "repeated steps" : "one step") of \(name(method, sense)) with the rate \(rate)"
  }

  static func constants(_ values: [Sentence], count: Formula?) -> Sentence {
    let counting: Sentence = count.map { "\($0) counts the updates" } ?? ""
    if values.isEmpty { return count == nil ? "" : "\(counting)." }
    let constants: Sentence =
      values.count == 1
      ? "The constant of the rule is \(Sentence.list(values))"
      : "The constants of the rule are \(Sentence.list(values))"
    return count == nil ? "\(constants)." : "\(constants); \(counting)."
  }

  /// What is kept starts at 0, but for what the file says.
  static func starts(_ values: [Sentence], areAll: Bool) -> Sentence {
    if values.isEmpty { return "All that the rule keeps from update to update starts at 0." }
    return areAll
      ? "It starts with \(Sentence.list(values))."
      : "It starts with \(Sentence.list(values)); all else that the rule keeps starts at 0."
  }

  static let seesAllExamples: Sentence = "An update is made after all examples."

  /// - Parameter size: how many examples an update sees; the page tells the first of them.
  static func seesExamples(_ size: Int, of count: Int) -> Sentence {
    if size == 1 {
      return
        "An update is made after each example, with its slope alone; the first one, with example 1, is worked here."
    }
    let worked = min(size, count)
    let rest = count % size
    let last: Sentence = rest == 0 || count < size ? "" : ", the last of an epoch with the \(number(rest)) left over"
    return
      "An update is made after every \(number(size)) examples, with these alone\(last); the first one, with the examples 1 to \(String(worked)), is worked here."
  }

  static func sameUpdate(_ name: Formula) -> Sentence { "The same for \(name):" }

  /// What a state of an update rule is there for, said before its equation.
  static func explanation(
    of state: UpdateState, _ method: UpdateMethod, _ name: Formula, _ symbols: UpdateStateSymbols, isMatrix: Bool
  ) -> Sentence? {
    let own = symbols.own
    switch state {
    case .m:
      let shares =
        switch symbols.memory {
        case .none: "nothing of the old mean here, and all of the new slope"
        case .part: "a part of the old mean, and the rest of the new slope"
        case .most: "most of the old mean, and a little of the new slope"
        }
      return "\(own) is a running mean of the slopes: \(shares)."
    case .v: return size(method, symbols, isMatrix: isMatrix)
    case .mhat:
      return
        "A mean that starts at 0 is held back by it at first. The division makes up for that; after many updates it hardly matters."
    case .vhat: return nil
    case .step: return step(method, name, symbols)
    }
  }

  private static func size(_ method: UpdateMethod, _ symbols: UpdateStateSymbols, isMatrix: Bool) -> Sentence? {
    let own = symbols.own
    let entries: Sentence = isMatrix ? "Every entry is worked by itself." : ""
    switch method {
    case .gradient: return nil
    case .momentum, .nesterov:
      let past =
        switch symbols.memory {
        case .none: "nothing stays here of what was gathered"
        case .part: "what was gathered fades"
        case .most: "what was gathered fades a little"
        }
      return "\(own) gathers the slopes: \(past), and the new slope is added."
    case .rmsprop:
      return "\(own) is a running mean of the squared slopes: it tells how large slopes usually are here." + entries
    case .adagrad: return "\(own) adds up the squares of all slopes so far." + entries
    case .adam:
      return "\(own) is a running mean of their squares: it tells how large slopes usually are here." + entries
    case .adamax:
      let largest =
        switch symbols.memory {
        case .none: "nothing stays here of the old one, and the size of the new one counts"
        case .part: "the old one faded, or the size of the new one if that is larger"
        case .most: "the old one faded a little, or the size of the new one if that is larger"
        }
      return "\(own) holds the largest slope of late: \(largest)." + entries
    }
  }

  private static func step(_ method: UpdateMethod, _ name: Formula, _ symbols: UpdateStateSymbols) -> Sentence? {
    let guarding: Sentence = symbols.epsilon.map { "; \($0) only keeps the divisor from 0" } ?? ""
    switch method {
    case .gradient: return nil
    case .momentum: return "\(name) moves by the rate times what was gathered:"
    case .nesterov: return "\(name) moves by the slope once more, and by what will be left of \(symbols.size) after it:"
    case .rmsprop:
      return "The slope is divided by its usual size, so that steep and flat directions are walked alike\(guarding)."
    case .adagrad:
      return "The slope is divided by the root of that sum, so that what has moved much moves less and less\(guarding)."
    case .adam: return "\(name) moves by the mean slope, divided by the usual size of a slope\(guarding)."
    case .adamax: return "\(name) moves by the mean slope, divided by the largest slope of late:"
    }
  }

  static func differences(_ reach: Sentence, isCentral: Bool, _ slope: Formula) -> Sentence {
    let nudge: Sentence =
      isCentral
      ? "each number is moved on and back by \(reach), and the change is divided by twice that"
      : "each number is moved on by \(reach), and the change is divided by that"
    return
      "The slopes that count are measured, not derived: \(nudge), which gives \(slope). What the rules of derivatives say is worked beside them."
  }

  /// - Parameter entry: the one that is worked, of a matrix.
  static func measured(_ objective: Formula, _ name: Formula, entry: Formula?) -> Sentence {
    let digits: Sentence = "all digits of the two values are written, because only their difference counts:"
    guard let entry else { return "The slope of \(objective) is measured; \(digits)" }
    return
      "The slope of \(objective) is measured for each entry of \(name). For \(entry) it is worked here; \(digits)"
  }

  static let measuredHeading: Sentence = "The measured slopes"
  static let measuredAlike: Sentence = "Measured in the same way:"
  static let entriesTogether: Sentence = "All entries:"

  static let singlePrecision: Sentence =
    "Every operation is rounded to IEEE single precision, about seven figures, before the next one uses it."
}

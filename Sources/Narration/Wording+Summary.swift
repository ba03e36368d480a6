import WalkthroughLanguage

/// What a walkthrough does, in one line.
extension Wording {
  static let formulasAlone: Sentence = "Formulas without numbers"
  static let forwardAlone: Sentence = "A forward pass"
  static let bothPasses: Sentence = "A forward and a backward pass"

  /// `One step of gradient descent`, `200 epochs of Adam`.
  static func course(_ method: UpdateMethod, _ sense: Objective.Sense, count: Int, inEpochs: Bool) -> Sentence {
    let (one, several) = inEpochs ? ("epoch", "epochs") : ("step", "steps")
    return "\(counted(count, one, several).capitalizedSentence) of \(name(method, sense))"
  }

  static func course(_ deed: Sentence, examples: Int, telling: Telling?) -> Sentence {
    let data: Sentence = examples == 0 ? "" : " with \(counted(examples, "example"))"
    let way: Sentence = telling.map { ", told \(manner($0))" } ?? ""
    return "\(deed)\(data)\(way)."
  }

  private static func manner(_ telling: Telling) -> String {
    switch telling {
    case .weights: "weight by weight"
    case .nodes: "node by node"
    case .gates: "gate by gate"
    case .matrices: "in matrices"
    case .jacobians: "with Jacobians"
    case .nudge: "by nudges, without rules"
    }
  }
}

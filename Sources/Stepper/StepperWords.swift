import DocumentModel

/// Every word of the stepper's own on the screen.
enum StepperWords {
  static func position(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }

  static let known = "Known so far"
  static let noSuchKey = "No such key; ? shows which there are"
  static let atEnd = "This was the last step"
  static let atBeginning = "This is the first step"
  static let inLastPart = "This is the last part"
  static let allInView = "All of this step is in view"
  static let anyKey = "any key goes on"
  static let nothingSought = "Nothing was looked for yet; / looks for words"

  static func more(_ rows: Int) -> String { "↓ \(rows) more row\(rows == 1 ? "" : "s")" }
  static func notFound(_ words: String) -> String { "No step says “\(words)”" }
  static func onlyHere(_ words: String) -> String { "Only this step says “\(words)”" }

  static func folded(_ count: Int) -> String {
    "\(count) step\(count == 1 ? " is" : "s are") folded up here; z opens them, → goes past."
  }

  static func noSuchName(_ name: String, _ similar: [String]) -> String {
    let names = similar.isEmpty ? "" : "; there are \(similar.prefix(5).joined(separator: ", "))"
    return "Nothing is called \(name)\(names)"
  }

  static func prompt(_ kind: Stepper.Prompt.Kind) -> String {
    switch kind {
    case .goTo: "Go to: "
    case .find: "Find: "
    case .given: "Change a given: "
    }
  }

  /// The keys to know, as many as fit; the most important first.
  static func hints(in columns: Int, isLive: Bool, isWide: Bool) -> String {
    let hints =
      ["? help", "q quit", "← → step"] + (isWide ? ["< > more"] : [])
      + (isLive ? [": change a given", "u take back"] : [])
      + ["g go to", "/ find", "↑ ↓ scroll"]
    let kept = fitting(hints, columns)
    return (kept.dropFirst(2) + kept.prefix(2)).joined(separator: gap)
  }

  static func hints(_ hints: [String], in columns: Int) -> String {
    fitting(hints, columns).joined(separator: gap)
  }

  private static let gap = "   "

  private static func fitting(_ hints: [String], _ columns: Int) -> [String] {
    var kept = hints
    while kept.count > 1, kept.reduce(-gap.count, { $0 + gap.count + $1.count }) > columns { kept.removeLast() }
    return kept
  }

  // MARK: - Remarks

  static let chain: [Inline] = [.text("The chain rule along the path: one factor for every edge.")]

  static func workedOut(_ result: Formula, from operands: [Formula]) -> [Inline] {
    let names = operands.enumerated().flatMap { number, operand -> [Inline] in
      let isLast = number == operands.count - 1
      return [.text(number == 0 ? "" : isLast ? " and " : ", "), .formula(operand)]
    }
    return [.formula(result), .text(" is worked out from ")] + names.filter { $0 != .text("") } + [.text(".")]
  }

  // MARK: - Help

  static func keys(isLive: Bool, isQuiz: Bool, names: [String]) -> [(key: String, what: String)] {
    [
      ("q  Ctrl-C", "quit"),
      ("→  space  enter", "the next step; space first shows the rest of a long one"),
      ("←  backspace", "the step before"),
      ("↑ ↓  PgUp PgDn", "scroll in a long step"),
      ("<  >", "move sideways in a wide one"),
      ("Home  End", "the first step, the last one"),
      ("tab ]  [", "the next part, the one before"),
      ("g", "go to \(names.isEmpty ? "a quantity" : "a quantity: " + names.joined(separator: ", ")); tab completes"),
      ("/   n  N", "find words; the next place, the one before"),
      ("z", "fold this part up, or open it"),
      ("m", "the map of the network, on or off"),
    ]
      + (isLive ? [(":", "change a given: w5=0.6"), ("u", "take the last change back")] : [])
      + (isQuiz ? quizKeys : [])
      + [("Ctrl-Z", "stop for a while; fg goes on")]
  }

  // MARK: - Other givens

  static let notLive = "Givens can be changed with --live"
  static let nothingChanged = "Nothing was changed"
  static let takenBack = "Taken back"

  static func changed(_ words: String) -> String { "Worked again with \(words)" }
  static func changes(_ givens: [String]) -> String { "with " + givens.joined(separator: ", ") }
}

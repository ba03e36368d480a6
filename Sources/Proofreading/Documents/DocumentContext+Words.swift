extension DocumentContext {
  /// What a word makes doubtful in its sentence.
  func doubt(_ word: String, at index: Int) -> PrintedEquality.Doubt? {
    if Self.suppositions.contains(word) { return .supposition }
    if Self.figures.contains(word), number(at: index + 1) != nil || followingWords(index, 1).isEmpty {
      return .supposition
    }
    let next = followingWords(index, 4)
    if word == "had", next.first == "we" { return .supposition }
    if Self.others.contains(word), next.prefix(2).contains(where: Self.calculations.contains) { return .supposition }
    if Self.changed.contains(word), next.prefix(2).contains(where: Self.givens.contains) { return .supposition }
    if Self.ordinals.contains(word), next.prefix(2).contains(where: Self.passes.contains) { return .anotherPass }
    if Self.numbered.contains(word), let number = number(at: index + 1), number != "0", number != "1" {
      return .anotherPass
    }
    if Self.renewals.contains(word) { return .newValue }
    if word == "new", next.first?.isProse == true || standsAlone(before: index + 1) { return .newValue }
    if word == "after", next.contains(where: { Self.passes.contains($0) || Self.repetitions.contains($0) }) {
      return .newValue
    }
    return Self.wishes.contains(word) && isWish(at: index) ? .supposition : nil
  }

  /// Whether an equality is wished for, or that something is so: `want E = 2`, `want it to be 2`.
  private func isWish(at index: Int) -> Bool {
    let mostMarks = 40
    let start = behindLineEnds(index + 1)
    let clause = tokens[start...].prefix(mostMarks).prefix {
      $0.kind != .comma && $0.kind != .stop && $0.kind != .paragraph
    }
    if followingWords(start - 1, 1).isEmpty {
      let formula = clause.prefix { $0.kind != .close(.math) && $0.kind != .close(.code) }
      if formula.contains(where: { $0.kind == .relation }) { return true }
    }
    guard let to = clause.firstIndex(where: { $0.kind == .word("to") }) else { return false }
    return followingWords(to, 1).contains(where: Self.states.contains)
  }

  /// The words behind a mark up to the first that is none, at most so many; no name before a sign of equality.
  private func followingWords(_ index: Int, _ count: Int) -> [String] {
    var words: [String] = []
    for place in index + 1..<min(index + 1 + count, tokens.count) {
      if case .number(let text, _) = tokens[place].kind {
        words.append(text)
        if text.contains(".") { break }
        continue
      }
      guard case .word(let word) = tokens[place].kind else { break }
      if place + 1 < tokens.count, tokens[place + 1].kind == .relation || tokens[place + 1].kind == .lowered { break }
      words.append(word.lowercased())
    }
    return words
  }

  /// Whether a formula begins behind a word, or its clause ends.
  private func standsAlone(before index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return [.open(.math), .open(.code), .stop].contains(tokens[index].kind)
  }

  private func number(at index: Int) -> String? {
    guard tokens.indices.contains(index), case .number(let text, _) = tokens[index].kind else { return nil }
    return text
  }

  /// Words of sentences that suppose something, leave something to the reader, or contradict.
  private static let suppositions: Set<String> = [
    "if", "instead", "would", "suppose", "supposing", "imagine", "assume", "assuming", "were", "when", "until",
    "unless",
    "exercise", "exercises", "problem", "problems", "answer", "answers", "wrong", "wrongly", "incorrect", "mistake",
    "we'd", "we’d", "hypothetically", "otherwise", "whether",
  ]
  private static let figures: Set<String> = ["fig", "figs", "figure", "figures"]
  private static let others: Set<String> = ["another", "second", "other", "third", "different"]
  private static let calculations: Set<String> = [
    "neuron", "neurons", "network", "networks", "example", "examples", "sample", "calculation", "lesson", "article",
    "author", "book", "source",
  ]
  private static let changed: Set<String> = ["another", "other", "different"]
  private static let givens: Set<String> = [
    "input", "inputs", "target", "targets", "weight", "weights", "bias", "biases", "rate", "start", "initialization",
    "value", "values", "unit", "node", "activation", "function", "loss",
  ]
  private static let ordinals: Set<String> = [
    "second", "third", "fourth", "fifth", "2nd", "3rd", "next", "another", "following", "last", "final", "later",
    "subsequent", "more",
  ]
  private static let numbered: Set<String> = ["epoch", "iteration", "pass", "round", "cycle"]
  private static let passes: Set<String> = [
    "update", "updates", "updating", "step", "steps", "iteration", "iterations", "epoch", "epochs", "pass", "passes",
    "round", "rounds", "cycle", "cycles", "training", "learning", "descent",
  ]
  private static let repetitions: Set<String> = ["repeating", "repeated", "repetition", "repetitions", "times"]
  private static let wishes: Set<String> = ["want", "wants", "wish"]
  /// Verbs of wishes for what is not so yet; what one wants to know or to find is the number that follows.
  private static let states: Set<String> = ["get", "have", "be", "output"]
  private static let renewals: Set<String> = [
    "updated", "renewed", "improved", "adjusted", "retrained", "later", "afterwards", "afterward", "thereafter",
  ]
}

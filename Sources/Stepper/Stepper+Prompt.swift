import DocumentModel
import Renderers

extension Stepper {
  /// Takes a key while a line is typed.
  mutating func type(_ key: Key, in prompt: Prompt) {
    var prompt = prompt
    switch key {
    case .escape: mode = .reading
    case .enter:
      mode = .reading
      submit(prompt.line.text, prompt.kind)
    case .tab:
      complete(&prompt)
      mode = .prompt(prompt)
    case .backspace where prompt.line.text.isEmpty: mode = .reading
    case .character, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .backspace, .delete, .control:
      _ = prompt.line.take(key)
      mode = .prompt(prompt)
    }
  }

  private mutating func submit(_ text: String, _ kind: Prompt.Kind) {
    let words = text.trimmed
    if words.isEmpty { return }
    switch kind {
    case .goTo:
      guard let place = lesson.place(of: words) else {
        notice = StepperWords.noSuchName(words, lesson.names(like: words))
        return
      }
      unfold(place)
    case .find:
      sought = words
      find(words, +1)
    case .given: change(words)
    }
  }

  private mutating func unfold(_ place: Int) {
    isFolded[lesson.steps[place].part] = false
    go(to: place)
  }

  /// As many letters as all names have in common that begin like this.
  private func complete(_ prompt: inout Prompt) {
    let names = prompt.kind == .goTo ? lesson.names(like: prompt.line.text) : []
    guard let first = names.first else { return }
    let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > prompt.line.text.count { prompt.line.replace(with: common) }
  }

  /// Goes to the next step that has these words in it, around the end; or back.
  mutating func find(_ words: String, _ direction: Int) {
    guard !words.isEmpty else {
      notice = StepperWords.nothingSought
      return
    }
    let count = lesson.steps.count
    for distance in 1...count {
      let place = ((place + direction * distance) % count + count) % count
      guard lesson.text(ofStep: place).contains(words.lowercased()) else { continue }
      unfold(place)
      if distance == count { notice = StepperWords.onlyHere(words) }
      return
    }
    notice = StepperWords.notFound(words)
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: blanks).reversed().drop(while: blanks).reversed())
  }

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

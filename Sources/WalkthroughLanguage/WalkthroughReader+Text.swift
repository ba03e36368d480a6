extension WalkthroughReader {
  /// The first line of a title, a source, a note or a section; comments have no meaning in it.
  mutating func beginText(_ kind: Directive.Text, _ range: Range<Int>, _ place: Range<Int>) {
    let text = source.text(source.trimmed(range))
    let before = walkthrough.quantities.count
    open = .text(kind)
    if text.isEmpty { emptyText = (source.text(place), place) }
    switch kind {
    case .title: walkthrough.title = text
    case .source: walkthrough.origin = text
    case .note: walkthrough.passages.append(Passage(kind: .note, text: text, before: before))
    case .section: walkthrough.passages.append(Passage(kind: .section, text: text, before: before))
    }
  }

  /// An indented line of it: the text goes on behind a blank.
  mutating func continueText(_ kind: Directive.Text, _ range: Range<Int>) {
    let more = (emptyText == nil ? " " : "") + source.text(range)
    emptyText = nil
    switch kind {
    case .title: walkthrough.title?.append(more)
    case .source: walkthrough.origin?.append(more)
    case .note, .section: walkthrough.passages[walkthrough.passages.count - 1].text.append(more)
    }
  }

  /// Reports a directive that never got its text.
  mutating func closeText() {
    guard let (directive, place) = emptyText else { return }
    diagnostics.append(.textMissing(place, directive))
    emptyText = nil
  }
}

extension Diagnostic {
  fileprivate static func textMissing(_ place: Range<Int>, _ directive: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive)` needs a text", remedy: "write it behind the colon, or drop the line")
  }
}

extension WalkthroughReader {
  /// Two names that would be typeset alike could not be told apart by a reader.
  mutating func settleLookalikes() {
    var looks = NameTable()
    var firstOfLook: [Int] = []
    for (index, quantity) in walkthrough.quantities.enumerated() {
      let look = walkthrough.notations[index]?.look ?? NameParts.look(of: quantity.name)
      let number = looks.number(of: look.indices, in: look)
      if number == firstOfLook.count {
        firstOfLook.append(index)
      } else {
        let first = walkthrough.quantities[firstOfLook[number]]
        diagnostics.append(
          .lookAlike(quantity.place, source.quoted(quantity.place), source.quoted(first.place)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func lookAlike(_ place: Range<Int>, _ name: String, _ other: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like \(other) on the page",
      remedy: "rename one of them, or set one apart with `notation:`")
  }
}

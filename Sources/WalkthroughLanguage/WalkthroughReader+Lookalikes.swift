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
    rejectLettersOfFunctions(&looks, firstOfLook)
  }

  /// `exp(x)` is written with an e, `sigmoid(x)` with a σ, and `softplus(x)` with both in its slope: in a file with both,
  /// nobody can tell which is meant.
  private mutating func rejectLettersOfFunctions(_ looks: inout NameTable, _ firstOfLook: [Int]) {
    for (primitive, letter) in [
      (Primitive.exp, "e"), (.softplus, "e"), (.sigmoid, "sigma"), (.softplus, "sigma"),
    ] {
      let look = NameParts.look(of: letter)
      let number = looks.number(of: look.indices, in: look)
      guard number < firstOfLook.count, uses(primitive) else { continue }
      let quantity = walkthrough.quantities[firstOfLook[number]]
      diagnostics.append(
        .looksLikeFunction(quantity.place, source.quoted(quantity.place), primitive.functionNames[0]))
    }
  }

  private func uses(_ primitive: Primitive) -> Bool {
    walkthrough.nodes.contains { if case .operation(primitive) = $0.kind { true } else { false } }
  }
}

extension Diagnostic {
  fileprivate static func looksLikeFunction(_ place: Range<Int>, _ name: String, _ function: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like the letter that `\(function)` is written with",
      remedy: "rename it, or set it apart with `notation:`")
  }
  fileprivate static func lookAlike(_ place: Range<Int>, _ name: String, _ other: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like \(other) on the page",
      remedy: "rename one of them, or set one apart with `notation:`")
  }
}

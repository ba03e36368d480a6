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
    rejectNamesOfPages(&looks, firstOfLook)
    rejectPowers(&looks, firstOfLook)
  }

  /// A notation such as `x^2` beside an x; `x^(2)` is none.
  private mutating func rejectPowers(_ looks: inout NameTable, _ firstOfLook: [Int]) {
    for (index, quantity) in walkthrough.quantities.enumerated() {
      guard let parts = walkthrough.notations[index], let raised = parts.superscripts.last, !raised.hasPrefix("("),
        let other = self.quantity(withLook: parts.withoutLastSuperscript.look, &looks, firstOfLook)
      else { continue }
      diagnostics.append(.looksLikePower(quantity.place, source.quoted(quantity.place), other.name, raised))
    }
  }

  /// What pages call the unit matrix of `eye(2)`, and a quantity y that is seen through its own formula only.
  private mutating func rejectNamesOfPages(_ looks: inout NameTable, _ firstOfLook: [Int]) {
    var sizes: [Int] = []
    for generator in walkthrough.generators where generator.rule == .identity && !sizes.contains(generator.shape.rows) {
      sizes.append(generator.shape.rows)
      guard let quantity = quantity(lookingLike: "I_\(generator.shape.rows)", &looks, firstOfLook) else { continue }
      diagnostics.append(
        .looksLikeUnitMatrix(quantity.place, source.quoted(quantity.place), size: generator.shape.rows))
    }
    for (index, quantity) in walkthrough.quantities.enumerated()
    where quantity.name.hasSuffix(Self.directSuffix) && walkthrough.notations[index] == nil {
      let whole = String(quantity.name.dropLast(Self.directSuffix.count))
      guard self.quantity(lookingLike: whole, &looks, firstOfLook) != nil else { continue }
      diagnostics.append(.looksDirect(quantity.place, source.quoted(quantity.place), whole))
    }
  }

  /// How a page sets such a quantity apart.
  private static let directSuffix = "_direct"

  private func quantity(lookingLike name: String, _ looks: inout NameTable, _ firstOfLook: [Int]) -> Quantity? {
    self.quantity(withLook: NameParts.look(of: name), &looks, firstOfLook)
  }

  private func quantity(withLook look: [UInt8], _ looks: inout NameTable, _ firstOfLook: [Int]) -> Quantity? {
    let number = looks.number(of: look.indices, in: look)
    return number < firstOfLook.count ? walkthrough.quantities[firstOfLook[number]] : nil
  }

  /// `exp(x)` is written with an e, `sigmoid(x)` with a σ, and `softplus(x)` with both in its slope: in a file with both,
  /// nobody can tell which is meant.
  private mutating func rejectLettersOfFunctions(_ looks: inout NameTable, _ firstOfLook: [Int]) {
    for (primitive, letter) in [
      (Primitive.exp, "e"), (.softplus, "e"), (.sigmoid, "sigma"), (.softplus, "sigma"),
    ] {
      guard let quantity = quantity(lookingLike: letter, &looks, firstOfLook), uses(primitive) else { continue }
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
  fileprivate static func looksLikeUnitMatrix(_ place: Range<Int>, _ name: String, size: Int) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like the unit matrix that `eye(\(size))` is",
      remedy: "rename it, or set it apart with `notation:`")
  }
  fileprivate static func looksLikePower(
    _ place: Range<Int>, _ name: String, _ other: String, _ raised: String
  ) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like a power of `\(other)`",
      remedy: "put what is raised in parentheses in `notation:`, as in `\(other)^(\(raised))`")
  }
  fileprivate static func looksDirect(_ place: Range<Int>, _ name: String, _ whole: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like what a page calls the part of `\(whole)` that counts its own formula only",
      remedy: "rename it, or set it apart with `notation:`")
  }
  fileprivate static func lookAlike(_ place: Range<Int>, _ name: String, _ other: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) would look like \(other) on the page",
      remedy: "rename one of them, or set one apart with `notation:`")
  }
}

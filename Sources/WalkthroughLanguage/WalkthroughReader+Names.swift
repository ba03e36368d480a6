extension WalkthroughReader {
  /// Reports names that are never defined or used too early, and numbers that could be names.
  mutating func settleNames() {
    settleUnresolved()
    for (number, place) in constantUses where quantityByName[number] >= 0 { reportEarlyUse(number, place) }
    for (name, place) in exponentLookalikes where quantity(named: name) >= 0 {
      diagnostics.append(.exponentOrName(place, name, source))
    }
  }

  /// Each name is reported once, where it is first used.
  private mutating func settleUnresolved() {
    var reported: Set<Int> = []
    var suggestionsLeft = Limits.diagnostics
    let circles = circularDefinitions
    diagnostics += circles.map { .circle($0.place, $0.members.map { walkthrough.quantities[$0].name }) }
    for (number, place) in unresolved where reported.insert(number).inserted {
      if quantityByName[number] >= 0 {
        let isInCircle = circles.contains { $0.members.contains(Int(quantityByName[number])) }
        if !isInCircle { reportEarlyUse(number, place) }
      } else if number < ownNames.count {
        diagnostics.append(.notAQuantity(place, source.quoted(place)))
      } else if !missesDefinitions, place.count <= Limits.nameLength {
        let remedy = suggestionsLeft > 0 ? suggestion(number, place) : nil
        diagnostics.append(.neverDefined(place, source.quoted(place), remedy))
        suggestionsLeft -= 1
      }
    }
  }

  private mutating func reportEarlyUse(_ number: Int, _ place: Range<Int>) {
    let definition = walkthrough.quantities[Int(quantityByName[number])].place
    let line = source.line(of: definition.lowerBound)
    let isOwnLine = line == source.line(of: place.lowerBound)
    let name = source.quoted(place)
    diagnostics.append(isOwnLine ? .usesItself(place, name) : .usedTooEarly(place, name, line: line))
  }

  /// The product, or the name that was meant.
  private mutating func suggestion(_ number: Int, _ place: Range<Int>) -> String? {
    if let product = product(in: place) { return Self.product(product) }
    if let updated = updated(names.spelling(number)) { return Self.updated(updated) }
    let nodes = walkthrough.nodes
    // What this line defines, it cannot use.
    let others = walkthrough.quantities.lazy.filter { quantity in
      !nodes[quantity.formula].contains { $0.place == place.lowerBound }
    }
    return Suggestion.nearest(to: names.spelling(number), among: others.map(\.name)).map(Self.meant)
  }

  /// `w` for `w_new` and `new_w`, where it is a quantity.
  private func updated(_ name: String) -> String? {
    let base = name.hasPrefix("new_") ? name.dropFirst(4) : name.hasSuffix("_new") ? name.dropLast(4) : ""
    return walkthrough.quantities.contains { $0.name == base } ? String(base) : nil
  }

  /// `x*y` for `xy`, where both are quantities.
  private mutating func product(in name: Range<Int>) -> String? {
    for cut in name.dropFirst() where !Ascii.isContinuation(bytes[cut]) && !Ascii.isDigit(bytes[cut]) {
      let (head, tail) = (name.lowerBound..<cut, cut..<name.upperBound)
      if quantity(named: head) >= 0, quantity(named: tail) >= 0 {
        return "\(source.text(head))*\(source.text(tail))"
      }
    }
    return nil
  }
}

extension WalkthroughReader {
  private static func meant(_ name: String) -> String { "did you mean `\(name)`?" }
  private static func updated(_ name: String) -> String {
    "published lines write `new \(name)` for the value after the update"
  }
  private static func product(_ product: String) -> String { "for the product write `\(product)`" }
}

extension Diagnostic {
  fileprivate static func exponentOrName(
    _ place: Range<Int>, _ name: Range<Int>, _ source: SourceText
  ) -> Diagnostic {
    let factor = source.text((place.lowerBound..<name.lowerBound).prefix(Limits.nameLength))
    return Diagnostic(
      at: place,
      "\(source.quoted(place)) can be a number, or a product with the quantity \(source.quoted(name))",
      remedy: "write `\(factor)*\(source.text(name))` for the product, or the number without a power of ten")
  }
  fileprivate static func usesItself(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is used in its own definition",
      remedy: "a line is computed once; give the result a name of its own")
  }
  fileprivate static func usedTooEarly(_ place: Range<Int>, _ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is used before it is defined, in line \(line)",
      remedy: "move its definition above this line")
  }
  fileprivate static func notAQuantity(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is a name of the language, not a quantity",
      remedy: "name a quantity that the file defines")
  }
  fileprivate static func neverDefined(_ place: Range<Int>, _ name: String, _ remedy: String?) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is not defined", remedy: remedy ?? "define it above, as a given or as a statement")
  }
}

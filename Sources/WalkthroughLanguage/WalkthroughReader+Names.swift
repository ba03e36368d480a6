extension WalkthroughReader {
  /// Reports names that are never defined or used too early, numbers that could be names, and names that
  /// would look alike on the page.
  mutating func settleNames() {
    settleUnresolved()
    for (name, place) in exponentLookalikes {
      let number = nameNumber(name)
      if quantityByName[number] >= 0 {
        diagnostics.append(.exponentOrName(place, walkthrough.source.text(place), names.spelling(number)))
      }
    }
    settleLookalikes()
  }

  private mutating func settleUnresolved() {
    var suggestionsLeft = Limits.diagnostics
    for (number, place) in unresolved {
      let name = names.spelling(number)
      if quantityByName[number] >= 0 {
        let definition = walkthrough.quantities[Int(quantityByName[number])].place
        let isOwnLine = walkthrough.source.lineRange(at: place.lowerBound).contains(definition.lowerBound)
        let line = suggestionsLeft > 0 ? walkthrough.source.position(of: definition.lowerBound).line : 0
        diagnostics.append(isOwnLine ? .usesItself(place, name) : .usedTooEarly(place, name, line: line))
      } else if number < functions.count + constants.count {
        continue
      } else {
        let near = suggestionsLeft > 0 ? Suggestion.nearest(to: name, among: knownNames) : nil
        diagnostics.append(.neverDefined(place, name, near: near, product: near == nil ? product(in: name) : nil))
      }
      suggestionsLeft -= 1
    }
  }

  private var knownNames: some Sequence<String> {
    walkthrough.quantities.lazy.map(\.name)
  }

  /// `x*y` for `xy`, where both are quantities.
  private func product(in name: String) -> String? {
    for length in 1..<max(name.utf8.count, 2) {
      let (head, tail) = (String(name.prefix(length)), String(name.dropFirst(length)))
      if [head, tail].allSatisfy({ part in knownNames.contains(part) }) { return "\(head)*\(tail)" }
    }
    return nil
  }

  /// Two names that would be typeset alike could not be told apart by a reader.
  private mutating func settleLookalikes() {
    var looks = NameTable()
    var firstOfLook: [Int] = []
    for (index, quantity) in walkthrough.quantities.enumerated() {
      let look = look(of: index, quantity)
      let number = looks.number(of: 0..<look.count, in: look)
      if number == firstOfLook.count {
        firstOfLook.append(index)
      } else {
        diagnostics.append(.lookAlike(quantity.place, quantity.name, walkthrough.quantities[firstOfLook[number]].name))
      }
    }
  }

  /// The name as it will be typeset, parts separated by underscores.
  private func look(of index: Int, _ quantity: Quantity) -> [UInt8] {
    let bytes = Array(quantity.name.utf8)
    let needsParts = bytes.contains(Ascii.underscore) || walkthrough.notations[index] != nil
    guard needsParts || Ascii.isDigit(bytes[bytes.count - 1]) else { return bytes }
    let parts = walkthrough.nameParts(of: index)
    let subscripts = ([parts.base] + parts.subscripts).joined(separator: "_")
    return Array(([subscripts] + parts.superscripts).joined(separator: "^").utf8)
  }

  /// Typesetting on request: `h1_in as h_1^(in)`.
  mutating func settleNotations() {
    for line in notationLines {
      var scanner = Scanner(bytes, line)
      scanner.skipBlanks()
      while !scanner.isAtEnd {
        do throws(Diagnostic) {
          try readNotation(&scanner)
        } catch {
          diagnostics.append(error)
          break
        }
        scanner.skipBlanks()
      }
    }
  }

  private mutating func readNotation(_ scanner: inout Scanner) throws(Diagnostic) {
    let name = scanner.takeName()
    let asWord = scanner.takeName()
    let base = scanner.takeName()
    guard !name.isEmpty, !base.isEmpty, walkthrough.source.text(asWord) == "as" else {
      throw .notationExpected(scanner.stretchHere(), at: scanner.position)
    }
    let parts = NameParts(name: walkthrough.source.text(base))
    var (subscripts, superscripts) = (parts.subscripts, [String]())
    while true {
      if scanner.take(Ascii.underscore) {
        subscripts.append(try readNotationPart(&scanner))
      } else if scanner.take(Ascii.caret) {
        superscripts.append(try readNotationPart(&scanner))
      } else {
        break
      }
    }
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .unexpected(scanner) }
    let number = nameNumber(name)
    guard quantityByName[number] >= 0 else {
      unresolved.append((number, name))
      return
    }
    walkthrough.notations[Int(quantityByName[number])] =
      NameParts(base: parts.base, subscripts: subscripts, superscripts: superscripts)
  }

  /// A word or number as it stands, one in parentheses with them.
  private func readNotationPart(_ scanner: inout Scanner) throws(Diagnostic) -> String {
    let isParenthesized = scanner.take(Ascii.open)
    let start = scanner.position
    while scanner.nameCharacterLength > 0 { scanner.position += scanner.nameCharacterLength }
    let text = walkthrough.source.text(start..<scanner.position)
    guard !text.isEmpty, !isParenthesized || scanner.take(Ascii.close) else {
      throw .notationExpected(scanner.stretchHere(), at: scanner.position)
    }
    return isParenthesized ? "(\(text))" : text
  }
}

extension Diagnostic {
  fileprivate static func exponentOrName(_ place: Range<Int>, _ text: String, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(text)` can be a number or a product with the quantity `\(name)`",
      remedy: "write the number without `e`, or the product with `*`")
  }
  fileprivate static func usesItself(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is used in its own definition",
      remedy: "a line is computed once; give the result a name of its own")
  }
  fileprivate static func usedTooEarly(_ place: Range<Int>, _ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is used before it is defined\(line > 0 ? ", in line \(line)" : "")",
      remedy: "move its definition above this line")
  }
  fileprivate static func neverDefined(
    _ place: Range<Int>, _ name: String, near: String?, product: String?
  ) -> Diagnostic {
    let remedy =
      near.map { "did you mean `\($0)`?" } ?? product.map { "for the product write `\($0)`" }
      ?? "define it above, as a given or as a statement"
    return Diagnostic(at: place, "`\(name)` is not defined", remedy: remedy)
  }
  fileprivate static func lookAlike(_ place: Range<Int>, _ name: String, _ other: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` would look like `\(other)` on the page",
      remedy: "rename one of them, or set one apart with `notation:`")
  }
  fileprivate static func notationExpected(_ found: Range<Int>, at offset: Int) -> Diagnostic {
    Diagnostic(
      at: found.isEmpty ? offset..<offset : found, "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      remedy: "for example `notation: h1_in as h_1^(in)`")
  }
}

extension WalkthroughReader {
  /// Typesetting on request: `h1_in as h_1^(in)`.
  mutating func settleNotations() {
    for line in notationLines {
      var scanner = Scanner(bytes, source.trimmed(line))
      do throws(Diagnostic) {
        while !scanner.isAtEnd {
          try readNotation(&scanner)
          scanner.skipBlanks()
        }
      } catch {
        diagnostics.append(error)
      }
    }
  }

  private mutating func readNotation(_ scanner: inout Scanner) throws(Diagnostic) {
    let name = scanner.takeName()
    let asWord = scanner.takeName()
    let base = takeBase(&scanner)
    guard !name.isEmpty, !base.isEmpty, source.text(asWord) == Self.asWord else {
      throw .notationExpected(scanner.stretchHere())
    }
    let parts = try readParts(NameParts(name: spelled(base)), &scanner)
    guard scanner.isAtEnd || scanner.take(Ascii.comma) else { throw .notationExpected(scanner.stretchHere()) }
    let quantity = Int(knownQuantity(named: name))
    guard quantity >= 0 else { return }
    if walkthrough.notations[quantity] != nil { throw .secondNotation(name, source.quoted(name)) }
    walkthrough.notations[quantity] = parts
  }

  /// The name to take apart, without an underscore that a parenthesis follows.
  private func takeBase(_ scanner: inout Scanner) -> Range<Int> {
    let name = scanner.takeName()
    guard name.count > 1, scanner.current == Ascii.open, bytes[name.upperBound - 1] == Ascii.underscore else {
      return name
    }
    scanner.position -= 1
    return name.dropLast()
  }

  private func readParts(_ base: NameParts, _ scanner: inout Scanner) throws(Diagnostic) -> NameParts {
    var (subscripts, superscripts) = (base.subscripts, [String]())
    while true {
      if scanner.take(Ascii.underscore) {
        subscripts.append(try readNotationPart(&scanner))
      } else if scanner.take(Ascii.caret) {
        superscripts.append(try readNotationPart(&scanner))
      } else {
        return NameParts(base: base.base, subscripts: subscripts, superscripts: superscripts)
      }
    }
  }

  /// A word or number as it stands, one in parentheses with them.
  private func readNotationPart(_ scanner: inout Scanner) throws(Diagnostic) -> String {
    let isParenthesized = scanner.take(Ascii.open)
    scanner.skipBlanks()
    let start = scanner.position
    while scanner.current != Ascii.underscore, scanner.nameCharacterLength > 0 {
      scanner.position += scanner.nameCharacterLength
    }
    let text = spelled(start..<scanner.position)
    guard !text.isEmpty, !isParenthesized || scanner.take(Ascii.close) else {
      throw .notationExpected(scanner.stretchHere())
    }
    return isParenthesized ? "(\(text))" : text
  }

  /// Words for Greek letters, as in the names of quantities.
  private func spelled(_ range: Range<Int>) -> String {
    String(decoding: NameTable.spelled(bytes[range]), as: UTF8.self)
  }

  private static let asWord = "as"
}

extension Diagnostic {
  fileprivate static func notationExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a notation is `NAME as BASE_SUBSCRIPT^SUPERSCRIPT`",
      remedy: "each of letters and digits alone, or in parentheses: for example `notation: h1_in as h_1^(in)`")
  }
  fileprivate static func secondNotation(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "\(name) has a notation already", remedy: "keep one of the two")
  }
}

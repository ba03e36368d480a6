extension WalkthroughReader {
  /// Makes the name known; a name that is taken is reported, and the first meaning stays.
  mutating func define(_ name: Range<Int>, as role: Role, formula: Range<Int>, shape: Shape) {
    let number = nameNumber(name)
    if let problem = problem(with: name, number) {
      diagnostics.append(problem)
    } else {
      quantityByName[number] = Int32(walkthrough.quantities.count)
      walkthrough.quantities.append(
        Quantity(name: names.spelling(number), role: role, shape: shape, formula: formula, place: name))
    }
  }

  func problem(with name: Range<Int>, _ number: Int) -> Diagnostic? {
    if isFunction(number) || declaredFunction(number) != nil { return .shadowsFunction(name, source.quoted(name)) }
    if quantityByName[number] >= 0 {
      let first = walkthrough.quantities[Int(quantityByName[number])].place
      return .definedTwice(name, source.quoted(name), line: source.line(of: first.lowerBound))
    }
    if bytes[name.lowerBound] == Ascii.underscore { return .startsWithUnderscore(name) }
    return bytes[name].contains { $0 >= 0x80 } ? joinedGreek(in: name) : nil
  }

  private func isFunction(_ number: Int) -> Bool {
    guard number < ownNames.count else { return false }
    switch ownNames[number] {
    case .function, .matrixFunction, .generator: return true
    case .constant: return false
    }
  }

  /// A Greek letter is typeset as one only where it is a whole word: `Δw` would be *Deltaw* on the page.
  private func joinedGreek(in name: Range<Int>) -> Diagnostic? {
    var scanner = Scanner(bytes, name)
    var before: UInt8 = 0
    while !scanner.isAtEnd {
      let (length, current) = (scanner.nameCharacterLength, scanner.current)
      let isPair = scanner.position > name.lowerBound && Swift.max(before, current) >= 0x80
      if isPair, isLetter(before), isLetter(current) {
        return .joinedGreek(name, source.quoted(name), parted: source.parted(name, at: scanner.position))
      }
      before = current
      scanner.position += length
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || Ascii.isLetter(byte) }

  /// The number of the name at `range`, with room for its quantity; one that is too long is reported once.
  mutating func nameNumber(_ range: Range<Int>) -> Int {
    let number = names.number(of: range, in: bytes)
    guard number == quantityByName.count else { return number }
    quantityByName.append(-1)
    if range.count > Limits.nameLength { diagnostics.append(.nameTooLong(range, source.quoted(range))) }
    return number
  }

  /// The number of the quantity of that name, or −1.
  mutating func quantity(named range: Range<Int>) -> Int32 { quantityByName[nameNumber(range)] }

  /// The quantity of that name, or −1; an unknown name is reported at the end.
  mutating func knownQuantity(named range: Range<Int>) -> Int32 {
    let number = nameNumber(range)
    if quantityByName[number] < 0 { unresolved.append((number, range)) }
    return quantityByName[number]
  }
}

extension SourceText {
  /// The name with an underscore put in.
  fileprivate func parted(_ name: Range<Int>, at place: Int) -> String {
    text(name.lowerBound..<place) + "_" + text(place..<name.upperBound)
  }
}

extension Diagnostic {
  fileprivate static func shadowsFunction(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "\(name) is a function and cannot name a quantity", remedy: "choose another name")
  }
  fileprivate static func definedTwice(_ place: Range<Int>, _ name: String, line: Int) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) is already defined in line \(line)",
      remedy: "every quantity keeps one value; give this one a name of its own")
  }
  fileprivate static func startsWithUnderscore(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "a name starts with a letter", remedy: "put a letter before the underscore")
  }
  fileprivate static func joinedGreek(_ place: Range<Int>, _ name: String, parted: String) -> Diagnostic {
    Diagnostic(
      at: place, "the Greek letter in \(name) is not a word of its own",
      remedy: parted.utf8.count > Limits.nameLength ? "divide the name with `_`" : "write `\(parted)`")
  }
  fileprivate static func nameTooLong(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "the name \(name) is longer than \(Limits.nameLength) letters",
      remedy: "choose a shorter name")
  }
}

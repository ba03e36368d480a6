/// What `minimize:` and its like say, until all names are known.
struct ObjectiveLine {
  let sense: Objective.Sense
  let name: Range<Int>
  /// `summed over the examples`
  var combination: (meaning: Combination, place: Range<Int>)?
  /// The R of `plus R`.
  var addition: Range<Int>?
  /// The first words behind a comma that are none of those.
  var notUnderstood: Range<Int>?
}

extension WalkthroughReader {
  /// `L`, or `L, summed over the examples, plus R`
  mutating func readObjective(
    _ sense: Objective.Sense, _ scanner: inout Scanner, _ place: Range<Int>
  ) throws(Diagnostic) {
    let directive = source.text(place)
    let name = scanner.takeName()
    var line = ObjectiveLine(sense: sense, name: name)
    while !name.isEmpty, scanner.take(Ascii.comma) {
      try readObjectivePart(scanner.takePhrase(), &line)
    }
    guard !name.isEmpty, scanner.isAtEnd else { throw .objectiveIsNoName(scanner.stretchHere(), directive) }
    if let first = objectiveLine {
      throw .secondObjective(place, line: source.line(of: first.name.lowerBound))
    }
    objectiveLine = line
  }

  private func readObjectivePart(_ place: Range<Int>, _ line: inout ObjectiveLine) throws(Diagnostic) {
    let words = source.phrase(place)
    if let combination = Combination(rawValue: words) {
      if line.combination != nil { throw .saidBefore(place, source.quoted(place)) }
      line.combination = (combination, place)
      return
    }
    var scanner = Scanner(bytes, place)
    let word = scanner.takeName()
    guard source.text(word) == Self.plus else {
      line.notUnderstood = line.notUnderstood ?? place
      return
    }
    let name = scanner.takeName()
    guard !name.isEmpty, scanner.isAtEnd else { throw .objectiveIsNoName(scanner.stretchHere(), Self.plus) }
    if line.addition != nil { throw .saidBefore(place, source.quoted(place)) }
    line.addition = name
  }

  private static let plus = "plus"

  /// The objective names computed quantities, and says how it draws examples together where there are any.
  mutating func settleObjective() {
    guard let line = objectiveLine else { return }
    guard let quantity = computedQuantity(named: line.name) else { return }
    let hasExamples = firstPlace(of: .examples) != nil
    if let place = line.notUnderstood {
      let choices = Combination.allCases.map(\.rawValue) + [Self.plus + " NAME"]
      diagnostics.append(
        hasExamples
          ? .unknownWord(place, source.quoted(place), among: choices)
          : .objectiveStandsAlone(place, source.text(line.name), line.sense))
    } else if hasExamples != (line.combination != nil) {
      diagnostics.append(
        line.combination.map { .noExamples($0.place, source.quoted($0.place)) }
          ?? .combinationMissing(line.name, source.text(line.name), line.sense))
    }
    var addition: Int?
    if let name = line.addition {
      addition = hasExamples ? computedQuantity(named: name) : nil
      if !hasExamples { diagnostics.append(.additionWithoutExamples(name, source.text(line.name))) }
      if let addition, dependsOnExamples()[addition] {
        diagnostics.append(.additionOfExamples(name, source.quoted(name), source.text(line.name)))
      }
    }
    walkthrough.objective = Objective(
      sense: line.sense, quantity: quantity, combination: line.combination?.meaning, addition: addition)
  }

  private mutating func computedQuantity(named name: Range<Int>) -> Int? {
    let quantity = Int(knownQuantity(named: name))
    guard quantity >= 0 else { return nil }
    guard walkthrough.quantities[quantity].role.isGiven else { return quantity }
    diagnostics.append(.objectiveIsGiven(name, source.quoted(name)))
    return nil
  }

  /// By quantity: whether it changes from example to example.
  func dependsOnExamples() -> [Bool] {
    var depends = [Bool](repeating: false, count: walkthrough.quantities.count)
    for (index, quantity) in walkthrough.quantities.enumerated() {
      depends[index] =
        quantity.role == .example
        || walkthrough.nodes[quantity.formula].contains { node in
          if case .quantity(let operand) = node.kind { return operand >= 0 && depends[Int(operand)] }
          return false
        }
    }
    return depends
  }
}

extension Diagnostic {
  fileprivate static func objectiveIsNoName(_ place: Range<Int>, _ word: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(word)` takes the name of one quantity",
      remedy: "give the expression a line and a name of its own, and put the name here")
  }
  fileprivate static func objectiveStandsAlone(
    _ place: Range<Int>, _ name: String, _ sense: Objective.Sense
  ) -> Diagnostic {
    Diagnostic(
      at: place, "`\(sense.rawValue):` takes the name of one quantity, and nothing behind it without examples",
      remedy: "write `\(sense.rawValue): \(name)`; its derivatives by all other quantities come with it")
  }
  fileprivate static func secondObjective(_ place: Range<Int>, line: Int) -> Diagnostic {
    Diagnostic(at: place, "there is an objective already, in line \(line)", remedy: "keep one of the two")
  }
  fileprivate static func objectiveIsGiven(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "\(name) is a given", remedy: "name a quantity that the file computes")
  }
  fileprivate static func combinationMissing(
    _ place: Range<Int>, _ name: String, _ sense: Objective.Sense
  ) -> Diagnostic {
    let choices = Combination.allCases.map { "`\(sense.rawValue): \(name), \($0.rawValue)`" }
    return Diagnostic(
      at: place, "with `examples:`, the objective is a sum or a mean over them, and the two have different gradients",
      remedy: "write \(choices.joined(separator: " or "))")
  }
  fileprivate static func noExamples(_ place: Range<Int>, _ words: String) -> Diagnostic {
    Diagnostic(
      at: place, "there are no examples, so nothing is \(words.dropFirst().dropLast())",
      remedy: "add `examples:`, or drop these words")
  }
  fileprivate static func additionWithoutExamples(_ place: Range<Int>, _ objective: String) -> Diagnostic {
    Diagnostic(
      at: place, "`plus` adds something once, whatever the number of examples, and there are no examples",
      remedy: "add it in the formula of `\(objective)`")
  }
  fileprivate static func additionOfExamples(
    _ place: Range<Int>, _ name: String, _ objective: String
  ) -> Diagnostic {
    Diagnostic(
      at: place, "\(name) depends on the examples, and `plus` adds something once, whatever their number",
      remedy: "add it in the formula of `\(objective)`, or name a quantity without examples")
  }
}

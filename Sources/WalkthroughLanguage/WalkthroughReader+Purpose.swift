extension WalkthroughReader {
  mutating func readObjective(
    _ directive: Directive, _ scanner: inout Scanner, _ place: Range<Int>
  ) throws(Diagnostic) {
    guard let sense = directive.sense else { return }
    let name = scanner.takeName()
    if !name.isEmpty, scanner.take(Ascii.comma) {
      let addition = source.trimmed(scanner.rest)
      throw .notYet(addition, "the objective with \(source.quoted(addition))")
    }
    guard !name.isEmpty, scanner.isAtEnd else { throw .objectiveIsNoName(scanner.stretchHere(), directive) }
    if let first = objectiveLine {
      throw .secondObjective(place, line: source.line(of: first.name.lowerBound))
    }
    objectiveLine = (sense, name)
  }

  /// Where a directive that may stand once stands.
  func firstPlace(of directive: Directive) -> Range<Int>? {
    for seen in seenDirectives where seen.directive == directive { return seen.place }
    return nil
  }

  /// Whether the file speaks of a rate, and be it in error.
  var hasRate: Bool { firstPlace(of: .rate) != nil }

  /// The objective names a computed quantity.
  mutating func settleObjective() {
    guard let line = objectiveLine else { return }
    let quantity = Int(knownQuantity(named: line.name))
    guard quantity >= 0 else { return }
    if walkthrough.quantities[quantity].role.isGiven {
      diagnostics.append(.objectiveIsGiven(line.name, source.quoted(line.name)))
    } else {
      walkthrough.objective = Objective(sense: line.sense, quantity: quantity)
    }
  }

  /// Whether there is something to compute, and a reason to update if the file speaks of an update.
  mutating func checkPurpose() {
    guard diagnostics.isEmpty else { return }
    if walkthrough.quantities.allSatisfy(\.role.isGiven) {
      diagnostics.append(.nothingComputed(at: bytes.count))
    }
    if walkthrough.rate == nil, let update = firstPlace(of: .update) {
      diagnostics.append(.updateWithoutRate(update))
    }
    if let rate = walkthrough.rate, let problem = problem(withRate: walkthrough.quantities[rate].place) {
      diagnostics.append(problem)
    }
  }

  private func problem(withRate place: Range<Int>) -> Diagnostic? {
    switch walkthrough.objective?.sense {
    case nil: .rateWithoutObjective(place)
    case .differentiate: .rateWhileDifferentiating(place)
    case .minimize, .maximize: walkthrough.moved.isEmpty ? .nothingMoved(place) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func objectiveIsNoName(_ place: Range<Int>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      at: place, "`\(directive.rawValue):` takes the name of one quantity",
      remedy: "give the expression a line and a name of its own, and put the name here")
  }
  fileprivate static func secondObjective(_ place: Range<Int>, line: Int) -> Diagnostic {
    Diagnostic(at: place, "there is an objective already, in line \(line)", remedy: "keep one of the two")
  }
  fileprivate static func objectiveIsGiven(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(at: place, "\(name) is a given", remedy: "name a quantity that the file computes")
  }
  fileprivate static func nothingComputed(at end: Int) -> Diagnostic {
    Diagnostic(
      at: end..<end, "this file computes nothing",
      remedy: "write givens such as `inputs: x = 2`, then statements such as `y = x^2`")
  }
  fileprivate static func updateWithoutRate(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(at: place, "without `rate:` there is no update", remedy: "add `rate:`, or drop this line")
  }
  fileprivate static func rateWithoutObjective(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a rate is for an update, and an update needs an objective",
      remedy: "add `minimize: NAME` or `maximize: NAME`, or drop the rate")
  }
  fileprivate static func rateWhileDifferentiating(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "`differentiate:` makes no update and takes no rate",
      remedy: "write `minimize:` or `maximize:` instead, or drop the rate")
  }
  fileprivate static func nothingMoved(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "there is a rate, but nothing that an update moves",
      remedy: "declare `weights:`, `biases:` or `unknowns:`")
  }
}

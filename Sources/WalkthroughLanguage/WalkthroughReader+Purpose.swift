extension WalkthroughReader {
  /// Where a directive that may stand once stands.
  func firstPlace(of directive: Directive) -> Range<Int>? {
    for seen in seenDirectives where seen.directive == directive { return seen.place }
    return nil
  }

  /// Whether the file speaks of a rate, and be it in error.
  var hasRate: Bool { firstPlace(of: .rate) != nil }

  /// Whether there is something to compute, and a reason to update if the file speaks of an update.
  mutating func checkPurpose() {
    guard diagnostics.isEmpty else { return }
    if walkthrough.quantities.allSatisfy(\.role.isGiven) {
      diagnostics.append(.nothingComputed(at: bytes.count))
    }
    if walkthrough.rate == nil {
      for seen in seenDirectives where seen.directive.needsRate { diagnostics.append(.updateWithoutRate(seen.place)) }
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

extension Directive {
  /// Whether it says something of updates, which need a rate.
  fileprivate var needsRate: Bool {
    switch form {
    case .setting(.update), .setting(.epochs), .setting(.until), .list(.start): true
    case .text, .givens, .objective, .setting(.rate), .setting(.derivatives), .setting(.arithmetic),
      .setting(.telling), .setting(.show), .setting(.carry), .list(.examples), .list(.functions), .list(.notation),
      .list(.published):
      false
    }
  }
}

extension Diagnostic {
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

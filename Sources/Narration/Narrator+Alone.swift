import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The story of one quantity alone: how the objective changes with it.
  ///
  /// - Returns: nothing where no path leads from it to the objective.
  public func document(of quantity: Int) -> Document? {
    guard seeds(reachedFrom: quantity).contains(where: { $0 != quantity }) else { return nil }
    let figures = illustrations(of: quantity)
    let told = titled(figures) { tell in
      var narrator = self
      let steps = narrator.alone(quantity)
      if walkthrough.isSymbolic {
        tell(narrator.formulasUsed(for: quantity))
      } else {
        tell(narrator.numbers())
        tell(narrator.numbersUsedStep(in: steps, for: quantity))
      }
      for figure in figures.structure { tell(step(figure)) }
      steps.forEach(tell)
      for figure in figures.update { tell(step(figure).during(.update)) }
    }
    return live(told)
  }

  mutating func alone(_ quantity: Int) -> [Step] {
    var steps: [Step] = []
    if trace.examples.isEmpty {
      steps = slope(byTelling: quantity).map { $0.during(.backward) }
      // Stories of weights end with how they move.
      if telling == .weights { return steps }
    } else {
      examples(of: quantity) { steps.append($0) }
    }
    if let update = updates[quantity] {
      steps.append(updateStep(update, id: "moved-\(name(quantity))").during(.update))
    }
    return steps
  }

  /// How the objective changes with it, as the telling has it.
  private mutating func slope(byTelling quantity: Int) -> [Step] {
    let onTheWay = ancestors(of: [quantity]).filter { $0 != quantity } + [quantity]
    var steps: [Step] = []
    switch telling {
    case .weights: steps = story(of: quantity, level: 1)
    case .nodes: steps = onTheWay.map { node($0, level: 1) }
    case .jacobians: jacobians(of: [quantity], level: 1) { steps.append($0) }
    case .nudge: steps = [nudge(quantity, level: 1)]
    case .matrices: steps = onTheWay.map { adjointStep($0, level: 1) }
    case .gates: gates(towards: [quantity], level: 1) { steps.append($0) }
    }
    return steps
  }

  /// The numbers that a story takes from elsewhere, so that each can be found on its page.
  private mutating func numbersUsedStep(in steps: [Step], for quantity: Int) -> Step {
    let used = quantitiesUsed(in: steps, for: quantity)
    let shown = trace.examples.isEmpty ? used : used.filter { !differsByExample($0) }
    return Step(
      id: "numbers-used",
      blocks: [.heading(level: 1, Wording.numbersUsedHeading.inlines)] + whatIsLeftOut(used)
        + softmaxInputs(steps.flatMap(\.edges).map { trace.edges[$0].result }) + numbersUsed(shown)
        + (updates[quantity] == nil ? [] : ruleConventions().map(\.paragraph)),
      quantities: shown.sorted())
  }

  /// In a sentence; matrices of several rows one below the other.
  private func numbersUsed(_ used: Set<Int>) -> [Block] {
    guard used.contains(where: { quantities[$0].shape.rows > 1 }) else { return [numbersUsed(used).paragraph] }
    let items = used.sorted().map { [Inline.equation(statement($0))] }
    return [Wording.numbersUsedOpening.paragraph, .list(items)]
  }

  /// Nothing where nothing is used.
  func numbersUsed(_ used: Set<Int>) -> Sentence {
    used.isEmpty ? Sentence() : Wording.numbersUsed(Sentence.enumeration(used.sorted().map { "\(statement($0))" }))
  }

  /// What the derivatives of a story are worked from; where slopes are measured, everything that the objective takes.
  mutating func quantitiesUsed(in steps: [Step], for quantity: Int) -> Set<Int> {
    var used: Set<Int> = [quantity]
    if let rate = walkthrough.rate, updates[quantity] != nil { used.insert(rate) }
    for edge in Set(steps.flatMap(\.edges)) {
      let slope =
        pullbacks?.pullback(alongEdge: edge, adjoint: .one) ?? derivation(of: edge).simplified
      slope.collectQuantities(into: &used)
    }
    if telling == .nudge || walkthrough.derivatives.reach != nil { collectWhatIsNudged(by: quantity, into: &used) }
    return used
  }

  /// The numbers that change with a nudge, with all givens that they are worked from.
  private func collectWhatIsNudged(by quantity: Int, into used: inout Set<Int>) {
    for seed in seeds(reachedFrom: quantity) {
      var isNeeded = [Bool](repeating: false, count: quantities.count)
      isNeeded[seed] = true
      for result in quantities.indices.reversed() where isNeeded[result] {
        for edge in trace.edgesIntoResult[result] { isNeeded[trace.edges[edge].operand] = true }
      }
      used.formUnion(quantities.indices.filter { isNeeded[$0] && ($0 == seed || quantities[$0].role.isGiven) })
    }
  }

  /// The objective and what is added to it, as far as paths lead there.
  private func seeds(reachedFrom quantity: Int) -> [Int] {
    ([trace] + trace.addition).compactMap(\.backward).filter { $0.reaches[quantity] }.map(\.seed)
  }
}

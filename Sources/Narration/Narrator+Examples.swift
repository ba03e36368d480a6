import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// How much of a long list of examples is worked in full.
enum ExampleLimits {
  static let worked = 4
}

extension Narrator {
  /// The passes of each example, then the slopes drawn together.
  mutating func examples(_ figures: Illustrations, _ tell: (Step) -> Void) {
    for (number, example) in trace.examples.prefix(ExampleLimits.worked).enumerated() {
      var inner = narrator(of: example, number)
      tell(exampleHeading(number, Wording.exampleGivens(Sentence.list(cells(of: example))) + kinks(in: example)))
      let shifted = { (step: Step) in step.within("example-\(number + 1)", deeper: 1) }
      inner.forward { tell(shifted($0).during(.forward)) }
      for figure in number == 0 ? figures.forward : [] { tell(step(figure).during(.forward)) }
      inner.backward { tell(shifted($0).during(.backward)) }
      for figure in number == 0 ? figures.backward : [] { tell(step(figure).during(.backward)) }
      continueStory(of: inner)
    }
    drawTogether(trace.asked, tell)
  }

  /// What the examples, and what the objective adds to them, say of one quantity.
  mutating func examples(of quantity: Int, _ tell: (Step) -> Void) {
    for (number, example) in trace.examples.prefix(reachesExamples(quantity) ? ExampleLimits.worked : 0).enumerated() {
      var inner = narrator(of: example, number)
      let steps = inner.alone(quantity)
      let used = inner.quantitiesUsed(in: steps, for: quantity)
      tell(exampleHeading(number, inner.numbersUsed(used.filter(differsByExample)) + kinks(in: example)))
      for step in steps { tell(step.within("example-\(number + 1)", deeper: 1)) }
      continueStory(of: inner)
    }
    drawTogether([quantity], isAlone: true, tell)
  }

  /// Whether a path leads from it to the objective of an example, and not only to what is added to all of them.
  private func reachesExamples(_ quantity: Int) -> Bool { trace.backward?.reaches[quantity] ?? false }

  /// Whether a quantity can have another value in another example.
  func differsByExample(_ quantity: Int) -> Bool {
    quantities[quantity].role == .example || !quantities[quantity].role.isGiven
  }

  /// A narrator that knows what was told before.
  private func narrator(of example: Trace, _ number: Int) -> Narrator {
    var inner = Narrator(example, telling: telling)
    inner.continueStory(of: self)
    inner.isContinued = number > 0
    return inner
  }

  /// What is left of the examples, the slopes of what is added once, and of all together.
  ///
  /// - Parameter isAlone: whether no forward pass was told before.
  private mutating func drawTogether(_ asked: [Int], isAlone: Bool = false, _ tell: (Step) -> Void) {
    let isAnyWorked = !isAlone || asked.contains(where: reachesExamples)
    if isAnyWorked, trace.examples.count > ExampleLimits.worked {
      let rest = Wording.furtherExamples(trace.examples.count - ExampleLimits.worked)
      tell(Step(id: "further-examples", blocks: [rest.paragraph]).during(.backward))
    }
    if let addition = trace.addition.first, let seed = addition.backward?.seed {
      var inner = Narrator(addition, telling: telling)
      inner.continueStory(of: self)
      let reaching = inner.askedOutsideIn.filter(asked.contains)
      if !reaching.isEmpty {
        var steps: [Step] = []
        let derived = reaching.filter(inner.hasDerivative)
        inner.backward(to: derived) { steps.append($0.within("added", deeper: 0)) }
        steps += inner.measured(reaching, besides: derived).map { $0.within("added", deeper: 0) }
        let used: Set<Int> =
          isAlone ? inner.quantitiesUsed(in: steps, for: asked[0]).filter(differsByExample) : []
        let opening = Wording.addedOnce(symbol(seed)) + inner.numbersUsed(used)
        let heading = Block.heading(level: 1, Wording.addedHeading(symbol(seed)).inlines)
        steps.insert(Step(id: "added", blocks: [heading, opening.paragraph]), at: 0)
        for step in steps { tell(step.during(.backward)) }
        continueStory(of: inner)
      }
    }
    if let step = together(asked) { tell(step.during(.update)) }
  }

  /// Whether the rules have a derivative here; where it is measured, nothing else asks for it.
  private func hasDerivative(_ quantity: Int) -> Bool {
    trace.backward?.derived.matrix(quantity).entries.allSatisfy(\.isFinite) ?? false
  }

  /// What was measured in the place of derivatives, for each of these; nudges may have told it already.
  mutating func measured(_ reaching: [Int], besides told: [Int]) -> [Step] {
    reaching.compactMap { quantity in
      let blocks = isMeasuredByNudges && told.contains(quantity) ? [] : measurement(of: quantity)
      if blocks.isEmpty { return nil }
      return Step(
        id: "measured-\(name(quantity))", blocks: blocks, quantities: [quantity], resultBlock: blocks.count - 1)
    }
  }

  /// What was explained already need not be explained again.
  private mutating func continueStory(of other: Narrator) {
    explained = other.explained
    isBracketExplained = other.isBracketExplained
  }

  private func exampleHeading(_ number: Int, _ values: Sentence) -> Step {
    Step(
      id: "example-\(number + 1)",
      blocks: [.heading(level: 1, Wording.exampleHeading(number + 1).inlines), values.paragraph],
      quantities: walkthrough.examples?.quantities ?? [])
  }

  /// The givens of an example.
  private func cells(of example: Trace) -> [Sentence] {
    (walkthrough.examples?.quantities ?? []).map { quantity -> Sentence in
      "\(writer.statement(symbol(quantity), example.values.matrix(quantity)))"
    }
  }

  /// The objective of all examples as a name: L with the word for how they are drawn together.
  var objectiveSymbol: Formula {
    guard let objective = walkthrough.objective, case .symbol(let symbol) = symbols[objective.quantity],
      let combination = objective.combination
    else { return symbol(walkthrough.objective?.quantity ?? 0) }
    return .symbol(symbol.drawnTogether(Wording.word(combination, hasAddition: objective.addition != nil)))
  }

  /// What the update that is worked goes by: the objective, or what the examples of this update make of it.
  var updateObjective: Formula {
    guard let objective = walkthrough.objective, isPartOfEpoch else { return objectiveSymbol }
    let single = plainSymbol(objective.quantity)
    let isOneExample = trace.examples.count == 1 && objective.addition == nil
    return .symbol(isOneExample ? single.ofExample(1) : single.drawnTogether(Wording.batchWord))
  }

  /// Whether the update that is worked sees a part of the examples only.
  var isPartOfEpoch: Bool { walkthrough.updatesPerEpoch > 1 }

  /// The slopes of these, added up or averaged over the examples; nothing where the update goes by one.
  private func together(_ asked: [Int]) -> Step? {
    guard let objective = walkthrough.objective,
      updateObjective != .symbol(plainSymbol(objective.quantity).ofExample(1))
    else { return nil }
    var blocks: [Block] = [
      .heading(level: 1, Wording.togetherHeading.inlines),
      Wording.drawnTogether(
        updateObjective, symbol(objective.quantity), objective.combination,
        ofUpdate: isPartOfEpoch ? trace.examples.count : nil, addition: objective.addition.map(symbol)
      ).paragraph,
    ]
    let areFew = trace.examples.count <= ExampleLimits.worked
    for (place, quantity) in trace.asked.enumerated() where asked.contains(quantity) {
      blocks.append(
        .equation(
          areFew
            ? sum(of: quantity, at: place)
            : writer.statement(slope(moving: quantity), trace.togetherSlopes[place])))
    }
    return Step(id: "together", blocks: blocks, quantities: asked)
  }

  /// - Parameter place: where it stands among the quantities that are asked for.
  private func sum(of quantity: Int, at place: Int) -> Equation {
    guard let objective = walkthrough.objective, case .symbol(let single) = symbols[objective.quantity] else {
      return Equation(symbol(quantity), [])
    }
    var calculation = MatrixCalculation()
    var terms: [Expression.Term] = []
    for (number, example) in trace.examples.enumerated() {
      guard let adjoint = example.backward?.adjoints.matrix(quantity) else { continue }
      let left = slope(of: .symbol(single.ofExample(number + 1)), moving: quantity)
      terms.append(Expression.Term(calculation.add(left, adjoint)))
    }
    var sum: Expression = terms.count == 1 ? terms[0].expression : .sum(terms)
    if objective.combination == .averaged, terms.count > 1 {
      sum = .product([Expression.Factor(sum), Expression.Factor(.integer(terms.count), isDivisor: true)])
    }
    if let addition = objective.addition {
      let rest = calculation.add(
        slope(of: symbol(addition), moving: quantity), trace.additionSlopes[place])
      sum = .sum([Expression.Term(sum), Expression.Term(rest)])
    }
    calculation.expression = sum
    return writer.equation(slope(moving: quantity), calculation, value: trace.togetherSlopes[place])
  }

  /// The examples as a table, each in a row.
  func exampleTable() -> Table? {
    guard let examples = walkthrough.examples, !trace.examples.isEmpty else { return nil }
    let columns =
      [Table.Column(Wording.exampleColumn.inlines, .right)]
      + examples.quantities.map { Table.Column([.formula(symbol($0))]) }
    let rows = examples.rows.indices.prefix(Self.mostRows).map { number -> [[Inline]] in
      [[.text(String(number + 1))]] + trace.cells(ofExample: number).map { [.formula(writer.formula($0))] }
    }
    return Table(columns: columns, rows: rows)
  }

  private static let mostRows = 20
}

extension Symbol {
  /// The same name with a word as its subscript.
  func drawnTogether(_ word: String) -> Symbol {
    Symbol(
      name: "\(name)_\(word)", base: base, subscripts: subscripts + indices + [[.word(word)]],
      superscripts: superscripts)
  }

  /// The same name with the number of an example above it.
  func ofExample(_ number: Int) -> Symbol {
    Symbol(
      name: "\(name)⁽\(TextDigits.raised(number))⁾", base: base, subscripts: subscripts,
      superscripts: superscripts + [[.mark("("), .digits(String(number)), .mark(")")]], indices: indices)
  }
}

/// Digits in plain names.
private enum TextDigits {
  static func raised(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).utf8.map { digits[Int($0 - UInt8(ascii: "0"))] })
  }
}

extension Step {
  /// As a part of the story of one example, or of what is added.
  fileprivate func within(_ part: String, deeper: Int) -> Step {
    var step = Step(
      id: "\(part)-\(id)", blocks: blocks, quantities: quantities, edges: edges, resultBlock: resultBlock
    ).during(phase)
    step.blocks = blocks.map { block in
      if case .heading(let level, let title) = block { return .heading(level: level + deeper, title) }
      return block
    }
    return step
  }
}

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
    let worked = trace.examples.prefix(ExampleLimits.worked)
    for (number, example) in worked.enumerated() {
      tell(exampleHeading(number, example))
      var inner = Narrator(example, telling: telling)
      inner.continueStory(of: self)
      inner.isContinued = number > 0
      let shifted = { (step: Step) in tell(step.within(example: number + 1)) }
      inner.forward(shifted)
      if number == 0 { self.tell(figures.forward, tell) }
      inner.backward(shifted)
      if number == 0 { self.tell(figures.backward, tell) }
      continueStory(of: inner)
    }
    if trace.examples.count > worked.count {
      let rest = Wording.furtherExamples(trace.examples.count - worked.count)
      tell(Step(id: "further-examples", blocks: [rest.paragraph]))
    }
    if let step = together() { tell(step) }
  }

  /// What was explained already need not be explained again.
  private mutating func continueStory(of other: Narrator) {
    explained = other.explained
    isBracketExplained = other.isBracketExplained
  }

  private func exampleHeading(_ number: Int, _ example: Trace) -> Step {
    let values = (walkthrough.examples?.quantities ?? []).map { quantity -> Sentence in
      "\(writer.statement(symbol(quantity), example.values.matrix(quantity)))"
    }
    return Step(
      id: "example-\(number + 1)",
      blocks: [
        .heading(level: 1, Wording.exampleHeading(number + 1).inlines),
        (Wording.exampleGivens(Sentence.list(values)) + kinks(in: example)).paragraph,
      ], quantities: walkthrough.examples?.quantities ?? [])
  }

  /// Slopes that were chosen in an example.
  private func kinks(in example: Trace) -> Sentence {
    example.kinks.map { Wording.kink(symbol($0.quantity), $0.primitive, isMatrix: hasMatrices) }
      .reduce(Sentence()) { $0 + $1 }
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

  /// The slopes of each moved quantity, added up or averaged over the examples; nothing where the update goes by one.
  private func together() -> Step? {
    guard let objective = walkthrough.objective, updateObjective != .symbol(plainSymbol(objective.quantity).ofExample(1))
    else { return nil }
    var blocks: [Block] = [
      .heading(level: 1, Wording.togetherHeading.inlines),
      Wording.drawnTogether(
        updateObjective, symbol(objective.quantity), objective.combination,
        ofUpdate: isPartOfEpoch ? trace.examples.count : nil, addition: objective.addition.map(symbol)
      ).paragraph,
    ]
    if trace.examples.count <= ExampleLimits.worked {
      for place in trace.updates.indices { blocks.append(.equation(sum(forUpdate: place))) }
    }
    return Step(id: "together", blocks: blocks, quantities: trace.updates.map(\.quantity))
  }

  private func sum(forUpdate place: Int) -> Equation {
    let update = trace.updates[place]
    guard let objective = walkthrough.objective, case .symbol(let single) = symbols[objective.quantity] else {
      return Equation(symbol(update.quantity), [])
    }
    var calculation = MatrixCalculation()
    var terms: [Expression.Term] = []
    for (number, example) in trace.examples.enumerated() {
      guard let adjoint = example.backward?.adjoints.matrix(update.quantity) else { continue }
      let left = slope(of: .symbol(single.ofExample(number + 1)), moving: update.quantity)
      terms.append(Expression.Term(calculation.add(left, adjoint)))
    }
    var sum: Expression = terms.count == 1 ? terms[0].expression : .sum(terms)
    if objective.combination == .averaged, terms.count > 1 {
      sum = .product([Expression.Factor(sum), Expression.Factor(.integer(terms.count), isDivisor: true)])
    }
    if let addition = objective.addition {
      let rest = calculation.add(
        slope(of: symbol(addition), moving: update.quantity), trace.additionSlopes[place])
      sum = .sum([Expression.Term(sum), Expression.Term(rest)])
    }
    calculation.expression = sum
    return writer.equation(slope(moving: update.quantity), calculation, value: update.gradient)
  }

  /// The examples as a table, each in a row.
  func exampleTable() -> Table? {
    guard let examples = walkthrough.examples, !trace.examples.isEmpty else { return nil }
    let columns =
      [Table.Column(Wording.exampleColumn.inlines, .right)]
      + examples.quantities.map { Table.Column([.formula(symbol($0))]) }
    let rows = examples.rows.prefix(Self.mostRows).enumerated().map { number, cells -> [[Inline]] in
      let values = zip(cells, examples.quantities).map { cell, quantity -> [Inline] in
        // An update may see only the first examples.
        let value =
          trace.examples.indices.contains(number)
          ? trace.examples[number].values.matrix(quantity)
          : walkthrough.expression(at: cell).matrixValue { _ in Matrix(0) }
        return [.formula(writer.formula(value))]
      }
      return [[.text(String(number + 1))]] + values
    }
    return Table(columns: columns, rows: rows)
  }

  private static let mostRows = 20
}

extension Symbol {
  /// The same name with a word as its subscript.
  func drawnTogether(_ word: String) -> Symbol {
    Symbol(name: "\(name)_\(word)", base: base, subscripts: subscripts + [[.word(word)]], superscripts: superscripts)
  }

  /// The same name with the number of an example above it.
  func ofExample(_ number: Int) -> Symbol {
    Symbol(
      name: "\(name)⁽\(TextDigits.raised(number))⁾", base: base, subscripts: subscripts,
      superscripts: superscripts + [[.mark("("), .digits(String(number)), .mark(")")]])
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
  /// As a part of the story of one example.
  fileprivate func within(example number: Int) -> Step {
    var step = Step(
      id: "example-\(number)-\(id)", blocks: blocks, quantities: quantities, edges: edges, resultBlock: resultBlock)
    step.blocks = blocks.map { block in
      if case .heading(let level, let title) = block { return .heading(level: level + 1, title) }
      return block
    }
    return step
  }
}

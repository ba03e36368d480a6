import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Repeated updates: a table of some epochs, how it ended, and what the formulas give then.
  func training() -> [Step] {
    guard let training = trace.training, let objective = walkthrough.objective else { return [] }
    let opening = Wording.trainingOpening(
      epochs: training.epochs, updatesEach: walkthrough.updatesPerEpoch, hasExamples: walkthrough.examples != nil,
      isWhole: training.samples.count == training.losses.count)
    var blocks: [Block] = [
      .heading(level: 1, Wording.trainingHeading.inlines), opening.paragraph, .table(table(of: training)),
    ]
    blocks.append(ending(of: training).paragraph)
    if let divergence = training.divergence(isAscent: objective.sense == .maximize) {
      let worse = Wording.worse(
        objectiveSymbol, start: divergence.start, factor: divergence.factor.map { writer.number($0) },
        isAscent: objective.sense == .maximize, hasExamples: walkthrough.examples != nil, why: why(divergence))
      blocks.append(worse.paragraph)
    }
    if let curvature = trace.curvature, let rate = walkthrough.rate {
      blocks.append(
        Wording.curvature(
          objectiveSymbol, writer.number(curvature.largest), bound: writer.number(curvature.largestStableRate),
          rate: writer.number(trace.values[rate]), isStable: isStable(curvature)
        ).paragraph)
    }
    var steps = [Step(id: "training", blocks: blocks, quantities: walkthrough.moved)]
    if let outcome = outcome(of: training) { steps.append(outcome) }
    return steps
  }

  /// Why every update makes it worse. Only a step along the slope itself can be said to leap over a valley.
  private func why(_ divergence: Training.Divergence) -> Sentence {
    let isPlain = walkthrough.updateMethod == .gradient && walkthrough.updatesPerEpoch == 1
    let isExact = walkthrough.derivatives == .rules && walkthrough.carry == nil
    let leaps = trace.curvature.map { !isStable($0) } ?? (isPlain && isExact)
    if leaps {
      return Wording.leaping(
        isAscent: walkthrough.objective?.sense == .maximize, diverges: divergence.isGrowing)
    }
    if trace.curvature == nil, divergence.isGrowing, divergence.isFar { return Wording.farOff }
    if walkthrough.updatesPerEpoch > 1 { return Wording.partsMayMakeItWorse }
    if !isPlain { return Wording.memoryMayMakeItWorse }
    return walkthrough.derivatives == .rules
      ? Wording.roundedSlopesMayMakeItWorse : Wording.measuredSlopesMayMakeItWorse
  }

  private func isStable(_ curvature: Curvature) -> Bool {
    walkthrough.rate.map { trace.values[$0] < curvature.largestStableRate } ?? false
  }

  private func ending(of training: Training) -> Sentence {
    let (first, last) = (training.losses[0], training.losses[training.losses.count - 1])
    let course = Wording.course(
      objectiveSymbol, change(from: first, to: last), from: writer.number(first, training.samples.first?.lossSlot),
      to: writer.number(last, training.samples.last?.lossSlot))
    return course
      + Wording.ending(
        training.ending, epochs: training.epochs, rule: walkthrough.stopRule.map { ruleSentence($0, training) },
        hasExamples: walkthrough.examples != nil, symbol: symbol, number: { writer.number($0) })
  }

  private func ruleSentence(_ rule: StopRule, _ training: Training) -> Sentence {
    func number(_ decimal: Decimal) -> Formula { .number(ShownNumber(decimal)) }
    switch rule {
    case .gain(let least):
      let isReached = if case .rule = training.ending { true } else { false }
      let (before, last) = (training.losses.dropLast().last ?? 0, training.losses.last ?? 0)
      let isLoss = walkthrough.objective?.sense == .maximize ? last < before : last > before
      return Wording.gainRule(
        number(least), isReached: isReached, isLoss: isLoss, hasExamples: walkthrough.examples != nil)
    case .below(let quantity, let bound):
      return Wording.belowRule(asked(quantity), number(bound), inEveryExample: differsAsAsked(quantity))
    case .above(let quantity, let bound):
      return Wording.aboveRule(asked(quantity), number(bound), inEveryExample: differsAsAsked(quantity))
    case .within(let quantity, let distance, let goal):
      return Wording.withinRule(
        asked(quantity), number(distance), of: asked(goal),
        inEveryExample: differsAsAsked(quantity) || differsAsAsked(goal))
    }
  }

  /// What a rule asks about: the objective's own name means all examples together.
  private func asked(_ quantity: Int) -> Formula {
    quantity == walkthrough.objective?.quantity ? objectiveSymbol : symbol(quantity)
  }

  /// Whether it is asked of every example by itself.
  private func differsAsAsked(_ quantity: Int) -> Bool {
    quantity != walkthrough.objective?.quantity
      && trace.depends(on: walkthrough.examples?.quantities ?? [])[quantity]
  }

  /// Epoch, objective, and the moved quantities where they are few numbers.
  private func table(of training: Training) -> Table {
    let moved = walkthrough.moved
    let showsMoved = moved.count <= 6 && moved.allSatisfy { quantities[$0].shape.isScalar }
    var columns = [
      Table.Column((walkthrough.examples == nil ? Wording.updatesColumn : Wording.epochColumn).inlines, .right),
      Table.Column([.formula(objectiveSymbol)], .right),
    ]
    if showsMoved { columns += moved.map { Table.Column([.formula(symbol($0))], .right) } }
    let rows = training.samples.map { sample -> [[Inline]] in
      let row: [[Inline]] = [
        [epoch(of: sample)], [.formula(writer.number(training.losses[sample.epoch], sample.lossSlot))],
      ]
      return row + (showsMoved ? moved.map { [.formula(shownValue($0, in: sample.values))] } : [])
    }
    return Table(columns: columns, rows: rows)
  }

  /// The epochs gone through, in the last row a number that may follow.
  private func epoch(of sample: Training.Sample) -> Inline {
    guard let slot = sample.epochSlot else { return .text(String(sample.epoch)) }
    let number = NumberStyle(.allDigits).shown(Double(sample.epoch))
    return .formula(.number(number.following(trace.recorder?.withAllDigits(slot))))
  }

  /// What the moved quantities are in the end, and what the formulas give with them, example by example.
  private func outcome(of training: Training) -> Step? {
    guard let last = training.samples.last, !training.valuesAtEnd.isEmpty else { return nil }
    let moved = walkthrough.moved.filter { quantities[$0].shape.count <= 64 }
    var blocks: [Block] = [.heading(level: 2, Wording.afterTrainingHeading.inlines)]
    let values = moved.map { "\(writer.statement(symbol($0), last.values.matrix($0)))" as Sentence }
    if !values.isEmpty, values.count <= 12 { blocks.append(Wording.movedAtEnd(Sentence.enumeration(values)).paragraph) }
    let shown = outcomeQuantities
    let hasExamples = walkthrough.examples != nil
    let columns =
      (hasExamples ? [Table.Column(Wording.exampleColumn.inlines, .right)] : [])
      + shown.map { Table.Column([.formula(symbol($0))], .right) }
    let rows = training.valuesAtEnd.prefix(20).enumerated().map { number, values -> [[Inline]] in
      (hasExamples ? [[.text(String(number + 1))]] : []) + shown.map { [.formula(shownValue($0, in: values))] }
    }
    // The objective alone was told with the course of the run.
    if hasExamples || shown.contains(where: { $0 != walkthrough.objective?.quantity }) {
      blocks += [Wording.valuesAtEnd.paragraph, .table(Table(columns: columns, rows: rows))]
    }
    return Step(id: "after-training", blocks: blocks, quantities: shown)
  }

  /// The examples' own givens, what the targets are compared with, and the objective.
  private var outcomeQuantities: [Int] {
    let examples = walkthrough.examples?.quantities ?? []
    let computed = quantities.indices.filter { !quantities[$0].role.isGiven && quantities[$0].shape.count <= 16 }
    let objective = walkthrough.objective?.quantity
    let beforeObjective = computed.filter { quantity in
      trace.edges(outOf: quantity).contains { edge in
        trace.edgesIntoResult[trace.edges[edge].result].contains {
          [.target, .example].contains(quantities[trace.edges[$0].operand].role)
        }
      }
    }
    return examples + beforeObjective.suffix(4) + (objective.map { [$0] } ?? [])
  }
}

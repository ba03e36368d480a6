import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// All updates together: equations where no story told them, else a table of what the stories found.
  mutating func update(_ tell: (Step) -> Void) {
    if walkthrough.isSymbolic { return formulasOfDerivatives().map(tell) ?? () }
    guard !trace.updates.isEmpty else {
      let measurements = measured(trace.asked, besides: trace.asked)
      if !measurements.isEmpty {
        tell(Step(id: "measured", blocks: [.heading(level: 1, Wording.measuredHeading.inlines)]))
      }
      measurements.forEach(tell)
      return tell(gradient())
    }
    tell(Step(id: "update", blocks: [.heading(level: 1, Wording.updateHeading.inlines)]))
    if telling != .weights || !trace.examples.isEmpty {
      for update in trace.updates { tell(updateStep(update, id: "moved-\(name(update.quantity))")) }
      return
    }
    let rows: [[[Inline]]] = trace.updates.map { update in
      [
        [.formula(symbol(update.quantity))], [.formula(writer.formula(update.matrixBefore))],
        [.formula(writer.formula(update.gradient))], [.formula(writer.formula(update.matrixAfter))],
      ]
    }
    let table = Table(
      columns: [
        Table.Column(Wording.quantityColumn.inlines), Table.Column(Wording.beforeColumn.inlines, .right),
        Table.Column(Wording.slopeColumn(updateObjective).inlines, .right),
        Table.Column(Wording.afterColumn.inlines, .right),
      ], rows: rows)
    let roles = trace.updates.map { quantities[$0.quantity].role }
    let moving = trace.updates.count(where: moves)
    let changed = trace.updates.count { $0.matrixAfter.entries != $0.matrixBefore.entries }
    let sentence = Wording.updateTable(
      walkthrough.updateOrder, trace.updates.count, moving: moving, isRounding: changed > moving,
      roles.allSatisfy { $0 == roles[0] } ? roles[0] : nil)
    tell(Step(id: "update-table", blocks: [sentence.paragraph, .table(table)], quantities: walkthrough.moved))
  }

  /// Whether an update leaves a number elsewhere, and not by rounding alone; other rules than the plain one can make a long
  /// step of a slope that is nothing else.
  func moves(_ update: Trace.Update) -> Bool {
    update.matrixAfter.entries != update.matrixBefore.entries
      && !(walkthrough.updateMethod == .gradient && movedByRounding.contains(update.quantity))
  }

  /// The derivatives that were asked for, side by side, where nothing moves.
  private func gradient() -> Step {
    let rows: [[[Inline]]] = trace.asked.enumerated().map { place, quantity in
      let slope =
        trace.examples.isEmpty
        ? trace.backward.map { shownValue(quantity, in: $0.adjoints) } ?? writer.number(0)
        : writer.formula(trace.togetherSlopes[place])
      return [[.formula(symbol(quantity))], [.formula(shownValue(quantity))], [.formula(slope)]]
    }
    let table = Table(
      columns: [
        Table.Column(Wording.quantityColumn.inlines), Table.Column(Wording.valueColumn.inlines, .right),
        Table.Column(Wording.slopeColumn(objectiveSymbol).inlines, .right),
      ], rows: rows)
    return Step(
      id: "gradient",
      blocks: [
        .heading(level: 1, Wording.gradientHeading.inlines), Wording.gradient(objectiveSymbol).paragraph, .table(table),
      ], quantities: trace.asked)
  }

  /// One update: which way, and by how much.
  mutating func updateStep(_ update: Trace.Update, id: String) -> Step {
    guard let rate = walkthrough.rate, let backward = trace.backward else { return Step(id: id, blocks: []) }
    let isAscent = walkthrough.objective?.sense == .maximize
    if let detail = update.detail { return matrixUpdate(update, detail, id: id) }
    let measurement = measurement(of: update.quantity)
    var leaves = Calculation.Leaves()
    let old = leaves.add(symbol(update.quantity), shownValues[update.quantity])
    let move = Expression.product([
      Expression.Factor(leaves.add(symbol(rate), shownValues[rate])),
      Expression.Factor(
        leaves.add(slope(moving: update.quantity), writer.shown(update.adjoint, update.gradient.slots.first))),
    ])
    let sum = Expression.sum([Expression.Term(old), Expression.Term(move, isSubtracted: !isAscent)])
    var updated = symbol(update.quantity)
    if case .symbol(let plain) = updated { updated = .updated(plain) }
    let equation = writer.equation(
      updated, Calculation(sum, leaves), value: writer.shown(update.after, update.matrixAfter.slots.first))
    let isRounding = movedByRounding.contains(update.quantity)
    let isFirst = update.adjoint != 0 && !isRounding && !toldDirections.contains(update.adjoint > 0)
    if isFirst { toldDirections.append(update.adjoint > 0) }
    let sentence = Wording.direction(
      symbol(update.quantity), symbol(backward.seed), slope: update.adjoint, isRounding: isRounding, isAscent: isAscent,
      move: update.after - update.before, isFirst: isFirst)
    return Step(
      id: "\(id)-update", blocks: measurement + [sentence.paragraph, .equation(equation)],
      quantities: [update.quantity], resultBlock: measurement.count + 1)
  }

  /// The same formulas with the new values, and whether it was worth it.
  func secondPass() -> Step? {
    guard let after = trace.valuesAfter, let objective = walkthrough.objective else { return nil }
    let (old, new) = (trace.values[objective.quantity], after[objective.quantity])
    let (oldSlot, newSlot) = (trace.values.slot(objective.quantity), after.slot(objective.quantity))
    let computed = quantities.indices.filter { !quantities[$0].role.isGiven }
    let shown = computed.count <= 60 ? computed : [objective.quantity]
    let rows: [[[Inline]]] = shown.map { quantity in
      [
        [.formula(symbol(quantity))], [.formula(shownValue(quantity))], [.formula(shownValue(quantity, in: after))],
      ]
    }
    let table = Table(
      columns: [
        Table.Column(Wording.quantityColumn.inlines), Table.Column(Wording.beforeColumn.inlines, .right),
        Table.Column(Wording.afterColumn.inlines, .right),
      ], rows: rows)
    let verdict = verdict(
      symbol(objective.quantity), old: (old, oldSlot), new: (new, newSlot), helpedItsPart: false)
    return Step(
      id: "second-pass",
      blocks: [
        .heading(level: 1, Wording.secondPassHeading.inlines), Wording.secondPass.paragraph, .table(table),
        verdict.paragraph,
      ], quantities: computed)
  }

  /// The objective of every example before and after, and of all together.
  func secondPassOfExamples() -> Step? {
    guard let objective = walkthrough.objective, trace.examples.allSatisfy({ $0.valuesAfter != nil }) else {
      return nil
    }
    let quantity = objective.quantity
    let shown = trace.examples.prefix(20)
    let rows = shown.enumerated().map { number, example -> [[Inline]] in
      [
        [.text(String(number + 1))], [.formula(shownValue(quantity, in: example.values))],
        [.formula(example.valuesAfter.map { shownValue(quantity, in: $0) } ?? symbol(quantity))],
      ]
    }
    let table = Table(
      columns: [
        Table.Column(Wording.exampleColumn.inlines, .right), Table.Column(Wording.beforeColumn.inlines, .right),
        Table.Column(Wording.afterColumn.inlines, .right),
      ], rows: rows)
    var blocks: [Block] = [
      .heading(level: 1, Wording.secondPassHeading.inlines),
      Wording.secondPassOfExamples(symbol(quantity), isPart: isPartOfEpoch).paragraph, .table(table),
    ]
    if let (old, new) = trace.objectiveBeforeAndAfter {
      let slots = trace.objectiveSlots
      let whole =
        isPartOfEpoch
        ? Wording.whole(
          objectiveSymbol, symbol(quantity), objective.combination, addition: objective.addition.map(symbol))
        : Sentence()
      blocks.append(
        (whole + additionAfter(objective)
          + verdict(
            objectiveSymbol, old: (old, slots?.before), new: (new, slots?.after),
            helpedItsPart: isPartOfEpoch && isPartImproved(objective)
          )).paragraph)
    }
    return Step(id: "second-pass", blocks: blocks, quantities: [quantity])
  }

  /// What is added once, before and after.
  private func additionAfter(_ objective: Objective) -> Sentence {
    guard let addition = objective.addition, let example = trace.examples.first, let after = example.valuesAfter else {
      return ""
    }
    return Wording.additionAfter(
      symbol(addition), from: shownValue(addition, in: example.values), to: shownValue(addition, in: after))
  }

  /// Whether the objective of what the update saw came out better.
  private func isPartImproved(_ objective: Objective) -> Bool {
    func total(_ values: [Values]) -> Double {
      let sum = values.reduce(0) { $0 + $1.matrix(objective.quantity).entries[0] }
      guard let addition = objective.addition, let first = values.first else { return sum }
      let count = objective.combination == .averaged ? Double(values.count) : 1
      return sum + count * first.matrix(addition).entries[0]
    }
    let (before, after) = (total(trace.examples.map(\.values)), total(trace.examples.compactMap(\.valuesAfter)))
    return objective.sense == .maximize ? after > before : after < before
  }

  /// To how many significant digits two slopes agree, twelve at most.
  private func agreement(_ gradient: Double, _ measured: Double) -> Int {
    var (digits, tolerance) = (0, gradient.magnitude / 2)
    while digits < 12, (gradient - measured).magnitude <= tolerance / 10 {
      digits += 1
      tolerance /= 10
    }
    return gradient == 0 ? 12 : digits
  }

  /// What sets the derivatives that were checked apart from those on the page.
  private var waysOfChecking: [Sentence] {
    var ways: [Sentence] = []
    if walkthrough.derivatives != .rules { ways.append(Wording.byTheRules) }
    if walkthrough.carry != nil { ways.append(Wording.withoutRounding) }
    if walkthrough.floatingPoint == .single { ways.append(Wording.inDoublePrecision) }
    if walkthrough.updateOrder == .reusing, walkthrough.rate != nil { ways.append(Wording.withOldValues) }
    return ways
  }

  /// What was compared before a word was written.
  func checks() -> Step {
    let items = trace.checks.map { check -> [Inline] in
      switch check {
      case .direction(let gradient, let measured):
        Wording.directionCheck(
          symbol(trace.backward?.seed ?? 0), abridged(trace.asked), isOne: trace.asked.count == 1,
          digits: agreement(gradient, measured)
        ).inlines
      case .total(let gradient, let measured):
        Wording.totalCheck(
          objectiveSymbol, isOne: trace.asked.count == 1, isPart: isPartOfEpoch, digits: agreement(gradient, measured)
        ).inlines
      case .totalUnclear: Wording.totalUnclear(objectiveSymbol).inlines
      case .directionUnclear: Wording.directionUnclear.inlines
      case .paths(let count): Wording.pathsCheck(count).inlines
      case .pathsTooMany: Wording.pathsTooMany.inlines
      case .gates(let count): Wording.gatesCheck(count).inlines
      case .entries(let count): Wording.entriesCheck(count).inlines
      case .points(let points, let derivatives, let unclear):
        pointsCheck(points, derivatives, unclear).inlines
      }
    }
    return Step(
      id: "checks",
      blocks: [
        .heading(level: 1, Wording.checksHeading.inlines),
        Wording.checksOpening(hasExamples: !trace.examples.isEmpty, how: waysOfChecking).paragraph, .list(items),
      ])
  }
}

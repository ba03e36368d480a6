import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Each number moved by itself, with the objective worked again, beside what the rules give.
  mutating func nudges(of asked: [Int], _ tell: (Step) -> Void) {
    for quantity in asked { tell(nudge(quantity, level: 2)) }
  }

  /// One number: a quotient worked out, then quotients for smaller and smaller nudges.
  func nudge(_ quantity: Int, level: Int) -> Step {
    var blocks: [Block] = [.heading(level: level, Wording.nudgeHeading(symbol(quantity)).inlines)]
    guard let backward = trace.backward, let file = try? Laboratory(walkthrough) else {
      return Step(id: "nudge-\(name(quantity))", blocks: blocks)
    }
    let laboratory = file.with(givens: trace.values)  // those of the example that is told
    let objective = backward.seed
    let unit = nudgeUnit(quantity)
    if let above = laboratory.value(of: objective, nudging: quantity, by: unit) {
      blocks.append(Wording.nudged(symbol(quantity), by: .number(plain(unit))).paragraph)
      blocks.append(.equation(quotient(quantity, objective, above, unit)))
    }
    let rows = quotients(quantity, objective, unit, laboratory)
    blocks.append(Wording.smallerNudges.paragraph)
    blocks.append(.table(table(of: rows, quantity, objective, unit)))
    blocks.append(ruleBesideColumns(quantity, objective, rows, laboratory).paragraph)
    return Step(id: "nudge-\(name(quantity))", blocks: blocks, quantities: [quantity])
  }

  /// The derivative by the rules, whatever the file's updates use, and whether the columns of quotients lead there.
  private func ruleBesideColumns(
    _ quantity: Int, _ objective: Int, _ rows: [Quotients], _ laboratory: Laboratory
  ) -> Sentence {
    let rule = trace.contributingEdges(of: quantity).reduce(0) { $0 + (trace.backward?.contributions[$1] ?? 0) }
    let shown = writer.statement(derivative(objective, by: quantity), writer.shown(rule, ruleSlot(quantity)))
    guard walkthrough.carry == nil, walkthrough.floatingPoint == .double else {
      return Wording.ruleBesideRounding(shown)
    }
    let measured = laboratory.slope(ofObjective: objective, by: quantity, against: rule)
    if measured.agrees(with: rule) == true {
      let columns = [(Wording.forwardColumn, rows.map(\.forward)), (Wording.centralColumn, rows.map(\.central))]
      let leaving = columns.filter { leaves(rule, $0.1) }.map(\.0)
      return leaving.isEmpty
        ? Wording.ruleBeside(shown) : Wording.ruleBesideLostDigits(shown, symbol(objective), in: leaving)
    }
    return trace.kinks.isEmpty ? Wording.ruleBesideTheUnclear(shown) : Wording.ruleAtAKink(shown)
  }

  /// The file's own step where it measures its slopes; else a hundredth, in the size of the number.
  private func nudgeUnit(_ quantity: Int) -> Double {
    switch walkthrough.derivatives {
    case .forwardDifferences(let h), .centralDifferences(let h): return h.value
    case .rules: break
    }
    var unit = 0.01
    while trace.values[quantity].magnitude >= 1_000 * unit * 100 { unit *= 10 }
    return unit
  }

  /// Nudges are powers of ten, and written with all their digits.
  private func plain(_ number: Double) -> ShownNumber { NumberStyle(.allDigits).shown(number) }

  /// (L(w + Δ) − L(w)) / Δ with numbers.
  private func quotient(_ quantity: Int, _ objective: Int, _ above: Double, _ unit: Double) -> Equation {
    var leaves = Calculation.Leaves()
    let old = trace.values[objective]
    let moved = leaves.add(
      .symbol(symbolWith(objective, Wording.nudgedWord)),
      writer.shown(above, slot(of: objective, nudging: quantity, by: unit)))
    let start = leaves.add(symbol(objective), shownValues[objective])
    let step = leaves.add(.symbol(.nudge), plain(unit))
    let difference = Expression.sum([Expression.Term(moved), Expression.Term(start, isSubtracted: true)])
    let calculation = Calculation(
      .product([Expression.Factor(difference), Expression.Factor(step, isDivisor: true)]), leaves)
    return writer.equation(
      .fraction(symbol(objective).difference, symbol(quantity).difference), calculation,
      value: writer.shown((above - old) / unit, quotientSlot(objective, quantity, from: 0, to: unit, over: unit)))
  }

  private func symbolWith(_ quantity: Int, _ word: String) -> Symbol {
    guard case .symbol(let symbol) = symbols[quantity] else { return .nudge }
    return symbol.drawnTogether(word)
  }

  /// What a nudge of one size makes of the objective.
  private struct Quotients {
    let step: Double
    let above: Double
    let forward: Double
    let central: Double
  }

  private func quotients(_ quantity: Int, _ objective: Int, _ unit: Double, _ laboratory: Laboratory) -> [Quotients] {
    let old = trace.values[objective]
    return [100, 10, 1, 0.1, 0.01].map { unit * $0 }.compactMap { step in
      guard let above = laboratory.value(of: objective, nudging: quantity, by: step),
        let below = laboratory.value(of: objective, nudging: quantity, by: -step)
      else { return nil }
      return Quotients(
        step: step, above: above, forward: (above - old) / step, central: (above - below) / (2 * step))
    }
  }

  /// Whether the smallest nudge of a column, as it is shown, comes less near to what the rules give than ten times or a
  /// hundred times that: only rounding has it so, while far larger ones may come near by accident.
  private func leaves(_ rule: Double, _ column: [Double]) -> Bool {
    let smallest = column.suffix(3)
    guard let last = smallest.last,
      let nearest = smallest.min(by: { ($0 - rule).magnitude < ($1 - rule).magnitude })
    else { return false }
    return writer.style.shown(last).value != writer.style.shown(nearest).value
  }

  private func table(of rows: [Quotients], _ quantity: Int, _ objective: Int, _ unit: Double) -> Table {
    let cells = rows.map { row -> [[Inline]] in
      let step = row.step
      let numbers = [
        writer.number(row.above, slot(of: objective, nudging: quantity, by: step)),
        writer.number(row.forward, quotientSlot(objective, quantity, from: 0, to: step, over: step)),
        writer.number(row.central, quotientSlot(objective, quantity, from: -step, to: step, over: 2 * step)),
      ]
      return [[.formula(.number(plain(Self.clean(step))))]] + numbers.map { [.formula($0)] }
    }
    return Table(
      columns: [
        Table.Column([.formula(.symbol(.nudge))], .right),
        Table.Column([.formula(.symbol(symbolWith(objective, Wording.nudgedWord)))], .right),
        Table.Column(Wording.forwardColumn.inlines, .right), Table.Column(Wording.centralColumn.inlines, .right),
      ], rows: cells)
  }

  /// 0.01 · 0.1 is a thousandth, not its neighbour.
  private static func clean(_ step: Double) -> Double { NumberStyle(.figures(9)).carried(step) }
}

extension Symbol {
  /// A small change.
  static let nudge = Symbol(name: "Δ", base: [UpdateLetters.difference])
}

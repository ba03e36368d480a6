import DocumentModel
import Numerals

/// Works a live calculation as a page does, instruction by instruction.
struct LiveCalculationInterpreter {
  let calculation: LiveCalculation
  private(set) var slots: [Double]
  /// By place among the calculation's inputs as instructions number them.
  var inputs: [Double]
  private(set) var epochs = 0

  init(_ calculation: LiveCalculation) {
    self.calculation = calculation
    slots = [Double](repeating: .nan, count: calculation.instructions.count)
    inputs = [Double](repeating: .nan, count: calculation.inputs.count)
    for input in calculation.inputs { inputs[calculation.instructions[input.slot].first] = input.value }
  }

  mutating func work() {
    let body = calculation.repetition?.instructions ?? 0..<0
    work(slots.indices.prefix(body.isEmpty ? slots.count : body.lowerBound))
    repeatEpochs()
    work(body.upperBound..<slots.count)
  }

  private mutating func work(_ range: Range<Int>) {
    for slot in range {
      let instruction = calculation.instructions[slot]
      if let value = value(instruction) { slots[slot] = value }
    }
  }

  private func value(_ instruction: LiveCalculation.Instruction) -> Double? {
    if instruction.operation == .sample { return nil }
    let (u, v) = (slots[instruction.first], slots[instruction.second])
    switch instruction.operation {
    case .input: return inputs[instruction.first]
    case .constant: return calculation.constants[instruction.first]
    case .state, .sample: return nil
    case .epochs: return Double(epochs)
    case .add: return u + v
    case .subtract: return u - v
    case .multiply: return u * v
    case .divide: return u / v
    case .power: return Elementary.power(u, v)
    case .negate: return -u
    case .exp: return Elementary.exp(u)
    case .ln: return Elementary.ln(u)
    case .sqrt: return u.squareRoot()
    case .abs: return abs(u)
    case .sin: return Elementary.sin(u)
    case .cos: return Elementary.cos(u)
    case .tan: return Elementary.tan(u)
    case .sinh: return Elementary.sinh(u)
    case .cosh: return Elementary.cosh(u)
    case .tanh: return Elementary.tanh(u)
    case .sigmoid: return Elementary.sigmoid(u)
    case .relu: return u > 0 ? u : 0
    case .softplus: return Elementary.softplus(u)
    case .max: return u >= v ? u : v
    case .min: return v >= u ? u : v
    case .greater: return u > v ? 1 : 0
    case .greaterOrEqual: return u >= v ? 1 : 0
    case .single: return Double(Float(u))
    case .carried: return u.isFinite ? (calculation.carry?.carried(u) ?? u) : u
    case .typed: return u.isFinite ? calculation.style.shown(u).value : u
    case .allDigits: return u
    }
  }

  private mutating func repeatEpochs() {
    guard let repetition = calculation.repetition else { return }
    for state in repetition.states { slots[state.slot] = slots[state.start] }
    var losses: [Double] = []
    epochs = 0
    while true {
      work(repetition.instructions.lowerBound..<repetition.head)
      losses.append(slots[repetition.objective])
      sample(epochs)
      if epochs == repetition.most || epochs > 0 && holds(repetition.rule, losses) { break }
      work(repetition.head..<repetition.instructions.upperBound)
      let next = repetition.states.map { slots[$0.next] }
      guard next.allSatisfy(\.isFinite) else { break }
      for (state, value) in zip(repetition.states, next) { slots[state.slot] = value }
      epochs += 1
    }
    sample(-1)
  }

  private mutating func sample(_ epoch: Int) {
    for (slot, instruction) in calculation.instructions.enumerated()
    where instruction.operation == .sample && instruction.second == epoch {
      slots[slot] = slots[instruction.first]
    }
  }

  private func holds(_ rule: LiveCalculation.Rule?, _ losses: [Double]) -> Bool {
    switch rule {
    case nil: return false
    case .gain(let least, let isAscent):
      let change = losses[losses.count - 1] - losses[losses.count - 2]
      return (isAscent ? change : -change) < least
    case .below(let places, let bound): return places.allSatisfy { slots[$0] < bound }
    case .above(let places, let bound): return places.allSatisfy { slots[$0] > bound }
    case .within(let pairs, let distance): return pairs.allSatisfy { abs(slots[$0.0] - slots[$0.1]) <= distance }
    }
  }
}

extension Document {
  /// All numbers on the page, in formulas of blocks, sentences, tables, captions and labels of diagrams.
  var numbers: [ShownNumber] { steps.flatMap(\.blocks).flatMap(\.numbers) }
}

extension Block {
  fileprivate var numbers: [ShownNumber] {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.numbers)
    case .equation(let equation): equation.numbers
    case .table(let table): table.rows.flatMap { $0 }.flatMap { $0 }.flatMap(\.numbers)
    case .list(let items): items.flatMap { $0 }.flatMap(\.numbers)
    case .figure(let figure): figure.caption.flatMap(\.numbers) + figure.labelNumbers
    }
  }
}

extension Figure {
  /// The numbers in the labels of its diagrams.
  var labelNumbers: [ShownNumber] {
    panels.flatMap { panel -> [ShownNumber] in
      guard case .diagram(let diagram) = panel.picture else { return [] }
      return diagram.shapes.flatMap { shape -> [ShownNumber] in
        if case .label(let label) = shape { label.content.flatMap(\.numbers) } else { [] }
      }
    }
  }
}

extension Inline {
  fileprivate var numbers: [ShownNumber] {
    switch self {
    case .text, .code: []
    case .emphasis(let inner), .strong(let inner): inner.flatMap(\.numbers)
    case .formula(let formula): formula.numbers
    case .equation(let equation): equation.numbers
    }
  }
}

extension Equation {
  fileprivate var numbers: [ShownNumber] { left.numbers + links.flatMap { $0.formula.numbers } }
}

extension Formula {
  var numbers: [ShownNumber] {
    switch self {
    case .number(let number): [number]
    case .symbol, .updated, .ellipsis, .derivative: []
    case .sum(let terms): terms.flatMap(\.formula.numbers)
    case .product(let factors, _): factors.flatMap(\.numbers)
    case .function(_, let operands): operands.flatMap(\.numbers)
    case .fraction(let above, let below), .slashed(let above, let below), .power(let above, let below),
      .elementwiseQuotient(let above, let below), .elementwisePower(let above, let below),
      .condition(let above, _, let below):
      above.numbers + below.numbers
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner),
      .transposed(let inner), .selected(let inner, _):
      inner.numbers
    case .matrix(let rows): rows.flatMap { $0 }.flatMap(\.numbers)
    }
  }
}

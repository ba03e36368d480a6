import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The document with what a page needs to work it again: its steps are told once before, so that everything that
  /// they show is in the calculation. Where that is too much for a page, nudges stay as they are printed.
  func live(_ document: Document) -> Document {
    guard let recorder = trace.recorder else { return document }
    let start = recorder.recording.instructions.count
    var steps = document.steps
    if recorder.isTooLong, telling == .nudge {
      recorder.giveUpNudges(goingBackTo: start)
      steps = document.steps
    }
    var live = Document(title: document.title, steps: steps)
    (live.hasDiagrams, live.hasPlots) = (document.hasDiagrams, document.hasPlots)
    if !recorder.isTooLong { live.calculation = calculation(recorder.recording) }
    return live
  }

  private func calculation(_ recording: Recording) -> LiveCalculation {
    var constants: [Double] = []
    let instructions = recording.instructions.map { LiveCalculation.Instruction($0, &constants) }
    return LiveCalculation(
      instructions: instructions, constants: constants, groups: groups(of: recording.inputs),
      spans: recording.spans.map { LiveCalculation.Span(name: name($0.quantity), instructions: $0.instructions) },
      slopes: recording.slopes.map { LiveCalculation.Slope(name: name($0.quantity), slot: Int($0.slot)) },
      repetition: recording.repetition.map(LiveCalculation.Repetition.init), style: walkthrough.style,
      carry: walkthrough.carry, wording: Wording.live)
  }

  /// Givens by role, those of each example apart.
  private func groups(of inputs: [Recording.Input]) -> [LiveCalculation.Group] {
    let shared = Role.allCases.compactMap { role -> LiveCalculation.Group? in
      let members = inputs.filter { $0.example == nil && quantities[$0.quantity].role == role }
      guard !members.isEmpty else { return nil }
      return LiveCalculation.Group(
        heading: Wording.liveHeading(role, isOne: members.count == 1).inlines, inputs: members.map(input))
    }
    let count = walkthrough.examples?.rows.count ?? 0
    return (0..<count).map { number in
      LiveCalculation.Group(
        heading: Wording.exampleHeading(number + 1).inlines,
        inputs: inputs.filter { $0.example == number }.map(input))
    } + shared
  }

  private func input(_ input: Recording.Input) -> LiveCalculation.Input {
    let quantity = quantities[input.quantity]
    let (unit, isPositive) = (LiveScale(input.value), quantity.role == .rate)
    return LiveCalculation.Input(
      slot: Int(input.slot), symbol: symbol(input.quantity, entry: input.entry), name: quantity.entryName(input.entry),
      value: input.value, isPositive: isPositive, range: unit.range(isPositive: isPositive), step: unit.step)
  }
}

/// What a slider for a number goes through: the power of ten above it, to both sides, in four hundred steps.
private struct LiveScale {
  private let magnitude: Int

  init(_ value: Double) { magnitude = value == 0 ? 0 : Decimal.magnitude(of: value) + 1 }

  func range(isPositive: Bool) -> ClosedRange<Double> {
    let end = Decimal(coefficient: 1, places: -magnitude).value
    return (isPositive ? step : -end)...end
  }

  var step: Double { Decimal(coefficient: 5, places: 3 - magnitude).value }
}

extension LiveCalculation.Repetition {
  fileprivate init(_ recorded: Recording.Repetition) {
    self.init(
      instructions: recorded.instructions, head: recorded.head,
      states: recorded.states.map { State(slot: Int($0.slot), start: Int($0.start), next: Int($0.next)) },
      most: recorded.most, objective: Int(recorded.objective), rule: recorded.rule.map(LiveCalculation.Rule.init))
  }
}

extension LiveCalculation.Rule {
  fileprivate init(_ recorded: Recording.Rule) {
    switch recorded {
    case .gain(let least, let isAscent): self = .gain(below: least, isAscent: isAscent)
    case .below(let slots, let bound): self = .below(slots.map(Int.init), bound)
    case .above(let slots, let bound): self = .above(slots.map(Int.init), bound)
    case .within(let pairs, let distance): self = .within(pairs.map { (Int($0), Int($1)) }, distance)
    }
  }
}

extension LiveCalculation.Instruction {
  /// - Parameter constants: gets the number of a constant.
  fileprivate init(_ recorded: Recording.Instruction, _ constants: inout [Double]) {
    func plain(_ operation: LiveCalculation.Operation) -> LiveCalculation.Instruction {
      LiveCalculation.Instruction(operation, Int(recorded.first), Int(recorded.second))
    }
    switch recorded.operation {
    case .input(let number): self.init(.input, number, 0)
    case .constant(let bits):
      constants.append(Double(bitPattern: bits))
      self.init(.constant, constants.count - 1, 0)
    case .state(let number): self.init(.state, number, 0)
    case .primitive(let primitive): self = plain(LiveCalculation.Operation(primitive))
    case .single: self = plain(.single)
    case .carried: self = plain(.carried)
    case .typed: self = plain(.typed)
    case .allDigits: self = plain(.allDigits)
    case .sample(let epoch): self.init(.sample, Int(recorded.first), epoch ?? -1)
    case .epochs: self = plain(.epochs)
    }
  }
}

extension LiveCalculation.Operation {
  fileprivate init(_ primitive: Primitive) {
    switch primitive {
    case .identity: self = .allDigits
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .power: self = .power
    case .negate: self = .negate
    case .exp: self = .exp
    case .ln: self = .ln
    case .sqrt: self = .sqrt
    case .abs: self = .abs
    case .sin: self = .sin
    case .cos: self = .cos
    case .tan: self = .tan
    case .sinh: self = .sinh
    case .cosh: self = .cosh
    case .tanh: self = .tanh
    case .sigmoid: self = .sigmoid
    case .relu: self = .relu
    case .softplus: self = .softplus
    case .max: self = .max
    case .min: self = .min
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    }
  }
}

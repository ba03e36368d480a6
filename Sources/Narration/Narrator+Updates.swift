import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// An update of a matrix, or by a rule with a memory: its states, then where it goes.
  mutating func matrixUpdate(_ update: Trace.Update, _ detail: Trace.Update.Detail, id: String) -> Step {
    guard let rate = walkthrough.rate else { return Step(id: id, blocks: []) }
    let method = walkthrough.updateMethod
    var blocks = measurement(of: update.quantity)
    if isUpdateRuleTold, method != .gradient { blocks.append(Wording.sameUpdate(symbol(update.quantity)).paragraph) }
    var telling = UpdateTelling(self, update.quantity, detail)
    for state in method.states {
      if !isUpdateRuleTold, let sentence = telling.explanation(of: state) { blocks.append(sentence.paragraph) }
      if let equation = telling.equation(for: state, writer) { blocks.append(.equation(equation)) }
    }
    isUpdateRuleTold = isUpdateRuleTold || method != .gradient
    let moves = telling.moves((symbol(rate), trace.values.matrix(rate)), writer)
    blocks += moves.map { .equation($0) }
    return Step(id: "\(id)-update", blocks: blocks, quantities: [update.quantity], resultBlock: blocks.count - 1)
  }
}

/// The update of one quantity as calculations over its old value, its slope, what is kept, and the constants.
private struct UpdateTelling {
  private let detail: Trace.Update.Detail
  private let method: UpdateMethod
  private let isAscent: Bool
  private let shape: Shape
  private let letters: UpdateLetters
  private let name: Symbol
  private let settings: [UpdateSetting]
  private var calculation = MatrixCalculation()
  private let old: Expression
  private let operands: UpdateOperands

  init(_ narrator: Narrator, _ quantity: Int, _ detail: Trace.Update.Detail) {
    let walkthrough = narrator.walkthrough
    self.detail = detail
    (method, settings) = (walkthrough.updateMethod, walkthrough.updateSettings)
    isAscent = walkthrough.objective?.sense == .maximize
    shape = detail.before.shape
    let letters = UpdateLetters(walkthrough)
    let name = narrator.plainSymbol(quantity)
    (self.letters, self.name) = (letters, name)
    var calculation = MatrixCalculation()
    old = calculation.add(.symbol(name), detail.before)
    func state(_ state: UpdateState) -> Symbol { letters.state(state, of: name) }
    let states = detail.states
    operands = UpdateOperands(
      slope: calculation.add(narrator.slope(moving: quantity), detail.gradient),
      keptM: calculation.add(.symbol(state(.m)), detail.keptM),
      keptV: calculation.add(.symbol(state(.v)), detail.keptV),
      m: calculation.add(.updated(state(.m)), states.m), v: calculation.add(.updated(state(.v)), states.v),
      mhat: calculation.add(.symbol(state(.mhat)), states.mhat),
      vhat: calculation.add(.symbol(state(.vhat)), states.vhat),
      constants: UpdateConstants(walkthrough) {
        calculation.add(literal: .symbol(letters.constant($0.constant)), Matrix($0.value.value))
      } count: {
        calculation.add(literal: .symbol(letters.count), Matrix(Double(detail.count)))
      })
    self.calculation = calculation
  }

  /// new m_w = β₁ · m_w + (1 − β₁) · slope = …
  mutating func equation(for state: UpdateState, _ writer: EquationWriter) -> Equation? {
    guard let formula = method.formula(of: state, operands, shape: shape) else { return nil }
    calculation.expression = formula
    let symbol = letters.state(state, of: name)
    switch state {
    case .m: return writer.equation(.updated(symbol), calculation, value: detail.states.m)
    case .v: return writer.equation(.updated(symbol), calculation, value: detail.states.v)
    case .mhat: return writer.equation(.symbol(symbol), calculation, value: detail.states.mhat)
    case .vhat: return writer.equation(.symbol(symbol), calculation, value: detail.states.vhat)
    case .step: return nil
    }
  }

  /// The old value, minus or plus the rate times what the rule says; for matrices that step has a line of its own.
  mutating func moves(_ rate: (symbol: Formula, value: Matrix), _ writer: EquationWriter) -> [Equation] {
    let direction = method.formula(of: .step, operands, shape: shape) ?? operands.slope
    let factor = calculation.add(rate.symbol, rate.value)
    let step = Expression.product([Expression.Factor(factor), Expression.Factor(direction)])
    guard method != .gradient, !shape.isScalar else { return [move(by: step, writer)] }
    calculation.expression = step
    let symbol = Formula.symbol(letters.state(.step, of: name))
    let value = (rate.value * detail.states.direction).following(rate.value, detail.states.direction, writer.recorder)
    let equation = writer.equation(symbol, calculation, value: value)
    return [equation, move(by: calculation.add(symbol, value), writer)]
  }

  private mutating func move(by step: Expression, _ writer: EquationWriter) -> Equation {
    calculation.expression = .sum([Expression.Term(old), Expression.Term(step, isSubtracted: !isAscent)])
    return writer.equation(.updated(name), calculation, value: detail.after)
  }

  /// What a state is there for.
  func explanation(of state: UpdateState) -> Sentence? {
    guard method != .gradient else { return nil }
    let symbols = method.states.map { Formula.symbol(letters.state($0, of: name)) }
    let states = UpdateStateSymbols(
      own: .symbol(letters.state(state, of: name)), size: .symbol(letters.state(.v, of: name)), all: symbols,
      count: .symbol(letters.count), epsilon: epsilon, memory: memory(of: state))
    return Wording.explanation(of: state, method, .symbol(name), states, isMatrix: !shape.isScalar)
  }

  /// By the constant that multiplies what was kept.
  private func memory(of state: UpdateState) -> UpdateStateSymbols.Memory {
    let own: UpdateConstant = state == .m ? .beta1 : .beta2
    let share = settings.first { $0.constant == .beta || $0.constant == own }?.value.value ?? 1
    return share == 0 ? .none : share < 0.75 ? .part : .most
  }

  /// Nothing where it is 0 or not there.
  private var epsilon: Formula? {
    settings.first { $0.constant == .epsilon && !$0.value.isZero }.map { .symbol(letters.constant($0.constant)) }
  }
}

/// What sentences about the states of an update rule speak of.
struct UpdateStateSymbols {
  let own: Formula
  let size: Formula
  let all: [Formula]
  let count: Formula
  let epsilon: Formula?
  let memory: Memory

  /// How much stays of what was kept.
  enum Memory { case none, part, most }
}

extension Narrator {
  /// The symbol of a quantity, as a name on its own.
  func plainSymbol(_ quantity: Int) -> Symbol {
    if case .symbol(let symbol) = symbols[quantity] { return symbol }
    return Symbol(name: name(quantity), base: [.word(name(quantity))])
  }

  /// The symbol of an entry, by its place row by row: with one index in a vector and two in a matrix; a number keeps its own.
  func plainSymbol(_ quantity: Int, entry: Int) -> Symbol {
    let shape = quantities[quantity].shape
    if shape.isScalar { return plainSymbol(quantity) }
    let selection: Selection =
      shape.rows == 1 || shape.columns == 1
      ? .ofVector(.place(entry + 1))
      : .entries(rows: .place(entry / shape.columns + 1), columns: .place(entry % shape.columns + 1))
    return plainSymbol(quantity).selecting(selection)
  }

  func symbol(_ quantity: Int, entry: Int) -> Formula {
    quantities[quantity].shape.isScalar ? symbol(quantity) : .symbol(plainSymbol(quantity, entry: entry))
  }
}

extension Selection.Span {
  fileprivate static func place(_ number: Int) -> Selection.Span { .range(number, number) }
}

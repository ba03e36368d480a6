import DocumentModel
import Longhand
import Numerals
import WalkthroughLanguage

extension Judge {
  /// Something that went wrong while the number was worked out.
  var misstep: Judgement? {
    let found = found(among: missteps + halves)
    // What gives the very digits goes before what is near; near are too many numbers of three digits.
    let best = found.first { isExactly($0.value) } ?? (isTelling ? found.first : nil)
    return best.map { describe($0.misstep) }
  }

  /// A step that is not multiplied by the rate: of a rate such as 0.1 or 0.5 it has the digits of another mistake, too.
  var forgottenRate: Judgement? {
    guard question.asked == .update else { return nil }
    let candidates = missteps.filter { candidate in
      guard candidate.misstep.kind == .withoutFactor, case .symbol(let symbol) = candidate.misstep.part else {
        return false
      }
      return quantity(symbol)?.role == .rate
    }
    return found(among: candidates).first { isExactly($0.value) }.map { describe($0.misstep) }
  }

  /// What comes to the answer, or to a neighbour of it.
  private func found(among candidates: [Candidate]) -> [(misstep: Misstep, value: Double)] {
    guard hasEnoughDigits else { return [] }
    let readable = candidates.compactMap { candidate in candidate.expression.map { (candidate.misstep, $0) } }
    let values = workbook.values(of: readable.map(\.1), example: question.example)
    return zip(readable, values).compactMap { candidate, value in
      value.flatMap { isAnswer($0) ? (candidate.0, $0) : nil }
    }
  }

  var hasEnoughDigits: Bool {
    attempt.isExpression || attempt.decimal.significantDigits >= Self.enoughDigits
  }

  /// Whether it has so many digits that hardly anything else comes to them.
  private var isTelling: Bool { attempt.isExpression || attempt.decimal.significantDigits > Self.enoughDigits }

  /// A misstep with the expression that it comes to.
  private struct Candidate {
    let misstep: Misstep
    let expression: String?
  }

  /// In symbols, worked without dropping digits, and with the numbers of the page.
  private var missteps: [Candidate] {
    let symbols = question.symbols?.missteps ?? []
    var numbers = question.numbers?.missteps ?? []
    if symbols.map(\.kind) == numbers.map(\.kind) {
      // What went wrong is called by its name.
      numbers = zip(symbols, numbers).map { Misstep(kind: $0.kind, part: $0.part, formula: $1.formula) }
    }
    return (symbols + numbers + exchanges).map { Candidate(misstep: $0, expression: question.typed($0.formula)) }
  }

  /// Half or twice the number, whether or not a factor of that size stands in the formula.
  private var halves: [Candidate] {
    guard question.asked != .value, question.asked != .update else { return [] }
    let whole = Formula.symbol(Symbol(name: question.name, base: []))
    return [
      Candidate(misstep: Misstep(kind: .doubled, part: whole, formula: whole), expression: "2*(\(question.name))"),
      Candidate(misstep: Misstep(kind: .halved, part: whole, formula: whole), expression: "(\(question.name))/2"),
    ]
  }

  /// Other values put in: weights after their update, and what goes into a function for what comes out of it.
  private var exchanges: [Misstep] {
    guard let symbols = question.symbols else { return [] }
    let own = symbols.names.map { Question.Weight(factor: .symbol($0), symbol: $0) }
    let moved = (own + question.weights).filter { quantity($0.symbol).map { $0.role.isMoved } ?? false }
    let each = question.asked == .update ? [] : moved.map { [$0] } + (moved.count > 1 ? [moved] : [])
    let updated = each.map { weights in
      Misstep(
        kind: .updatedWeight, part: .symbol(weights[0].symbol),
        formula: symbols.replacing { part in weights.first { $0.factor == part }.map { .updated($0.symbol) } })
    }
    let operands = symbols.names.compactMap { name -> Misstep? in
      guard let operand = operand(of: name) else { return nil }
      return Misstep(
        kind: .operandForResult, part: .symbol(name), formula: symbols.replacing { $0 == .symbol(name) ? operand : nil }
      )
    }
    return updated + operands
  }

  private func quantity(_ symbol: Symbol) -> Quantity? { index(of: symbol).map { workbook.walkthrough.quantities[$0] } }

  /// What goes into the function that a quantity is the value of: `sum_o1` for `output_o1 = sigmoid(sum_o1)`.
  private func operand(of symbol: Symbol) -> Formula? {
    call(symbol).map { .symbol(Symbol(name: workbook.walkthrough.quantities[$0.operand].name, base: [])) }
  }

  /// The function that a quantity is the value of, and the quantity that goes into it.
  private func call(_ symbol: Symbol) -> (function: Primitive, operand: Int)? {
    let walkthrough = workbook.walkthrough
    guard let quantity = quantity(symbol), quantity.role == .computed else { return nil }
    let nodes = walkthrough.nodes[quantity.formula].map(\.kind)
    guard nodes.count == 2, case .quantity(let operand) = nodes[0], case .operation(let primitive) = nodes[1],
      case .function = primitive.form
    else { return nil }
    return (primitive, Int(operand))
  }

  /// Whether a value is what was answered, but for its last digit.
  private func isAnswer(_ value: Double) -> Bool {
    let unit = attempt.isExpression ? truth.unit.value : Decimal(coefficient: 1, places: attempt.decimal.places).value
    return value.magnitude >= 90 * unit && (attempt.value - value).magnitude <= unit * (1 + 1e-9)
  }

  private func isExactly(_ value: Double) -> Bool {
    attempt.isExpression
      ? (attempt.value - value).magnitude <= 1e-9 * value.magnitude
      : Reduction.allCases.contains { attempt.printed.holds(for: value, $0) }
  }

  private func describe(_ misstep: Misstep) -> Judgement {
    let part = misstep.part.spoken
    switch misstep.kind {
    case .withoutFactor:
      let function = functionWithSlope(misstep.part)
      return .nearly(StepperWords.without(factor: part, slopeOf: function), .forgottenFactor)
    case .halved: return .nearly(StepperWords.halved, .forgottenFactor)
    case .doubled: return .nearly(StepperWords.doubled, .forgottenFactor)
    case .onlyFactor: return .nearly(StepperWords.only(part), .forgottenFactor)
    case .withoutTerm: return .nearly(StepperWords.without(term: part), .forgottenTerm)
    case .onlyTerm: return .nearly(StepperWords.only(part), .forgottenTerm)
    case .termTwice: return .nearly(StepperWords.twice(part), .forgottenTerm)
    case .signOfTerm: return .nearly(StepperWords.signOf(part), .sign)
    case .withoutExponent: return .nearly(StepperWords.withoutExponent(part), .other)
    case .withoutFunction: return .nearly(StepperWords.withoutFunction(part), .other)
    case .withoutDivisor: return .nearly(StepperWords.withoutDivisor(part), .forgottenFactor)
    case .updatedWeight: return .nearly(StepperWords.updated(part), .updatedWeight)
    case .operandForResult: return .nearly(StepperWords.operandForResult(part), .otherQuantity)
    }
  }

  /// The function whose slope it is: how its value changes with what goes into it.
  private func functionWithSlope(_ factor: Formula) -> Primitive? {
    guard case .derivative(.symbol(let result), .symbol(let operand)) = factor, let call = call(result),
      call.operand == index(of: operand)
    else { return nil }
    return call.function
  }

  /// What proofreading says of a printed number that does not hold.
  var origin: Judgement? {
    guard hasEnoughDigits else { return nil }
    let number = attempt.isExpression ? truth.style.shown(attempt.value).plainText : attempt.printed.text
    guard let origin = workbook.origin(of: number, for: question.name, example: question.example), !origin.text.isEmpty
    else { return nil }
    let message = StepperWords.origin(origin.text, isCertain: origin.isCertain && isTelling)
    switch origin.kind {
    case .updatedWeight: return .nearly(message, .updatedWeight)
    case .otherQuantity: return Judgement(verdict: .wrong, message: message, mistake: .otherQuantity)
    case .otherWay: return .nearly(message, .other)
    case .digits: return .nearly(message, .digits)
    // Some value of some given leads to nearly every number.
    case .given: return origin.isCertain ? .nearly(message, .other) : nil
    }
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The slope that an update goes by: the derivative, or what was measured in its place.
  func slope(moving quantity: Int) -> Formula { slope(of: updateObjective, moving: quantity) }

  /// The same for the objective of one example.
  func slope(of objective: Formula, moving quantity: Int) -> Formula {
    guard walkthrough.derivatives.reach != nil, case .symbol(let objective) = objective else {
      return .derivative(of: objective, by: symbol(quantity))
    }
    return .fraction(.symbol(objective.difference), .symbol(plainSymbol(quantity).difference))
  }

  /// The difference quotient of a quantity with numbers; nothing where slopes follow from rules.
  mutating func measurement(of quantity: Int) -> [Block] {
    guard let reach = walkthrough.derivatives.reach,
      let measured = measurements.first(where: { $0.quantity == quantity })
    else { return [] }
    let isMatrix = !measured.slope.shape.isScalar
    if !isMatrix, isMeasuredInFull { return [] }
    let entry = isMatrix ? Formula.symbol(plainSymbol(quantity).selecting(.firstEntry)) : symbol(quantity)
    let opening =
      isMeasuringTold && !isMatrix
      ? Wording.measuredAlike
      : Wording.measured(objectiveOfOne, symbol(quantity), entry: isMatrix ? entry : nil)
    isMeasuringTold = true
    let equation = quotient(measured, by: entry, reach: reach.value, isMatrix: isMatrix)
    var blocks: [Block] = [opening.paragraph, .equation(equation)]
    if isMatrix, trace.examples.isEmpty {
      blocks.append(Wording.entriesTogether.paragraph)
      blocks.append(.equation(writer.statement(slope(of: objectiveOfOne, moving: quantity), measured.slope)))
    }
    return blocks
  }

  /// Whether the backward pass told this measurement, and with all digits.
  private var isMeasuredInFull: Bool {
    isMeasuredByNudges && trace.examples.isEmpty && walkthrough.style.precision == .allDigits
  }

  /// Whether a nudge is the step that slopes are measured with.
  var isMeasuredByNudges: Bool {
    telling == .nudge && !walkthrough.derivatives.isCentralDifference && walkthrough.carry == nil
      && walkthrough.floatingPoint == .double
  }

  /// With examples, those of the first one.
  private var measurements: [DifferenceQuotient] {
    (trace.examples.first ?? trace).backward?.measurements ?? []
  }

  /// What is measured: the objective, that of the first example, or what is added.
  var objectiveOfOne: Formula {
    guard let objective = trace.backward?.seed else { return objectiveSymbol }
    return trace.examples.isEmpty ? symbol(objective) : .symbol(plainSymbol(objective).ofExample(1))
  }

  /// Δf/Δx = (f(x + h) − f(x)) / h, its first entry for a matrix.
  private func quotient(_ measured: DifferenceQuotient, by entry: Formula, reach: Double, isMatrix: Bool) -> Equation {
    let isCentral = walkthrough.derivatives.isCentralDifference
    let step = Formula.symbol(UpdateLetters(walkthrough).reach)
    func value(at argument: Formula) -> Formula { .product([objectiveOfOne, .parenthesized(argument)], .juxtaposed) }
    let moved = Formula.sum([Formula.Term(entry), Formula.Term(step)])
    let back = Formula.sum([Formula.Term(entry), Formula.Term(step, isSubtracted: true)])
    var calculation = MatrixCalculation()
    let ahead = calculation.add(literal: value(at: moved), measured.ahead.firstEntry)
    let behind = calculation.add(
      literal: value(at: isCentral ? back : entry), measured.behind.firstEntry)
    let width = calculation.add(literal: step, Matrix(reach))
    let whole: Expression =
      isCentral
      ? .product([Expression.Factor(.integer(2)), Expression.Factor(width, isJuxtaposed: true)]) : width
    calculation.expression = .product([
      Expression.Factor(.sum([Expression.Term(ahead), Expression.Term(behind, isSubtracted: true)])),
      Expression.Factor(whole, isDivisor: true),
    ])
    var left = Formula.fraction(objectiveOfOne.difference, entry.difference)
    if trace.examples.isEmpty, !isMatrix { left = slope(of: objectiveOfOne, moving: measured.quantity) }
    return writer.equation(left, calculation, value: measured.slope.firstEntry)
  }
}

extension Formula {
  /// The change of a quantity: Δ before its name.
  var difference: Formula {
    if case .symbol(let symbol) = self { return .symbol(symbol.difference) }
    return self
  }
}

extension Symbol {
  /// The change of a quantity: Δ before its name.
  var difference: Symbol {
    Symbol(
      name: "Δ\(name)", base: [UpdateLetters.difference] + base, subscripts: subscripts, superscripts: superscripts,
      indices: indices, hasHat: hasHat)
  }
}

extension Selection {
  fileprivate static let firstEntry = Selection.entries(rows: .range(1, 1), columns: .range(1, 1))
}

import Differentiation
import DocumentModel
import WalkthroughLanguage

/// What is told otherwise where there are no numbers: functions without formulas, and the names that their calls get.
extension Narrator {
  func isUnnamed(_ quantity: Int) -> Bool { quantities[quantity].isUnnamed }

  private var functionSymbols: [Symbol] {
    walkthrough.functions.map { Symbol(NameParts(name: $0.name), name: $0.name) }
  }

  /// Lets formulas speak of functions without formulas, and of their slopes.
  func addFunctions(to leaves: inout Calculation.Leaves) {
    guard !walkthrough.functions.isEmpty else { return }
    leaves.functions = functionSymbols
    // Not all of the narrator, whose notes would be copied with every leaf that is kept.
    leaves.slope = { [trace, symbols] result, operand in
      guard let edge = trace.edge(from: operand, to: result), trace.hasDetour(around: edge),
        case .symbol(let whole) = symbols[result]
      else {
        return .derivative(of: symbols[result], by: symbols[operand])
      }
      return .derivative(of: .symbol(whole.direct), by: symbols[operand])
    }
  }

  /// `A(u) and B(u, v)`, where the file has functions without formulas.
  func givenFunctions() -> Sentence? {
    guard !walkthrough.functions.isEmpty else { return nil }
    let calls = zip(walkthrough.functions, functionSymbols).map { function, symbol -> Sentence in
      let operands = function.parameters.map { Formula.symbol(Symbol(NameParts(name: $0), name: $0)) }
      return "\(Formula.function(.named(symbol), operands))"
    }
    return Wording.functions(Sentence.enumeration(calls), isOne: calls.count == 1)
  }

  /// The formula as the file writes it, before the first of the names that calls in it get.
  func opening(ofUnnamed quantity: Int) -> [Block] {
    guard quantity == 0 || !isUnnamed(quantity - 1) else { return [] }
    guard walkthrough.isSymbolic else {
      let run = quantities.indices[quantity...].prefix(while: isUnnamed)
      let known = quantities[..<quantity].filter(\.isUnnamed)
      return softmaxInputs(run.filter { number in !known.contains { $0.hasName(like: quantities[number]) } })
    }
    let statement = quantities[quantity...].firstIndex { !$0.isUnnamed } ?? quantity
    let written = Calculation(walkthrough.writtenExpression(of: statement), leaves).inSymbols
    let calls = expressions[quantity..<statement].count {
      if case .declared = $0 { true } else { false }
    }
    let sentence = Wording.takenApart(calls: calls, operands: statement - quantity - calls)
    return [.equation(writer.equation(symbol(statement), written)), sentence.paragraph]
  }

  /// Whether the factor is the slope of a function without a formula, which nothing more can be said of.
  mutating func isOpaque(_ factor: Factor) -> Bool {
    if case .slope = derivation(of: factor.edge).simplified { true } else { false }
  }

  /// What a function without a formula leaves to be said.
  mutating func anyFunction(_ factor: Factor) -> Sentence {
    let result = trace.edges[factor.edge].result
    let operands = trace.edgesIntoResult[result].map { symbol(trace.edges[$0].operand) }
    defer { isAnyFunctionExplained = true }
    return Wording.anyFunction(
      symbol(result), of: operands, slope: symbol(factor), isFirst: !isAnyFunctionExplained)
  }

  /// The formulas on the way from a quantity to the objective, for a page that tells its story alone.
  func formulasUsed(for quantity: Int) -> Step {
    let used = ancestors(of: [quantity]).reversed()
    let formulas = used.map { quantity -> Sentence in
      let formula = Calculation(walkthrough.writtenExpression(of: quantity), leaves).inSymbols
      return "\(writer.equation(symbol(quantity), formula))"
    }
    return Step(
      id: "formulas-used",
      blocks: [
        .heading(level: 1, Wording.numbersUsedHeading.inlines),
        Wording.formulasUsed(Sentence.enumeration(formulas)).paragraph,
      ], quantities: Array(used))
  }

  /// What was compared at points where numbers are put in.
  func pointsCheck(_ points: Int, _ derivatives: Int, _ unclear: Int) -> Sentence {
    guard points > 0 else { return Wording.noPoint(Laboratory.measuredPoints) }
    let givens = quantities.indices.filter { quantities[$0].role.isGiven }
    return Wording.pointsCheck(
      points, derivatives, unclear, givens: abridged(givens), functions: functionSymbols.prefix(12).map(Formula.symbol))
  }
}

extension Block {
  var isEquation: Bool {
    switch self {
    case .equation: true
    case .heading, .paragraph, .table, .list, .figure: false
    }
  }
}

import Differentiation
import DocumentModel
import Longhand

extension Question {
  /// Which factor of a chain, or which adjoint, comes after the one that was worked out last; nothing where that is not
  /// the only thing that can.
  static func next(at place: Int, in steps: [Lesson.Step], _ workbook: Workbook) -> Question? {
    let step = steps[place]
    guard step.phase == .backward, let equation = step.result?.equation,
      let before = steps[..<place].last(where: { $0.result != nil }), before.phase == .backward,
      let last = before.result?.equation.left,
      case .derivative(let lastResult, let lastOperand) = last,
      case .derivative(let result, let operand) = equation.left, last != equation.left
    else { return nil }
    let isFactor = result == lastOperand && follows(equation.left, last, before: place, in: steps)
    let isAdjoint = result == lastResult && isOnlyWay(from: before, to: step, workbook)
    guard isFactor || isAdjoint, let name = equation.left.typed, let after = last.typed, let below = operand.typed
    else { return nil }
    // Whether the factor or the whole derivative is named, both say where the chain goes.
    let factor = Formula.derivative(of: lastOperand, by: operand).typed
    let others = [below, factor].compactMap(\.self).filter { $0 != name }
    var question = Question(
      name: after, asked: .next, equation: equation, expected: .name(name, others: others))
    question.symbols = last
    return question
  }

  /// Whether a factor stands behind the other one wherever that is in the chain of its story.
  private static func follows(
    _ factor: Formula, _ other: Formula, before place: Int, in steps: [Lesson.Step]
  ) -> Bool {
    let story = steps[..<place].last { $0.story(of: "chain") != nil }
    guard let story, let name = story.story(of: "chain"), steps[place].id.hasPrefix(name + "-"),
      let chain = story.equations.last?.form(.symbols)
    else { return false }
    let products = chain.terms.map(\.factors).filter { $0.contains(other) }
    return !products.isEmpty
      && products.allSatisfy { $0.firstIndex(of: other).map { $0 + 1 } == $0.firstIndex(of: factor) }
  }

  /// Whether nothing else that matters goes into what the step before was about.
  private static func isOnlyWay(from last: Lesson.Step, to step: Lesson.Step, _ workbook: Workbook) -> Bool {
    guard last.quantities.count == 1, step.quantities.count == 1 else { return false }
    let trace = workbook.trace
    let matters = trace.depends(on: trace.asked)
    let ways = trace.edges.filter { $0.result == last.quantities[0] && matters[$0.operand] }
    return ways.map(\.operand) == step.quantities
  }
}

extension Formula {
  /// Its terms without their signs; itself where it is no sum.
  fileprivate var terms: [Formula] {
    if case .sum(let terms) = self { terms.map(\.formula) } else { [self] }
  }

  /// Its factors; itself where it is no product.
  fileprivate var factors: [Formula] {
    if case .product(let factors, _) = self { factors } else { [self] }
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// An update of a matrix, or by a rule with a memory: its states, then where it goes.
  func matrixUpdate(_ update: Trace.Update, _ detail: Trace.Update.Detail, id: String) -> Step {
    guard let rate = walkthrough.rate else { return Step(id: id, blocks: []) }
    var blocks: [Block] = []
    var calculation = MatrixCalculation()
    let old = calculation.add(symbol(update.quantity), detail.before)
    let factor = calculation.add(symbol(rate), trace.values.matrix(rate))
    let direction = calculation.add(slope(by: update.quantity), detail.states.direction)
    let move = Expression.product([Expression.Factor(factor), Expression.Factor(direction)])
    let isAscent = walkthrough.objective?.sense == .maximize
    calculation.expression = .sum([Expression.Term(old), Expression.Term(move, isSubtracted: !isAscent)])
    var updated = symbol(update.quantity)
    if case .symbol(let plain) = updated { updated = .updated(plain) }
    blocks.append(.equation(writer.equation(updated, calculation, value: detail.after)))
    return Step(id: "\(id)-update", blocks: blocks, quantities: [update.quantity], resultBlock: blocks.count - 1)
  }
}

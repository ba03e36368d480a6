import Differentiation
import Numerals
import WalkthroughLanguage

extension Investigation {
  /// Quantities of a kind that are tried, next to the one that a line is about.
  private static let mostSiblings = 64

  /// Something of the same kind whose value is printed: w2's number under w3.
  mutating func neighbour(at place: PrintedPlace) -> Cause? {
    let verdict = verdicts[place.claim]
    guard let own = verdict.values else { return nil }
    let claim = verdict.claim
    for entry in own.indices
    where entry != place.entry && verdict.holds(entry: place.entry, own[entry], verdict.reduction) {
      return .neighbour(claim.name(ofEntry: entry))
    }
    let nodes = walkthrough.nodes[claim.formula]
    guard let named = nodes.first, nodes.count == 1, claim.printed.shape.isScalar else { return nil }
    for kind in siblings(of: named.kind) {
      let other = FormulaNode(kind: kind, place: named.place)
      guard let value = proofreader.value(of: [other], claim.context)?.entries, value.count == 1, value[0] != own[0],
        verdict.holds(entry: 0, value[0], verdict.reduction)
      else { continue }
      return .neighbour(walkthrough.text(of: kind))
    }
    return nil
  }

  /// The same with another quantity in the place of one that it speaks of.
  private func siblings(of kind: FormulaNode.Kind) -> [FormulaNode.Kind] {
    switch kind {
    case .quantity(let quantity): siblings(of: quantity).map { .quantity($0) }
    case .updated(let quantity): siblings(of: quantity).map { .updated($0) }
    case .state(let state, let quantity): siblings(of: quantity).map { .state(state, $0) }
    case .derivative(let result, let operand, let middle):
      siblings(of: operand).map { .derivative(of: result, by: $0, through: middle) }
        + siblings(of: result).map { .derivative(of: $0, by: operand, through: middle) }
    case .localDerivative(let result, let operand):
      siblings(of: operand).map { .localDerivative(of: result, by: $0) }
        + siblings(of: result).map { .localDerivative(of: $0, by: operand) }
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      []
    }
  }

  /// Quantities of the same role and shape, the nearest in the file first.
  private func siblings(of number: Int32) -> [Int32] {
    let quantity = walkthrough.quantities[Int(number)]
    let alike = walkthrough.quantities.indices.filter { other in
      let sibling = walkthrough.quantities[other]
      return other != number && sibling.role == quantity.role && sibling.shape == quantity.shape && !sibling.isUnnamed
    }
    let nearest = alike.sorted { (abs($0 - Int(number)), $0) < (abs($1 - Int(number)), $1) }
    return nearest.prefix(Self.mostSiblings).map(Int32.init)
  }
}

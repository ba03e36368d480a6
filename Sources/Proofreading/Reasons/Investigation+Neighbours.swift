import Differentiation
import Numerals
import WalkthroughLanguage

extension Investigation {
  /// Quantities that are tried, next to the one that a line is about, and numbers in all.
  private static let (mostSiblings, mostNumbers) = (64, 400)

  /// Something of the same kind whose value is printed: w2's number under w3.
  mutating func neighbour(at place: PrintedPlace) -> Cause? {
    let verdict = verdicts[place.claim]
    let claim = verdict.claim
    guard let subject = subject(of: claim), let own = verdict.values?[place.entry] else { return nil }
    var tried = 0
    for kind in [subject] + siblings(of: subject) where tried < Self.mostNumbers {
      let node = FormulaNode(kind: kind, place: 0)
      guard let value = proofreader.value(of: [node], claim.context) else { continue }
      for (entry, number) in value.entries.enumerated() where number != own {
        tried += 1
        guard verdict.holds(entry: place.entry, number, verdict.reduction) else { continue }
        return .neighbour(walkthrough.text(of: kind) + value.shape.index(ofEntry: entry))
      }
    }
    return nil
  }

  /// What a line is about: one name, derivative or new value, or an entry of it.
  private func subject(of claim: Claim) -> FormulaNode.Kind? {
    let nodes = walkthrough.nodes[claim.formula]
    guard let first = nodes.first, let last = nodes.last else { return nil }
    let isEntry = if case .selection = last.kind { true } else { false }
    return nodes.count == (isEntry ? 2 : 1) ? first.kind : nil
  }

  /// The same with another quantity in the place of one that it speaks of.
  private func siblings(of kind: FormulaNode.Kind) -> [FormulaNode.Kind] {
    switch kind {
    case .quantity(let quantity): siblings(of: quantity).map { .quantity($0) }
    case .updated(let quantity): [.quantity(quantity)] + siblings(of: quantity).map { .updated($0) }
    case .state(let state, let quantity): siblings(of: quantity).map { .state(state, $0) }
    case .derivative(let result, let operand, let middle):
      siblings(of: operand).filter { $0 != result }.map { .derivative(of: result, by: $0, through: middle) }
        + siblings(of: result).filter { $0 != operand }.map { .derivative(of: $0, by: operand, through: middle) }
    case .localDerivative(let result, let operand):
      siblings(of: operand).filter { $0 != result }.map { .localDerivative(of: result, by: $0) }
        + siblings(of: result).filter { $0 != operand }.map { .localDerivative(of: $0, by: operand) }
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      []
    }
  }

  /// Quantities that are there for the same, the nearest in the file first.
  private func siblings(of number: Int32) -> [Int32] {
    let role = walkthrough.quantities[Int(number)].role
    let alike = walkthrough.quantities.indices.filter { other in
      let sibling = walkthrough.quantities[other]
      return other != number && !sibling.isUnnamed && (sibling.role == role || sibling.role.isMoved && role.isMoved)
    }
    let nearest = alike.sorted { (abs($0 - Int(number)), $0) < (abs($1 - Int(number)), $1) }
    return nearest.prefix(Self.mostSiblings).map(Int32.init)
  }
}

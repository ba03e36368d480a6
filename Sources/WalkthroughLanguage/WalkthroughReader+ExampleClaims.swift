extension WalkthroughReader {
  /// Without `example k` a published line speaks of all examples together: of the objective and its derivatives, and
  /// of what is the same in every example.
  mutating func checkExample(of claim: Claim) throws(Diagnostic) {
    guard walkthrough.examples != nil, claim.context.example == nil, claim.symbolic == nil else { return }
    if examplesDependents.isEmpty { examplesDependents = dependsOnExamples() }
    for node in walkthrough.nodes[claim.formula] {
      guard let quantity = quantityOfOneExample(node.kind) else { continue }
      let place = claim.place.lowerBound..<claim.place.lowerBound + claim.expression.utf8.count
      throw .differsByExample(place, walkthrough.quantities[Int(quantity)].name)
    }
  }

  /// The quantity that has a value only in one example.
  private func quantityOfOneExample(_ kind: FormulaNode.Kind) -> Int32? {
    switch kind {
    case .quantity(let quantity): isOfAll(quantity) ? nil : quantity
    case .derivative(let result, let operand, let middle):
      isOfAll(result) ? [operand, middle ?? -1].first { depends($0) } : result
    case .localDerivative(let result, _): depends(result) ? result : nil
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared, .updated, .state:
      nil
    }
  }

  private func depends(_ quantity: Int32) -> Bool { quantity >= 0 && examplesDependents[Int(quantity)] }

  private func isOfAll(_ quantity: Int32) -> Bool {
    !depends(quantity) || walkthrough.objective?.quantity == Int(quantity)
  }
}

extension Diagnostic {
  fileprivate static func differsByExample(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` differs from example to example",
      remedy: "name the example in the heading, such as `published example 1:`")
  }
}

extension Walkthrough {
  /// The same with another value for a given.
  ///
  /// - Parameter entries: row by row, as many as the given has.
  public func giving(_ quantity: Int, _ entries: [Double]) -> Walkthrough {
    var result = self
    result.otherGivens =
      otherGivens.filter { $0.quantity != quantity } + [OtherGiven(quantity: quantity, entries: entries)]
    let start = nodes.count
    let place = Int32(quantities[quantity].place.lowerBound)
    func append(_ kind: FormulaNode.Kind) { result.nodes.append(FormulaNode(kind: kind, place: place)) }

    let shape = quantities[quantity].shape
    for (number, entry) in entries.enumerated() {
      result.nodes += EntryExpansion.literal(entry, at: place)
      if !shape.isScalar, number % shape.columns == shape.columns - 1 {
        append(.stack(.sideBySide, count: Int32(shape.columns)))
      }
    }
    if shape.rows > 1 { append(.stack(.below, count: Int32(shape.rows))) }
    result.quantities[quantity] = quantities[quantity].with(formula: start..<result.nodes.count)
    return result
  }
}

/// A given that has another value than the file states.
public struct OtherGiven: Sendable {
  public let quantity: Int
  /// Row by row.
  public let entries: [Double]
}

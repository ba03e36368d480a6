extension EntryExpansion {
  /// Every entry of every quantity, in the order of the file.
  mutating func expandAll() -> Walkthrough? {
    for (index, quantity) in source.quantities.enumerated() {
      starts.append(result.quantities.count)
      let layout = FormulaLayout(source, quantity.formula)
      for place in 0..<quantity.shape.count {
        add(index, place, as: quantity.role, formula(of: index, place, layout))
      }
      guard work < Limits.entryWork else { return nil }
    }
    carryPassages()
    carryObjective()
    carryStarts()
    carryExamples()
    carryStopRule()
    return work < Limits.entryWork ? result : nil
  }

  /// The formula of an entry as the author wrote it; for a given that a rule makes, the number that comes out.
  mutating func formula(of quantity: Int, _ place: Int, _ layout: FormulaLayout) -> [FormulaNode] {
    guard source.quantities[quantity].role.isGiven, layout.holdsGenerated else {
      return written(layout, place, of: quantity)
    }
    return Self.literal(numbers.values[0](quantity)[place], at: layout.place(0))
  }

  private mutating func carryExamples() {
    guard let table = source.examples else { return }
    let rows = table.rows.map { row in
      zip(table.quantities, row).flatMap { quantity, cell -> [Range<Int>] in
        let layout = FormulaLayout(source, cell)
        return (0..<source.quantities[quantity].shape.count).map { append(written(layout, $0)) }
      }
    }
    result.examples = ExampleTable(quantities: table.quantities.flatMap { known[$0].map(Int.init) }, rows: rows)
  }

  /// A rule that speaks of all entries of a matrix cannot be said of numbers, and is left out.
  private mutating func carryStopRule() {
    switch source.stopRule {
    case .gain, nil: result.stopRule = source.stopRule
    case .below(let quantity, let bound): result.stopRule = number(of: quantity).map { .below($0, bound) }
    case .above(let quantity, let bound): result.stopRule = number(of: quantity).map { .above($0, bound) }
    case .within(let quantity, let distance, let goal):
      guard let quantity = number(of: quantity), let goal = number(of: goal) else { return }
      result.stopRule = .within(quantity, distance, of: goal)
    }
  }
}

extension Walkthrough {
  /// The same walkthrough with every entry of every matrix a quantity of its own, such as `W[1,2]`, and every formula
  /// one of numbers; published lines are left out.
  ///
  /// - Parameter shiftsSoftmax: whether exponents of `softmax` are made less by the largest first, as the passes over
  ///   matrices do it; pages leave that out.
  /// - Returns: nothing where that would be too long to read; see `entryObstacle`.
  public func entries(_ numbers: EntryNumbers, shiftsSoftmax: Bool = false) -> Walkthrough? {
    guard entrySizes.canBeTold else { return nil }
    var expansion = EntryExpansion(self, numbers, isRestricted: false, shiftsSoftmax: shiftsSoftmax)
    return expansion.expandAll()
  }
}

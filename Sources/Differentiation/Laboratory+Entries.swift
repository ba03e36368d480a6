import WalkthroughLanguage

/// A walkthrough of matrices as one of numbers.
extension Laboratory {
  /// The walkthrough with every entry a quantity of its own; nothing where that would be too long to read.
  public var entries: Walkthrough? { walkthrough.entries(entryNumbers([givens])) }

  /// The part of that which the story of one entry needs, everything else as numbers.
  ///
  /// - Parameter place: the entry, row by row from 0.
  /// - Returns: nothing where that would be too long to read; without an objective where none depends on the entry.
  /// - Throws: a diagnostic where a value is no finite number.
  public func entries(around quantity: Int, place: Int) throws(Diagnostics) -> Walkthrough? {
    var values: [Values] = []
    for example in 0..<max(examples.count, 1) {
      values.append(try self.values(under: conditions(ownConditions, forExample: example)))
    }
    return walkthrough.entries(around: quantity, place: place, entryNumbers(values))
  }

  func entryNumbers(_ values: [Values]) -> EntryNumbers {
    EntryNumbers(
      generated: { Matrix($0).entries }, values: values.map { values in { values.matrix($0).entries } },
      worked: { formula in
        var stack = FormulaStack(walkthrough, walkthrough.floatingPoint)
        for node in formula { guard (try? stack.apply(node.kind)) != nil else { return .infinity } }
        return stack.result?.entries[0] ?? 0
      })
  }

  /// Works the walkthrough once more over numbers, and compares what both find, entry by entry.
  ///
  /// - Returns: what was compared; nothing where the walkthrough is too long for that, or a number too large.
  /// - Throws: a diagnostic that names the quantity where two roads part, which is a fault of this program.
  func entryChecks(_ adjoints: Trace.Backward) throws(Diagnostics) -> [SelfCheck] {
    guard let entries = walkthrough.entries(entryNumbers([givens]), shiftsSoftmax: true),
      let laboratory = try? Laboratory(entries), let forward = laboratory.plain,
      let objective = entries.objective
    else { return [] }
    let plain = laboratory.list.backward(forward, from: objective.quantity, isWanted: nil, nil, .double)
    let sizes = laboratory.list.gatewiseAdjoints(forward, from: objective.quantity).sizes
    var (first, count) = (0, 0)
    for (index, quantity) in walkthrough.quantities.enumerated() {
      defer { first += quantity.shape.count }
      guard adjoints.reaches[index] else { continue }
      for (place, adjoint) in adjoints.adjoints.matrix(index).entries.enumerated() {
        let other = plain.adjoints[first + place]
        guard adjoint.isFinite, other.isFinite else { continue }
        guard (adjoint - other).magnitude <= SelfCheck.roundingTolerance * sizes[first + place] + SelfCheck.underflow
        else {
          throw Diagnostics([.ownCheckOfEntries(quantity, place)], in: walkthrough.source)
        }
        count += 1
      }
    }
    let trace = laboratory.trace(forward, plain)
    return [
      .entries(count), try laboratory.pathCheck(trace, plain), try laboratory.gateCheck(forward, plain, objective),
    ]
  }
}

extension Diagnostic {
  fileprivate static func ownCheckOfEntries(_ quantity: Quantity, _ place: Int) -> Diagnostic {
    ownCheck(quantity, "the adjoint of `\(quantity.entryName(place))` disagrees with a pass number by number")
  }
}

extension EntryExpansion {
  /// Only what depends on one entry is worked; every other entry that it meets is a given with its value.
  ///
  /// - Returns: nothing where that would be too long to read; without an objective where none depends on the entry.
  mutating func expand(around quantity: Int, _ place: Int) -> Walkthrough? {
    mark(quantity, place)
    let isOnTheWay = quantitiesOnTheWay
    for (index, other) in source.quantities.enumerated() {
      starts.append(result.quantities.count)
      if index == quantity {
        addAsked(quantity, place)
      } else if isOnTheWay[index], !other.role.isGiven {
        addVarying(index)
      }
      guard work < Limits.entryWork else { return nil }
    }
    carryPassages()
    carryObjectiveAndRate(isMoved: source.quantities[quantity].role.isMoved)
    carryStarts()
    carryColumns()
    result.epochs = nil
    result.askedEntry = known[quantity].isEmpty ? nil : Int(known[quantity][place])
    return work < Limits.entryWork && result.quantities.count <= Limits.entryStoryQuantities ? result : nil
  }

  /// The objective where it depends on the entry, and the rate where the entry moves.
  private mutating func carryObjectiveAndRate(isMoved: Bool) {
    guard let objective = source.objective else { return }
    let ends = [objective.quantity, objective.addition].compactMap(\.self)
    guard ends.contains(where: { !varying[$0].isEmpty && varying[$0][0] }) else { return }
    for end in ends + (isMoved ? [source.rate].compactMap(\.self) : []) { _ = number(of: end, 0) }
    carryObjective()
    if !isMoved { result.rate = nil }
  }

  private mutating func addAsked(_ quantity: Int, _ place: Int) {
    let original = source.quantities[quantity]
    let layout = FormulaLayout(source, original.formula)
    if original.role.isGiven, original.role != .example {
      add(quantity, place, as: original.role, formula(of: quantity, place, layout))
    } else {
      addNumber(quantity, place, as: original.role, at: Int32(original.place.lowerBound))
    }
  }

  private mutating func addVarying(_ quantity: Int) {
    var layout = FormulaLayout(source, source.quantities[quantity].formula)
    layout.depends = dependence(layout)
    for place in varying[quantity].indices where varying[quantity][place] {
      let formula = written(layout, place, of: quantity)
      let number = add(quantity, place, as: .computed, formula)
      for index in result.gatherings.indices where result.gatherings[index].result < 0 {
        result.gatherings[index].result = number
      }
      guard work < Limits.entryWork else { return }
    }
  }

  /// The number in the result of an entry that a formula uses; one that nothing is asked about stays as it is.
  mutating func number(of quantity: Int, _ place: Int) -> Int {
    if !known[quantity].isEmpty, known[quantity][place] >= 0 { return Int(known[quantity][place]) }
    if source.quantities[quantity].role == .rate, source.rate == quantity {
      return add(quantity, place, as: .rate, written(FormulaLayout(source, source.quantities[quantity].formula), place))
    }
    return addNumber(quantity, place, as: .fixed, at: Int32(source.quantities[quantity].place.lowerBound))
  }

  /// An entry with its value, or with one for each example where they differ.
  @discardableResult
  private mutating func addNumber(_ quantity: Int, _ place: Int, as role: Role, at position: Int32) -> Int {
    let values = numbers.values.map { $0(quantity)[place] }
    let number = add(quantity, place, as: isOne(values) ? role : .example, Self.literal(values[0], at: position))
    if !isOne(values) { columns.append((number, values)) }
    return number
  }

  /// A given with what a formula comes to.
  mutating func addWorked(_ name: String, _ tasks: [Task], _ writing: Writing, at place: Range<Int>) -> Int {
    add(name, worked(tasks, writing), as: .fixed, at: place)
  }

  private mutating func add(_ name: String, _ values: [Double], as role: Role, at place: Range<Int>) -> Int {
    let formula = Self.literal(values[0], at: Int32(place.lowerBound))
    let number = add(name, as: isOne(values) ? role : .example, formula, at: place)
    if !isOne(values) { columns.append((number, values)) }
    return number
  }

  private func isOne(_ values: [Double]) -> Bool {
    source.examples == nil || values.allSatisfy { $0 == values[0] }
  }

  /// By example: what a formula comes to.
  private mutating func worked(_ tasks: [Task], _ writing: Writing) -> [Double] {
    numbers.values.indices.map { example in
      numbers.worked(written(tasks, Writing(layout: writing.layout, example: example)))
    }
  }

  /// What terms come to that do not depend on the entry asked about, as a given of its own.
  mutating func gathered(_ terms: [[Task]], at position: Int32, _ writing: Writing) -> Int {
    guard let (quantity, place) = writing.quantity else { preconditionFailure("only formulas of quantities gather") }
    let sign = Task.node(FormulaNode(kind: .operation(.add), place: position))
    let tasks = terms.enumerated().flatMap { $0.offset == 0 ? $0.element : $0.element + [sign] }
    let values = worked(tasks, writing)
    if let known = gathering(terms.count, values) { return known }
    let owner = writing.owner ?? self.owner(quantity, place)
    let prefix = prefixOfRest(owner.base, owner.name)
    let number = add("\(prefix)_\(owner.name)", values, as: .fixed, at: source.quantities[quantity].place)
    let parts = owner.parts
    result.notations[number] = NameParts(
      base: prefix, subscripts: [parts.base] + parts.subscripts + owner.indices.map(String.init),
      superscripts: parts.superscripts)
    result.gatherings.append(Gathering(quantity: number, terms: terms.count, value: values[0], result: -1))
    return number
  }

  /// The quantity that holds the same number of terms with the same sum, in the formula that is being written.
  private func gathering(_ terms: Int, _ values: [Double]) -> Int? {
    result.gatherings.first { gathering in
      gathering.result < 0 && gathering.terms == terms
        && values
          == (columns.first { $0.quantity == gathering.quantity }?.values ?? values.map { _ in gathering.value })
    }?.quantity
  }

  /// An entry of a quantity of the source.
  private func owner(_ quantity: Int, _ place: Int) -> Owner {
    let original = source.quantities[quantity]
    return Owner(
      base: original.name, name: original.entryName(place), parts: source.nameParts(of: quantity),
      indices: original.shape.isScalar ? [] : original.shape.indices(of: place))
  }

  /// `rest`, or with a number behind it where that name is taken.
  private func prefixOfRest(_ name: String, _ entryName: String) -> String {
    var (prefix, count) = ("rest", 1)
    while source.quantities.contains(where: { $0.name == "\(prefix)_\(name)" })
      || result.gatherings.contains(where: { result.quantities[$0.quantity].name == "\(prefix)_\(entryName)" })
    {
      count += 1
      prefix = "rest\(count)"
    }
    return prefix
  }

  /// One row for each example, as the table of the source has them.
  private mutating func carryColumns() {
    guard source.examples != nil else { return }
    let rows = numbers.values.indices.map { example in
      columns.map { column in
        let position = Int32(result.quantities[column.quantity].place.lowerBound)
        return append(Self.literal(column.values[example], at: position))
      }
    }
    result.examples = ExampleTable(quantities: columns.map(\.quantity), rows: rows)
  }
}

/// Terms of a long sum that a restricted expansion draws together, because nothing asked about is in them.
public struct Gathering: Sendable {
  /// What they come to.
  public let quantity: Int
  public let terms: Int
  /// In the first example, if there are any.
  public let value: Double
  /// The quantity whose formula they stand in.
  public internal(set) var result: Int
}

extension Walkthrough {
  /// The part of the expansion into entries that one entry's story needs.
  ///
  /// - Returns: nothing where that would be too long to read; without an objective where none depends on the entry.
  public func entries(around quantity: Int, place: Int, _ numbers: EntryNumbers) -> Walkthrough? {
    var expansion = EntryExpansion(self, numbers, isRestricted: true)
    return expansion.expand(around: quantity, place)
  }
}

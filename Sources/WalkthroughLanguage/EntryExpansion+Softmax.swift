extension EntryExpansion {
  /// An entry of a softmax: its power of e over the sum of those in its row.
  mutating func takeSoftmax(_ node: Int, _ place: Int, _ writing: Writing, _ tasks: inout [Task]) {
    let (layout, operand) = (writing.layout, writing.layout.first(node))
    let columns = layout.shapes[node].columns
    let places = place / columns * columns..<(place / columns + 1) * columns
    let position = layout.place(node)
    var shift: [Task] = []
    if shiftsSoftmax {
      takeChain(places.map { [.entry(FormulaLayout.Entry(node: operand, place: $0))] }, .max, at: position, &shift)
      shift.append(.node(FormulaNode(kind: .operation(.subtract), place: position)))
    }
    let power = shift + [Task.node(FormulaNode(kind: .operation(.exp), place: position))]
    tasks += [exponent(operand, place, writing, mayBeGathered: false)] + power
    let terms = places.map { [exponent(operand, $0, writing, mayBeGathered: columns > Limits.entryTerms)] + power }
    takeSum(terms, at: node, writing, &tasks) { layout.varies(operand, places.lowerBound + $0) }
    tasks.append(.node(FormulaNode(kind: .operation(.divide), place: position)))
  }

  /// What stands in an exponent: a quantity, since it does so in every entry of the row.
  private mutating func exponent(_ node: Int, _ place: Int, _ writing: Writing, mayBeGathered: Bool) -> Task {
    let entry = FormulaLayout.Entry(node: node, place: place)
    let isFixed = isRestricted && !writing.layout.varies(node, place)
    guard let (quantity, _) = writing.quantity, writing.example == nil, !shiftsSoftmax, !(isFixed && mayBeGathered),
      !source.quantities[quantity].role.isGiven, !isPlain(entry, writing.layout)
    else { return .entry(entry) }
    if let known = softmaxInputs[quantity]?[entry] { return .number(known) }
    let number = addInput(entry, of: quantity, writing, isFixed: isFixed)
    softmaxInputs[quantity, default: [:]][entry] = number
    return .number(number)
  }

  /// Whether it is a number or has a name already.
  private func isPlain(_ entry: FormulaLayout.Entry, _ layout: FormulaLayout) -> Bool {
    if case .quantity = layout.kind(origin(of: entry, layout).node) { return true }
    return leaf(entry.node, entry.place, layout).isNumber
  }

  /// With the name of the statement and `in` behind it.
  private mutating func addInput(
    _ entry: FormulaLayout.Entry, of quantity: Int, _ writing: Writing, isFixed: Bool
  ) -> Int {
    let parts = parts(ofInput: entry.node, of: quantity)
    let indices = writing.layout.shapes[entry.node].indices(of: entry.place)
    let base = "\(source.quantities[quantity].name)_\(parts.subscripts[parts.subscripts.count - 1])"
    let name = "\(base)[\(indices.map(String.init).joined(separator: ","))]"
    let place = source.quantities[quantity].place
    var inner = writing
    inner.owner = Owner(base: base, name: name, parts: parts, indices: indices)
    let gathered = result.gatherings.count
    let number =
      isFixed
      ? addWorked(name, [.entry(entry)], inner, at: place)
      : add(name, as: .computed, written([.entry(entry)], inner), at: place)
    for index in gathered..<result.gatherings.count where result.gatherings[index].result < 0 {
      result.gatherings[index].result = number
    }
    result.notations[number] = parts.adding(indices)
    result.quantities[number].isUnnamed = true
    return number
  }

  /// The name of what goes into one softmax: `in`, or with a number behind it where that looks like another name.
  private mutating func parts(ofInput node: Int, of quantity: Int) -> NameParts {
    let own = source.nameParts(of: quantity)
    func with(_ suffix: String) -> NameParts {
      NameParts(base: own.base, subscripts: own.subscripts + [suffix], superscripts: own.superscripts)
    }
    if let known = inputSubscripts[quantity]?[node] { return with(known) }
    let name = source.quantities[quantity].name
    var (suffix, count) = ("in", 1)
    while inputSubscripts[quantity]?.values.contains(suffix) ?? false
      || source.quantities.indices.contains(where: {
        source.quantities[$0].name == "\(name)_\(suffix)" || source.nameParts(of: $0) == with(suffix)
      })
    {
      count += 1
      suffix = "in\(count)"
    }
    inputSubscripts[quantity, default: [:]][node] = suffix
    return with(suffix)
  }
}

extension WalkthroughReader {
  /// Makes each call of a function without a formula that stands inside a formula a quantity of its own, called by
  /// the name of its function, and what goes into a call one called by the name of the operand: with
  /// `f = A(B(2x))` come `u = 2x`, `B = B(u)` and `A = A(B)`, and `f = A` is left.
  ///
  /// So a chain has one slope for each function. A call that is all of a statement has its name already.
  mutating func takeCallsApart() {
    guard !walkthrough.functions.isEmpty, !walkthrough.hasMatrices, diagnostics.isEmpty, unresolved.isEmpty else {
      return
    }
    var calls = TakenCalls(walkthrough)
    for quantity in walkthrough.quantities { calls.add(quantity) }
    for (number, quantity) in quantityByName.enumerated() where quantity >= 0 {
      quantityByName[number] = Int32(calls.places[Int(quantity)].own)
    }
    let passages = walkthrough.passages
    walkthrough = calls.walkthrough
    walkthrough.passages = passages.map { passage in
      let isLast = passage.before == calls.places.count
      let start = isLast ? walkthrough.quantities.count : calls.places[passage.before].first
      return Passage(kind: passage.kind, text: passage.text, before: start)
    }
    nameCalls(calls.bases)
  }

  /// Names what the file left without a name: the name meant for it, with a number where several are meant to have it.
  private mutating func nameCalls(_ bases: [String?]) {
    var uses: [String: Int] = [:]
    for case let base? in bases { uses[base, default: 0] += 1 }
    var looks = Set(zip(walkthrough.quantities, bases).filter { $0.1 == nil }.map { NameParts.look(of: $0.0.name) })
    var last: [String: Int] = [:]
    for (index, base) in bases.enumerated() {
      guard let base else { continue }
      var (name, count) = (base, last[base, default: 0])
      while uses[base] != 1 && name == base || isTaken(name) || !looks.insert(NameParts.look(of: name)).inserted {
        count += 1
        name = "\(base)_\(count)"
      }
      last[base] = count
      let number = names.number(of: name)
      if number == quantityByName.count { quantityByName.append(-1) }
      quantityByName[number] = Int32(index)
      walkthrough.quantities[index] = walkthrough.quantities[index].named(name)
    }
  }

  /// Whether a quantity or the language has the name; functions lend theirs.
  private mutating func isTaken(_ name: String) -> Bool {
    let number = names.number(of: name)
    if number == quantityByName.count { quantityByName.append(-1) }
    return number < ownNames.count || quantityByName[number] >= 0
  }
}

/// The quantities of a file with the calls in their formulas taken out.
private struct TakenCalls {
  var walkthrough: Walkthrough
  /// By quantity of the file: the first quantity that its statement gave, and itself, which is the last.
  private(set) var places: [(first: Int, own: Int)] = []
  /// By quantity: what it is to be called, where the file gives it no name.
  private(set) var bases: [String?] = []
  /// Calls, and what goes into calls, that have a name already.
  private var known: [Expression: Int] = [:]

  init(_ walkthrough: Walkthrough) {
    self.walkthrough = walkthrough
    self.walkthrough.quantities = []
  }

  /// Takes over a quantity of the file, behind what its formula has inside.
  mutating func add(_ quantity: Quantity) {
    let first = walkthrough.quantities.count
    for place in quantity.formula { walkthrough.nodes[place] = renumbered(walkthrough.nodes[place]) }
    let isTaken = walkthrough.nodes[quantity.formula].contains { $0.isCall }
    let formula = isTaken ? takenApart(quantity.formula) : quantity.formula
    places.append((first, walkthrough.quantities.count))
    if isTaken, walkthrough.nodes[formula.upperBound - 1].isCall {
      known[walkthrough.expression(at: formula)] = walkthrough.quantities.count
    }
    var taken = Quantity(
      name: quantity.name, role: quantity.role, shape: quantity.shape, formula: formula, place: quantity.place)
    if isTaken { taken.written = quantity.formula }
    walkthrough.quantities.append(taken)
    bases.append(nil)
  }

  private func renumbered(_ node: FormulaNode) -> FormulaNode {
    guard case .quantity(let quantity) = node.kind else { return node }
    return FormulaNode(kind: .quantity(Int32(places[Int(quantity)].own)), place: node.place)
  }

  /// The formula with names for its calls; one that is all of it stays, unless there are others inside it.
  private mutating func takenApart(_ formula: Range<Int>) -> Range<Int> {
    var stack: [[FormulaNode]] = []
    var hasCalls = false
    for (place, node) in zip(formula, walkthrough.nodes[formula]) {
      let count = node.kind.operandCount
      var parts = Array(stack.suffix(count))
      stack.removeLast(count)
      if case .declared(let function, _) = node.kind {
        let declared = walkthrough.functions[Int(function)]
        for (operand, name) in declared.parameters.enumerated() where parts[operand].isFormula {
          parts[operand] = [named(parts[operand], name, at: declared)]
        }
        let call = parts.flatMap(\.self) + [node]
        let isAll = place == formula.upperBound - 1 && !hasCalls
        stack.append(isAll ? call : [named(call, declared.name, at: declared)])
        hasCalls = true
      } else {
        stack.append(parts.flatMap(\.self) + [node])
      }
    }
    return append(stack[0])
  }

  private mutating func append(_ formula: [FormulaNode]) -> Range<Int> {
    walkthrough.nodes += formula
    return walkthrough.nodes.count - formula.count..<walkthrough.nodes.count
  }

  /// The name of a formula: the one that it has already, or a new quantity's.
  private mutating func named(_ formula: [FormulaNode], _ base: String, at function: DeclaredFunction) -> FormulaNode {
    let range = append(formula)
    let expression = walkthrough.expression(at: range)
    let quantity = known[expression] ?? walkthrough.quantities.count
    if known.updateValue(quantity, forKey: expression) == nil {
      var unnamed = Quantity(name: base, role: .computed, shape: .scalar, formula: range, place: function.place)
      unnamed.isUnnamed = true
      walkthrough.quantities.append(unnamed)
      bases.append(base)
    }
    return FormulaNode(kind: .quantity(Int32(quantity)), place: formula[formula.count - 1].place)
  }
}

extension Quantity {
  fileprivate func named(_ name: String) -> Quantity {
    var named = Quantity(name: name, role: role, shape: shape, formula: formula, place: place)
    (named.written, named.isUnnamed) = (written, isUnnamed)
    return named
  }
}

extension FormulaNode {
  fileprivate var isCall: Bool {
    if case .declared = kind { true } else { false }
  }

  fileprivate var isQuantity: Bool {
    if case .quantity = kind { true } else { false }
  }
}

extension [FormulaNode] {
  /// Whether it depends on quantities and is none itself.
  fileprivate var isFormula: Bool { count > 1 && contains(where: \.isQuantity) }
}

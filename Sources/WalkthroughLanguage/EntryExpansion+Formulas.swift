extension EntryExpansion {
  /// What is still to be written of a formula.
  enum Task {
    case entry(FormulaLayout.Entry)
    case node(FormulaNode)
    /// A quantity of the result.
    case number(Int)
  }

  /// A quantity of the result that the source does not name.
  struct Owner {
    /// Its name without and with indices.
    let base: String
    let name: String
    let parts: NameParts
    let indices: [Int]
  }

  /// A formula while one of its entries is written.
  struct Writing {
    let layout: FormulaLayout
    /// The quantity of the source whose formula it is, and the entry; nothing for other formulas.
    var quantity: (number: Int, place: Int)?
    /// The quantity of the result whose formula it is, where that is no entry of `quantity`.
    var owner: Owner?
    /// The example whose numbers stand for all quantities; nothing where they stand for themselves.
    var example: Int?
  }

  /// The formula of one entry, in postfix order, in the order of operations of the passes over matrices.
  mutating func written(_ layout: FormulaLayout, _ place: Int, of quantity: Int? = nil) -> [FormulaNode] {
    let writing = Writing(layout: layout, quantity: quantity.map { ($0, place) })
    return written([.entry(FormulaLayout.Entry(node: layout.root, place: place))], writing)
  }

  mutating func written(_ tasks: [Task], _ writing: Writing) -> [FormulaNode] {
    var output: [FormulaNode] = []
    var pending = Array(tasks.reversed())
    while let task = pending.popLast(), work < Limits.entryWork {
      work += 1
      switch task {
      case .node(let node): output.append(node)
      case .number(let number):
        output.append(FormulaNode(kind: .quantity(Int32(number)), place: writing.layout.place(writing.layout.root)))
      case .entry(let entry):
        let start = pending.count
        take(entry.node, entry.place, writing, &pending)
        pending[start...].reverse()
      }
    }
    return output
  }

  /// What an entry of a node is made of, in order.
  private mutating func take(_ node: Int, _ place: Int, _ writing: Writing, _ tasks: inout [Task]) {
    let layout = writing.layout
    func entry(_ operand: Int, _ place: Int) -> Task { .entry(FormulaLayout.Entry(node: operand, place: place)) }
    switch layout.kind(node) {
    case .number, .constant: tasks.append(.node(layout.nodes[layout.nodes.startIndex + node]))
    case .generated(let number):
      tasks += Self.literal(generated(Int(number))[place], at: layout.place(node)).map(Task.node)
    case .quantity(let quantity): takeQuantity(Int(quantity), place, layout.place(node), writing, &tasks)
    case .operation, .juxtaposition, .elementwise:
      if layout.isMatrixProduct(node) { return takeProduct(node, place, writing, &tasks) }
      for operand in layout.operands(node) { tasks.append(entry(operand, layout.fitting(operand, place, of: node))) }
      tasks.append(.node(FormulaNode(kind: sign(of: node, place, layout), place: layout.place(node))))
    case .matrix(let operation): takeOperation(operation, node, place, writing, &tasks)
    case .selection, .stack:
      if let origin = layout.origin(node, place, source.selections) { tasks.append(.entry(origin)) }
    case .updated, .derivative, .localDerivative, .declared, .state:
      preconditionFailure("terms of published lines do not stand in statements")
    }
  }

  private mutating func takeQuantity(
    _ quantity: Int, _ place: Int, _ position: Int32, _ writing: Writing, _ tasks: inout [Task]
  ) {
    if let example = writing.example {
      tasks += Self.literal(numbers.values[example](quantity)[place], at: position).map(Task.node)
    } else {
      let number = number(of: quantity, place)
      tasks.append(.node(FormulaNode(kind: .quantity(Int32(number)), place: position)))
    }
  }

  /// The sign between two entries; a number goes without one only before a name or a parenthesis.
  private func sign(of node: Int, _ place: Int, _ layout: FormulaLayout) -> FormulaNode.Kind {
    switch layout.kind(node) {
    case .juxtaposition:
      let right = layout.second(node)
      let isNumber = leaf(right, layout.fitting(right, place, of: node), layout).isNumber
      return isNumber ? .operation(.multiply) : .juxtaposition
    case .operation(let primitive), .elementwise(let primitive): return .operation(primitive)
    case .number, .constant, .quantity, .matrix, .stack, .selection, .generated, .updated, .derivative,
      .localDerivative, .declared, .state:
      preconditionFailure("only operations have signs")
    }
  }

  private mutating func takeOperation(
    _ operation: MatrixOperation, _ node: Int, _ place: Int, _ writing: Writing, _ tasks: inout [Task]
  ) {
    let (layout, operand) = (writing.layout, writing.layout.first(node))
    switch operation {
    case .transpose, .diagonal:
      if let origin = layout.origin(node, place, source.selections) { return tasks.append(.entry(origin)) }
      tasks += Self.literal(0, at: layout.place(node)).map(Task.node)
    case .softmax: takeSoftmax(node, place, writing, &tasks)
    case .sum(let axis), .mean(let axis), .max(let axis), .min(let axis):
      let places = Array(layout.stretch(axis, of: operand, for: place))
      let terms = places.map { [Task.entry(FormulaLayout.Entry(node: operand, place: $0))] }
      if let primitive = operation.chained {
        return takeChain(terms, primitive, at: layout.place(node), &tasks)
      }
      takeSum(terms, at: node, writing, &tasks) { layout.varies(operand, places[$0]) }
      guard case .mean = operation, places.count > 1 else { return }
      tasks += Self.literal(Double(places.count), at: layout.place(node)).map(Task.node)
      tasks.append(.node(FormulaNode(kind: .operation(.divide), place: layout.place(node))))
    }
  }

  /// An entry of a matrix product: products added up from the left, without those that are nothing.
  private mutating func takeProduct(_ node: Int, _ place: Int, _ writing: Writing, _ tasks: inout [Task]) {
    let layout = writing.layout
    let (left, right) = (layout.first(node), layout.second(node))
    let (inner, columns) = (layout.shapes[left].columns, layout.shapes[right].columns)
    let (row, column) = (place / columns, place % columns)
    let sign = Task.node(FormulaNode(kind: .operation(.multiply), place: layout.place(node)))
    let terms = (0..<inner).map { index -> [Task] in
      let first = FormulaLayout.Entry(node: left, place: row * inner + index)
      let second = FormulaLayout.Entry(node: right, place: index * columns + column)
      let leaves = (leaf(first.node, first.place, layout), leaf(second.node, second.place, layout))
      if leaves.0 == .zero || leaves.1 == .zero { return [] }
      if leaves.0 == .one { return [.entry(second)] }
      return leaves.1 == .one ? [.entry(first)] : [.entry(first), .entry(second), sign]
    }
    takeSum(terms, at: node, writing, &tasks) {
      layout.varies(left, row * inner + $0) || layout.varies(right, $0 * columns + column)
    }
  }

  /// Operands that a primitive takes two at a time, from the left.
  func takeChain(_ terms: [[Task]], _ primitive: Primitive, at place: Int32, _ tasks: inout [Task]) {
    for (index, term) in terms.enumerated() {
      tasks += term
      if index > 0 { tasks.append(.node(FormulaNode(kind: .operation(primitive), place: place))) }
    }
  }

  /// Terms added up from the left; a long row of which most do not depend on the entry asked about is gathered.
  mutating func takeSum(
    _ terms: [[Task]], at node: Int, _ writing: Writing, _ tasks: inout [Task], varies: (Int) -> Bool
  ) {
    let place = writing.layout.place(node)
    var kept = terms.filter { !$0.isEmpty }
    if isRestricted, writing.example == nil, writing.quantity != nil, terms.count > Limits.entryTerms {
      let others = terms.indices.filter { !varies($0) && !terms[$0].isEmpty }.map { terms[$0] }
      if others.count > 1 {
        kept = terms.indices.filter { varies($0) && !terms[$0].isEmpty }.map { terms[$0] }
        kept.append([.number(gathered(others, at: place, writing))])
      }
    }
    if kept.isEmpty { tasks += Self.literal(0, at: place).map(Task.node) }
    takeChain(kept, .add, at: place, &tasks)
  }
}

extension EntryExpansion {
  /// What an entry is when all rearranging is seen through.
  enum Leaf {
    /// A 0 or a 1 of a diagonal or a generated matrix, not of the author.
    case zero, one
    case number, other

    var isNumber: Bool { self != .other }
  }

  /// Where an entry comes from, when all rearranging is seen through.
  func origin(of entry: FormulaLayout.Entry, _ layout: FormulaLayout) -> FormulaLayout.Entry {
    var here = entry
    while let origin = layout.origin(here.node, here.place, source.selections) { here = origin }
    return here
  }

  func leaf(_ node: Int, _ place: Int, _ layout: FormulaLayout) -> Leaf {
    let here = origin(of: FormulaLayout.Entry(node: node, place: place), layout)
    switch layout.kind(here.node) {
    case .matrix(.diagonal): return .zero
    case .number, .constant: return .number
    case .generated(let number):
      let generator = source.generators[Int(number)]
      switch generator.rule {
      case .zeros: return .zero
      case .ones: return .one
      case .identity: return here.place % (generator.shape.columns + 1) == 0 ? .one : .zero
      case .random: return .number
      }
    case .quantity, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .updated, .derivative,
      .localDerivative, .declared, .state:
      return .other
    }
  }
}

extension MatrixOperation {
  /// What draws entries together two at a time; nothing where they are added up.
  fileprivate var chained: Primitive? {
    switch self {
    case .max: .max
    case .min: .min
    case .transpose, .softmax, .diagonal, .sum, .mean: nil
    }
  }
}

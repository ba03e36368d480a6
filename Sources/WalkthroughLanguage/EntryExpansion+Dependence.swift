extension EntryExpansion {
  /// Finds every entry that depends on one of them.
  mutating func mark(_ quantity: Int, _ place: Int) {
    varying[quantity] = [Bool](repeating: false, count: source.quantities[quantity].shape.count)
    varying[quantity][place] = true
    for index in source.quantities.indices.dropFirst(quantity + 1)
    where !source.quantities[index].role.isGiven && usesVarying(source.quantities[index].formula) {
      let layout = FormulaLayout(source, source.quantities[index].formula)
      varying[index] = dependence(layout)[layout.root]
    }
  }

  private func usesVarying(_ formula: Range<Int>) -> Bool {
    source.nodes[formula].contains { node in
      if case .quantity(let operand) = node.kind { !varying[Int(operand)].isEmpty } else { false }
    }
  }

  /// By quantity: whether the objective, or what is added to it, depends on it.
  var quantitiesOnTheWay: [Bool] {
    var isOnTheWay = [Bool](repeating: false, count: source.quantities.count)
    for end in [source.objective?.quantity, source.objective?.addition].compactMap(\.self) { isOnTheWay[end] = true }
    for index in source.quantities.indices.reversed() where isOnTheWay[index] {
      for node in source.nodes[source.quantities[index].formula] {
        if case .quantity(let operand) = node.kind { isOnTheWay[Int(operand)] = true }
      }
    }
    return isOnTheWay
  }

  /// By node and entry: whether it depends on the entry asked about; empty where none does.
  func dependence(_ layout: FormulaLayout) -> [[Bool]] {
    var depends: [[Bool]] = []
    for node in layout.shapes.indices { depends.append(dependence(of: node, layout, depends)) }
    return depends
  }

  private func dependence(of node: Int, _ layout: FormulaLayout, _ known: [[Bool]]) -> [Bool] {
    if case .quantity(let quantity) = layout.kind(node) { return varying[Int(quantity)] }
    let operands = layout.operands(node)
    guard operands.contains(where: { !known[$0].isEmpty }) else { return [] }
    func varies(_ operand: Int, _ place: Int) -> Bool { !known[operand].isEmpty && known[operand][place] }
    let shape = layout.shapes[node]
    if layout.isMatrixProduct(node) {
      let (left, right) = (operands[operands.startIndex], operands[operands.startIndex + 1])
      let rows = anywhere(known[left], layout.shapes[left], .rows)
      let columns = anywhere(known[right], layout.shapes[right], .columns)
      return (0..<shape.count).map { rows[$0 / shape.columns] || columns[$0 % shape.columns] }
    }
    switch layout.kind(node) {
    case .number, .constant, .quantity, .generated, .updated, .derivative, .localDerivative, .declared, .state:
      return []
    case .operation, .juxtaposition, .elementwise:
      return (0..<shape.count).map { place in
        operands.contains { varies($0, layout.fitting($0, place, of: node)) }
      }
    case .matrix(.transpose), .matrix(.diagonal), .selection, .stack:
      return (0..<shape.count).map { place in
        layout.origin(node, place, source.selections).map { varies($0.node, $0.place) } ?? false
      }
    case .matrix(.softmax):
      let rows = anywhere(known[layout.first(node)], shape, .rows)
      return (0..<shape.count).map { rows[$0 / shape.columns] }
    case .matrix(.sum(let axis)), .matrix(.mean(let axis)), .matrix(.max(let axis)), .matrix(.min(let axis)):
      return anywhere(known[layout.first(node)], layout.shapes[layout.first(node)], axis)
    }
  }

  /// By row, by column or once: whether any entry depends.
  private func anywhere(_ depends: [Bool], _ shape: Shape, _ axis: MatrixOperation.Axis) -> [Bool] {
    switch axis {
    case .all: return [depends.contains(true)]
    case .rows:
      var rows = [Bool](repeating: false, count: shape.rows)
      for place in depends.indices where depends[place] { rows[place / shape.columns] = true }
      return rows
    case .columns:
      var columns = [Bool](repeating: false, count: shape.columns)
      for place in depends.indices where depends[place] { columns[place % shape.columns] = true }
      return columns
    }
  }
}

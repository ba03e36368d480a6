/// A formula of the source with each operand found and each shape known.
struct FormulaLayout {
  let nodes: ArraySlice<FormulaNode>
  /// By node.
  private(set) var shapes: [Shape] = []
  private var operandStarts: [Int] = []
  private var allOperands: [Int] = []
  /// By node and entry: whether it depends on the entry asked about; empty where none does.
  var depends: [[Bool]] = []

  init(_ walkthrough: Walkthrough, _ range: Range<Int>) {
    nodes = walkthrough.nodes[range]
    shapes.reserveCapacity(range.count)
    var stack: [Int] = []
    for (index, node) in nodes.enumerated() {
      let operands = stack.suffix(node.kind.operandCount)
      operandStarts.append(allOperands.count)
      allOperands += operands
      let operandShapes = operands.map { shapes[$0] }
      guard let shape = try? walkthrough.shape(of: node.kind, operandShapes[...]) else {
        preconditionFailure("the reader checked the shapes")
      }
      shapes.append(shape)
      stack.removeLast(operands.count)
      stack.append(index)
    }
  }

  var root: Int { nodes.count - 1 }
  func kind(_ node: Int) -> FormulaNode.Kind { nodes[nodes.startIndex + node].kind }
  func place(_ node: Int) -> Int32 { nodes[nodes.startIndex + node].place }

  /// The nodes that a node takes, in order.
  func operands(_ node: Int) -> ArraySlice<Int> {
    allOperands[operandStarts[node]..<(node < root ? operandStarts[node + 1] : allOperands.count)]
  }

  func first(_ node: Int) -> Int { allOperands[operandStarts[node]] }
  func second(_ node: Int) -> Int { allOperands[operandStarts[node] + 1] }

  func varies(_ node: Int, _ place: Int) -> Bool {
    !depends.isEmpty && !depends[node].isEmpty && depends[node][place]
  }

  var holdsGenerated: Bool {
    nodes.contains { if case .generated = $0.kind { true } else { false } }
  }

  /// An entry of a node, by its place row by row.
  struct Entry: Hashable {
    let node: Int
    let place: Int
  }

  /// Where an entry of what only rearranges comes from; nothing where it is worked, or a 0 beside a diagonal.
  func origin(_ node: Int, _ place: Int, _ selections: [Selection]) -> Entry? {
    let shape = shapes[node]
    let (row, column) = (place / shape.columns, place % shape.columns)
    switch kind(node) {
    case .matrix(.transpose): return Entry(node: first(node), place: column * shape.rows + row)
    case .matrix(.diagonal): return row == column ? Entry(node: first(node), place: row) : nil
    case .selection(let number):
      return Entry(node: first(node), place: selections[Int(number)].origin(row, column, shapes[first(node)]))
    case .stack(let stacking, _): return part(of: node, stacking, row, column)
    case .number, .constant, .quantity, .operation, .juxtaposition, .elementwise, .matrix, .generated, .updated,
      .derivative, .localDerivative, .declared, .state:
      return nil
    }
  }

  private func part(of node: Int, _ stacking: FormulaNode.Stacking, _ row: Int, _ column: Int) -> Entry? {
    var (row, column) = (row, column)
    for operand in operands(node) {
      let shape = shapes[operand]
      if row < shape.rows, column < shape.columns { return Entry(node: operand, place: row * shape.columns + column) }
      switch stacking {
      case .sideBySide: column -= shape.columns
      case .below: row -= shape.rows
      }
    }
    return nil
  }

  /// The place in an operand that repeats to fit the shape of a result.
  func fitting(_ operand: Int, _ place: Int, of node: Int) -> Int {
    let (own, whole) = (shapes[operand], shapes[node])
    if own == whole { return place }
    return (own.rows == 1 ? 0 : place / whole.columns) * own.columns + (own.columns == 1 ? 0 : place % whole.columns)
  }

  /// The places of an operand that one entry of a result is drawn together from.
  func stretch(_ axis: MatrixOperation.Axis, of operand: Int, for place: Int) -> StrideTo<Int> {
    let shape = shapes[operand]
    switch axis {
    case .all: return stride(from: 0, to: shape.count, by: 1)
    case .rows: return stride(from: place * shape.columns, to: (place + 1) * shape.columns, by: 1)
    case .columns: return stride(from: place, to: shape.count, by: shape.columns)
    }
  }

  /// Whether a node is a product of matrices, and no product entry by entry.
  func isMatrixProduct(_ node: Int) -> Bool {
    switch kind(node) {
    case .operation(.multiply), .juxtaposition:
      Primitive.multiply.isMatrixProduct(shapes[first(node)], shapes[second(node)])
    case .number, .constant, .quantity, .operation, .elementwise, .matrix, .stack, .selection, .generated, .updated,
      .derivative, .localDerivative, .declared, .state:
      false
    }
  }
}

extension Selection {
  /// The place in the operand of the entry picked into a row and a column, all from 0.
  fileprivate func origin(_ row: Int, _ column: Int, _ operand: Shape) -> Int {
    switch self {
    case .entries(let rows, let columns):
      (rows.indices(of: operand.rows).lowerBound + row) * operand.columns
        + columns.indices(of: operand.columns).lowerBound + column
    case .ofVector(let span): span.indices(of: operand.count).lowerBound + row + column
    }
  }
}

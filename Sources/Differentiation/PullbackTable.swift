import WalkthroughLanguage

/// What gates and pullbacks are worked in: matrices for the passes, expressions with shapes for the page.
///
/// The signs of `Arithmetic` work entry by entry here, sides of one repeating to fit.
protocol MatrixArithmetic: Arithmetic {
  /// A number that no literal spells.
  init(count: Int)
  var shape: Shape { get }
  /// The matrix product.
  static func product(_ left: Self, _ right: Self) -> Self
  func applying(_ operation: MatrixOperation) -> Self
  /// One beside another, or below it.
  static func stacked(_ stacking: FormulaNode.Stacking, _ first: Self, _ second: Self) -> Self
  /// The entries that a selection picks.
  func picking(_ selection: Selection) -> Self
  /// Zeros in that shape, with these entries where the selection picks.
  func placed(_ selection: Selection, in shape: Shape) -> Self
  /// A side of one repeated as often as `shape` asks.
  func spread(to shape: Shape) -> Self
  /// The entries of a square matrix's diagonal, in the shape of a row or column.
  func diagonal(as shape: Shape) -> Self
  /// 1 at the first entry of each stretch that an extreme was taken from, else 0.
  ///
  /// - Parameter isLargest: whether the extreme is the largest entry, or else the smallest.
  static func isFirst(
    _ extreme: Self, of operand: Self, along axis: MatrixOperation.Axis, isLargest: Bool
  ) -> Self
}

extension EvaluationList {
  /// How a gate works on matrices.
  enum GateKind: Sendable, Hashable {
    /// A primitive by element; `*` is the matrix product where neither side is a number.
    case primitive
    /// The same, with a point before its sign.
    case elementwise
    case operation(MatrixOperation)
    case stack(FormulaNode.Stacking)
    case selection(Selection)

    func operandCount(_ primitive: Primitive) -> Int {
      switch self {
      case .primitive, .elementwise: primitive.arity
      case .operation, .selection: 1
      case .stack: 2
      }
    }
  }
}

extension EvaluationList.GateKind {
  /// The result of a gate, y = f(u, v).
  ///
  /// - Parameter byEntry: how a primitive works entry by entry.
  func value<N: MatrixArithmetic>(
    _ primitive: Primitive, _ u: N, _ v: N, byEntry: (Primitive, N, N) -> N = N.apply
  ) -> N {
    switch self {
    case .primitive where primitive.isMatrixProduct(u.shape, v.shape): .product(u, v)
    case .primitive, .elementwise: byEntry(primitive, u, v)
    case .operation(let operation): u.applying(operation)
    case .stack(let stacking): .stacked(stacking, u, v)
    case .selection(let selection): u.picking(selection)
    }
  }

  /// The pullback table: what an operand is sent back, for the adjoint `sent` of the result y = f(u, v).
  func pullback<N: MatrixArithmetic>(
    _ primitive: Primitive, to operand: Operand, u: N, v: N, y: N, sent: N
  ) -> N {
    switch self {
    case .primitive where primitive.isMatrixProduct(u.shape, v.shape):
      switch operand {
      case .first: .product(sent, v.applying(.transpose))
      case .second: .product(u.applying(.transpose), sent)
      }
    case .primitive, .elementwise:
      (sent * primitive.derivative(by: operand, u: u, v: v, y: y)).gathered(
        to: operand == .first ? u.shape : v.shape)
    case .operation(let operation): operation.pullback(u: u, y: y, sent: sent)
    case .selection(let selection): sent.placed(selection, in: u.shape)
    case .stack(.sideBySide):
      switch operand {
      case .first: sent.picking(.columns(1, u.shape.columns))
      case .second: sent.picking(.columns(u.shape.columns + 1, u.shape.columns + v.shape.columns))
      }
    case .stack(.below):
      switch operand {
      case .first: sent.picking(.rows(1, u.shape.rows))
      case .second: sent.picking(.rows(u.shape.rows + 1, u.shape.rows + v.shape.rows))
      }
    }
  }
}

extension MatrixOperation {
  fileprivate func pullback<N: MatrixArithmetic>(u: N, y: N, sent: N) -> N {
    switch self {
    case .transpose: sent.applying(.transpose)
    case .softmax: y * (sent - (sent * y).applying(.sum(.rows)))
    case .diagonal: sent.diagonal(as: u.shape)
    case .sum: sent.spread(to: u.shape)
    case .mean: (sent / N(count: u.shape.count / y.shape.count)).spread(to: u.shape)
    case .max(let axis): sent * .isFirst(y, of: u, along: axis, isLargest: true)
    case .min(let axis): sent * .isFirst(y, of: u, along: axis, isLargest: false)
    }
  }
}

extension MatrixArithmetic {
  /// Added up over the sides that were repeated, down to the shape of an operand.
  func gathered(to target: Shape) -> Self {
    var result = spread(to: shape.broadcast(with: target) ?? target)
    if target.isScalar, !result.shape.isScalar { return result.applying(.sum(.all)) }
    if target.rows == 1, result.shape.rows > 1 { result = result.applying(.sum(.columns)) }
    if target.columns == 1, result.shape.columns > 1 { result = result.applying(.sum(.rows)) }
    return result
  }
}

extension Selection {
  fileprivate static func columns(_ first: Int, _ last: Int) -> Selection {
    .entries(rows: .all, columns: .range(first, last))
  }
  fileprivate static func rows(_ first: Int, _ last: Int) -> Selection {
    .entries(rows: .range(first, last), columns: .all)
  }
}

extension Matrix: MatrixArithmetic {
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  init(count: Int) { self.init(Double(count)) }

  public static func + (left: Matrix, right: Matrix) -> Matrix { apply(.add, left, right) }
  public static func - (left: Matrix, right: Matrix) -> Matrix { apply(.subtract, left, right) }
  public static func * (left: Matrix, right: Matrix) -> Matrix { apply(.multiply, left, right) }
  public static func / (left: Matrix, right: Matrix) -> Matrix { apply(.divide, left, right) }
  public static prefix func - (operand: Matrix) -> Matrix { operand.map { -$0 } }
  public static func apply(_ primitive: Primitive, _ first: Matrix, _ second: Matrix) -> Matrix {
    apply(primitive, first, second, .double)
  }
  static func product(_ left: Matrix, _ right: Matrix) -> Matrix { product(left, right, .double) }
  func applying(_ operation: MatrixOperation) -> Matrix { apply(operation) }
  func spread(to shape: Shape) -> Matrix { repeated(to: shape) }

  func picking(_ selection: Selection) -> Matrix {
    guard let picked = selected(selection) else { preconditionFailure("the reader checked the indices") }
    return picked
  }

  func placed(_ selection: Selection, in shape: Shape) -> Matrix {
    var result = Matrix(shape, repeating: 0)
    for (place, entry) in zip(selection.places(in: shape), entries) { result.entries[place] = entry }
    return result
  }

  func diagonal(as shape: Shape) -> Matrix {
    Matrix(shape, (0..<shape.count).map { self[$0, $0] })
  }

  static func isFirst(
    _ extreme: Matrix, of operand: Matrix, along axis: MatrixOperation.Axis, isLargest: Bool
  ) -> Matrix {
    var isTaken = [Bool](repeating: false, count: extreme.shape.count)
    var result = Matrix(operand.shape, repeating: 0)
    for (place, entry) in operand.entries.enumerated() {
      let stretch =
        switch axis {
        case .all: 0
        case .rows: place / operand.shape.columns
        case .columns: place % operand.shape.columns
        }
      guard !isTaken[stretch], entry == extreme.entries[stretch] else { continue }
      isTaken[stretch] = true
      result.entries[place] = 1
    }
    return result
  }
}

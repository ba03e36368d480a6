/// Rows and columns of a value; a number has one of each.
public struct Shape: Sendable, Hashable {
  public let rows: Int
  public let columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// `[1, 2]`, by the place of an entry row by row; nothing for a number.
  public func index(ofEntry entry: Int) -> String {
    guard !isScalar else { return "" }
    let (row, column) = entry.quotientAndRemainder(dividingBy: columns)
    return "[\(row + 1), \(column + 1)]"
  }

  public static let scalar = Shape(rows: 1, columns: 1)
  /// Of what was not understood: nothing more is said of it.
  static let unknown = Shape(rows: 0, columns: 0)

  public var count: Int { rows * columns }
  public var isScalar: Bool { rows == 1 && columns == 1 }
  public var transposed: Shape { Shape(rows: columns, columns: rows) }

  /// `2 × 3`
  public var text: String { "\(rows) × \(columns)" }

  /// The shape of an operation by element: equal sides stay, and one of both repeats its side of one to fit; nothing where
  /// they differ. A column and a row, which would both repeat, are nearly always a vector that was not transposed.
  public func broadcast(with other: Shape) -> Shape? {
    guard rows == other.rows || rows == 1 || other.rows == 1,
      columns == other.columns || columns == 1 || other.columns == 1
    else { return nil }
    let shape = Shape(rows: Swift.max(rows, other.rows), columns: Swift.max(columns, other.columns))
    return shape == self || shape == other ? shape : nil
  }

  /// The shape of both in one bracket; nothing where their sides differ.
  public func stacked(_ stacking: FormulaNode.Stacking, with other: Shape) -> Shape? {
    switch stacking {
    case .sideBySide: rows == other.rows ? Shape(rows: rows, columns: columns + other.columns) : nil
    case .below: columns == other.columns ? Shape(rows: rows + other.rows, columns: columns) : nil
    }
  }

  /// The shape of a matrix product; nothing where the inner sides differ.
  public func product(with other: Shape) -> Shape? {
    columns == other.rows ? Shape(rows: rows, columns: other.columns) : nil
  }
}

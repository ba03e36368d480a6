/// The closed set of operations that take a matrix as a whole; each has a row in the pullback table.
///
/// Products are no case of their own: `*` is a matrix product where neither side is a number.
public enum MatrixOperation: Sendable, Hashable {
  case transpose
  /// By row: exp of each entry over the sum of its row.
  case softmax
  /// A row or column onto the diagonal of a square matrix.
  case diagonal
  case sum(Axis)
  case mean(Axis)
  case max(Axis)
  case min(Axis)

  /// What is drawn together.
  public enum Axis: String, Sendable, Hashable, CaseIterable {
    case all
    /// Each row to one entry: a column comes out.
    case rows
    /// Each column to one entry: a row comes out.
    case columns
  }

  /// What a file calls it; nothing for what is written with a sign.
  public var functionName: String? {
    switch self {
    case .transpose: nil
    case .softmax: "softmax"
    case .diagonal: "diag"
    case .sum: "sum"
    case .mean: "mean"
    case .max: "max"
    case .min: "min"
    }
  }

  public var axis: Axis? {
    switch self {
    case .transpose, .softmax, .diagonal: nil
    case .sum(let axis), .mean(let axis), .max(let axis), .min(let axis): axis
    }
  }

  /// The shape that comes out; nothing where it takes no such operand.
  public func shape(of operand: Shape) -> Shape? {
    switch self {
    case .transpose: return operand.transposed
    case .softmax: return operand
    case .diagonal:
      guard operand.rows == 1 || operand.columns == 1 else { return nil }
      return Shape(rows: operand.count, columns: operand.count)
    case .sum(let axis), .mean(let axis), .max(let axis), .min(let axis):
      switch axis {
      case .all: return .scalar
      case .rows: return Shape(rows: operand.rows, columns: 1)
      case .columns: return Shape(rows: 1, columns: operand.columns)
      }
    }
  }
}

/// A matrix that a file asks for by a rule, not by its entries.
public struct Generator: Sendable, Hashable {
  public let shape: Shape
  public let rule: Rule

  public enum Rule: Sendable, Hashable {
    case identity, zeros, ones
    case random(Distribution, seed: UInt64)
  }

  /// What random entries follow.
  public enum Distribution: String, Sendable, Hashable, CaseIterable {
    /// From 0 up to 1.
    case uniform
    /// Mean 0, variance 1 (Box and Muller, 1958).
    case normal
    /// Normal with variance 2 over the rows (He and others, 2015).
    case he
    /// Uniform between ±√(6/(rows + columns)) (Glorot and Bengio, 2010).
    case xavier
  }

  public init(_ shape: Shape, _ rule: Rule) {
    self.shape = shape
    self.rule = rule
  }
}

/// Which entries an index picks: `M[1, 2]`, `M[2, :]`, `v[2]`, `v[1:3]`.
public enum Selection: Sendable, Hashable {
  case entries(rows: Span, columns: Span)
  /// Of a row or a column, counted along it.
  case ofVector(Span)

  public enum Span: Sendable, Hashable {
    case all
    /// From 1, both included.
    case range(Int, Int)

    /// How many it picks of so many; nothing where it reaches beyond.
    public func count(of all: Int) -> Int? {
      switch self {
      case .all: all
      case .range(let first, let last): first >= 1 && last >= first && last <= all ? last - first + 1 : nil
      }
    }

    /// The entries picked of so many, from 0.
    public func indices(of all: Int) -> Range<Int> {
      switch self {
      case .all: 0..<all
      case .range(let first, let last): first - 1..<last
      }
    }
  }

  /// The shape that is picked; nothing where an index is out of range.
  public func shape(of operand: Shape) -> Shape? {
    switch self {
    case .entries(let rows, let columns):
      guard let rows = rows.count(of: operand.rows), let columns = columns.count(of: operand.columns) else {
        return nil
      }
      return Shape(rows: rows, columns: columns)
    case .ofVector(let span):
      guard operand.rows == 1 || operand.columns == 1, let count = span.count(of: operand.count) else { return nil }
      return operand.rows == 1 ? Shape(rows: 1, columns: count) : Shape(rows: count, columns: 1)
    }
  }

  /// The entries picked of a matrix, by their places in it row by row.
  public func places(in operand: Shape) -> [Int] {
    switch self {
    case .entries(let rows, let columns):
      rows.indices(of: operand.rows).flatMap { row in
        columns.indices(of: operand.columns).map { row * operand.columns + $0 }
      }
    case .ofVector(let span): Array(span.indices(of: operand.count))
    }
  }
}

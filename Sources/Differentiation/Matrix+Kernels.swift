import Numerals
import WalkthroughLanguage

/// How the result of each operation is held: every number of a file in one of IEEE's formats.
struct Rounding: Sendable {
  let isSingle: Bool

  static let double = Rounding(isSingle: false)

  @inline(__always)
  func callAsFunction(_ value: Double) -> Double { isSingle ? Double(Float(value)) : value }
}

/// The forward column of the matrix operations: values from values, sums from the left and from the top.
extension Matrix {
  /// A primitive entry by entry; sides of one repeat to fit.
  static func apply(_ primitive: Primitive, _ u: Matrix, _ v: Matrix, _ rounding: Rounding = .double) -> Matrix {
    guard primitive.arity == 2 else { return u.map { rounding(primitive.value($0, $0)) } }
    if u.shape == v.shape { return combined(u, v) { rounding(primitive.value($0, $1)) } }
    if v.shape.isScalar, let number = v.entries.first { return u.map { rounding(primitive.value($0, number)) } }
    if u.shape.isScalar, let number = u.entries.first { return v.map { rounding(primitive.value(number, $0)) } }
    guard let shape = u.shape.broadcast(with: v.shape) else { preconditionFailure("the reader checked the shapes") }
    return combined(u.repeated(to: shape), v.repeated(to: shape)) { rounding(primitive.value($0, $1)) }
  }

  /// Entry by entry, in one shape.
  @inline(__always)
  static func combined(_ u: Matrix, _ v: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
    let count = u.entries.count
    let entries = [Double](unsafeUninitializedCapacity: count) { result, filled in
      u.entries.withUnsafeBufferPointer { u in
        v.entries.withUnsafeBufferPointer { v in
          for index in 0..<count { result.initializeElement(at: index, to: operation(u[index], v[index])) }
        }
      }
      filled = count
    }
    return Matrix(u.shape, entries)
  }

  /// A side of one repeated as often as `shape` asks.
  func repeated(to shape: Shape) -> Matrix {
    if shape == self.shape { return self }
    if self.shape.isScalar { return Matrix(shape, repeating: entries[0]) }
    var result = Matrix(shape, repeating: 0)
    for row in 0..<shape.rows {
      for column in 0..<shape.columns {
        result.entries[row * shape.columns + column] =
          self[self.shape.rows == 1 ? 0 : row, self.shape.columns == 1 ? 0 : column]
      }
    }
    return result
  }

  /// u · v, each entry added up from the left.
  static func product(_ u: Matrix, _ v: Matrix, _ rounding: Rounding = .double) -> Matrix {
    let (rows, inner, columns) = (u.shape.rows, u.shape.columns, v.shape.columns)
    var result = Matrix(Shape(rows: rows, columns: columns), repeating: 0)
    u.entries.withUnsafeBufferPointer { u in
      v.entries.withUnsafeBufferPointer { v in
        result.entries.withUnsafeMutableBufferPointer { result in
          for row in 0..<rows {
            for middle in 0..<inner {
              let factor = u[row * inner + middle]
              let (start, target) = (middle * columns, row * columns)
              if rounding.isSingle {
                for column in 0..<columns {
                  result[target + column] = rounding(result[target + column] + rounding(factor * v[start + column]))
                }
              } else {
                for column in 0..<columns { result[target + column] += factor * v[start + column] }
              }
            }
          }
        }
      }
    }
    return result
  }

  /// One number for each row, each column or the whole, as `axis` says.
  func drawnTogether(_ axis: MatrixOperation.Axis, _ operation: (Double, Double) -> Double) -> Matrix {
    let (rows, columns) = (shape.rows, shape.columns)
    switch axis {
    case .all: return Matrix(entries.dropFirst().reduce(entries[0], operation))
    case .rows:
      return Matrix(
        Shape(rows: rows, columns: 1),
        (0..<rows).map { row in (1..<columns).reduce(self[row, 0]) { operation($0, self[row, $1]) } })
    case .columns:
      return Matrix(
        Shape(rows: 1, columns: columns),
        (0..<columns).map { column in (1..<rows).reduce(self[0, column]) { operation($0, self[$1, column]) } })
    }
  }

  func apply(_ operation: MatrixOperation, _ rounding: Rounding = .double) -> Matrix {
    switch operation {
    case .transpose: return transposed
    case .softmax: return softmax(rounding)
    case .diagonal:
      var result = Matrix(Shape(rows: shape.count, columns: shape.count), repeating: 0)
      for index in entries.indices { result.entries[index * (shape.count + 1)] = entries[index] }
      return result
    case .sum(let axis): return drawnTogether(axis) { rounding($0 + $1) }
    case .mean(let axis):
      let sum = drawnTogether(axis) { rounding($0 + $1) }
      let count = Double(shape.count / sum.shape.count)
      return sum.map { rounding($0 / count) }
    case .max(let axis): return drawnTogether(axis) { Primitive.max.value($0, $1) }
    case .min(let axis): return drawnTogether(axis) { Primitive.min.value($0, $1) }
    }
  }

  /// By row: exp of each entry, less the largest so that none overflows, over their sum.
  private func softmax(_ rounding: Rounding) -> Matrix {
    let largest = drawnTogether(.rows) { Swift.max($0, $1) }
    let powers = Matrix.apply(.exp, Matrix.apply(.subtract, self, largest, rounding), largest, rounding)
    return Matrix.apply(.divide, powers, powers.drawnTogether(.rows) { rounding($0 + $1) }, rounding)
  }

  static func stacked(_ stacking: FormulaNode.Stacking, _ first: Matrix, _ second: Matrix) -> Matrix {
    stacked(stacking, [first, second])
  }

  /// All parts in one go, since a row of numbers may be long.
  static func stacked(_ stacking: FormulaNode.Stacking, _ parts: ArraySlice<Matrix>) -> Matrix {
    let first = parts[parts.startIndex].shape
    switch stacking {
    case .below:
      return Matrix(
        Shape(rows: parts.reduce(0) { $0 + $1.shape.rows }, columns: first.columns), parts.flatMap(\.entries))
    case .sideBySide:
      let shape = Shape(rows: first.rows, columns: parts.reduce(0) { $0 + $1.shape.columns })
      var entries: [Double] = []
      entries.reserveCapacity(shape.count)
      for row in 0..<shape.rows {
        for part in parts { entries += part.entries[row * part.shape.columns..<(row + 1) * part.shape.columns] }
      }
      return Matrix(shape, entries)
    }
  }
}

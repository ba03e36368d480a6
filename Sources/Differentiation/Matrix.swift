import WalkthroughLanguage

/// Rows and columns of doubles; a number is one of each.
public struct Matrix: Sendable, Hashable {
  public let shape: Shape
  /// Row by row.
  public internal(set) var entries: [Double]
  /// Row by row: where a recording holds these entries; empty without one, and for whatever is worked from them.
  public internal(set) var slots: [Int32] = []

  public init(_ shape: Shape, _ entries: [Double]) {
    self.shape = shape
    self.entries = entries
  }

  public init(_ number: Double) { self.init(.scalar, [number]) }

  public init(_ shape: Shape, repeating number: Double) {
    self.init(shape, [Double](repeating: number, count: shape.count))
  }

  /// The entry in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Double { entries[row * shape.columns + column] }

  public var isFinite: Bool { entries.allSatisfy(\.isFinite) }

  public func map(_ change: (Double) -> Double) -> Matrix { Matrix(shape, entries.map(change)) }

  public var transposed: Matrix {
    if shape.rows == 1 || shape.columns == 1 { return Matrix(shape.transposed, entries) }
    var result = Matrix(shape.transposed, repeating: 0)
    for row in 0..<shape.rows {
      for column in 0..<shape.columns { result.entries[column * shape.rows + row] = self[row, column] }
    }
    return result
  }

  /// The entries that a selection picks.
  public func selected(_ selection: Selection) -> Matrix? {
    selection.shape(of: shape).map { Matrix($0, selection.places(in: shape).map { entries[$0] }) }
  }
}

/// One value for each quantity: numbers, or matrices where the file has any.
public struct Values: Sendable, Hashable {
  /// By quantity; empty where `matrices` are not.
  public internal(set) var numbers: [Double]
  public internal(set) var matrices: [Matrix]
  /// By quantity and entry: where a recording holds them; empty without one.
  public internal(set) var slots: [[Int32]] = []

  init(_ numbers: [Double]) {
    self.numbers = numbers
    matrices = []
  }

  init(_ matrices: [Matrix]) {
    numbers = []
    self.matrices = matrices
  }

  /// Zeros in the shapes of the quantities.
  init(zerosFor walkthrough: Walkthrough) {
    if walkthrough.hasMatrices {
      self.init(walkthrough.quantities.map { Matrix($0.shape, repeating: 0) })
    } else {
      self.init([Double](repeating: 0, count: walkthrough.quantities.count))
    }
  }

  public var count: Int { numbers.count + matrices.count }
  public var indices: Range<Int> { 0..<count }

  /// The value of a quantity that is a number; of a matrix, its first entry.
  public internal(set) subscript(quantity: Int) -> Double {
    get { matrices.isEmpty ? numbers[quantity] : matrices[quantity].entries[0] }
    set {
      if matrices.isEmpty { numbers[quantity] = newValue } else { matrices[quantity] = Matrix(newValue) }
    }
  }

  /// By quantity: the numbers, or the first entries of matrices.
  public var first: [Double] { matrices.isEmpty ? numbers : matrices.map { $0.entries[0] } }

  public func matrix(_ quantity: Int) -> Matrix {
    var matrix = matrices.isEmpty ? Matrix(numbers[quantity]) : matrices[quantity]
    if !slots.isEmpty { matrix.slots = slots[quantity] }
    return matrix
  }

  /// An entry of a quantity, row by row from 0; a number has the one.
  public func entry(of quantity: Int, at place: Int) -> Double {
    matrices.isEmpty ? numbers[quantity] : matrices[quantity].entries[place]
  }

  func entryCount(of quantity: Int) -> Int { matrices.isEmpty ? 1 : matrices[quantity].entries.count }

  mutating func setEntry(of quantity: Int, at place: Int, to number: Double) {
    if matrices.isEmpty { numbers[quantity] = number } else { matrices[quantity].entries[place] = number }
  }

  /// These, with some quantities a step farther in a direction.
  func moved(by step: Double, along direction: Values, _ quantities: [Int]) -> Values {
    var moved = self
    for quantity in quantities {
      for place in 0..<entryCount(of: quantity) {
        let end = entry(of: quantity, at: place) + step * direction.entry(of: quantity, at: place)
        moved.setEntry(of: quantity, at: place, to: end)
      }
    }
    return moved
  }

  /// The products of the same entries of these quantities, added up.
  func dot(_ other: Values, over quantities: [Int]) -> Double {
    var sum = 0.0
    for quantity in quantities {
      for place in 0..<entryCount(of: quantity) {
        sum += entry(of: quantity, at: place) * other.entry(of: quantity, at: place)
      }
    }
    return sum
  }

  /// Where a recording holds an entry of a quantity.
  public func slot(of quantity: Int, at place: Int) -> Int32? { slots.isEmpty ? nil : slots[quantity][place] }

  /// Where a recording holds the value of a quantity that is a number, or the first entry of a matrix.
  public func slot(_ quantity: Int) -> Int32? { slot(of: quantity, at: 0) }

  public mutating func set(_ quantity: Int, to matrix: Matrix) {
    if matrices.isEmpty { numbers[quantity] = matrix.entries[0] } else { matrices[quantity] = matrix }
  }
}

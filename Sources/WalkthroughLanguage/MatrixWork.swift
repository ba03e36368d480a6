/// What the matrices of a file ask for, so that no file asks for more than a machine can give.
struct MatrixWork {
  /// Entries of all results of formulas that are no numbers.
  private(set) var entries = 0
  /// Multiplications in matrix products.
  private(set) var multiplications = 0

  /// The shape of a result, and what it took where it is a product.
  mutating func add(_ shape: Shape, inner: Int) {
    entries += shape.count
    multiplications += shape.count * inner
  }

  var operations: Int { entries + multiplications }

  /// Operations on entries in a loop that take as long as a quantity that is a number.
  static let operationsOfQuantity = 50

  /// As many numbers as would be the same work.
  var inQuantities: Int { operations / Self.operationsOfQuantity }

  var isTooMuch: Bool { entries > Limits.allEntries || multiplications > Limits.multiplications }
}

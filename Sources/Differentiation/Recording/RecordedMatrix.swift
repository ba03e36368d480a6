import Numerals
import WalkthroughLanguage

/// A matrix, or a number, whose entries are slots of a recording.
///
/// What is done with it is written down in the order in which `Matrix` does it.
struct RecordedMatrix: MatrixArithmetic {
  let shape: Shape
  /// Row by row; of a literal in a rule, nothing.
  let entries: [Int32]
  /// Nothing for a literal in a rule, which is written down where it meets something that is.
  private let recorder: Recorder?
  private let literal: Double

  init(_ shape: Shape, _ entries: [Int32], _ recorder: Recorder) {
    (self.shape, self.entries, self.recorder) = (shape, entries, recorder)
    literal = 0
  }

  /// Numbers that stay.
  init(_ matrix: Matrix, _ recorder: Recorder) {
    self.init(matrix.shape, matrix.entries.map(recorder.constant), recorder)
  }

  private init(literal: Double) {
    (shape, entries, recorder) = (.scalar, [], nil)
    self.literal = literal
  }

  init(integerLiteral value: Int) { self.init(literal: Double(value)) }
  init(count: Int) { self.init(literal: Double(count)) }

  /// The slot of a number.
  var slot: Int32 { entries[0] }

  private func written(by recorder: Recorder) -> RecordedMatrix {
    self.recorder == nil ? RecordedMatrix(.scalar, [recorder.constant(literal)], recorder) : self
  }

  func map(_ change: (Int32) -> Int32) -> RecordedMatrix {
    guard let recorder else { return self }
    return RecordedMatrix(shape, entries.map(change), recorder)
  }

  static func apply(_ primitive: Primitive, _ first: RecordedMatrix, _ second: RecordedMatrix) -> RecordedMatrix {
    guard let recorder = first.recorder ?? second.recorder else {
      return RecordedMatrix(literal: primitive.value(first.literal, second.literal))
    }
    let (u, v) = (first.written(by: recorder), second.written(by: recorder))
    guard primitive.arity == 2 else { return u.map { recorder.apply(primitive, $0, $0) } }
    let shape = u.shape.broadcast(with: v.shape) ?? u.shape
    let pairs = zip(u.spread(to: shape).entries, v.spread(to: shape).entries)
    return RecordedMatrix(shape, pairs.map { recorder.apply(primitive, $0, $1) }, recorder)
  }

  static func + (left: RecordedMatrix, right: RecordedMatrix) -> RecordedMatrix { apply(.add, left, right) }
  static func - (left: RecordedMatrix, right: RecordedMatrix) -> RecordedMatrix { apply(.subtract, left, right) }
  static func * (left: RecordedMatrix, right: RecordedMatrix) -> RecordedMatrix { apply(.multiply, left, right) }
  static func / (left: RecordedMatrix, right: RecordedMatrix) -> RecordedMatrix { apply(.divide, left, right) }
  static prefix func - (operand: RecordedMatrix) -> RecordedMatrix {
    guard let recorder = operand.recorder else { return RecordedMatrix(literal: -operand.literal) }
    return operand.map { recorder.exactly(.negate, $0, $0) }
  }

  /// Each entry added up from the left, from 0 on.
  static func product(_ left: RecordedMatrix, _ right: RecordedMatrix) -> RecordedMatrix {
    guard let recorder = left.recorder ?? right.recorder else { return left * right }
    let (u, v) = (left.written(by: recorder), right.written(by: recorder))
    let shape = Shape(rows: u.shape.rows, columns: v.shape.columns)
    let entries = (0..<shape.count).map { place -> Int32 in
      let (row, column) = (place / shape.columns, place % shape.columns)
      return (0..<u.shape.columns).reduce(recorder.constant(0)) { sum, middle in
        let product = recorder.apply(
          .multiply, u.entries[row * u.shape.columns + middle], v.entries[middle * shape.columns + column])
        return recorder.apply(.add, sum, product)
      }
    }
    return RecordedMatrix(shape, entries, recorder)
  }
}

/// What moves entries about: done to a matrix of their slots.
extension RecordedMatrix {
  /// Slots counted from 1, as 0 stands for the number 0.
  private var places: Matrix { Matrix(shape, entries.map { Double($0) + 1 }) }

  private func rearranged(_ places: Matrix) -> RecordedMatrix {
    guard let recorder else { return self }
    let entries = places.entries.map { $0 == 0 ? recorder.constant(0) : Int32($0) - 1 }
    return RecordedMatrix(places.shape, entries, recorder)
  }

  func spread(to shape: Shape) -> RecordedMatrix {
    shape == self.shape || recorder == nil ? self : rearranged(places.repeated(to: shape))
  }
  func picking(_ selection: Selection) -> RecordedMatrix { rearranged(places.picking(selection)) }
  func placed(_ selection: Selection, in shape: Shape) -> RecordedMatrix {
    rearranged(places.placed(selection, in: shape))
  }
  func diagonal(as shape: Shape) -> RecordedMatrix { rearranged(places.diagonal(as: shape)) }
  static func stacked(
    _ stacking: FormulaNode.Stacking, _ u: RecordedMatrix, _ v: RecordedMatrix
  ) -> RecordedMatrix {
    u.rearranged(.stacked(stacking, u.places, v.places))
  }

  func applying(_ operation: MatrixOperation) -> RecordedMatrix {
    switch operation {
    case .transpose: return rearranged(places.transposed)
    case .diagonal: return rearranged(places.apply(.diagonal))
    case .softmax:
      let powers = RecordedMatrix.apply(.exp, self - drawnTogether(.rows, .max), self)
      return powers / powers.drawnTogether(.rows, .add)
    case .sum(let axis): return drawnTogether(axis, .add)
    case .mean(let axis):
      let sum = drawnTogether(axis, .add)
      return sum / RecordedMatrix(count: shape.count / sum.shape.count)
    case .max(let axis): return drawnTogether(axis, .max)
    case .min(let axis): return drawnTogether(axis, .min)
    }
  }

  /// One number for each stretch, from the left or from the top.
  private func drawnTogether(_ axis: MatrixOperation.Axis, _ primitive: Primitive) -> RecordedMatrix {
    guard let recorder else { return self }
    let shape = axis.result(of: shape)
    var results = [Int32?](repeating: nil, count: shape.count)
    for (place, entry) in entries.enumerated() {
      let stretch = axis.stretch(of: place, in: self.shape)
      results[stretch] = results[stretch].map { recorder.apply(primitive, $0, entry) } ?? entry
    }
    return RecordedMatrix(shape, results.compactMap(\.self), recorder)
  }

  static func isFirst(
    _ extreme: RecordedMatrix, of operand: RecordedMatrix, along axis: MatrixOperation.Axis, isLargest: Bool
  ) -> RecordedMatrix {
    guard let recorder = operand.recorder else { return operand }
    var taken = [Int32](repeating: recorder.constant(0), count: extreme.shape.count)
    let entries = operand.entries.enumerated().map { place, entry -> Int32 in
      let stretch = axis.stretch(of: place, in: operand.shape)
      let (larger, smaller) = isLargest ? (entry, extreme.entries[stretch]) : (extreme.entries[stretch], entry)
      let isEqual = recorder.exactly(.greaterOrEqual, larger, smaller)
      defer { taken[stretch] = recorder.exactly(.max, taken[stretch], isEqual) }
      return recorder.exactly(.greater, isEqual, taken[stretch])
    }
    return RecordedMatrix(operand.shape, entries, recorder)
  }
}

extension MatrixOperation.Axis {
  fileprivate func result(of shape: Shape) -> Shape {
    switch self {
    case .all: .scalar
    case .rows: Shape(rows: shape.rows, columns: 1)
    case .columns: Shape(rows: 1, columns: shape.columns)
    }
  }

  /// Which of the stretches that become one number an entry lies in.
  fileprivate func stretch(of place: Int, in shape: Shape) -> Int {
    switch self {
    case .all: 0
    case .rows: place / shape.columns
    case .columns: place % shape.columns
    }
  }
}

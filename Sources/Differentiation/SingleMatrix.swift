import Numerals
import WalkthroughLanguage

/// A matrix whose every operation is rounded to IEEE's single precision.
struct SingleMatrix: MatrixArithmetic {
  let matrix: Matrix

  init(_ matrix: Matrix) { self.matrix = matrix }
  init(rounding matrix: Matrix) { self.matrix = matrix.map(Self.single.callAsFunction) }
  init(integerLiteral value: Int) { matrix = Matrix(Double(value)) }
  init(count: Int) { matrix = Matrix(Double(count)) }

  private static let single = Rounding(isSingle: true)

  var shape: Shape { matrix.shape }

  static func apply(_ primitive: Primitive, _ first: SingleMatrix, _ second: SingleMatrix) -> SingleMatrix {
    SingleMatrix(.apply(primitive, first.matrix, second.matrix, single))
  }
  static func + (left: SingleMatrix, right: SingleMatrix) -> SingleMatrix { apply(.add, left, right) }
  static func - (left: SingleMatrix, right: SingleMatrix) -> SingleMatrix { apply(.subtract, left, right) }
  static func * (left: SingleMatrix, right: SingleMatrix) -> SingleMatrix { apply(.multiply, left, right) }
  static func / (left: SingleMatrix, right: SingleMatrix) -> SingleMatrix { apply(.divide, left, right) }
  static prefix func - (operand: SingleMatrix) -> SingleMatrix { SingleMatrix(-operand.matrix) }
  static func product(_ left: SingleMatrix, _ right: SingleMatrix) -> SingleMatrix {
    SingleMatrix(.product(left.matrix, right.matrix, single))
  }
  static func stacked(
    _ stacking: FormulaNode.Stacking, _ first: SingleMatrix, _ second: SingleMatrix
  ) -> SingleMatrix {
    SingleMatrix(.stacked(stacking, first.matrix, second.matrix))
  }
  func applying(_ operation: MatrixOperation) -> SingleMatrix { SingleMatrix(matrix.apply(operation, Self.single)) }
  func spread(to shape: Shape) -> SingleMatrix { SingleMatrix(matrix.spread(to: shape)) }
  func picking(_ selection: Selection) -> SingleMatrix { SingleMatrix(matrix.picking(selection)) }
  func placed(_ selection: Selection, in shape: Shape) -> SingleMatrix {
    SingleMatrix(matrix.placed(selection, in: shape))
  }
  func diagonal(as shape: Shape) -> SingleMatrix { SingleMatrix(matrix.diagonal(as: shape)) }
  static func isFirst(
    _ extreme: SingleMatrix, of operand: SingleMatrix, along axis: MatrixOperation.Axis, isLargest: Bool
  ) -> SingleMatrix {
    SingleMatrix(.isFirst(extreme.matrix, of: operand.matrix, along: axis, isLargest: isLargest))
  }
}

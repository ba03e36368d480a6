import Testing
import WalkthroughLanguage

@testable import Differentiation

@Suite struct MatrixKernelTests {
  /// exp(1000) is beyond doubles, and exp(−1000) is 0 in them.
  @Test(arguments: [
    ([1000.0, 0], [1.0, 0]), ([-1000, 0], [0, 1]), ([-1000, 1000], [0, 1]), ([-1000, -1000], [0.5, 0.5]),
  ])
  func softmaxOfLargeNumbersHasAValue(row: [Double], expected: [Double]) {
    #expect(Matrix(Shape(rows: 1, columns: 2), row).apply(.softmax).entries == expected)
  }

  /// With ε = 2⁻¹², (1 + ε)² is 1 + 2ε + 2⁻²⁴, halfway between two singles: 1 + 2ε is the even one, and nothing is left of
  /// the sum with −(1 + 2ε).
  @Test func productsOfSinglesAreRoundedBeforeTheyAreAddedUp() {
    let row = Matrix(Shape(rows: 1, columns: 2), [-1 - 0x1p-11, 1 + 0x1p-12])
    let column = Matrix(Shape(rows: 2, columns: 1), [1, 1 + 0x1p-12])
    #expect(Matrix.product(row, column, Rounding(isSingle: true)).entries == [0])
    #expect(Matrix.product(row, column).entries == [0x1p-24])
  }
}

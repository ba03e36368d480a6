import Numerals
import WalkthroughLanguage

/// Evaluates a formula in postfix order over matrices: constants of givens, and published lines.
public struct FormulaStack {
  private var matrices: [Matrix] = []
  private let walkthrough: Walkthrough
  private let rounding: Rounding

  public init(_ walkthrough: Walkthrough, _ floatingPoint: FloatingPoint = .double) {
    self.walkthrough = walkthrough
    rounding = Rounding(isSingle: floatingPoint == .single)
  }

  public mutating func push(_ matrix: Matrix) { matrices.append(matrix) }

  /// The value of the whole formula, once all of it was applied.
  public var result: Matrix? { matrices.last }

  /// Why an operation has no value.
  public struct Failure: Error {
    let primitive: Primitive
    let operands: (Double, Double)
  }

  /// Replaces the topmost operands by the operation on them; names and terms of published lines are to be pushed.
  ///
  /// - Throws: the operation with an entry that is not a finite number.
  public mutating func apply(_ kind: FormulaNode.Kind) throws(Failure) {
    switch kind {
    case .number(let value, _): push(Matrix(rounding(value)))
    case .constant(let constant): push(Matrix(rounding(constant.value)))
    case .generated(let number): push(Matrix(walkthrough.generators[Int(number)]).map { rounding($0) })
    case .operation(let primitive): try apply(primitive, isElementwise: false)
    case .juxtaposition: try apply(.multiply, isElementwise: false)
    case .elementwise(let primitive): try apply(primitive, isElementwise: true)
    case .matrix(let operation): push(matrices.removeLast().apply(operation, rounding))
    case .selection(let number): push(matrices.removeLast().picking(walkthrough.selections[Int(number)]))
    case .stack(let stacking, let count):
      let parts = matrices.suffix(Int(count))
      matrices.removeLast(Int(count))
      push(.stacked(stacking, parts))
    case .quantity, .declared, .updated, .derivative, .localDerivative, .state: break
    }
  }

  private mutating func apply(_ primitive: Primitive, isElementwise: Bool) throws(Failure) {
    let second = primitive.arity == 2 ? matrices.removeLast() : Matrix(0)
    let first = matrices.removeLast()
    let isProduct = !isElementwise && primitive.isMatrixProduct(first.shape, second.shape)
    let value: Matrix =
      isProduct
      ? .product(first, second, rounding) : .apply(primitive, first, second, rounding)
    if let place = value.entries.firstIndex(where: { !$0.isFinite }) {
      throw Failure(primitive: primitive, operands: (first.entry(place, in: value), second.entry(place, in: value)))
    }
    push(value)
  }
}

extension Matrix {
  /// The entry that stands behind an entry of a result by element.
  func entry(_ place: Int, in result: Matrix) -> Double {
    guard shape.broadcast(with: result.shape) == result.shape else { return entries[0] }
    return repeated(to: result.shape).entries[place]
  }
}

extension Walkthrough {
  /// The value of a constant expression with matrices.
  ///
  /// - Throws: a diagnostic where a value is no finite number.
  public func constantMatrix(at range: Range<Int>) throws(Diagnostic) -> Matrix {
    var stack = FormulaStack(self)
    for node in nodes[range] {
      do throws(FormulaStack.Failure) {
        try stack.apply(node.kind)
      } catch {
        throw .noConstant(error.primitive, at: place(of: error.primitive, at: Int(node.place)), error.operands)
      }
    }
    return stack.result ?? Matrix(0)
  }

  /// The value of a constant expression of numbers.
  ///
  /// - Throws: a diagnostic where a value is no finite number.
  func constantValue(at range: Range<Int>) throws(Diagnostic) -> Double {
    if range.count == 1, case .number(let value, _) = nodes[range.lowerBound].kind { return value }
    return try constantMatrix(at: range).entries[0]
  }
}

extension Diagnostic {
  fileprivate static func noConstant(
    _ primitive: Primitive, at place: Range<Int>, _ operands: (Double, Double)
  ) -> Diagnostic {
    Diagnostic(
      at: place, "this has no value: \(primitive.complaint(operands.0, operands.1))",
      remedy: "write numbers for which it has a value")
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// One thing that an operand goes through in a formula.
enum Passage: Equatable {
  /// A plus of a sum.
  case added
  /// A minus, in a sum or before it.
  case negated
  /// A product with a number, or a quotient by it.
  case constantFactor(Expression, isDivisor: Bool)
  /// Of a product of matrices.
  case leftFactor, rightFactor
  /// A product in which one side is a number: by this quantity, where the other factor is one.
  case scaled(Int?)
  case elementwiseFactor
  /// Above a fraction bar; below it stands this quantity, where it is one.
  case dividend(Int?)
  /// Below a fraction bar.
  case divisor
  /// With its exponent, where that is a whole number.
  case power(Int?)
  case function(Primitive)
  case operation(MatrixOperation)
  /// Brackets or an index.
  case part
  /// What has this shape is repeated to fit what stands beside it.
  case repeated(Shape)

  var isFunction: Bool {
    if case .function = self { true } else { false }
  }

  var isConstantFactor: Bool {
    if case .constantFactor = self { true } else { false }
  }

  /// Whether it needs no sentence of its own where nothing else happens.
  var isPlain: Bool {
    switch self {
    case .added, .negated, .constantFactor, .repeated: true
    case .leftFactor, .rightFactor, .scaled, .elementwiseFactor, .dividend, .divisor, .power, .function, .operation,
      .part:
      false
    }
  }

  /// Whether what comes out may still be called by its name: the entries as they are.
  var keepsName: Bool {
    switch self {
    case .repeated, .operation(.transpose): true
    case .added, .negated, .constantFactor, .leftFactor, .rightFactor, .scaled, .elementwiseFactor, .dividend, .divisor,
      .power, .function, .part, .operation:
      false
    }
  }

  /// Whether each entry stays one, where it is or transposed.
  var keepsEntries: Bool {
    switch self {
    case .added, .negated, .constantFactor, .scaled, .elementwiseFactor, .dividend, .divisor, .power, .function,
      .operation(.transpose):
      true
    case .leftFactor, .rightFactor, .part, .repeated, .operation: false
    }
  }

  /// Whether it halves.
  var isHalf: Bool {
    switch self {
    case .constantFactor(let number, true): number == .integer(2)
    case .constantFactor(let number, false): number.matrixValue { _ in Matrix(.nan) } == Matrix(0.5)
    case .added, .negated, .leftFactor, .rightFactor, .scaled, .elementwiseFactor, .dividend, .divisor, .power,
      .function, .operation, .part, .repeated:
      false
    }
  }
}

extension Expression {
  /// What a quantity goes through from the outside in, for each place where it stands.
  func ways(of operand: Int, shapes: (Int) -> Shape) -> [[Passage]] {
    func inner(_ expression: Expression) -> [[Passage]] { expression.ways(of: operand, shapes: shapes) }
    /// The same of operands that stand side by side, behind what all of them go through.
    func fitted(_ operands: [Expression], behind passage: [Passage]) -> [[Passage]] {
      operands.filter { $0.uses(operand) }.flatMap { part in
        let fit = Passage.fitting(part.shape(shapes), shape(shapes))
        return inner(part).map { passage + fit + $0 }
      }
    }
    switch self {
    case .number, .constant, .slope: return []
    case .quantity(let quantity): return quantity == operand ? [[]] : []
    case .negation(let inside): return inner(inside).map { [.negated] + $0 }
    case .sum(let terms):
      return terms.flatMap { fitted([$0.expression], behind: [$0.isSubtracted ? .negated : .added]) }
    case .power(let base, let exponent), .matrix(.power(let base, let exponent)):
      return fitted([base, exponent], behind: [.power(exponent.wholeNumber)])
    case .product(let factors):
      return factors.indices.filter { factors[$0].expression.uses(operand) }.flatMap { index in
        let passages = Self.passages(at: index, of: factors, shapes)
        return inner(factors[index].expression).map { passages + $0 }
      }
    case .declared(_, let operands): return operands.flatMap(inner)
    case .call(let primitive, let operands): return fitted(operands, behind: [.function(primitive)])
    case .matrix(.operation(let operation, let inside)): return inner(inside).map { [.operation(operation)] + $0 }
    case .matrix(let matrix): return matrix.parts.flatMap(inner).map { [.part] + $0 }
    }
  }

  /// What one factor goes through among the others, the last sign first: signs work from the left.
  private static func passages(at index: Int, of factors: [Factor], _ shapes: (Int) -> Shape) -> [Passage] {
    func before(_ place: Int) -> Expression {
      place == 1 ? factors[0].expression : .product(Array(factors[..<place]))
    }
    var passages: [[Passage]] = []
    for place in factors.indices.dropFirst(max(index, 1)) {
      let (own, other) =
        place == index ? (factors[index].expression, before(index)) : (before(place), factors[place].expression)
      var passage: Passage
      if !factors[place].isDivisor {
        let side: Passage = place == index ? .rightFactor : .leftFactor
        passage = Self.passage(own.shape(shapes), beside: other, factors[place].isElementwise, side, shapes)
      } else if place == index {
        passage = .divisor
      } else {
        passage = other.isNumeric ? .constantFactor(other, isDivisor: true) : .dividend(other.quantity)
      }
      let isSide = passage == .leftFactor || passage == .rightFactor
      passages.append([passage] + (isSide ? [] : Passage.fitting(own.shape(shapes), before(place + 1).shape(shapes))))
    }
    return passages.reversed().flatMap(\.self)
  }

  /// - Parameter side: which factor of a product of matrices it is.
  private static func passage(
    _ own: Shape, beside other: Expression, _ isElementwise: Bool, _ side: Passage, _ shapes: (Int) -> Shape
  ) -> Passage {
    let isNumber = other.shape(shapes).isScalar
    if isNumber, other.isNumeric { return .constantFactor(other, isDivisor: false) }
    if isElementwise { return .elementwiseFactor }
    return isNumber || own.isScalar ? .scaled(other.quantity) : side
  }

  /// The quantity that it is alone.
  private var quantity: Int? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  private var wholeNumber: Int? {
    guard case .number(let number) = self, number.places == 0 else { return nil }
    return Int(clamping: number.coefficient)
  }
}

extension Passage {
  fileprivate static func fitting(_ own: Shape, _ whole: Shape) -> [Passage] { own == whole ? [] : [.repeated(own)] }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// Why that comes back along an edge: what the operand goes through on its way, from the outside in.
  func pullbackReasons(_ edge: Int) -> [Sentence] {
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    let passages = expressions[result].passages(of: operand) { quantities[$0].shape }
    let sendsNumber = quantities[result].shape.isScalar && !passages.contains { $0.isOperation }
    var sentences: [Sentence] = []
    let uses = expressions[result].useCount(of: operand)
    if uses > 1 { sentences.append(Wording.severalUses(symbol(operand), in: symbol(result))) }
    for passage in passages {
      let sentence = sentence(for: passage, operand, ofNumber: sendsNumber)
      if let sentence, !sentences.contains(where: { $0.inlines == sentence.inlines }) { sentences.append(sentence) }
    }
    if uses == 1,
      passages.drop(while: { !$0.isFunction }).contains(where: { [.negated, .constantFactor].contains($0) })
    {
      sentences.append(Wording.chain)
    }
    if sentences.isEmpty, passages.contains(.constantFactor) {
      sentences.append(Wording.constantSlope(symbol(operand), in: symbol(result)))
    } else if sentences.isEmpty, !passages.count(where: { $0 == .negated }).isMultiple(of: 2) {
      sentences.append(Wording.takenAway(symbol(operand), from: symbol(result)))
    }
    let (own, whole) = (quantities[operand].shape, quantities[result].shape)
    if own != whole, own.broadcast(with: whole) == whole, !passages.contains(where: \.summarizes) {
      sentences.append(Wording.repeated(symbol(operand), isNumber: own.isScalar))
    }
    return sentences.isEmpty ? [Wording.takenAsItIs(symbol(operand), in: symbol(result))] : sentences
  }

  /// - Parameter ofNumber: whether what comes back is one number, which has no sides to multiply it from.
  private func sentence(for passage: Passage, _ operand: Int, ofNumber: Bool) -> Sentence? {
    switch passage {
    case .negated, .constantFactor: nil
    case .leftFactor: Wording.leftFactor(symbol(operand), ofNumber: ofNumber)
    case .rightFactor: Wording.rightFactor(symbol(operand), ofNumber: ofNumber)
    case .scaled(let factor): Wording.scaled(symbol(operand), by: factor.map(symbol))
    case .elementwiseFactor: Wording.elementwiseFactor
    case .dividend(let divisor): Wording.dividend(symbol(operand), by: divisor.map(symbol))
    case .divisor: Wording.divisor(symbol(operand))
    case .power(let exponent): Wording.power(exponent, of: quantities[operand].shape)
    case .function(let primitive): primitive.notation.slope
    case .operation(let operation): Wording.pullback(of: operation)
    case .part: Wording.part(symbol(operand))
    }
  }
}

/// One thing that an operand goes through in a formula.
enum Passage: Equatable {
  /// A minus, in a sum or before it.
  case negated
  /// Products with numbers, and quotients by them.
  case constantFactor
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

  fileprivate var isFunction: Bool {
    if case .function = self { true } else { false }
  }

  var isOperation: Bool {
    switch self {
    case .operation: true
    case .negated, .constantFactor, .leftFactor, .rightFactor, .scaled, .elementwiseFactor, .dividend, .divisor, .power,
      .function, .part:
      false
    }
  }

  /// Whether entries are added up already by what is said of it.
  fileprivate var summarizes: Bool {
    switch self {
    case .operation, .leftFactor, .rightFactor, .part: true
    case .negated, .constantFactor, .scaled, .elementwiseFactor, .dividend, .divisor, .power, .function: false
    }
  }
}

extension Expression {
  /// What a quantity goes through, from the outside in; of several uses, one after another.
  func passages(of operand: Int, shapes: (Int) -> Shape) -> [Passage] {
    func inner(_ expression: Expression) -> [Passage] { expression.passages(of: operand, shapes: shapes) }
    switch self {
    case .number, .constant, .quantity: return []
    case .negation(let inside): return [.negated] + inner(inside)
    case .sum(let terms):
      return terms.filter { $0.expression.uses(operand) }.flatMap { term in
        (term.isSubtracted ? [.negated] : []) + inner(term.expression)
      }
    case .power(let base, let exponent):
      return [.power(exponent.wholeNumber)] + (base.uses(operand) ? inner(base) : [])
        + (exponent.uses(operand) ? inner(exponent) : [])
    case .product(let factors):
      return factors.indices.filter { factors[$0].expression.uses(operand) }.flatMap { index in
        Self.passages(at: index, of: factors, shapes) + inner(factors[index].expression)
      }
    case .declared(_, let operands): return operands.filter { $0.uses(operand) }.flatMap(inner)
    case .slope: return []
    case .call(let primitive, let operands):
      return [.function(primitive)] + operands.filter { $0.uses(operand) }.flatMap(inner)
    case .matrix(let matrix):
      let own: Passage =
        switch matrix {
        case .rows, .selection, .placement, .generated: .part
        case .operation(let operation, _): .operation(operation)
        case .power(_, let exponent): .power(exponent.wholeNumber)
        }
      return [own] + matrix.parts.filter { $0.uses(operand) }.flatMap(inner)
    }
  }

  /// What one factor goes through among the others, the last sign first: signs work from the left.
  private static func passages(at index: Int, of factors: [Factor], _ shapes: (Int) -> Shape) -> [Passage] {
    if factors[index].isDivisor { return [.divisor] }
    var passages: [Passage] = []
    if index > 0 {
      let before = Expression.product(Array(factors[..<index]))
      let own = factors[index].expression.shape(shapes)
      passages.append(
        passage(
          own, beside: index == 1 ? factors[0].expression : before, factors[index].isElementwise, .rightFactor, shapes))
    }
    for place in factors.indices.dropFirst(index + 1) {
      let own = Expression.product(Array(factors[..<place])).shape(shapes)
      let other = factors[place].expression
      if factors[place].isDivisor {
        passages.append(other.isNumeric ? .constantFactor : .dividend(other.quantity))
      } else {
        passages.append(passage(own, beside: other, factors[place].isElementwise, .leftFactor, shapes))
      }
    }
    return passages.reversed()
  }

  /// - Parameter side: which factor of a product of matrices it is.
  private static func passage(
    _ own: Shape, beside other: Expression, _ isElementwise: Bool, _ side: Passage, _ shapes: (Int) -> Shape
  ) -> Passage {
    let isNumber = other.shape(shapes).isScalar
    if isNumber, other.isNumeric { return .constantFactor }
    if isElementwise { return .elementwiseFactor }
    return isNumber || own.isScalar ? .scaled(other.quantity) : side
  }

  /// The quantity that it is alone.
  private var quantity: Int? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// In how many places a quantity stands.
  fileprivate func useCount(of operand: Int) -> Int {
    switch self {
    case .quantity(let quantity): quantity == operand ? 1 : 0
    case .number, .constant, .slope: 0
    case .negation(let inside): inside.useCount(of: operand)
    case .power(let base, let exponent): base.useCount(of: operand) + exponent.useCount(of: operand)
    case .sum(let terms): terms.reduce(0) { $0 + $1.expression.useCount(of: operand) }
    case .product(let factors): factors.reduce(0) { $0 + $1.expression.useCount(of: operand) }
    case .call(_, let operands), .declared(_, let operands): operands.reduce(0) { $0 + $1.useCount(of: operand) }
    case .matrix(let matrix): matrix.parts.reduce(0) { $0 + $1.useCount(of: operand) }
    }
  }

  private var wholeNumber: Int? {
    guard case .number(let number) = self, number.places == 0 else { return nil }
    return Int(clamping: number.coefficient)
  }
}

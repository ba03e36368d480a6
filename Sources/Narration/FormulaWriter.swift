import DocumentModel
import Numerals
import WalkthroughLanguage

/// Turns expressions into formulas, with parentheses where they are needed and nowhere else.
struct FormulaWriter {
  /// The leaves: symbols, or numbers.
  private let leaves: Leaves

  private enum Leaves {
    case symbols([Formula])
    case numbers([ShownNumber])
    /// Matrices and numbers put in.
    case values([Formula])
  }

  /// What functions without formulas are called, by their numbers.
  private var functions: [Symbol] = []
  /// How the slopes of such functions are written, where not as derivatives of leaves.
  private var slope: ((_ result: Int, _ operand: Int) -> Formula)?

  init(leaves: [Formula], functions: [Symbol] = [], slope: ((Int, Int) -> Formula)? = nil) {
    self.leaves = .symbols(leaves)
    (self.functions, self.slope) = (functions, slope)
  }
  init(numbers: [ShownNumber]) { leaves = .numbers(numbers) }
  init(values: [Formula]) { leaves = .values(values) }

  private func leaf(_ index: Int) -> Formula {
    switch leaves {
    case .symbols(let symbols), .values(let symbols): symbols[index]
    case .numbers(let numbers): .number(numbers[index])
    }
  }

  /// Between numbers a product needs its dot.
  var isNumeric: Bool {
    switch leaves {
    case .symbols: false
    case .numbers, .values: true
    }
  }

  func formula(_ expression: Expression) -> Formula {
    switch expression {
    case .number(let decimal): return .number(ShownNumber(decimal))
    case .constant(.pi): return .symbol(Symbol(name: "π", base: [.greek("pi", "π")]))
    case .constant(.e): return .symbol(.letter("e"))
    case .quantity(let index): return leaf(index)
    case .sum(let terms): return sum(terms)
    case .product(let factors): return product(factors)
    case .negation(let operand):
      let inner = formula(operand)
      return .negation(inner.isSum || inner.startsWithMinus ? .parenthesized(inner) : inner)
    case .power(let base, let exponent):
      let inner = formula(base)
      return .power(inner.isAtom ? inner : .parenthesized(inner), formula(exponent))
    case .call(let primitive, let operands): return call(primitive, operands.map(formula))
    case .matrix(let matrix): return formula(matrix)
    case .declared(let function, let operands):
      return .function(.named(functions[function]), operands.map(formula))
    case .slope(let result, let operand):
      return slope?(result, operand) ?? .derivative(of: leaf(result), by: leaf(operand))
    }
  }

  private func sum(_ terms: [Expression.Term]) -> Formula {
    .sum(
      terms.enumerated().map { index, term in
        let inner = formula(term.expression)
        let needsParentheses = inner.isSum || inner.startsWithMinus && (index > 0 || term.isSubtracted)
        return Formula.Term(needsParentheses ? .parenthesized(inner) : inner, isSubtracted: term.isSubtracted)
      })
  }

  /// Factors gather from the left; a divisor takes all that stands before it, or only the number if both are numbers.
  private func product(_ factors: [Expression.Factor]) -> Formula {
    var gathered: [Formula] = []
    gathered.reserveCapacity(factors.count)
    for (index, factor) in factors.enumerated() {
      let inner = formula(factor.expression)
      if factor.isElementwise {
        let left = Self.elementwiseOperand(gathered)
        let right = grouped(inner, isFirst: false)
        gathered = [factor.isDivisor ? .elementwiseQuotient(left, right) : left.timesElementwise(right)]
      } else if factor.isDivisor {
        if index > 0, factors[index - 1].isLiteral, factor.isLiteralDivisor, let last = gathered.popLast() {
          gathered.append(.slashed(last, inner))
        } else {
          gathered = [.fraction(whole(gathered), inner)]
        }
      } else if factor.isJuxtaposed, !isNumeric, !inner.looksLikeExponent, let last = gathered.popLast() {
        gathered.append(.product([last, grouped(inner, isFirst: false)], .juxtaposed))
      } else {
        if let last = gathered.last, last.isElementwise { gathered[gathered.count - 1] = .parenthesized(last) }
        gathered.append(grouped(inner, isFirst: gathered.isEmpty && index == 0))
      }
    }
    return whole(gathered)
  }

  /// What stands before a sign by element: numbers stay beside it, a product of matrices is set apart.
  private static func elementwiseOperand(_ gathered: [Formula]) -> Formula {
    guard gathered.count > 1 else { return gathered[0] }
    return .parenthesized(.product(gathered, .dot))
  }

  private func whole(_ factors: [Formula]) -> Formula {
    factors.count == 1 ? factors[0].withoutParentheses : .product(factors, .dot)
  }

  private func grouped(_ formula: Formula, isFirst: Bool) -> Formula {
    let needsParentheses = formula.isSum || formula.isDottedProduct || formula.startsWithMinus && !isFirst
    return needsParentheses ? .parenthesized(formula) : formula
  }

  private func call(_ primitive: Primitive, _ operands: [Formula]) -> Formula {
    switch primitive.notation.look {
    case .sign: return operands[0]
    case .function(let name): return .function(name, operands)
    case .exponential: return .power(.symbol(.letter("e")), operands[0])
    case .squareRoot: return .squareRoot(operands[0])
    case .bars: return .absoluteValue(operands[0])
    case .condition(let comparison): return .condition(operands[0], comparison, operands[1])
    }
  }
}

extension Expression.Factor {
  /// Whether it multiplies by a number.
  fileprivate var isLiteral: Bool {
    if case .number = expression { return !isDivisor }
    return false
  }

  /// Whether it divides by a number.
  fileprivate var isLiteralDivisor: Bool {
    if case .number = expression { return isDivisor }
    return false
  }
}

extension Formula {
  /// Whether a sum stands at the top, which binds weakest.
  var isSum: Bool {
    if case .sum = self { return true }
    return false
  }

  /// Whether a product with dots stands at the top, a power of ten included.
  fileprivate var isDottedProduct: Bool {
    switch self {
    case .product(_, .dot), .product(_, .elementwise), .elementwiseQuotient: return true
    case .number(let number): return number.exponent != nil
    case .symbol, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwisePower, .selected:
      return false
    }
  }

  /// Whether its first mark is a minus.
  var startsWithMinus: Bool {
    switch self {
    case .number(let number): return number.isNegative
    case .negation: return true
    case .sum(let terms): return terms.first.map { $0.isSubtracted || $0.formula.startsWithMinus } ?? false
    case .product(let factors, _): return factors.first?.startsWithMinus ?? false
    case .slashed(let top, _): return top.startsWithMinus
    case .elementwiseQuotient(let top, _): return top.startsWithMinus
    case .symbol, .fraction, .power, .function, .squareRoot, .absoluteValue, .parenthesized, .condition, .derivative,
      .updated, .matrix, .ellipsis, .transposed, .elementwisePower, .selected:
      return false
    }
  }

  /// Whether in plain text a number straight before it would seem to have a power of ten.
  fileprivate var looksLikeExponent: Bool {
    switch self {
    case .symbol(let symbol): symbol.name.looksLikeExponent
    case .power(let base, _): base.looksLikeExponent
    case .number, .sum, .product, .fraction, .slashed, .negation, .function, .squareRoot, .absoluteValue,
      .parenthesized, .condition, .derivative, .updated, .matrix, .ellipsis, .transposed, .elementwiseQuotient,
      .elementwisePower, .selected:
      false
    }
  }

  /// Whether a power may be set on it as it stands.
  fileprivate var isAtom: Bool {
    switch self {
    case .symbol, .parenthesized, .absoluteValue, .condition, .matrix: return true
    case .number(let number): return !number.isNegative && number.exponent == nil
    case .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .derivative, .updated,
      .ellipsis, .transposed, .elementwiseQuotient, .elementwisePower, .selected:
      return false
    }
  }

  /// What stands alone in a numerator needs no parentheses.
  fileprivate var withoutParentheses: Formula {
    if case .parenthesized(let inner) = self { return inner }
    return self
  }
}

import WalkthroughLanguage

extension Laboratory {
  /// ∂result/∂operand as a formula in the quantities of the file: products along all paths, added up and simplified; 0
  /// where no path leads there, and nothing where the formula would be too long to read.
  public func derivativeFormula(of result: Int, by operand: Int) -> Expression? {
    walkthrough.derivativeFormula(of: result, by: operand) {
      list.edgesInto[$0].map { Int(list.edgeOperands[$0]) }
    }
  }
}

extension Trace {
  /// ∂objective/∂quantity as a formula, as `Laboratory.derivativeFormula` gives it.
  public func adjointFormula(of quantity: Int) -> Expression? {
    guard let backward else { return nil }
    return walkthrough.derivativeFormula(of: backward.seed, by: quantity) { edgesIntoResult[$0].map { edges[$0].operand } }
  }
}

extension Walkthrough {
  /// Numbers, names and operations of a derivative that is still written as one formula.
  static let longestDerivative = 200

  /// - Parameter operands: by quantity: the quantities in its formula.
  fileprivate func derivativeFormula(
    of result: Int, by operand: Int, operands: (Int) -> [Int]
  ) -> Expression? {
    guard operand <= result else { return .integer(0) }
    var isNeeded = [Bool](repeating: false, count: result + 1)
    isNeeded[result] = true
    var slopes = [Expression?](repeating: nil, count: result + 1)
    slopes[operand] = .one
    for quantity in stride(from: result, to: operand, by: -1) where isNeeded[quantity] {
      for inner in operands(quantity) where inner >= operand { isNeeded[inner] = true }
    }
    for quantity in operand + 1..<max(result, operand) + 1 where isNeeded[quantity] {
      var terms: [Expression.Term] = []
      for inner in operands(quantity) {
        guard inner >= operand, let slope = slopes[inner] else { continue }
        let local = derivation(of: quantity, by: inner).simplified
        terms.append(Expression.Term(local == .one ? slope : slope == .one ? local : local * slope))
      }
      guard !terms.isEmpty else { continue }
      let sum = (terms.count == 1 ? terms[0].expression : .sum(terms)).simplified
      guard sum.size <= Self.longestDerivative else { return nil }
      slopes[quantity] = sum
    }
    return slopes[result] ?? .integer(0)
  }

  /// The formula with the formulas of quantities put in for their names, down to givens and functions without formulas,
  /// and simplified; the formula itself where that becomes too long.
  public func puttingIn(_ formula: Expression) -> Expression {
    var replaced = formula
    // Formulas speak of quantities above them only, so that each round goes up by one at least.
    while let next = replaced.replacing({ formulaToPutIn(for: $0) }) {
      guard next.size <= Self.longestDerivative else { return formula }
      replaced = next
    }
    return replaced.simplified
  }

  private func formulaToPutIn(for quantity: Int) -> Expression? {
    let formula = expression(of: quantity)
    switch formula {
    case .declared, .quantity(quantity): return nil
    case .number, .constant, .quantity, .sum, .product, .negation, .power, .call, .slope, .matrix: return formula
    }
  }
}

extension Expression {
  /// How many numbers, names and operations are in it.
  public var size: Int {
    switch self {
    case .number, .constant, .quantity, .slope: 1
    case .negation(let operand): 1 + operand.size
    case .power(let base, let exponent): 1 + base.size + exponent.size
    case .sum(let terms): terms.reduce(0) { $0 + 1 + $1.expression.size }
    case .product(let factors): factors.reduce(0) { $0 + 1 + $1.expression.size }
    case .call(_, let operands), .declared(_, let operands): operands.reduce(1) { $0 + $1.size }
    case .matrix(let matrix): matrix.parts.reduce(1) { $0 + $1.size }
    }
  }

  /// With formulas for some of its quantities; nothing where none has one.
  fileprivate func replacing(_ formula: (Int) -> Expression?) -> Expression? {
    var isReplaced = false
    let result = replaced { quantity in
      let found = formula(quantity)
      isReplaced = isReplaced || found != nil
      return found
    }
    return isReplaced ? result : nil
  }

  private func replaced(_ formula: (Int) -> Expression?) -> Expression {
    switch self {
    case .number, .constant, .slope, .matrix: self
    case .quantity(let quantity): formula(quantity) ?? self
    case .negation(let operand): .negation(operand.replaced(formula))
    case .power(let base, let exponent): .power(base.replaced(formula), exponent.replaced(formula))
    case .sum(let terms):
      .sum(terms.map { Term($0.expression.replaced(formula), isSubtracted: $0.isSubtracted) })
    case .product(let factors):
      .product(factors.map { Factor($0.expression.replaced(formula), isDivisor: $0.isDivisor) })
    case .call(let primitive, let operands): .call(primitive, operands.map { $0.replaced(formula) })
    case .declared(let function, let operands): .declared(function, operands.map { $0.replaced(formula) })
    }
  }
}

import WalkthroughLanguage

extension Laboratory {
  /// ∂result/∂operand as a formula in the quantities of the file; 0 where no path leads there, and nothing where the
  /// formula would be too long to read.
  public func derivativeFormula(of result: Int, by operand: Int) -> Expression? {
    walkthrough.derivativeFormulas(of: result) { list.edgesInto[$0].map { Int(list.edgeOperands[$0]) } }[operand]
  }
}

extension Trace {
  /// By quantity: ∂objective/∂quantity as a formula, as `Laboratory.derivativeFormula` gives it; empty without an
  /// objective.
  public var adjointFormulas: [Expression?] {
    guard let backward else { return [] }
    return walkthrough.derivativeFormulas(of: backward.seed) { edgesIntoResult[$0].map { edges[$0].operand } }
  }
}

extension Walkthrough {
  /// Numbers, names and operations of a derivative that is still written as one formula.
  private static let longestDerivative = 120
  /// The same before like terms are collected.
  private static let longestSum = 500

  /// By quantity: ∂seed/∂quantity, as contributions from the seed down, added up and simplified at every quantity.
  ///
  /// - Parameter operands: by quantity: the quantities in its formula.
  fileprivate func derivativeFormulas(of seed: Int, operands: (Int) -> [Int]) -> [Expression?] {
    var formulas = [Expression?](repeating: .integer(0), count: quantities.count)
    formulas[seed] = .one
    // By quantity: its contributions, the last one first.
    var contributions = [[Expression?]](repeating: [], count: seed + 1)
    for quantity in stride(from: seed, through: 0, by: -1) where quantity == seed || !contributions[quantity].isEmpty {
      if quantity < seed { formulas[quantity] = Self.sum(of: contributions[quantity].reversed()) }
      contributions[quantity] = []
      for operand in operands(quantity) {
        let contribution = formulas[quantity].map { upstream in
          Expression.chain([upstream, derivation(of: quantity, by: operand).simplified])
        }
        contributions[operand].append(contribution)
      }
    }
    return formulas
  }

  private static func sum(of contributions: [Expression?]) -> Expression? {
    var terms: [Expression.Term] = []
    var size = 0
    for contribution in contributions {
      guard let contribution, size <= longestSum else { return nil }
      size += contribution.size
      terms.append(Expression.Term(contribution))
    }
    let sum = (terms.count == 1 ? terms[0].expression : .sum(terms)).simplified
    return sum.size <= longestDerivative ? sum : nil
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
  /// The product of slopes along a chain, factors of 1 left out.
  public static func chain(_ slopes: [Expression]) -> Expression {
    let factors = slopes.filter { $0 != .one }
    guard let first = factors.first else { return .one }
    return factors.dropFirst().reduce(first) { $0 * $1 }
  }

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

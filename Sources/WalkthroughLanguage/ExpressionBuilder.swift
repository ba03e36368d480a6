/// Builds a tree from a formula in postfix order; chains of sums and products grow where they lie, and do not nest.
struct ExpressionBuilder {
  private var entries: [Entry] = []

  /// A finished expression, or a chain that the next operation may lengthen: then its list is kept apart, so
  /// that a chain of n operands takes n steps and not n².
  private struct Entry {
    enum Kind: Equatable {
      case whole, sum, product
      case call(Primitive)
    }

    var kind: Kind
    var whole = Expression.one
    var terms: [Expression.Term] = []
    var factors: [Expression.Factor] = []
    var operands: [Expression] = []

    var expression: Expression {
      switch kind {
      case .whole: whole
      case .sum: .sum(terms)
      case .product: .product(factors)
      case .call(let primitive): .call(primitive, operands)
      }
    }
  }

  mutating func append(_ expression: Expression) {
    entries.append(Entry(kind: .whole, whole: expression))
  }

  mutating func removeLast() -> Expression { entries.removeLast().expression }

  /// Replaces the topmost operands by the operation on them.
  mutating func apply(_ primitive: Primitive) {
    switch primitive.form {
    case .sign(.plus): add(isSubtracted: false)
    case .sign(.minus): add(isSubtracted: true)
    case .sign(.times): multiply(isDivisor: false, isJuxtaposed: false)
    case .sign(.over): multiply(isDivisor: true, isJuxtaposed: false)
    case .sign(.power):
      let exponent = removeLast()
      append(.power(removeLast(), exponent))
    case .sign(.negation): append(.negation(removeLast()))
    case .function(let arity), .unwritten(let arity):
      if arity == 1 { append(.call(primitive, [removeLast()])) } else { call(primitive) }
    }
  }

  private mutating func add(isSubtracted: Bool) {
    let right = removeLast()
    if last != .sum { entries.append(Entry(kind: .sum, terms: [Expression.Term(removeLast())])) }
    entries[entries.count - 1].terms.append(Expression.Term(right, isSubtracted: isSubtracted))
  }

  /// `.*`, `./` or `.^`.
  mutating func applyElementwise(_ primitive: Primitive) {
    if primitive == .power {
      let exponent = removeLast()
      append(.matrix(.power(removeLast(), exponent)))
    } else {
      multiply(isDivisor: primitive == .divide, isJuxtaposed: false, isElementwise: true)
    }
  }

  /// Brackets: parts side by side are a matrix of one row, and such matrices below one another are its rows.
  mutating func stack(_ stacking: FormulaNode.Stacking, _ count: Int) {
    let parts = (0..<count).map { _ in removeLast() }.reversed()
    switch stacking {
    case .sideBySide: append(.matrix(.rows([Array(parts)])))
    case .below:
      append(
        .matrix(
          .rows(
            parts.map { part in
              if case .matrix(.rows(let rows)) = part, rows.count == 1 { return rows[0] }
              return [part]
            })))
    }
  }

  /// A function without a formula takes its operands.
  mutating func declare(_ function: Int, _ count: Int) {
    let operands = (0..<count).map { _ in removeLast() }.reversed()
    append(.declared(function, Array(operands)))
  }

  mutating func multiply(isDivisor: Bool, isJuxtaposed: Bool, isElementwise: Bool = false) {
    let right = removeLast()
    if last != .product { entries.append(Entry(kind: .product, factors: [Expression.Factor(removeLast())])) }
    entries[entries.count - 1].factors.append(
      Expression.Factor(
        right, isDivisor: isDivisor, isJuxtaposed: isJuxtaposed, isElementwise: isElementwise))
  }

  private mutating func call(_ primitive: Primitive) {
    let right = removeLast()
    if last != .call(primitive) { entries.append(Entry(kind: .call(primitive), operands: [removeLast()])) }
    entries[entries.count - 1].operands.append(right)
  }

  private var last: Entry.Kind { entries[entries.count - 1].kind }
}

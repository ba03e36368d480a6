import Numerals

extension Walkthrough {
  /// The formula of a quantity as a tree.
  public func expression(of quantity: Int) -> Expression {
    expression(at: quantities[quantity].formula)
  }

  /// The formula in that stretch of `nodes`, which must be a whole one and no published line, as a tree.
  public func expression(at range: Range<Int>) -> Expression {
    var stack: [Expression] = []
    for node in nodes[range] {
      switch node.kind {
      case .number(let value, let length):
        stack.append(.number(written(at: Int(node.place), Int(length), value)))
      case .constant(let constant): stack.append(.constant(constant))
      case .quantity(let quantity): stack.append(.quantity(Int(quantity)))
      case .operation(let primitive): stack.apply(primitive)
      case .juxtaposition: stack.multiply(isDivisor: false, isJuxtaposed: true)
      case .updated(let quantity): stack.append(.quantity(Int(quantity)))
      case .derivative(_, let by, _), .localDerivative(_, let by): stack.append(.quantity(Int(by)))
      }
    }
    return stack.removeLast()
  }

  /// The digits in the source; `value` where they cannot be read again.
  private func written(at place: Int, _ length: Int, _ value: Double) -> Decimal {
    var scanner = Scanner(source.bytes, place..<place + length)
    return scanner.takeDecimal()?.value ?? Decimal(shortest: value)
  }
}

extension [Expression] {
  /// Replaces the topmost operands by the operation on them; chains of sums and products grow, not nest.
  fileprivate mutating func apply(_ primitive: Primitive) {
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
    let term = Expression.Term(removeLast(), isSubtracted: isSubtracted)
    let left = removeLast()
    if case .sum(var terms) = left {
      terms.append(term)
      append(.sum(terms))
    } else {
      append(.sum([Expression.Term(left), term]))
    }
  }

  fileprivate mutating func multiply(isDivisor: Bool, isJuxtaposed: Bool) {
    let factor = Expression.Factor(removeLast(), isDivisor: isDivisor, isJuxtaposed: isJuxtaposed)
    let left = removeLast()
    if case .product(var factors) = left {
      factors.append(factor)
      append(.product(factors))
    } else {
      append(.product([Expression.Factor(left), factor]))
    }
  }

  private mutating func call(_ primitive: Primitive) {
    let right = removeLast()
    let left = removeLast()
    if case .call(primitive, var operands) = left {
      operands.append(right)
      append(.call(primitive, operands))
    } else {
      append(.call(primitive, [left, right]))
    }
  }
}

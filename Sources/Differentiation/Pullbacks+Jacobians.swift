import WalkthroughLanguage

/// How a row or a number changes with another, as a matrix to chain products with: one row for each entry of the
/// result, one column for each entry of the operand.
public enum Jacobian: Sendable, Hashable {
  /// By a row or a number: the adjoint of the result, as a row, times this is the adjoint of the operand.
  case factor(Expression)
  /// By the right factor of a product, a matrix itself: its adjoint is this times the adjoint of the result.
  case outer(Expression)
}

extension Pullbacks {
  /// The Jacobian along an edge; nothing where the formula makes none that can be read off.
  public func jacobian(alongEdge edge: Int) -> Jacobian? {
    let (result, operand) = (shape(ofResult: edge), shape(ofOperand: edge))
    guard result.rows == 1 else { return nil }
    let adjoint = Expression.quantity(quantityCount)
    if result.isScalar {
      let slope = pullback(alongEdge: edge, adjoint: .one)
      return operand.rows == 1 ? .factor(slope) : .outer(slope)
    }
    let sent = pullback(alongEdge: edge, adjoint: adjoint)
    if operand.rows == 1, let factor = sent.jacobian(of: adjoint, columns: result.columns) { return .factor(factor) }
    return sent.leftFactor(of: adjoint).map { .outer($0) }
  }
}

extension Expression {
  /// The matrix that this formula multiplies a row by, where it is linear in it.
  fileprivate func jacobian(of adjoint: Expression, columns: Int) -> Expression? {
    let identity = Expression.matrix(.generated(Generator(Shape(rows: columns, columns: columns), .identity)))
    if self == adjoint { return identity }
    switch self {
    case .negation(let operand):
      return operand.jacobian(of: adjoint, columns: columns).map { .negation($0) }
    case .product(let factors):
      guard let index = factors.firstIndex(where: { $0.expression.holds(adjoint) }), !factors[index].isDivisor,
        factors.count(where: { $0.expression.holds(adjoint) }) == 1
      else { return nil }
      let inner = factors[index].expression.jacobian(of: adjoint, columns: columns)
      var others = factors
      others.remove(at: index)
      guard let inner else { return nil }
      if others.allSatisfy(\.expression.isNumeric) {
        return .product([others[0].leading] + others.dropFirst() + [Factor(inner)])
      }
      if factors.contains(where: \.isElementwise) {
        let slopes = Expression.product(others.enumerated().map { $0 == 0 ? $1.leading : $1 }).alone
        let diagonal = Expression.matrix(.operation(.diagonal, slopes))
        return inner == identity ? diagonal : .product([Factor(inner), Factor(diagonal)])
      }
      guard index == 0, others.count == 1 else { return nil }
      return inner == identity ? others[0].expression : .product([Factor(inner), Factor(others[0].expression)])
    case .number, .constant, .quantity, .sum, .power, .call, .matrix, .declared, .slope: return nil
    }
  }

  /// What multiplies a row from the left, with the numbers before it, where the formula is that product.
  fileprivate func leftFactor(of adjoint: Expression) -> Expression? {
    guard case .product(let factors) = self, let last = factors.last, !last.isElementwise, !last.isDivisor else {
      return nil
    }
    let others = Array(factors.dropLast())
    if last.expression == adjoint, others.count == 1, !others[0].expression.isNumeric { return others[0].expression }
    guard others.allSatisfy(\.expression.isNumeric), let inner = last.expression.leftFactor(of: adjoint) else {
      return nil
    }
    return .product(others + [Factor(inner)])
  }

  private func holds(_ other: Expression) -> Bool {
    guard case .quantity(let quantity) = other else { return false }
    return uses(quantity)
  }

  /// The only factor of a product of one.
  var alone: Expression {
    if case .product(let factors) = self, factors.count == 1, !factors[0].isDivisor { return factors[0].expression }
    return self
  }
}

extension Expression.Factor {
  /// As the first of a product.
  fileprivate var leading: Expression.Factor { Expression.Factor(expression, isDivisor: isDivisor) }
}

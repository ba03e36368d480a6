import Numerals
import WalkthroughLanguage

/// One operation of a formula, with what the backward pass sends through it.
public struct Gate: Sendable {
  /// The operation with all that it works on; a whole formula, or a part of one.
  public let expression: Expression
  /// Whether it is the whole formula, so that its result has the quantity's name.
  public let isWhole: Bool
  /// The rule that names it; a sum of any length is one gate.
  public let primitive: Primitive
  /// ∂objective/∂(its result).
  public let adjoint: Double
  /// Where a recording holds it.
  public let adjointSlot: Int32?
  /// Those that depend on what was asked about, in the order of reading.
  public let inputs: [Input]

  /// What an operand of a gate is sent back.
  public struct Input: Sendable {
    public let expression: Expression
    /// ∂(result)/∂(operand), simplified, and its value.
    public let localDerivative: Expression
    public let slope: Double
    /// The gate's adjoint × `slope`.
    public let contribution: Double
    public let contributionSlot: Int32?
  }
}

extension Trace {
  /// The formula of a quantity as gates, the last operation first: each comes before those that it takes its operands
  /// from.
  ///
  /// Works with the values of the forward pass; nothing for a given, or where no path leads to the objective.
  ///
  /// - Parameter isVarying: by quantity, whether it depends on what was asked about.
  public func gates(of quantity: Int, isVarying: [Bool]) -> [Gate] {
    guard let backward, backward.reaches[quantity], !walkthrough.quantities[quantity].role.isGiven else { return [] }
    var gates: [Gate] = []
    var pending = [
      (walkthrough.expression(of: quantity), backward.adjoints[quantity], backward.adjoints.slot(quantity), true)
    ]
    while let (expression, adjoint, slot, isWhole) = pending.popLast() {
      let result: Expression = isWhole ? .quantity(quantity) : expression
      guard let operation = Operation(expression, result: result) else { continue }
      let inputs = operation.operands.filter { $0.expression.uses(isVarying) }.map { operand in
        let slope = operand.slope.value { values[$0] }
        return Gate.Input(
          expression: operand.expression, localDerivative: operand.slope.simplified, slope: slope,
          contribution: adjoint * slope, contributionSlot: contributionSlot(slot, operand.slope))
      }
      gates.append(
        Gate(
          expression: expression, isWhole: isWhole, primitive: operation.primitive, adjoint: adjoint,
          adjointSlot: slot, inputs: inputs))
      pending += inputs.reversed().filter { !$0.expression.isQuantity }.map {
        ($0.expression, $0.contribution, $0.contributionSlot, false)
      }
    }
    return gates
  }

  /// Where a recording holds an adjoint × a slope.
  public func contributionSlot(_ adjoint: Int32?, _ slope: Expression) -> Int32? {
    guard let recorder, let adjoint, let slope = recorder.slot(of: slope, values.slot) else { return nil }
    return recorder.exactly(.multiply, adjoint, slope)
  }
}

/// The outermost operation of an expression.
public struct Operation {
  /// The rule that names it; a sum of any length is one operation.
  public let primitive: Primitive
  /// In the order of reading, with how the result changes with each.
  public let operands: [(expression: Expression, slope: Expression)]

  /// Nothing for what is no operation of numbers.
  ///
  /// - Parameter result: what the value of `expression` is known by.
  public init?(_ expression: Expression, result: Expression) {
    switch expression {
    case .number, .constant, .matrix, .declared, .slope: return nil
    case .quantity: self.init(.identity, expression, expression, result)
    case .negation(let operand): self.init(.negate, operand, operand, result)
    case .power(let base, let exponent): self.init(.power, base, exponent, result)
    case .sum(let terms):
      self.init(
        .add,
        terms.map { term in
          let (primitive, side): (Primitive, Operand) = term.isSubtracted ? (.subtract, .second) : (.add, .first)
          return (term.expression, primitive.derivative(by: side, u: 0, v: 0, y: 0))
        })
    case .product(let factors):
      guard let last = factors.last, factors.count > 1 else { return nil }
      let before = Array(factors.dropLast())
      let first = before.count == 1 && !before[0].isDivisor ? before[0].expression : .product(before)
      self.init(last.isDivisor ? .divide : .multiply, first, last.expression, result)
    case .call(let primitive, let calledWith):
      let first = calledWith.count > 2 ? .call(primitive, Array(calledWith.dropLast())) : calledWith[0]
      self.init(primitive, first, calledWith[calledWith.count - 1], result)
    }
  }

  private init(_ primitive: Primitive, _ operands: [(expression: Expression, slope: Expression)]) {
    self.primitive = primitive
    self.operands = operands
  }

  private init(_ primitive: Primitive, _ u: Expression, _ v: Expression, _ y: Expression) {
    let sides = Operand.allCases.prefix(primitive.arity)
    self.init(primitive, sides.map { ($0 == .first ? u : v, primitive.derivative(by: $0, u: u, v: v, y: y)) })
  }
}

extension Expression {
  fileprivate func uses(_ isMeant: [Bool]) -> Bool {
    var set: Set<Int> = []
    collectQuantities(into: &set)
    return set.contains { isMeant[$0] }
  }

  fileprivate var isQuantity: Bool {
    if case .quantity = self { true } else { false }
  }
}

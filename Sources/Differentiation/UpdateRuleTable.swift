import WalkthroughLanguage

/// What an update rule keeps for a moved quantity, and what it works out from it.
///
/// Numbers and matrices for the passes, expressions for the page.
public struct UpdateStates<N: Arithmetic> {
  public var m: N
  public var v: N
  public var mhat: N
  public var vhat: N
  /// What the rate multiplies to give the step.
  public var direction: N
}

/// The constants of a rule, in what it is written in.
public struct UpdateConstants<N: Arithmetic> {
  public var beta: N
  public var beta1: N
  public var beta2: N
  public var epsilon: N
  /// How many updates there were, this one counted.
  public var count: N

  public init(beta: N, beta1: N, beta2: N, epsilon: N, count: N) {
    self.beta = beta
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.count = count
  }
}

/// The table of update rules, a column for each state; nothing where a rule has no such state.
///
/// Sources: momentum, Polyak (1964); nesterov, Sutskever and others (2013), as most libraries write it; rmsprop,
/// Tieleman and Hinton (2012); adagrad, Duchi and others (2011); adam and adamax, Kingma and Ba (2015).
extension UpdateMethod {
  /// The mean of the slopes g.
  public func m<N: Arithmetic>(_ g: N, before m: N, _ c: UpdateConstants<N>) -> N? {
    switch self {
    case .gradient, .momentum, .nesterov, .rmsprop, .adagrad: nil
    case .adam, .adamax: c.beta1 * m + (1 - c.beta1) * g
    }
  }

  /// What gathers from update to update: the speed, or the size of the slopes.
  public func v<N: Arithmetic>(_ g: N, before v: N, _ c: UpdateConstants<N>) -> N? {
    switch self {
    case .gradient: nil
    case .momentum, .nesterov: c.beta * v + g
    case .rmsprop: c.beta * v + (1 - c.beta) * g.power(2)
    case .adagrad: v + g.power(2)
    case .adam: c.beta2 * v + (1 - c.beta2) * g.power(2)
    case .adamax: .apply(.max, c.beta2 * v, .apply(.abs, g))
    }
  }

  /// The mean freed of its start at zero.
  public func mhat<N: Arithmetic>(_ m: N, _ c: UpdateConstants<N>) -> N? {
    switch self {
    case .gradient, .momentum, .nesterov, .rmsprop, .adagrad: nil
    case .adam, .adamax: m / (1 - c.beta1.power(c.count))
    }
  }

  /// The size freed of its start at zero.
  public func vhat<N: Arithmetic>(_ v: N, _ c: UpdateConstants<N>) -> N? {
    switch self {
    case .gradient, .momentum, .nesterov, .rmsprop, .adagrad, .adamax: nil
    case .adam: v / (1 - c.beta2.power(c.count))
    }
  }

  /// What the rate multiplies.
  public func direction<N: Arithmetic>(_ g: N, v: N, mhat: N, vhat: N, _ c: UpdateConstants<N>) -> N {
    switch self {
    case .gradient: g
    case .momentum: v
    case .nesterov: g + c.beta * v
    case .rmsprop, .adagrad: g / (.apply(.sqrt, v) + c.epsilon)
    case .adam: mhat / (.apply(.sqrt, vhat) + c.epsilon)
    case .adamax: mhat / v
    }
  }

  /// All states after one update.
  ///
  /// - Parameter kept: a state as it is used on.
  public func states<N: Arithmetic>(
    _ g: N, m: N, v: N, _ c: UpdateConstants<N>, kept: (N) -> N = { $0 }
  ) -> UpdateStates<N> {
    let newM = self.m(g, before: m, c).map(kept) ?? m
    let newV = self.v(g, before: v, c).map(kept) ?? v
    let mhat = self.mhat(newM, c).map(kept) ?? newM
    let vhat = self.vhat(newV, c).map(kept) ?? newV
    let direction = kept(direction(g, v: newV, mhat: mhat, vhat: vhat, c))
    return UpdateStates(m: newM, v: newV, mhat: mhat, vhat: vhat, direction: direction)
  }
}

extension UpdateStates: Sendable where N: Sendable {}

/// What the formulas of an update rule speak of, each with the expression that stands for it.
public struct UpdateOperands {
  public var slope: Expression
  /// As they were kept before the update, and as they are after it.
  public var keptM: Expression
  public var keptV: Expression
  public var m: Expression
  public var v: Expression
  public var mhat: Expression
  public var vhat: Expression
  public var constants: UpdateConstants<Expression>

  public init(
    slope: Expression, keptM: Expression, keptV: Expression, m: Expression, v: Expression, mhat: Expression,
    vhat: Expression, constants: UpdateConstants<Expression>
  ) {
    (self.slope, self.keptM, self.keptV, self.m, self.v) = (slope, keptM, keptV, m, v)
    (self.mhat, self.vhat, self.constants) = (mhat, vhat, constants)
  }
}

extension UpdateMethod {
  /// The table's formula of a state for the page, entry by entry where `shape` is no number's; of the step, what the
  /// rate multiplies.
  ///
  /// - Returns: nothing where the rule has no such state.
  public func formula(of state: UpdateState, _ operands: UpdateOperands, shape: Shape) -> Expression? {
    func entry(_ expression: Expression) -> ShapedExpression { ShapedExpression(expression, shape) }
    func number(_ expression: Expression) -> ShapedExpression { ShapedExpression(expression, .scalar) }
    let own = operands.constants
    let constants = UpdateConstants(
      beta: number(own.beta), beta1: number(own.beta1), beta2: number(own.beta2), epsilon: number(own.epsilon),
      count: number(own.count))
    let slope = entry(operands.slope)
    let formula: ShapedExpression? =
      switch state {
      case .m: m(slope, before: entry(operands.keptM), constants)
      case .v: v(slope, before: entry(operands.keptV), constants)
      case .mhat: mhat(entry(operands.m), constants)
      case .vhat: vhat(entry(operands.v), constants)
      case .step:
        direction(slope, v: entry(operands.v), mhat: entry(operands.mhat), vhat: entry(operands.vhat), constants)
      }
    return formula?.expression
  }
}

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
}

extension UpdateMethod {
  /// The table of update rules: from the gradient g and the states before to the states after.
  ///
  /// Sources: momentum, Polyak (1964); nesterov, Sutskever and others (2013), as most libraries write it; rmsprop,
  /// Tieleman and Hinton (2012); adagrad, Duchi and others (2011); adam and adamax, Kingma and Ba (2015).
  public func states<N: Arithmetic>(_ g: N, m: N, v: N, _ constants: UpdateConstants<N>) -> UpdateStates<N> {
    var after = UpdateStates(m: m, v: v, mhat: m, vhat: v, direction: g)
    let c = constants
    switch self {
    case .gradient: break
    case .momentum:
      after.v = c.beta * v + g
      after.direction = after.v
    case .nesterov:
      after.v = c.beta * v + g
      after.direction = g + c.beta * after.v
    case .rmsprop:
      after.v = c.beta * v + (1 - c.beta) * g.power(2)
      after.direction = g / (.apply(.sqrt, after.v) + c.epsilon)
    case .adagrad:
      after.v = v + g.power(2)
      after.direction = g / (.apply(.sqrt, after.v) + c.epsilon)
    case .adam:
      after.m = c.beta1 * m + (1 - c.beta1) * g
      after.v = c.beta2 * v + (1 - c.beta2) * g.power(2)
      after.mhat = after.m / (1 - c.beta1.power(c.count))
      after.vhat = after.v / (1 - c.beta2.power(c.count))
      after.direction = after.mhat / (.apply(.sqrt, after.vhat) + c.epsilon)
    case .adamax:
      after.m = c.beta1 * m + (1 - c.beta1) * g
      after.v = .apply(.max, c.beta2 * v, .apply(.abs, g))
      after.mhat = after.m / (1 - c.beta1.power(c.count))
      after.direction = after.mhat / after.v
    }
    return after
  }
}

extension UpdateStates: Sendable where N: Sendable {}

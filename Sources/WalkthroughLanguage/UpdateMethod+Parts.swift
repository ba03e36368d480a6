import Numerals

extension UpdateMethod {
  /// Its constants, with the values that they have where a file does not say.
  public var constants: [UpdateSetting] {
    switch self {
    case .gradient: []
    case .momentum, .nesterov: [.beta]
    case .rmsprop: [.beta, .epsilon]
    case .adagrad: [.epsilon]
    case .adam: [.beta1, .beta2, .epsilon]
    case .adamax: [.beta1, .beta2]
    }
  }

  /// What it keeps from one update to the next for every moved quantity; all of it starts at 0 unless a file says.
  public var keptStates: [UpdateState] {
    switch self {
    case .gradient: []
    case .momentum, .nesterov, .rmsprop, .adagrad: [.v]
    case .adam, .adamax: [.m, .v]
    }
  }

  /// Whether `v` gathers squares of slopes, so that nothing in it is below 0.
  public var gathersSquares: Bool {
    switch self {
    case .gradient, .momentum, .nesterov, .adamax: false
    case .rmsprop, .adagrad, .adam: true
    }
  }

  /// What published lines can name: what is kept, what is worked out from it, and the step.
  public var states: [UpdateState] {
    switch self {
    case .gradient, .momentum, .nesterov, .rmsprop, .adagrad: keptStates + [.step]
    case .adam: [.m, .v, .mhat, .vhat, .step]
    case .adamax: [.m, .v, .mhat, .step]
    }
  }
}

extension UpdateSetting {
  fileprivate static let beta = UpdateSetting(constant: .beta, value: Decimal(coefficient: 9, places: 1))
  fileprivate static let beta1 = UpdateSetting(constant: .beta1, value: Decimal(coefficient: 9, places: 1))
  fileprivate static let beta2 = UpdateSetting(constant: .beta2, value: Decimal(coefficient: 999, places: 3))
  fileprivate static let epsilon = UpdateSetting(constant: .epsilon, value: Decimal(coefficient: 1, places: 8))
}

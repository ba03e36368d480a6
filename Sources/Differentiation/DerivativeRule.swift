import WalkthroughLanguage

/// What a step of a derivation is called.
public enum DerivativeRule: Sendable, Hashable {
  /// A sum changes as its terms do.
  case sum
  /// A subtracted term changes the other way.
  case difference
  /// A constant factor stays.
  case constantFactor
  case product
  case quotient
  /// Of a power with a constant exponent.
  case power
  case exponent
  case negation
  /// The derivative of a named function, from its row in the table.
  case function(Primitive)
  /// What is inside a function or power changes too.
  case chain
  /// A quantity by itself.
  case identity
  /// Of a function without a formula, whose slope stays a symbol.
  case anyFunction
  /// Of a share in a sum of powers of e, by its own exponent or by that of another share.
  case softmax(isOwn: Bool)
}

extension DerivativeRule {
  /// What the rule is called.
  public var name: String {
    switch self {
    case .sum: "sum rule"
    case .difference: "difference rule"
    case .constantFactor: "constant-factor rule"
    case .product: "product rule"
    case .quotient: "quotient rule"
    case .power: "power rule"
    case .exponent: "exponential rule"
    case .negation: "rule for a minus sign"
    case .function(let primitive): "rule for \(primitive.rawValue)"
    case .chain: "chain rule"
    case .identity: "identity"
    case .anyFunction: "slope of any function"
    case .softmax: "softmax rule"
    }
  }
}

import Numerals
import WalkthroughLanguage

/// What derivative rules are written in: numbers for the passes, expressions for the page.
///
/// The table below is written once and read with both.
public protocol Arithmetic: ExpressibleByIntegerLiteral {
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (operand: Self) -> Self
  /// `primitive` of one operand, or of two.
  static func apply(_ primitive: Primitive, _ first: Self, _ second: Self) -> Self
}

/// Which operand of a primitive a derivative is taken by.
public enum Operand: Sendable, CaseIterable {
  case first, second
}

extension Primitive {
  /// The derivative table: how the result y of a primitive changes with its operand u, or with its second operand v.
  ///
  /// At a kink a value is chosen: `relu` and `abs` at 0 have slope 0; where `max` or `min` tie, the first operand
  /// counts. Rules that need the result use y, as the value is known already.
  public func derivative<N: Arithmetic>(by operand: Operand, u: N, v: N, y: N) -> N {
    switch (self, operand) {
    case (.identity, _): 1
    case (.add, _): 1
    case (.subtract, .first): 1
    case (.subtract, .second): -1
    case (.multiply, .first): v
    case (.multiply, .second): u
    case (.divide, .first): 1 / v
    case (.divide, .second): -u / v.power(2)
    case (.power, .first): v * u.power(v - 1)
    case (.power, .second): y * .apply(.ln, u)
    case (.negate, _): -1
    case (.exp, _): y
    case (.ln, _): 1 / u
    case (.sqrt, _): 1 / (2 * y)
    case (.abs, _): .apply(.greater, u, 0) - .apply(.greater, 0, u)
    case (.sin, _): .apply(.cos, u)
    case (.cos, _): -.apply(.sin, u)
    case (.tan, _): 1 + y.power(2)
    case (.sinh, _): .apply(.cosh, u)
    case (.cosh, _): .apply(.sinh, u)
    case (.tanh, _): 1 - y.power(2)
    case (.sigmoid, _): y * (1 - y)
    case (.relu, _): .apply(.greater, u, 0)
    case (.softplus, _): .apply(.sigmoid, u)
    case (.max, .first): .apply(.greaterOrEqual, u, v)
    case (.max, .second): .apply(.greater, v, u)
    case (.min, .first): .apply(.greaterOrEqual, v, u)
    case (.min, .second): .apply(.greater, u, v)
    case (.greater, _), (.greaterOrEqual, _): 0
    }
  }

  /// The first column of the table: the result y for operands u and v in IEEE doubles; v is ignored by primitives of
  /// one operand.
  ///
  /// Outside its domain a function gives an infinity or no number, which callers report.
  @inline(__always)
  public func value(_ u: Double, _ v: Double) -> Double {
    switch self {
    case .identity: u
    case .add: u + v
    case .subtract: u - v
    case .multiply: u * v
    case .divide: u / v
    case .power: Elementary.power(u, v)
    case .negate: -u
    case .exp: Elementary.exp(u)
    case .ln: Elementary.ln(u)
    case .sqrt: Elementary.squareRoot(u)
    case .abs: u.magnitude
    case .sin: Elementary.sin(u)
    case .cos: Elementary.cos(u)
    case .tan: Elementary.tan(u)
    case .sinh: Elementary.sinh(u)
    case .cosh: Elementary.cosh(u)
    case .tanh: Elementary.tanh(u)
    case .sigmoid: Elementary.sigmoid(u)
    case .relu: u > 0 ? u : 0
    case .softplus: Elementary.softplus(u)
    case .max: u >= v ? u : v
    case .min: v >= u ? u : v
    case .greater: u > v ? 1 : 0
    case .greaterOrEqual: u >= v ? 1 : 0
    }
  }

  /// Whether its slope jumps: at 0, or where its operands are equal.
  public var hasKink: Bool {
    self == .relu || self == .abs || self == .max || self == .min
  }
}

extension Arithmetic {
  func power(_ exponent: Self) -> Self { Self.apply(.power, self, exponent) }
  static func apply(_ function: Primitive, _ operand: Self) -> Self { apply(function, operand, operand) }
}

extension Float: Arithmetic {
  /// Worked in double precision and rounded, which for + − × ÷ and roots is the same as working in single.
  public static func apply(_ primitive: Primitive, _ first: Float, _ second: Float) -> Float {
    Float(primitive.value(Double(first), Double(second)))
  }
}

extension Double: Arithmetic {
  @inline(__always)
  public static func apply(_ primitive: Primitive, _ first: Double, _ second: Double) -> Double {
    primitive.value(first, second)
  }
}

import Numerals
import WalkthroughLanguage

extension Primitive {
  /// The result for these operands in IEEE doubles; `second` is ignored by primitives of one operand.
  ///
  /// Outside its domain a function gives an infinity or no number, which callers report.
  @inline(__always)
  public func value(_ first: Double, _ second: Double) -> Double {
    switch self {
    case .identity: first
    case .add: first + second
    case .subtract: first - second
    case .multiply: first * second
    case .divide: first / second
    case .negate: -first
    case .power: Elementary.power(first, second)
    case .exp: Elementary.exp(first)
    case .ln: Elementary.ln(first)
    case .sqrt: Elementary.squareRoot(first)
    case .abs: first.magnitude
    case .sin: Elementary.sin(first)
    case .cos: Elementary.cos(first)
    case .tan: Elementary.tan(first)
    case .sinh: Elementary.sinh(first)
    case .cosh: Elementary.cosh(first)
    case .tanh: Elementary.tanh(first)
    case .sigmoid: Elementary.sigmoid(first)
    case .relu: first > 0 ? first : 0
    case .softplus: Elementary.softplus(first)
    case .max: first >= second ? first : second
    case .min: second >= first ? first : second
    case .greater: first > second ? 1 : 0
    case .greaterOrEqual: first >= second ? 1 : 0
    }
  }
}

extension Double: Arithmetic {
  @inline(__always)
  public static func apply(_ primitive: Primitive, _ first: Double, _ second: Double) -> Double {
    primitive.value(first, second)
  }
}

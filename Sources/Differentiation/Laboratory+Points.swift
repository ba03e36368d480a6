import WalkthroughLanguage

/// Fixed points at which formulas are compared: numbers for the givens that have nothing to do with the file's own.
extension Laboratory {
  /// How many points derivatives of a symbolic file are measured at.
  public static let measuredPoints = 3
  /// How many points published formulas are compared at; the measured ones are the first.
  public static let comparedPoints = 6

  /// By quantity: the values of givens at a point, no two alike: between 0.2 and 0.9, between 1.1 and 2, or of either
  /// sign between 0.3 and 1.2, one after the other.
  public func givens(atPoint point: Int) -> Values {
    var values = givens
    var place = 0.0
    for quantity in walkthrough.quantities.indices where walkthrough.quantities[quantity].role.isGiven {
      values.set(
        quantity,
        to: givens.matrix(quantity).map { _ in
          place += 1
          return Self.number(EvenSpread.share(place, Double(point)), atPoint: point)
        })
    }
    return values
  }

  private static func number(_ share: Double, atPoint point: Int) -> Double {
    switch point % 3 {
    case 0: 0.2 + 0.7 * share
    case 1: 1.1 + 0.9 * share
    default: share < 0.5 ? -0.3 - 1.8 * share : 1.8 * share - 0.6
    }
  }

  /// The laboratories of a symbolic file where it is measured: at those points where all of its lines have values.
  public var measuring: [Laboratory] {
    (0..<Self.measuredPoints).map { with(givens: givens(atPoint: $0)) }.filter { $0.plain != nil }
  }
}

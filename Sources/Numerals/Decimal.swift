/// A decimal number of at most nineteen digits: `coefficient` × 10^(−`places`), with a sign.
///
/// `places` is kept as it is, so 0.08020 (8020 with five places) differs from 0.0802 in form and not in value.
public struct Decimal: Sendable, Hashable {
  public let coefficient: UInt64
  /// Small, so that formulas, which are full of numbers, stay small.
  private let storedPlaces: Int32
  public let isNegative: Bool

  public var places: Int { Int(storedPlaces) }

  /// A zero carries no sign.
  public init(isNegative: Bool = false, coefficient: UInt64, places: Int) {
    self.isNegative = isNegative && coefficient != 0
    self.coefficient = coefficient
    storedPlaces = Int32(clamping: places)
  }

  public var isZero: Bool { coefficient == 0 }

  /// How many digits `coefficient` has; zero has one.
  public var digitCount: Int {
    var count = 1
    var rest = coefficient / 10
    while rest != 0 {
      count += 1
      rest /= 10
    }
    return count
  }

  /// The power of ten of the leading digit: 0 for 7.3, −2 for 0.04.
  public var magnitude: Int { digitCount - 1 - places }

  /// The same value without zeros at the end of the coefficient, keeping at least `places` decimals.
  public func stripped(keeping keptPlaces: Int = 0) -> Decimal {
    guard coefficient != 0 else { return Decimal(coefficient: 0, places: keptPlaces) }
    var digits = coefficient
    var remaining = places
    while remaining > keptPlaces, digits.isMultiple(of: 10) {
      digits /= 10
      remaining -= 1
    }
    return Decimal(isNegative: isNegative, coefficient: digits, places: remaining)
  }

  /// The value with `target` places, the digits beyond dropped as `reduction` says; unchanged when there are none.
  public func reduced(toPlaces target: Int, by reduction: Reduction) -> Decimal {
    let dropped = places - target
    guard dropped > 0 else { return self }
    guard dropped < PowersOfTen.integers.count else {
      return Decimal(coefficient: 0, places: target)
    }
    let unit = PowersOfTen.integers[dropped]
    var (kept, rest) = coefficient.quotientAndRemainder(dividingBy: unit)
    switch reduction {
    case .rounded: if rest >= unit - rest { kept += 1 }
    case .cut: rest = 0
    }
    return Decimal(isNegative: isNegative, coefficient: kept, places: target)
  }

  /// The same, rounded half to even.
  func roundedHalfEven(toPlaces target: Int) -> Decimal {
    let (rounded, cut) = (reduced(toPlaces: target, by: .rounded), reduced(toPlaces: target, by: .cut))
    guard cut.coefficient.isMultiple(of: 2), places - target > 0, places - target < PowersOfTen.integers.count else {
      return rounded
    }
    let unit = PowersOfTen.integers[places - target]
    return coefficient % unit == unit / 2 ? cut : rounded
  }

  /// Whether both stand for the same value, whatever their zeros at the end.
  public func equals(_ other: Decimal) -> Bool {
    let (mine, theirs) = (stripped(keeping: Int.min), other.stripped(keeping: Int.min))
    return mine.isNegative == theirs.isNegative && mine.coefficient == theirs.coefficient
      && (mine.places == theirs.places || mine.isZero)
  }

  /// The nearest double.
  public var value: Double {
    let sign: Double = isNegative ? -1 : 1
    let exactInDouble: UInt64 = 1 << 53
    if coefficient <= exactInDouble, abs(places) < PowersOfTen.doubles.count {
      let scale = PowersOfTen.doubles[abs(places)]
      return sign * (places < 0 ? Double(coefficient) * scale : Double(coefficient) / scale)
    }
    return sign * (Double("\(coefficient)e\(-places)") ?? .infinity)
  }

  /// The digits without a sign, with a point where there are places: `0.08020`, `451`.
  public var digits: String {
    // A document has thousands of them, and pieces of strings are slow to join.
    let count = digitsLength
    return String(unsafeUninitializedCapacity: count) { bytes in
      var (place, rest, written) = (count - zerosBehind, coefficient, 0)
      for zero in place..<count { bytes[zero] = UInt8(ascii: "0") }
      while place > 0 {
        if written == places, written > 0 {
          place -= 1
          bytes[place] = UInt8(ascii: ".")
        }
        place -= 1
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
        written += 1
      }
      return count
    }
  }

  /// How many characters `digits` has.
  public var digitsLength: Int {
    var (length, rest) = (1, coefficient / 10)
    while rest > 0 {
      length += 1
      rest /= 10
    }
    return places > 0 ? max(length, places + 1) + 1 : length + zerosBehind
  }

  /// Zeros between the coefficient and the point.
  private var zerosBehind: Int { coefficient == 0 ? 0 : max(-places, 0) }
}

/// What happens to digits that are not kept.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
  /// Half up, away from zero.
  case rounded
  /// Towards zero.
  case cut
}

enum PowersOfTen {
  /// 10^0 … 10^19, all that fit 64 bits.
  static let integers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
  /// 10^0 … 10^22, all that a double holds exactly.
  static let doubles: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

import Numerals

/// What can happen to digits while they are copied.
public enum Slip: Sendable, Hashable, CaseIterable {
  case sign, exponent, transposed, dropped
}

extension Slip {
  /// Whether it makes `printed` of the right number.
  ///
  /// - Parameter right: the right number to as many places as are asked for.
  public func explains(_ printed: Decimal, _ right: (_ places: Int) -> Decimal) -> Bool {
    switch self {
    case .sign: printed.negated.equals(right(printed.places)) && !printed.isZero
    case .exponent: Self.isShifted(printed, right)
    case .transposed: Self.isTransposed(printed, right(printed.places))
    case .dropped: printed.digitCount > 1 && Self.isDropped(printed, right)
    }
  }

  /// The same digits at another power of ten; what a factor of ten does to a zero is nothing.
  private static func isShifted(_ printed: Decimal, _ right: (Int) -> Decimal) -> Bool {
    guard !printed.isZero else { return false }
    let moved = right(printed.places).magnitude(orFinerBy: right) - printed.magnitude
    guard moved != 0 else { return false }
    let places = printed.places - moved
    guard (-18...40).contains(places) else { return false }
    return right(places).equals(
      Decimal(isNegative: printed.isNegative, coefficient: printed.coefficient, places: places))
  }

  private static func isTransposed(_ printed: Decimal, _ right: Decimal) -> Bool {
    guard printed.isNegative == right.isNegative, printed.places == right.places else { return false }
    var (mine, own) = (printed.paddedDigits, right.paddedDigits)
    let length = max(mine.count, own.count)
    mine = [UInt8](repeating: 48, count: length - mine.count) + mine
    own = [UInt8](repeating: 48, count: length - own.count) + own
    let wrong = mine.indices.filter { mine[$0] != own[$0] }
    guard wrong.count == 2, wrong[1] == wrong[0] + 1 else { return false }
    return mine[wrong[0]] == own[wrong[1]] && mine[wrong[1]] == own[wrong[0]]
  }

  /// One digit left out: behind the point the number is one place shorter, before it the rest stands where it stood.
  private static func isDropped(_ printed: Decimal, _ right: (Int) -> Decimal) -> Bool {
    [printed.places, printed.places + 1].contains { places in
      let whole = right(places)
      guard whole.isNegative == printed.isNegative, whole.places == places else { return false }
      let digits = whole.paddedDigits
      let behindPoint = digits.count - places
      return digits.indices.contains { index in
        // Without its last digit a number is no slip, but cut.
        guard (index >= behindPoint) == (places > printed.places), index < digits.count - 1 else { return false }
        var rest = digits
        rest.remove(at: index)
        let coefficient = UInt64(String(decoding: rest, as: UTF8.self))
        return coefficient == printed.coefficient && (places > printed.places || coefficient != whole.coefficient)
      }
    }
  }
}

extension Decimal {
  fileprivate var negated: Decimal { Decimal(isNegative: !isNegative, coefficient: coefficient, places: places) }

  /// The digits as bytes, with zeros before them up to the point.
  fileprivate var paddedDigits: [UInt8] { Array(digits.utf8.filter { $0 != UInt8(ascii: ".") }) }

  /// The power of ten of the leading digit, looked for further behind the point where this shows none.
  fileprivate func magnitude(orFinerBy finer: (Int) -> Decimal) -> Int {
    var (number, places) = (self, places)
    while number.isZero, places < 30 {
      places += 6
      number = finer(places)
    }
    return number.magnitude
  }
}

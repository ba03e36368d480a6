import Numerals
import WalkthroughLanguage

/// A way from the value to printed digits that an author may have gone in place of the one in force.
public enum Convention: Sendable, Hashable {
  case reduced(Reduction)
  case halfEven
  /// Every intermediate value rounded, or cut, before it was used on.
  case carried(NumberStyle)
  case singlePrecision
  /// None of these, but only the last digit differs, by one.
  case lastDigit
}

extension Verdict {
  /// Whether the last printed digit of an entry is one away from the right one.
  func isLastDigitOff(entry: Int) -> Bool {
    guard let expected = expected(entry: entry) else { return false }
    let printed = claim.printed.entries[entry].decimal
    guard printed.places == expected.places, min(printed.digitCount, expected.digitCount) > 1 else { return false }
    let digits = (printed.signedCoefficient, expected.signedCoefficient)
    return (digits.0 - digits.1).magnitude == 1
  }
}

extension Decimal {
  fileprivate var signedCoefficient: Int { isNegative ? -Int(clamping: coefficient) : Int(clamping: coefficient) }
}

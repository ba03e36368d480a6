import Numerals

extension ShownNumber {
  /// For descriptions that are read aloud: with a minus sign, which a hyphen is not, and the power of ten in words that
  /// say it.
  var spoken: String {
    let digits = (isNegative ? "−" : "") + mantissa.digits
    guard let exponent else { return digits }
    return "\(digits) × 10^\(exponent < 0 ? "−" : "")\(exponent.magnitude)"
  }
}

import Numerals
import WalkthroughLanguage

/// What became of one published line.
public struct Verdict: Sendable {
  public let claim: Claim
  /// What the line comes to, row by row; nothing where it has no value under its context.
  public let values: [Double]?
  /// The convention that it is judged by.
  public let reduction: Reduction
  /// Significant digits that the value can be trusted to.
  var trusted = Decimal.trustedDigits
  /// Of a printed formula: how it compares; nothing where a number is printed.
  public let comparison: Comparison?

  /// How two formulas compare.
  public enum Comparison: Sendable, Equatable {
    case equal
    /// - Parameter right: what should be printed, as a file would write it, where it is known.
    case different(right: String?)
    /// At no point do both sides have a value.
    case withoutValue
  }

  init(claim: Claim, values: [Double]?, reduction: Reduction, trusted: Int = Decimal.trustedDigits) {
    self.trusted = trusted
    (self.claim, self.values, self.reduction, comparison) = (claim, values, reduction, nil)
  }

  init(claim: Claim, comparison: Comparison) {
    (self.claim, self.values, self.reduction, self.comparison) = (claim, nil, .rounded, comparison)
  }

  /// Whether every printed number is what the value gives under the convention in force.
  public var holds: Bool { holds(reduction) }

  /// Whether it would be under another convention.
  public func holds(_ reduction: Reduction) -> Bool {
    if let comparison { return comparison == .equal }
    return values != nil && wrongEntry(reduction) == nil
  }

  /// The first entry whose printed number does not hold, by its place row by row; nothing without a value.
  public var wrongEntry: Int? { wrongEntry(reduction) }

  private func wrongEntry(_ reduction: Reduction) -> Int? {
    guard let values else { return nil }
    return values.indices.first { !claim.printed.entries[$0].holds(for: values[$0], reduction, trusted: trusted) }
  }

  /// The number in the printed form, as it should be, of a matrix the first that is wrong; nothing without a value.
  public var expected: String? {
    guard let values else { return nil }
    let entry = wrongEntry ?? 0
    let decimal = claim.printed.entries[entry].expected(for: values[entry], reduction, trusted: trusted)
    return (decimal.isNegative ? "-" : "") + decimal.digits
  }

  /// A convention under which the printed numbers would hold, where the one in force fails.
  public var otherConvention: Reduction? {
    holds ? nil : Reduction.allCases.first { $0 != reduction && holds($0) }
  }
}

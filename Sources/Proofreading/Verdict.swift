import Numerals
import WalkthroughLanguage

/// What became of one published line.
public struct Verdict: Sendable {
  public let claim: Claim
  /// What the line comes to; nothing where it has no value under its context.
  public let value: Double?
  /// The convention that it is judged by.
  public let reduction: Reduction

  /// Whether the printed number is what the value gives under the convention in force.
  public var holds: Bool { holds(reduction) }

  /// Whether it would be under another convention.
  public func holds(_ reduction: Reduction) -> Bool {
    value.map { claim.printed.holds(for: $0, reduction) } ?? false
  }

  /// The number in the printed form, as it should be; nothing without a value.
  public var expected: String? {
    value.map { value in
      let decimal = claim.printed.expected(for: value, reduction)
      return (decimal.isNegative ? "-" : "") + decimal.digits
    }
  }

  /// A convention under which the printed number would hold, where the one in force fails.
  public var otherConvention: Reduction? {
    holds ? nil : Reduction.allCases.first { $0 != reduction && holds($0) }
  }
}

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
  let trusted: Int
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

  init(claim: Claim, values: [Double]?, reduction: Reduction, trusted: Int) {
    (self.claim, self.values, self.reduction, self.trusted) = (claim, values, reduction, trusted)
    comparison = nil
  }

  init(claim: Claim, comparison: Comparison) {
    (self.claim, self.comparison) = (claim, comparison)
    (values, reduction, trusted) = (nil, .rounded, Decimal.trustedDigits)
  }

  /// Whether every printed number is what the value gives under the convention in force.
  public var holds: Bool { holds(reduction) }

  /// Whether it would be under another convention.
  public func holds(_ reduction: Reduction) -> Bool {
    if let comparison { return comparison == .equal }
    guard let values else { return false }
    return values.indices.allSatisfy { holds(entry: $0, values[$0], reduction) }
  }

  /// Whether the proofread file is as it should be: the line holds, or it is marked as wrong and is.
  public var isAsMarked: Bool {
    let faults = faults
    return faults.unmarked.isEmpty && faults.rightErrata.isEmpty
  }

  /// What of the line does not hold, each by its place row by row: entries, or the line as a whole where it has no value
  /// or compares formulas.
  public var wrongPlaces: [Int] { values == nil ? (holds ? [] : [0]) : wrongEntries }

  /// What the file says of the entries, where it is not what they are.
  public var faults: (unmarked: [Int], rightErrata: [Int]) {
    switch claim.erratum {
    case .none: (wrongPlaces, [])
    case .line: ([], holds ? [0] : [])
    case .entries(let known):
      values == nil
        ? (wrongPlaces, [])
        : (wrongEntries.filter { !known.contains($0) }, known.filter { !wrongEntries.contains($0) })
    }
  }

  /// The entries whose printed numbers do not hold, by their places row by row; none without a value.
  public var wrongEntries: [Int] {
    guard let values else { return [] }
    return values.indices.filter { !holds(entry: $0, values[$0], reduction) }
  }

  /// Whether what is printed for an entry is what a value would give.
  func holds(entry: Int, _ value: Double, _ reduction: Reduction) -> Bool {
    claim.printed.entries[entry].holds(for: value, reduction, trusted: trusted(entry))
  }

  /// Significant digits that count for an entry. Who prints more digits of a number in single precision than it can be
  /// trusted to has printed those of the number that stands in memory.
  private func trusted(_ entry: Int) -> Int {
    claim.printed.entries[entry].decimal.digitCount > trusted ? Decimal.trustedDigits : trusted
  }

  /// The number of an entry to so many places, under the convention in force; nothing without a value.
  func right(entry: Int, toPlaces places: Int) -> Decimal? {
    values.map {
      claim.printed.entries[entry].expected(for: $0[entry], toPlaces: places, reduction, trusted: trusted(entry))
    }
  }

  /// The number of an entry in the printed form, as it should be; nothing without a value.
  ///
  /// Where its form would leave nothing of it, or no more than whole numbers, it is given with more digits.
  public func expected(entry: Int) -> Decimal? {
    guard let value = values?[entry] else { return nil }
    let printed = claim.printed.entries[entry]
    let expected = printed.expected(for: value, reduction, trusted: trusted(entry))
    guard value != 0, expected.isZero || printed.decimal.places <= 0 else { return expected }
    let places = max(Self.fewestDigits - 1 - Decimal.magnitude(of: value), printed.decimal.places)
    return right(entry: entry, toPlaces: places)?.stripped(keeping: max(printed.decimal.places, 0))
  }

  /// Digits of a right number that a reader can compare.
  private static let fewestDigits = 3
}

import Numerals

/// A published line: an expression, and the number a document prints for it.
public struct Claim: Sendable {
  /// In `Walkthrough.nodes`.
  public let formula: Range<Int>
  public let printed: PrintedNumber
  public let context: ClaimContext
  /// The whole line, for reports.
  public let place: Range<Int>
  /// The expression as it is written.
  public let expression: String
}

/// Under which circumstances a document prints its numbers; stands in the heading of `published`.
public struct ClaimContext: Sendable, Hashable {
  /// Givens that differ from the file's, the rate among them.
  public var settings: [Setting] = []
  /// How many updates were made before.
  public var steps = 0
  /// How digits were dropped; the file's way when nothing is said.
  public var reduction: Reduction?
  /// How values were rounded before they were used on; the file's way when nothing is said.
  public var carry: NumberStyle?

  public struct Setting: Sendable, Hashable {
    public let quantity: Int
    /// A constant expression, in `Walkthrough.nodes`.
    public let formula: Range<Int>
  }

  public init() {}
}

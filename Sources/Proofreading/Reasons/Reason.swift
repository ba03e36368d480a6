import Numerals
import WalkthroughLanguage

/// Where a wrong number comes from.
public struct Reason: Sendable, Equatable {
  public let cause: Cause
  /// Whether it is more than a guess: six digits follow from it, or two wrong numbers.
  public let isCertain: Bool
  /// Other wrong numbers that follow from it, and right ones that it speaks against.
  public let explains: [PrintedPlace]
  public let contradicts: [PrintedPlace]
}

/// What may have happened.
public enum Cause: Sendable, Hashable {
  /// The author worked by another convention.
  case variant(Variant)
  /// Derivatives of the error have the opposite sign throughout.
  case signOfDelta
  /// Derivatives of the error are twice, or half, of what they are.
  case slopesDoubled, slopesHalved
  /// A given has another value, or an entry of it.
  case given(Int, entry: Int, Decimal)
  /// Two givens have each other's values.
  case exchanged(Int, Int)
  /// The number belongs to another example, counted from 1.
  case example(Int)
  /// The number belongs to so many updates earlier, or later where that is negative.
  case updatesEarlier(Int)
  /// The number belongs to something of the same kind.
  case neighbour(String)
  case slip(Slip)
}

/// One printed number of a walkthrough.
public struct PrintedPlace: Sendable, Hashable {
  /// In `Walkthrough.claims`.
  public let claim: Int
  /// Row by row.
  public let entry: Int

  public init(claim: Int, entry: Int) {
    self.claim = claim
    self.entry = entry
  }
}

/// What became of a printed number that does not hold.
public struct Finding: Sendable, Equatable {
  public let place: PrintedPlace
  public let convention: Convention?
  /// Whether the convention is more than a guess.
  public let isConventionCertain: Bool
  /// Where the convention explains this number alone: the one in force, intermediate values held to it as well.
  public var otherConvention: Convention?
  public let reason: Reason?
  /// Other wrong numbers that follow from a convention under which all is worked again, and right ones that do not.
  public var conventionExplains: [PrintedPlace] = []
  public var conventionContradicts: [PrintedPlace] = []
}

/// What proofreading found out about the numbers that do not hold.
public struct Findings: Sendable {
  /// In the order of the file.
  public let all: [Finding]
  /// How much of the file would hold under other conventions.
  public let conventions: [Holding]
  /// Whether all reasons were looked for.
  public let isComplete: Bool

  public init(all: [Finding], conventions: [Holding], isComplete: Bool) {
    (self.all, self.conventions, self.isComplete) = (all, conventions, isComplete)
  }

  public struct Holding: Sendable, Equatable {
    public let convention: Convention
    public let lines: Int
  }
}

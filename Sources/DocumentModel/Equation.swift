/// A displayed chain `left = a = b ≈ c`: what is stated or symbols first, then numbers, then the value.
///
/// A format puts it on one line where it fits, else breaks it before its relations, then before top-level signs.
public struct Equation: Sendable, Equatable {
  public enum Relation: Sendable, Hashable {
    case equal
    /// Digits were dropped.
    case approximate
  }

  /// What a link of the chain is to the reader; formats may line up or set apart by it.
  public enum Role: Sendable, Hashable {
    /// How a given came by its value; another value has nothing to do with it.
    case stated
    case symbols, numbers, value
  }

  public struct Link: Sendable, Equatable {
    public let relation: Relation
    public let formula: Formula
    public let role: Role

    public init(_ relation: Relation, _ formula: Formula, _ role: Role) {
      self.relation = relation
      self.formula = formula
      self.role = role
    }
  }

  public let left: Formula
  public var links: [Link]
  /// Whether the numbers as printed give another last digit than the value; formats put a mark behind it.
  public var isMarked: Bool
  /// Whether they give more than another last digit, because they nearly cancel or have few digits.
  public var isFarOff = false
  /// Where a document's calculation holds what the printed numbers give on a calculator, entry by entry; empty where none
  /// follows the givens. What is shown of these decides about the mark.
  public var typedSlots: [Int] = []

  public init(_ left: Formula, _ links: [Link], isMarked: Bool = false) {
    self.left = left
    self.links = links
    self.isMarked = isMarked
  }

  /// The sign that stands behind a marked equation, and before the sentence that explains it.
  public static let mark = "†"
}

/// A function without a formula: `C(u, v)`.
public struct DeclaredFunction: Sendable, Hashable {
  public let name: String
  /// The names of its operands, of which it has at least one.
  public let parameters: [String]
  /// Where its name stands in the source.
  public let place: Range<Int>
}

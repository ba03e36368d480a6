/// One entry of a formula in postfix order: operands stand before the operation that takes them.
///
/// Formulas of a whole file lie in one array, so that reading and evaluating them are loops without recursion.
public struct FormulaNode: Sendable {
  public enum Kind: Sendable {
    /// A number, and how many bytes of the source spell it.
    case number(Double, length: Int32)
    case constant(Constant)
    case quantity(Int32)
    case operation(Primitive)
    /// A product written without a sign: `2x`.
    case juxtaposition
    /// `new w5`: the value after the update. In published lines only.
    case updated(Int32)
    /// `dA/dB`, or the part of it that passes a third quantity. In published lines only.
    case derivative(of: Int32, by: Int32, through: Int32?)
    /// `local dA/dB`: one edge. In published lines only.
    case localDerivative(of: Int32, by: Int32)
  }

  public let kind: Kind
  /// Where the number, name or operator stands.
  public let place: Int32
}

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
    /// `.*`, `./` or `.^`, where one operand is no number.
    case elementwise(Primitive)
    /// An operation on one matrix.
    case matrix(MatrixOperation)
    /// Brackets: so many operands side by side, or one below another.
    case stack(Stacking, count: Int32)
    /// An index, by its number in `Walkthrough.selections`.
    case selection(Int32)
    /// `eye(2)`, `random(2, 2, seed 7)`, by its number in `Walkthrough.generators`.
    case generated(Int32)
    /// A function without a formula, by its number in `Walkthrough.functions`, and how many operands it takes.
    case declared(Int32, count: Int32)
    /// `new w5`: the value after the update. In published lines only.
    case updated(Int32)
    /// `dA/dB`, or the part of it that passes a third quantity. In published lines only.
    case derivative(of: Int32, by: Int32, through: Int32?)
    /// `local dA/dB`: one edge. In published lines only.
    case localDerivative(of: Int32, by: Int32)
    /// `m(w)`: a state of the update rule after the update. In published lines only.
    case state(UpdateState, Int32)
  }

  public enum Stacking: Sendable, Hashable { case sideBySide, below }

  public let kind: Kind
  /// Where the number, name or operator stands.
  public let place: Int32

  public init(kind: Kind, place: Int32) {
    self.kind = kind
    self.place = place
  }
}

extension FormulaNode.Kind {
  /// How many operands it takes from those before it.
  public var operandCount: Int {
    switch self {
    case .number, .constant, .quantity, .generated, .updated, .derivative, .localDerivative, .state: 0
    case .operation(let primitive): primitive.arity
    case .matrix, .selection: 1
    case .juxtaposition, .elementwise: 2
    case .stack(_, let count), .declared(_, let count): Int(count)
    }
  }
}

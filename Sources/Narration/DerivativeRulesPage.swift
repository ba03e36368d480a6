import Differentiation
import DocumentModel
import WalkthroughLanguage

/// The derivative table as a page to read: each operation with its derivatives, straight from the rules.
public struct DerivativeRulesPage {
  private let writer = FormulaWriter(leaves: [Self.u, Self.v, Self.y])
  private static let u = Formula.symbol(.letter("u"))
  private static let v = Formula.symbol(.letter("v"))
  private static let y = Formula.symbol(.letter("y"))

  public init() {}

  public var document: Document {
    let page = Step(
      id: "rules",
      blocks: Wording.rulesOpening.map(\.paragraph) + [
        .table(Table(columns: columns, rows: Primitive.allCases.filter(\.isWritten).map(row)))
      ] + Wording.rulesClosing.map(\.paragraph))
    return Document(title: Wording.rulesTitle.inlines, steps: [page])
  }

  private var columns: [Table.Column] {
    [
      Table.Column(Wording.operationColumn.inlines), Table.Column([.formula(Self.y)]),
      Table.Column([.formula(.derivative(of: Self.y, by: Self.u))]),
      Table.Column([.formula(.derivative(of: Self.y, by: Self.v))]),
    ]
  }

  private func row(_ primitive: Primitive) -> [[Inline]] {
    let (u, v, y) = (Expression.quantity(0), Expression.quantity(1), Expression.quantity(2))
    func cell(_ operand: Operand) -> [Inline] {
      guard operand == .first || primitive.arity == 2 else { return [] }
      return [.formula(writer.formula(primitive.derivative(by: operand, u: u, v: v, y: y)))]
    }
    return [
      [.text(Wording.operation(primitive))], [.formula(writer.formula(primitive.application(to: u, v)))], cell(.first),
      cell(.second),
    ]
  }
}

extension Primitive {
  /// Whether a file can ask for it.
  fileprivate var isWritten: Bool {
    switch self {
    case .identity, .greater, .greaterOrEqual: false
    case .add, .subtract, .multiply, .divide, .power, .negate, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh,
      .tanh, .sigmoid, .relu, .softplus, .max, .min:
      true
    }
  }

  /// The operation on u, or on u and v.
  fileprivate func application(to u: Expression, _ v: Expression) -> Expression {
    switch self {
    case .add: u + v
    case .subtract: u - v
    case .multiply: u * v
    case .divide: u / v
    case .negate: -u
    case .power: .power(u, v)
    case .max, .min, .greater, .greaterOrEqual: .call(self, [u, v])
    case .identity, .exp, .ln, .sqrt, .abs, .sin, .cos, .tan, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus:
      .call(self, [u])
    }
  }
}

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
    switch form {
    case .sign, .function: true
    case .unwritten: false
    }
  }

  /// The operation on u, or on u and v.
  fileprivate func application(to u: Expression, _ v: Expression) -> Expression {
    switch form {
    case .sign(.plus): u + v
    case .sign(.minus): u - v
    case .sign(.times): u * v
    case .sign(.over): u / v
    case .sign(.power): .power(u, v)
    case .sign(.negation): -u
    case .function, .unwritten: .call(self, arity == 1 ? [u] : [u, v])
    }
  }
}

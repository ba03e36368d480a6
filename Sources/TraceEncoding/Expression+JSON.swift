import Numerals
import WalkthroughLanguage

/// Formulas as JSON: the text that a file would write, and the tree.
struct FormulaEncoding {
  let functions: [String]
  let quantities: [Quantity]
  /// What adjoints are derivatives of.
  let objective: String

  func encoded(_ expression: Expression) -> JSONValue {
    .compact(.object([("text", .string(expression.text(functions: functions, text))), ("tree", tree(expression))]))
  }

  /// The leaf that stands for the adjoint of a quantity.
  func adjoint(of quantity: Int) -> Expression { .quantity(quantities.count + quantity) }

  private func text(_ leaf: Int) -> String {
    leaf < quantities.count ? quantities[leaf].name : "d\(objective)/d\(quantities[leaf - quantities.count].name)"
  }

  func tree(_ expression: Expression) -> JSONValue {
    switch expression {
    case .number(let decimal): return .object([("number", .number(decimal.value))])
    case .constant(let constant): return .object([("constant", .string(constant.rawValue))])
    case .quantity(let quantity): return leaf(quantity)
    case .negation(let operand): return node("negate", [operand])
    case .power(let base, let exponent): return node("power", [base, exponent])
    case .declared(let function, let operands):
      return .object([("function", .string(functions[function])), ("operands", .array(operands.map(tree)))])
    case .slope(let result, let operand):
      return .object([("slope", .string(text(result))), ("by", .string(text(operand)))])
    case .matrix(let matrix): return tree(matrix)
    case .call(let primitive, let operands): return node(primitive.rawValue, operands)
    case .sum(let terms):
      return node("sum", terms.map(\.expression), signs: terms.map { $0.isSubtracted ? "-" : "+" })
    case .product(let factors):
      return node("product", factors.map(\.expression), signs: factors.map(\.sign))
    }
  }

  private func leaf(_ leaf: Int) -> JSONValue {
    leaf < quantities.count
      ? .object([("quantity", .string(quantities[leaf].name))])
      : .object([("adjoint", .string(quantities[leaf - quantities.count].name))])
  }

  func node(_ operation: String, _ operands: [Expression], signs: [String] = []) -> JSONValue {
    var members: [(String, JSONValue)] = [("operation", .string(operation))]
    if !signs.isEmpty { members.append(("signs", .array(signs.map(JSONValue.string)))) }
    members.append(("operands", .array(operands.map(tree))))
    return .object(members)
  }
}

extension Expression.Factor {
  /// Its sign in Octave's notation.
  fileprivate var sign: String { (isElementwise ? "." : "") + (isDivisor ? "/" : "*") }
}

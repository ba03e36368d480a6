import WalkthroughLanguage

/// Formulas as JSON: the text that a file would write, and the tree.
struct FormulaEncoding {
  let functions: [String]
  let name: (Int) -> String

  func encoded(_ expression: Expression) -> JSONValue {
    .compact(.object([("text", .string(expression.text(functions: functions, name))), ("tree", tree(expression))]))
  }

  private func tree(_ expression: Expression) -> JSONValue {
    switch expression {
    case .number(let decimal): return .object([("number", .number(decimal.value))])
    case .constant(let constant): return .object([("constant", .string(constant.rawValue))])
    case .quantity(let quantity): return .object([("quantity", .string(name(quantity)))])
    case .negation(let operand): return node("negate", [operand])
    case .power(let base, let exponent): return node("power", [base, exponent])
    case .declared(let function, let operands):
      return .object([("function", .string(functions[function])), ("operands", .array(operands.map(tree)))])
    case .slope(let result, let operand):
      return .object([("slope", .string(name(result))), ("by", .string(name(operand)))])
    case .matrix: return .null
    case .call(let primitive, let operands): return node(primitive.rawValue, operands)
    case .sum(let terms):
      return node("sum", terms.map(\.expression), signs: terms.map { $0.isSubtracted ? "-" : "+" })
    case .product(let factors):
      return node("product", factors.map(\.expression), signs: factors.map { $0.isDivisor ? "/" : "*" })
    }
  }

  private func node(_ operation: String, _ operands: [Expression], signs: [String] = []) -> JSONValue {
    var members: [(String, JSONValue)] = [("operation", .string(operation))]
    if !signs.isEmpty { members.append(("signs", .array(signs.map(JSONValue.string)))) }
    members.append(("operands", .array(operands.map(tree))))
    return .object(members)
  }
}

import Differentiation
import WalkthroughLanguage

extension FormulaEncoding {
  /// What makes or takes apart a matrix.
  func tree(_ matrix: MatrixExpression) -> JSONValue {
    switch matrix {
    case .rows(let rows):
      return .object([("operation", .string("stack")), ("rows", .array(rows.map { .array($0.map(tree)) }))])
    case .operation(let operation, let operand):
      return .object(
        [("operation", .string(operation.word))]
          + (operation.axis.map { [("axis", .string($0.rawValue))] } ?? [])
          + [("operands", .array([tree(operand)]))])
    case .selection(let operand, let selection):
      return .object([
        ("operation", .string("select")), ("indices", selection.json), ("operands", .array([tree(operand)])),
      ])
    case .placement(let operand, let selection, let shape):
      return .object([
        ("operation", .string("place")), ("indices", selection.json), ("shape", shape.json),
        ("operands", .array([tree(operand)])),
      ])
    case .generated(let generator): return generator.json
    case .power(let base, let exponent): return node("elementwisePower", [base, exponent])
    }
  }
}

extension MatrixOperation {
  /// Its name in a tree.
  fileprivate var word: String {
    switch self {
    case .transpose: "transpose"
    case .softmax: "softmax"
    case .diagonal: "diagonal"
    case .sum: "sum"
    case .mean: "mean"
    case .max: "max"
    case .min: "min"
    }
  }
}

extension Selection {
  fileprivate var json: JSONValue {
    switch self {
    case .entries(let rows, let columns): .array([rows.json, columns.json])
    case .ofVector(let span): .array([span.json])
    }
  }
}

extension Selection.Span {
  fileprivate var json: JSONValue {
    switch self {
    case .all: .null
    case .range(let first, let last): .array([.integer(first), .integer(last)])
    }
  }
}

extension Generator {
  fileprivate var json: JSONValue {
    func made(_ word: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
      .object([("generated", .string(word)), ("shape", shape.json)] + more)
    }
    switch rule {
    case .identity: return made("identity")
    case .zeros: return made("zeros")
    case .ones: return made("ones")
    case .random(let distribution, let seed):
      return made("random", [("distribution", .string(distribution.rawValue)), ("seed", .string(String(seed)))])
    }
  }
}

extension Shape {
  /// Rows and columns.
  var json: JSONValue { .compact(.array([.integer(rows), .integer(columns)])) }
}

extension Matrix {
  /// Rows of numbers; a number by itself.
  var json: JSONValue {
    if shape.isScalar { return .number(entries[0]) }
    return .compact(
      .array((0..<shape.rows).map { row in .array((0..<shape.columns).map { .number(self[row, $0]) }) }))
  }
}

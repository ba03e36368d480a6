import Differentiation
import Numerals
import WalkthroughLanguage

/// Writes a trace as JSON, in full precision; `docs/trace-json.md` says what each field means.
public struct TraceEncoder: Sendable {
  /// Raised whenever a field changes its meaning or goes away.
  public static let version = 1

  public init() {}

  /// The trace as JSON text in UTF-8, with a line end behind it.
  public func encode(_ trace: Trace) -> [UInt8] {
    let writer = TraceWriter(trace)
    var bytes: [UInt8] = []
    writer.document.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

private struct TraceWriter {
  let trace: Trace
  let formulas: FormulaEncoding
  let pathCounts: [Int]

  init(_ trace: Trace) {
    self.trace = trace
    let quantities = trace.walkthrough.quantities
    formulas = FormulaEncoding(functions: trace.walkthrough.functions.map(\.name)) { quantities[$0].name }
    pathCounts = trace.pathCounts
  }

  private var walkthrough: Walkthrough { trace.walkthrough }
  private func name(_ quantity: Int) -> JSONValue { .string(walkthrough.quantities[quantity].name) }

  var document: JSONValue {
    .object([
      ("format", .string("longhand-trace")),
      ("version", .integer(TraceEncoder.version)),
      ("title", walkthrough.title.map(JSONValue.string) ?? .null),
      ("source", walkthrough.origin.map(JSONValue.string) ?? .null),
      ("objective", objective),
      ("numbers", numbers),
      ("update", update),
      ("quantities", .array(walkthrough.quantities.indices.map(quantity))),
      ("edges", .array(trace.edges.indices.map(edge))),
      ("updates", .array(trace.updates.map(update))),
      ("checks", .array(trace.checks.map(check))),
    ])
  }

  private var objective: JSONValue {
    guard let objective = walkthrough.objective else { return .null }
    return .object([("quantity", name(objective.quantity)), ("sense", .string(objective.sense.rawValue))])
  }

  private var numbers: JSONValue {
    if walkthrough.isSymbolic { return .null }
    return .object([("show", style(walkthrough.style)), ("carry", walkthrough.carry.map(style) ?? .null)])
  }

  private func style(_ style: NumberStyle) -> JSONValue {
    let (unit, count): (String, JSONValue) =
      switch style.precision {
      case .decimals(let count): ("decimals", .integer(count))
      case .figures(let count): ("figures", .integer(count))
      case .allDigits: ("all digits", .null)
      }
    return .object([("unit", .string(unit)), ("count", count), ("reduction", .string(style.reduction.rawValue))])
  }

  private var update: JSONValue {
    guard let rate = walkthrough.rate else { return .null }
    let isAscent = walkthrough.objective?.sense == .maximize
    return .object([
      ("rule", .string(isAscent ? "gradient ascent" : "gradient descent")), ("rate", name(rate)),
      ("order", .string(walkthrough.updateOrder.rawValue)),
    ])
  }

  private func quantity(_ index: Int) -> JSONValue {
    let quantity = walkthrough.quantities[index]
    var members: [(String, JSONValue)] = [
      ("name", .string(quantity.name)), ("role", .string(quantity.role.rawValue)),
      ("formula", quantity.formula.isEmpty ? .null : formulas.encoded(walkthrough.expression(of: index))),
      ("value", .number(trace.values[index])),
    ]
    if let backward = trace.backward, backward.reaches[index] {
      members.append(("adjoint", .number(backward.adjoints[index])))
      members.append(("paths", .integer(pathCounts[index])))
    }
    if let after = trace.valuesAfter { members.append(("after", .number(after[index]))) }
    return .object(members)
  }

  private func edge(_ index: Int) -> JSONValue {
    let edge = trace.edges[index]
    var members: [(String, JSONValue)] = [("result", name(edge.result)), ("operand", name(edge.operand))]
    if let backward = trace.backward {
      let derivation = trace.derivation(of: index)
      members += [
        ("derivative", formulas.encoded(derivation.simplified)), ("asProduced", formulas.encoded(derivation.raw)),
        ("rules", .array(derivation.rules.map { .string($0.name) })),
        ("value", .number(backward.localDerivatives[index])),
      ]
      let moved = trace.updates.map(\.quantity).filter { trace.usesNewValue(of: $0, inEdge: index) }
      if !moved.isEmpty { members.append(("newValuesOf", .array(moved.map(name)))) }
      if backward.reaches[edge.result] { members.append(("contribution", .number(backward.contributions[index]))) }
    }
    return .object(members)
  }

  private func update(_ update: Trace.Update) -> JSONValue {
    .object([
      ("quantity", name(update.quantity)), ("before", .number(update.before)), ("adjoint", .number(update.adjoint)),
      ("after", .number(update.after)),
    ])
  }

  private func check(_ check: SelfCheck) -> JSONValue {
    switch check {
    case .direction(let gradient, let measured):
      .object([
        ("check", .string("direction")), ("derivative", .number(gradient)), ("measured", .number(measured)),
      ])
    case .directionUnclear: .object([("check", .string("direction")), ("notChecked", .boolean(true))])
    case .paths(let count): .object([("check", .string("paths")), ("quantities", .integer(count))])
    case .pathsTooMany: .object([("check", .string("paths")), ("notChecked", .boolean(true))])
    case .gates(let count): .object([("check", .string("gates")), ("quantities", .integer(count))])
    case .entries(let count): .object([("check", .string("entries")), ("entries", .integer(count))])
    case .points(let points, let derivatives, let unclear):
      .object([
        ("check", .string("points")), ("points", .integer(points)), ("derivatives", .integer(derivatives)),
        ("unclear", .integer(unclear)),
      ])
    }
  }
}

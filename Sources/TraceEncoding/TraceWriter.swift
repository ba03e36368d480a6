import Differentiation
import Numerals
import WalkthroughLanguage

/// Puts the parts of a trace together.
struct TraceWriter {
  let trace: Trace
  let formulas: FormulaEncoding
  let pathCounts: [Int]
  /// In a file with matrices: what comes back along edges.
  let pullbacks: Pullbacks?

  /// By quantity: whether a path leads from it to the objective.
  let hasAdjoint: [Bool]

  init(_ trace: Trace) {
    self.trace = trace
    let quantities = trace.walkthrough.quantities
    let objective = trace.walkthrough.objective.map { quantities[$0.quantity].name }
    formulas = FormulaEncoding(
      functions: trace.walkthrough.functions.map(\.name), quantities: quantities, objective: objective ?? "")
    pullbacks = trace.walkthrough.hasMatrices && trace.backward != nil ? Pullbacks(trace.walkthrough) : nil
    pathCounts = trace.pathCounts
    hasAdjoint = trace.backward?.reaches ?? []
  }

  var walkthrough: Walkthrough { trace.walkthrough }
  func name(_ quantity: Int) -> JSONValue { .string(walkthrough.quantities[quantity].name) }

  var document: JSONValue {
    var members: [(String, JSONValue)] = [
      ("format", .string(TraceEncoder.format)),
      ("version", .integer(TraceEncoder.version)),
      ("title", walkthrough.title.map(JSONValue.string) ?? .null),
      ("source", walkthrough.origin.map(JSONValue.string) ?? .null),
      ("objective", objective),
      ("numbers", numbers),
      ("update", update),
      ("quantities", .objects(walkthrough.quantities.count, quantity)),
      ("edges", .objects(trace.edges.count, edge)),
      ("updates", .array(trace.updates.map(update))),
      ("checks", .array(trace.checks.map(check))),
    ]
    if let derivatives { members.append(("derivatives", derivatives)) }
    if !trace.examples.isEmpty { members.append(("examples", .array(trace.examples.map(example)))) }
    if let training = trace.training { members.append(("training", encoded(training))) }
    return .object(members)
  }

  private var objective: JSONValue {
    guard let objective = walkthrough.objective else { return .null }
    var members = [("quantity", name(objective.quantity)), ("sense", .string(objective.sense.rawValue))]
    if let combination = objective.combination { members.append(("combination", .string(combination.rawValue))) }
    if let addition = objective.addition { members.append(("addition", name(addition))) }
    if let (before, after) = trace.objectiveBeforeAndAfter {
      members += [("before", .number(before)), ("after", .number(after))]
    }
    return .object(members)
  }

  private var numbers: JSONValue {
    if walkthrough.isSymbolic { return .null }
    var members = [("show", style(walkthrough.style)), ("carry", walkthrough.carry.map(style) ?? .null)]
    switch walkthrough.floatingPoint {
    case .double: break
    case .single: members.append(("arithmetic", .string(walkthrough.floatingPoint.rawValue)))
    }
    return .object(members)
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

  private func quantity(_ index: Int) -> JSONValue {
    let quantity = walkthrough.quantities[index]
    var members: [(String, JSONValue)] = [("name", .string(quantity.name)), ("role", .string(quantity.role.rawValue))]
    if walkthrough.hasMatrices { members.append(("shape", quantity.shape.json)) }
    members.append(
      ("formula", quantity.formula.isEmpty ? .null : formulas.encoded(walkthrough.expression(of: index))))
    members.append(("value", trace.values.json(index)))
    if let backward = trace.backward, hasAdjoint[index] {
      members.append(("adjoint", backward.derived.json(index)))
      members.append(("paths", .integer(pathCounts[index])))
    }
    if let measured = trace.backward?.measurements.first(where: { $0.quantity == index }) {
      members.append(("measured", encoded(measured)))
    }
    if let after = trace.valuesAfter { members.append(("after", after.json(index))) }
    return .object(members)
  }

  private func edge(_ index: Int) -> JSONValue {
    let edge = trace.edges[index]
    var members: [(String, JSONValue)] = [("result", name(edge.result)), ("operand", name(edge.operand))]
    if pullbacks != nil {
      sentBack(along: index).map { members.append(("sentBack", $0)) }
    } else if let backward = trace.backward {
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

  private func check(_ check: SelfCheck) -> JSONValue {
    switch check {
    case .direction(let gradient, let measured):
      .object([
        ("check", .string("direction")), ("derivative", .number(gradient)), ("measured", .number(measured)),
      ])
    case .total(let gradient, let measured):
      .object([("check", .string("total")), ("derivative", .number(gradient)), ("measured", .number(measured))])
    case .totalUnclear: .object([("check", .string("total")), ("notChecked", .boolean(true))])
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

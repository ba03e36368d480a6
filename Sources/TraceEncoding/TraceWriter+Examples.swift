import Differentiation
import WalkthroughLanguage

extension TraceWriter {
  /// The passes of one example: numbers only, since all examples have the same formulas.
  func example(_ example: Trace) -> JSONValue {
    var members: [(String, JSONValue)] = [("values", object { example.values.json($0) })]
    if let backward = example.backward {
      members.append(("adjoints", object { hasAdjoint[$0] ? backward.derived.json($0) : nil }))
      if !backward.measurements.isEmpty {
        members.append(
          ("measured", .object(backward.measurements.map { (walkthrough.quantities[$0.quantity].name, encoded($0)) })))
      }
      members.append(("edges", .array(trace.edges.indices.map { edge($0, backward) })))
    }
    if let after = example.valuesAfter { members.append(("after", object { after.json($0) })) }
    return .object(members)
  }

  /// By name of quantity.
  func object(_ value: (Int) -> JSONValue?) -> JSONValue {
    .object(
      walkthrough.quantities.indices.compactMap { quantity in
        value(quantity).map { (walkthrough.quantities[quantity].name, $0) }
      })
  }

  /// The numbers of one edge.
  private func edge(_ edge: Int, _ backward: Trace.Backward) -> JSONValue {
    if walkthrough.hasMatrices { return backward.sentBack[edge].map(\.json) ?? .null }
    return .compact(
      .object([
        ("value", .number(backward.localDerivatives[edge])),
        ("contribution", backward.reaches[trace.edges[edge].result] ? .number(backward.contributions[edge]) : .null),
      ]))
  }

  /// What comes back along an edge of a file with matrices: the formula, and its value; nothing where nobody asked.
  func sentBack(along edge: Int) -> JSONValue? {
    guard let pullbacks, let backward = trace.backward, let value = backward.sentBack[edge] else { return nil }
    let result = trace.edges[edge].result
    let adjoint = result == backward.seed ? Expression.one : formulas.adjoint(of: result)
    let formula = pullbacks.pullback(alongEdge: edge, adjoint: adjoint)
    return .object([("formula", formulas.encoded(formula)), ("value", value.json)])
  }
}

extension Values {
  /// The value of a quantity in its shape.
  func json(_ quantity: Int) -> JSONValue {
    matrices.isEmpty ? .number(numbers[quantity]) : matrices[quantity].json
  }
}

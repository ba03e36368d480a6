import Numerals
import WalkthroughLanguage

extension Laboratory {
  /// A fault as a diagnostic at the place in the file, with the numbers that caused it.
  func diagnostic(for fault: Fault, _ givens: [Double]) -> Diagnostic {
    let primitive = list.operations[fault.gate]
    let start = Int(list.places[fault.gate])
    let place = start..<start + (primitive.functionNames.first?.utf8.count ?? 1)
    let quantity = list.gates.firstIndex { $0.contains(fault.gate) }.map { walkthrough.quantities[$0].name } ?? ""
    switch fault.kind {
    case .value(let first, let second):
      return Diagnostic(
        at: place, "`\(quantity)` has no value: \(primitive.complaint(first, second))",
        remedy: Self.valueRemedy)
    case .slope:
      return Diagnostic(
        at: place, "`\(quantity)` has no derivative here: \(primitive.slopeComplaint)", remedy: Self.slopeRemedy)
    }
  }

  private static let valueRemedy = "change the givens, or the formula, so that every value exists"
  private static let slopeRemedy = "move the givens away from this point"
}

extension Walkthrough {
  /// The value of a constant expression: numbers and functions of them, no quantities.
  ///
  /// - Throws: a diagnostic where a value is no finite number.
  public func constantValue(at range: Range<Int>) throws(Diagnostic) -> Double {
    var stack: [Double] = []
    for node in nodes[range] {
      switch node.kind {
      case .number(let value, _): stack.append(value)
      case .constant(let constant): stack.append(constant.value)
      case .operation(let primitive): try apply(primitive, at: node.place, &stack)
      case .juxtaposition: try apply(.multiply, at: node.place, &stack)
      case .elementwise, .matrix, .stack, .selection, .generated, .quantity, .declared, .updated, .derivative,
        .localDerivative, .state:
        preconditionFailure("the reader lets no quantity into a constant")
      }
    }
    return stack.removeLast()
  }

  private func apply(_ primitive: Primitive, at place: Int32, _ stack: inout [Double]) throws(Diagnostic) {
    let second = primitive.arity == 2 ? stack.removeLast() : 0
    let first = stack.removeLast()
    let value = primitive.value(first, second)
    guard value.isFinite else {
      let start = Int(place)
      let length = primitive.functionNames.first?.utf8.count ?? 1
      throw Diagnostic(at: start..<start + length, "this has no value: \(primitive.complaint(first, second))")
    }
    stack.append(value)
  }
}

extension Primitive {
  /// Why there is no finite result for these operands.
  func complaint(_ first: Double, _ second: Double) -> String {
    let (u, v) = (NumberStyle.standard.shown(first).plainText, NumberStyle.standard.shown(second).plainText)
    if self == .ln { return "the logarithm of \(u) does not exist" }
    if self == .sqrt { return "the square root of \(u) does not exist" }
    if self == .divide, second == 0 { return "\(u) is divided by 0" }
    if self == .power, first == 0 { return "0 cannot be raised to the power \(v)" }
    if self == .power, first < 0, Int(exactly: second) == nil { return "\(u) cannot be raised to the power \(v)" }
    return "the result for \(u)\(arity == 2 ? " and \(v)" : "") is too large"
  }

  /// Why there is no finite slope.
  var slopeComplaint: String {
    if self == .sqrt { return "the square root is infinitely steep at 0" }
    return self == .power ? "this power has no finite slope at this base" : "its slope is too large"
  }
}

import Numerals
import WalkthroughLanguage

extension Laboratory {
  /// A fault as a diagnostic at the place in the file, with the numbers that caused it.
  ///
  /// - Parameter afterUpdates: how many updates went before the pass.
  func diagnostic(for fault: Fault, afterUpdates: Int = 0) -> Diagnostic {
    let primitive = list.operations[fault.gate]
    let place = walkthrough.place(of: primitive, at: Int(list.places[fault.gate]))
    let quantity = list.quantity(of: fault).map { walkthrough.quantities[$0].name } ?? ""
    switch fault.kind {
    case .value:
      let reason =
        "`\(quantity)` has no value\(Self.after(afterUpdates)): \(primitive.complaint(fault.first, fault.second))"
      return Diagnostic(at: place, reason, remedy: afterUpdates == 0 ? Self.valueRemedy : Self.stepRemedy)
    case .slope(let operand):
      return Diagnostic(
        at: place,
        "`\(quantity)` has no derivative here: \(primitive.slopeComplaint(by: operand, fault.first, fault.second))",
        remedy: Self.slopeRemedy)
    }
  }

  /// How a run ends that cannot go on under `conditions`.
  func ending(under conditions: Conditions) -> Training.Ending {
    for example in 0..<max(examples.count, 1) {
      let own = self.conditions(conditions, forExample: example)
      guard let fault = list.faults(own.givens, own.carry, own.rounding).first else {
        if let quantity = quantityWithoutSlope(under: own) { return .withoutSlope(quantity) }
        continue
      }
      guard let quantity = list.quantity(of: fault),
        let error = list.operations[fault.gate].domainError(fault.first, fault.second)
      else { return .overflow }
      return .undefined(quantity, error)
    }
    return .overflow
  }

  private func quantityWithoutSlope(under conditions: Conditions) -> Int? {
    guard let forward = try? list.forward(conditions.givens, carry: conditions.carry, conditions.rounding) else {
      return nil
    }
    let depends = dependsOnAsked
    return depends.indices.first { depends[$0] && list.faultySlope(in: $0, forward) != nil }
  }

  private static func after(_ updates: Int) -> String {
    updates == 0 ? "" : updates == 1 ? " after the update" : " after \(updates) updates"
  }

  private static let stepRemedy = "choose a smaller rate, or givens from which the step stays where every value exists"
  private static let valueRemedy = "change the givens, or the formula, so that every value exists"
  private static let slopeRemedy = "move the givens away from this point"
}

extension Walkthrough {
  /// Where an operation is written that begins at `start`: its sign, or the name that it has there.
  func place(of primitive: Primitive, at start: Int) -> Range<Int> {
    let name = primitive.functionNames.first { source.bytes[start...].starts(with: $0.utf8) }
    return start..<start + (name?.utf8.count ?? 1)
  }
}

extension EvaluationList {
  /// In whose formula a fault is.
  fileprivate func quantity(of fault: Fault) -> Int? { gates.firstIndex { $0.contains(fault.gate) } }
}

extension Primitive {
  /// Why there is no finite result for these operands.
  func complaint(_ first: Double, _ second: Double) -> String {
    guard first.isFinite, second.isFinite else { return "a number in it is too large for single precision" }
    let (u, v) = (NumberStyle.standard.shown(first).plainText, NumberStyle.standard.shown(second).plainText)
    return switch domainError(first, second) {
    case .logarithm: "the logarithm of \(u) does not exist"
    case .squareRoot: "the square root of \(u) does not exist"
    case .division: "\(u) is divided by 0"
    case .power: "\(u) cannot be raised to the power \(v)"
    case nil: "the result for \(u)\(arity == 2 ? " and \(v)" : "") is too large"
    }
  }

  /// Why these operands have no result; nothing where it is only too large.
  fileprivate func domainError(_ first: Double, _ second: Double) -> DomainError? {
    if self == .ln { return .logarithm(of: first) }
    if self == .sqrt { return .squareRoot(of: first) }
    if self == .divide, second == 0 { return .division(first) }
    if self == .power, first == 0 || first < 0 && Int(exactly: second) == nil { return .power(first, second) }
    return nil
  }

  /// Why there is no finite slope by an operand.
  func slopeComplaint(by operand: Operand, _ first: Double, _ second: Double) -> String {
    let (u, v) = (NumberStyle.standard.shown(first).plainText, NumberStyle.standard.shown(second).plainText)
    if self == .sqrt, first == 0 { return "the square root is infinitely steep at 0" }
    if self == .power, operand == .first, first == 0, second == 0 {
      return "the slope of the power 0 is 0 times an infinite number at 0"
    }
    if self == .power, operand == .first, first == 0 { return "the power \(v) is infinitely steep at 0" }
    if self == .power, operand == .second, first <= 0 {
      return "a power of \(u) has no slope by its exponent, which needs the logarithm of \(u)"
    }
    return "the slope for \(u)\(arity == 2 ? " and \(v)" : "") is too large"
  }
}

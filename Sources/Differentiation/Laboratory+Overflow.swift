import WalkthroughLanguage

extension Laboratory {
  /// Givens that single precision, where the file asks for it, has no number for.
  static func overflows(of walkthrough: Walkthrough, _ givens: Values, _ examples: [[Matrix]]) -> [Diagnostic] {
    guard walkthrough.floatingPoint == .single else { return [] }
    let single = Rounding(isSingle: true)
    func overflows(_ value: Matrix) -> Bool { value.entries.contains { !single($0).isFinite } }
    let columns = walkthrough.examples?.quantities ?? []
    return walkthrough.quantities.indices.compactMap { quantity in
      let column = columns.firstIndex(of: quantity)
      let isTooLarge =
        column.map { column in examples.contains { overflows($0[column]) } } ?? overflows(givens.matrix(quantity))
      return isTooLarge ? .singleOverflow(walkthrough.quantities[quantity]) : nil
    }
  }

  /// What is wrong where an update leaves a quantity without a finite value.
  func noValue(after quantity: Int, isStepFinite: Bool) -> Diagnostics {
    let (quantity, method) = (walkthrough.quantities[quantity], walkthrough.updateMethod)
    let problem: Diagnostic =
      isStepFinite || !method.divides ? .updateOverflow(quantity) : .stepWithoutValue(quantity, method)
    return Diagnostics([problem], in: walkthrough.source)
  }
}

extension UpdateMethod {
  /// Whether its step is a quotient.
  fileprivate var divides: Bool {
    switch self {
    case .gradient, .momentum, .nesterov: false
    case .rmsprop, .adagrad, .adam, .adamax: true
    }
  }
}

extension Diagnostic {
  static func objectiveOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "`\(quantity.name)` of all examples together is too large for a double",
      remedy: "choose smaller givens")
  }

  fileprivate static func singleOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "`\(quantity.name)` is too large for single precision, which ends near 3.4e38",
      remedy: "choose a smaller given, or leave `arithmetic: single` out")
  }
  fileprivate static func updateOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "the update makes `\(quantity.name)` too large for a double", remedy: "choose a smaller rate")
  }
  fileprivate static func stepWithoutValue(_ quantity: Quantity, _ method: UpdateMethod) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "`\(method.rawValue)` divides by 0 in the step of `\(quantity.name)`, whose slope is 0",
      remedy: "start it elsewhere, so that its first slope is not 0, or choose another way to update")
  }
}

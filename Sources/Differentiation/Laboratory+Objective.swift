import Numerals
import WalkthroughLanguage

/// The objective of all examples together, and its slopes.
extension Laboratory {
  /// The objective under `conditions`: of all examples together, with what is added once.
  ///
  /// - Throws: a diagnostic at the place in the file where a value is no finite number.
  public func objectiveValue(under conditions: Conditions) throws(Diagnostics) -> Double {
    guard let objective = walkthrough.objective else { return 0 }
    var sum: Double?
    var addition = 0.0
    for example in 0..<max(examples.count, 1) {
      let values = try values(under: self.conditions(conditions, forExample: example))
      let value = values[objective.quantity]
      sum = sum.map { conditions.kept($0 + value) } ?? value
      if let added = objective.addition { addition = values[added] }
    }
    let total = sum ?? 0
    let drawn = objective.combination == .averaged ? conditions.kept(total / Double(examples.count)) : total
    return try finite(objective.addition == nil ? drawn : conditions.kept(drawn + addition), objective)
  }

  /// What examples come to together may be too large where each of them is not.
  func finite(_ value: Double, _ objective: Objective) throws(Diagnostics) -> Double {
    guard value.isFinite else {
      throw Diagnostics([.objectiveOverflow(walkthrough.quantities[objective.quantity])], in: walkthrough.source)
    }
    return value
  }

  /// The derivative of the objective by one quantity, drawn together over the examples.
  public func objectiveSlope(by quantity: Int, under conditions: Conditions) throws(Diagnostics) -> Matrix? {
    guard let objective = walkthrough.objective else { return nil }
    var total: Matrix?
    for example in 0..<max(examples.count, 1) {
      let own = self.conditions(conditions, forExample: example)
      let slope = try slopes(of: objective.quantity, by: [quantity], under: own)[0]
      total = total.map { conditions.sum($0, slope) } ?? slope
    }
    guard let total else { return nil }
    return try drawnTogether([total], by: [quantity], over: max(examples.count, 1), conditions, objective)[0]
  }

  /// The mean of slopes that were added up, where the file asks for it, and the slopes of what is added once.
  ///
  /// - Parameter quantities: what they are slopes by; the moved quantities where nothing is said.
  func drawnTogether(
    _ sums: [Matrix], by quantities: [Int]? = nil, over count: Int, _ conditions: Conditions, _ objective: Objective
  ) throws(Diagnostics) -> [Matrix] {
    var slopes = sums
    switch objective.combination {
    case .averaged:
      slopes = slopes.map { conditions.kept(.apply(.divide, $0, Matrix(Double(count)), conditions.rounding)) }
    case .summed, nil: break
    }
    let added = try additionSlopes(by: quantities, conditions, objective)
    return added.isEmpty ? slopes : zip(slopes, added).map { conditions.sum($0, $1) }
  }

  /// The slopes of what the objective adds once; none where it adds nothing.
  func additionSlopes(
    by quantities: [Int]? = nil, _ conditions: Conditions, _ objective: Objective
  ) throws(Diagnostics) -> [Matrix] {
    guard let addition = objective.addition else { return [] }
    return try slopes(
      of: addition, by: quantities ?? walkthrough.moved, under: self.conditions(conditions, forExample: 0))
  }

  /// The slopes of a number, found in the way that the conditions name.
  private func slopes(
    of result: Int, by quantities: [Int], under conditions: Conditions
  ) throws(Diagnostics) -> [Matrix] {
    switch conditions.derivatives {
    case .rules:
      let adjoints = try backward(from: result, under: conditions).adjoints
      return quantities.map(adjoints.matrix)
    case .forwardDifferences, .centralDifferences:
      return try quantities.map { (quantity) throws(Diagnostics) in
        try differenceQuotients(of: result, by: quantity, conditions)
      }
    }
  }
}

extension Laboratory.Conditions {
  /// A result as it is used on: in the file's arithmetic, rounded where values are carried with few digits.
  func kept(_ value: Double) -> Double {
    let rounded = rounding(value)
    return carry?.carried(rounded) ?? rounded
  }

  /// The same entry by entry, for what has been worked in the file's arithmetic.
  func kept(_ matrix: Matrix) -> Matrix {
    guard let carry else { return matrix }
    return matrix.map { carry.carried($0) }
  }

  func sum(_ left: Matrix, _ right: Matrix) -> Matrix { kept(.apply(.add, left, right, rounding)) }
}

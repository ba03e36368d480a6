import WalkthroughLanguage

/// The objective as a function of a few numbers, everything else held: what curves and contours are drawn from.
///
/// Worked with plain doubles, whatever the file's arithmetic; of all gates only those that the numbers reach are worked
/// again for each point.
public struct Landscape {
  /// One number among the givens: an entry of a quantity, counted from 0.
  public struct Place: Sendable, Hashable {
    public let quantity: Int
    public let entry: Int

    public init(quantity: Int, entry: Int = 0) {
      self.quantity = quantity
      self.entry = entry
    }
  }

  private let list: EvaluationList
  private let objective: Objective
  private let places: [Place]
  /// The gates that the places reach, in order.
  private let gates: [Int]
  /// By example: the values of all slots, numbers or matrices.
  private var numbers: [[Double]] = []
  private var matrices: [[Matrix]] = []

  /// - Returns: nothing where the pass at the file's own givens has no values.
  public init?(_ laboratory: Laboratory, moving places: [Place]) {
    guard let objective = laboratory.walkthrough.objective else { return nil }
    (list, self.objective, self.places) = (laboratory.list, objective, places)
    gates = list.gates(reachedFrom: places.map(\.quantity))
    var conditions = laboratory.ownConditions
    (conditions.carry, conditions.floatingPoint) = (nil, .double)
    for example in 0..<max(laboratory.walkthrough.examples?.rows.count ?? 1, 1) {
      guard let pass = try? laboratory.forward(laboratory.conditions(conditions, forExample: example)) else {
        return nil
      }
      if list.hasMatrices { matrices.append(pass.matrices) } else { numbers.append(pass.values) }
    }
  }

  /// The objective with these numbers in the places, drawn together over the examples; nothing where it has no value.
  public mutating func value(_ coordinates: [Double]) -> Double? {
    var sum = 0.0
    var addition = 0.0
    for example in 0..<(numbers.count + matrices.count) {
      guard list.hasMatrices ? workMatrices(example, coordinates) : workNumbers(example, coordinates) else {
        return nil
      }
      let value = value(of: objective.quantity, example)
      sum = example == 0 ? value : sum + value
      if let added = objective.addition { addition = self.value(of: added, example) }
    }
    if objective.combination == .averaged { sum /= Double(numbers.count + matrices.count) }
    let total = sum + addition
    return total.isFinite ? total : nil
  }

  private func value(of quantity: Int, _ example: Int) -> Double {
    let slot = Int(list.slots[quantity])
    return list.hasMatrices ? matrices[example][slot].entries[0] : numbers[example][slot]
  }

  private mutating func workNumbers(_ example: Int, _ coordinates: [Double]) -> Bool {
    for (place, coordinate) in zip(places, coordinates) {
      numbers[example][Int(list.slots[place.quantity])] = coordinate
    }
    return numbers[example].withUnsafeMutableBufferPointer { values in
      for gate in gates {
        let value = list.operations[gate].value(values[Int(list.first[gate])], values[Int(list.second[gate])])
        guard value.isFinite else { return false }
        values[list.leafCount + gate] = value
      }
      return true
    }
  }

  private mutating func workMatrices(_ example: Int, _ coordinates: [Double]) -> Bool {
    for (place, coordinate) in zip(places, coordinates) {
      matrices[example][Int(list.slots[place.quantity])].entries[place.entry] = coordinate
    }
    for gate in gates {
      let (first, second) = (Int(list.first[gate]), Int(list.second[gate]))
      let value = list.value(of: gate, matrices[example][first], matrices[example][second], .double)
      guard value.isFinite else { return false }
      matrices[example][list.leafCount + gate] = value
    }
    return true
  }
}

extension EvaluationList {
  /// The gates whose values change with these quantities, in order.
  fileprivate func gates(reachedFrom quantities: [Int]) -> [Int] {
    var isReached = [Bool](repeating: false, count: leafCount + operations.count)
    for quantity in quantities { isReached[Int(slots[quantity])] = true }
    return operations.indices.filter { gate in
      guard isReached[Int(first[gate])] || isReached[Int(second[gate])] else { return false }
      isReached[leafCount + gate] = true
      return true
    }
  }
}

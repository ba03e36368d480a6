import WalkthroughLanguage

/// Updates one after another: by repeated passes where the file allows it, by the ordinary ones where it does not.
struct Trainer {
  let laboratory: Laboratory
  let objective: Objective
  private let batches: [Range<Int>]
  private let moved: [Int]
  private(set) var conditions: Laboratory.Conditions
  /// What the last epoch came to, where it could not be finished.
  private(set) var lastTried: Laboratory.Conditions
  private let passes: RepeatedPasses?

  init(_ laboratory: Laboratory, from conditions: Laboratory.Conditions, objective: Objective, isFast: Bool = true) {
    (self.laboratory, self.conditions, self.objective) = (laboratory, conditions, objective)
    lastTried = conditions
    (batches, moved) = (laboratory.walkthrough.batches, laboratory.walkthrough.moved)
    passes = isFast ? RepeatedPasses(laboratory, conditions) : nil
  }

  /// One update.
  ///
  /// - Throws: a diagnostic where a value, or a derivative that is asked for, does not exist.
  mutating func step() throws(Diagnostics) {
    let batch = batches[conditions.memory.count % batches.count]
    if let gradient = passes?.gradient(batch, conditions.givens) {
      try move(along: gradient)
    } else {
      conditions = laboratory.applying(
        try laboratory.step(conditions, objective: objective, isForGradient: true), to: conditions)
    }
    passes?.forget()
  }

  /// Once through all examples, and the objective after it; where that cannot be had, nothing has moved.
  mutating func epoch() throws(Diagnostics) -> Double {
    let before = conditions
    do throws(Diagnostics) {
      for _ in batches { try step() }
      return try objectiveValue()
    } catch {
      (lastTried, conditions) = (conditions, before)
      passes?.forget()
      throw error
    }
  }

  mutating func objectiveValue() throws(Diagnostics) -> Double {
    if let value = passes?.objectiveValue(conditions.givens) { return try laboratory.finite(value, objective) }
    return try laboratory.objectiveValue(under: conditions)
  }

  /// The value of a quantity in one example, as things stand after an epoch.
  func value(_ quantity: Int, inExample example: Int) throws(Diagnostics) -> Matrix {
    if let passes { return Matrix(passes.value(quantity, example)) }
    return try laboratory.values(under: laboratory.conditions(conditions, forExample: example)).matrix(quantity)
  }
}

extension Trainer {
  /// Moves numbers by the file's update rule.
  private mutating func move(along gradient: [Double]) throws(Diagnostics) {
    let walkthrough = laboratory.walkthrough
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    conditions.memory.count += 1
    let method = walkthrough.updateMethod
    for (place, quantity) in moved.enumerated() {
      let direction = method == .gradient ? gradient[place] : direction(place, gradient[place], method)
      let old = conditions.givens.numbers[quantity]
      let new = laboratory.moved(old, direction, rate, conditions, objective.sense)
      guard new.isFinite else { throw laboratory.noValue(after: quantity, isStepFinite: direction.isFinite) }
      conditions.givens.numbers[quantity] = new
    }
  }

  /// What the rate multiplies; the states of the rule move on.
  private mutating func direction(_ place: Int, _ slope: Double, _ method: UpdateMethod) -> Double {
    let (m, v) = (conditions.memory.m[place].entries[0], conditions.memory.v[place].entries[0])
    let count = Double(conditions.memory.count)
    let constants = UpdateConstants(laboratory.walkthrough, \.number) { count }
    let states = method.states(slope, m: m, v: v, constants)
    conditions.memory.m[place].entries[0] = states.m
    conditions.memory.v[place].entries[0] = states.v
    return states.direction
  }
}

import Numerals
import WalkthroughLanguage

/// What one update is made from: the passes of each example, the gradient, where everything goes.
struct UpdateStep {
  /// Of each example of the update; one in a file without examples.
  var passes: [(forward: ForwardPass, backward: Trace.Backward)]
  var updates: [Trace.Update]
  var memory: UpdateMemory
}

extension Laboratory {
  /// The examples of each update of an epoch; one without numbers where there are no examples.
  var batches: [Range<Int>] {
    guard !examples.isEmpty else { return [0..<1] }
    switch walkthrough.updateSchedule {
    case .afterAllExamples: return [examples.indices]
    case .afterEvery(let size):
      return stride(from: 0, to: examples.count, by: size).map { $0..<min($0 + size, examples.count) }
    }
  }

  /// One update under `conditions`, and the derivatives of a file without examples; nothing without a rate.
  public func update(
    under conditions: Conditions
  ) throws(Diagnostics) -> (updates: [Trace.Update], backward: Trace.Backward?) {
    guard let objective = walkthrough.objective, walkthrough.rate != nil else { return ([], nil) }
    let step = try step(conditions, objective: objective)
    return (step.updates, examples.isEmpty ? step.passes[0].backward : nil)
  }

  /// Updates that one epoch makes.
  public var updatesPerEpoch: Int { batches.count }

  /// By quantity: the derivatives of the objective, drawn together over the examples.
  public func objectiveSlopes(under conditions: Conditions) throws(Diagnostics) -> Values? {
    guard let objective = walkthrough.objective else { return nil }
    var slopes = Values(zerosFor: walkthrough)
    for example in 0..<max(examples.count, 1) {
      let own = try backward(from: objective.quantity, under: self.conditions(conditions, forExample: example)).adjoints
      for quantity in slopes.indices {
        slopes.set(quantity, to: .apply(.add, slopes.matrix(quantity), own.matrix(quantity), conditions.rounding))
      }
    }
    let added = try objective.addition.map { (addition) throws(Diagnostics) in
      try backward(from: addition, under: conditions).adjoints
    }
    for quantity in slopes.indices {
      var slope = slopes.matrix(quantity)
      if objective.combination == .averaged {
        slope = .apply(.divide, slope, Matrix(Double(examples.count)), conditions.rounding)
      }
      if let added { slope = .apply(.add, slope, added.matrix(quantity), conditions.rounding) }
      slopes.set(quantity, to: slope)
    }
    return slopes
  }

  /// The passes of an update's examples, and the update itself.
  ///
  /// - Throws: a diagnostic where a value, or a derivative that is asked for, does not exist.
  func step(_ conditions: Conditions, objective: Objective) throws(Diagnostics) -> UpdateStep {
    let batches = batches
    let batch = batches[conditions.memory.count % batches.count]
    var step = UpdateStep(passes: [], updates: [], memory: conditions.memory)
    var gradients: [Matrix] = []
    for example in batch {
      let own = self.conditions(conditions, forExample: example)
      let forward = try forward(own)
      let backward = try derivatives(forward, own, objective: objective)
      step.passes.append((forward, backward))
      guard walkthrough.rate != nil, isWide else { continue }
      let parts = walkthrough.moved.map(backward.adjoints.matrix)
      gradients = gradients.isEmpty ? parts : zip(gradients, parts).map { .apply(.add, $0, $1, own.rounding) }
    }
    guard walkthrough.rate != nil else { return step }
    if isWide {
      try combine(&gradients, over: batch.count, conditions, objective)
      step.updates = updates(gradients, conditions, objective.sense, &step.memory)
    } else {
      step.updates = plainUpdates(step.passes[0].backward, conditions, objective.sense)
    }
    step.memory.count += 1
    for update in step.updates where !update.matrixAfter.isFinite {
      throw noValue(after: update.quantity, isStepFinite: (update.detail?.states.direction ?? update.gradient).isFinite)
    }
    return step
  }

  /// Whether an update is more than numbers that move by rate times slope.
  private var isWide: Bool { list.hasMatrices || !examples.isEmpty || walkthrough.updateMethod != .gradient }

  /// The mean where the file asks for it, and the slopes of what is added once.
  private func combine(
    _ gradients: inout [Matrix], over count: Int, _ conditions: Conditions, _ objective: Objective
  ) throws(Diagnostics) {
    let rounding = conditions.rounding
    switch objective.combination {
    case .averaged: gradients = gradients.map { .apply(.divide, $0, Matrix(Double(count)), rounding) }
    case .summed, nil: break
    }
    guard let addition = objective.addition else { return }
    let slopes = try backward(from: addition, under: self.conditions(conditions, forExample: 0)).adjoints
    for (place, quantity) in walkthrough.moved.enumerated() {
      gradients[place] = .apply(.add, gradients[place], slopes.matrix(quantity), rounding)
    }
  }

  /// The pass backwards from the objective with the update order of the file, or what the file does in its place.
  func derivatives(
    _ forward: ForwardPass, _ conditions: Conditions, objective: Objective
  ) throws(Diagnostics) -> Trace.Backward {
    var whenComplete: ((Int, Matrix) -> Matrix?)?
    if walkthrough.updateOrder == .reusing, walkthrough.rate != nil {
      whenComplete = { given, adjoint in
        guard walkthrough.quantities[given].role.isMoved else { return nil }
        return moved(conditions.givens.matrix(given), adjoint, conditions, objective.sense)
      }
    }
    let backward = list.backward(
      forward, from: objective.quantity, isWanted: list.hasMatrices ? dependsOnAsked : nil, conditions.carry,
      conditions.rounding, whenComplete: whenComplete)
    guard let h = conditions.derivatives.stepSize else {
      try rejectMissingSlopes(backward, forward)
      return backward
    }
    return try measured(backward, forward, conditions, h, isCentral: conditions.derivatives.isCentral)
  }

  /// Numbers that move by rate times slope.
  private func plainUpdates(
    _ backward: Trace.Backward, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> [Trace.Update] {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    return walkthrough.moved.map { quantity in
      let (old, slope) = (conditions.givens[quantity], backward.adjoints[quantity])
      let new = moved(old, slope, rate, conditions, sense)
      return Trace.Update(quantity: quantity, before: old, adjoint: slope, after: new)
    }
  }

  /// Gradient descent or ascent: the old value, minus or plus rate × step.
  func moved(
    _ old: Double, _ step: Double, _ rate: Double, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> Double {
    let rounding = conditions.rounding
    let move = rounding(rate * step)
    let new = rounding(sense == .maximize ? old + move : old - move)
    return conditions.carry?.carried(new) ?? new
  }

  private func moved(
    _ old: Matrix, _ step: Matrix, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> Matrix {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    return .combined(old, step) { moved($0, $1, rate, conditions, sense) }
  }

  /// Every moved quantity by the file's update rule.
  private func updates(
    _ gradients: [Matrix], _ conditions: Conditions, _ sense: Objective.Sense, _ memory: inout UpdateMemory
  ) -> [Trace.Update] {
    let count = memory.count + 1
    return walkthrough.moved.enumerated().map { place, quantity in
      let gradient = gradients[place]
      let (m, v) = memory.m.isEmpty ? (gradient, gradient) : (memory.m[place], memory.v[place])
      let states = states(gradient, m: m, v: v, count: count, isSingle: conditions.rounding.isSingle)
      if !memory.m.isEmpty { (memory.m[place], memory.v[place]) = (states.m, states.v) }
      let old = conditions.givens.matrix(quantity)
      return Trace.Update(
        quantity: quantity,
        Trace.Update.Detail(
          before: old, gradient: gradient, keptM: m, keptV: v, count: count, states: states,
          after: moved(old, states.direction, conditions, sense)))
    }
  }

  /// The states after an update, worked in the file's arithmetic.
  private func states(
    _ gradient: Matrix, m: Matrix, v: Matrix, count: Int, isSingle: Bool
  ) -> UpdateStates<Matrix> {
    let method = walkthrough.updateMethod
    guard isSingle else {
      let constants = UpdateConstants(walkthrough) {
        Matrix($0.number)
      } count: {
        Matrix(Double(count))
      }
      return method.states(gradient, m: m, v: v, constants)
    }
    let constants = UpdateConstants(walkthrough) {
      SingleMatrix(rounding: Matrix($0.number))
    } count: {
      SingleMatrix(count: count)
    }
    let states = method.states(
      SingleMatrix(gradient), m: SingleMatrix(rounding: m), v: SingleMatrix(rounding: v), constants)
    return UpdateStates(
      m: states.m.matrix, v: states.v.matrix, mhat: states.mhat.matrix, vhat: states.vhat.matrix,
      direction: states.direction.matrix)
  }

  func applying(_ step: UpdateStep, to conditions: Conditions) -> Conditions {
    var next = conditions
    for update in step.updates {
      if let detail = update.detail {
        next.givens.set(update.quantity, to: detail.after)
      } else {
        next.givens[update.quantity] = update.after
      }
    }
    next.memory = step.memory
    return next
  }

  /// Conditions after `count` updates.
  public func conditions(after count: Int, from start: Conditions) throws(Diagnostics) -> Conditions {
    guard let objective = walkthrough.objective else { return start }
    var trainer = Trainer(self, from: start, objective: objective)
    for _ in 0..<count { try trainer.step() }
    return trainer.conditions
  }

  /// The objective under `conditions`: of all examples together, with what is added once.
  ///
  /// - Throws: a diagnostic at the place in the file where a value is no finite number.
  public func objectiveValue(under conditions: Conditions) throws(Diagnostics) -> Double {
    guard let objective = walkthrough.objective else { return 0 }
    let rounding = conditions.rounding
    var sum: Double?
    var addition = 0.0
    for example in 0..<max(examples.count, 1) {
      let values = try values(under: self.conditions(conditions, forExample: example))
      let value = values[objective.quantity]
      sum = sum.map { rounding($0 + value) } ?? value
      if let added = objective.addition { addition = values[added] }
    }
    let total = sum ?? 0
    let drawn = objective.combination == .averaged ? rounding(total / Double(examples.count)) : total
    return objective.addition == nil ? drawn : rounding(drawn + addition)
  }

  /// A quantity that is asked for must not depend on a slope that does not exist.
  private func rejectMissingSlopes(_ backward: Trace.Backward, _ forward: ForwardPass) throws(Diagnostics) {
    if !list.hasMatrices { try rejectMissingLocalSlopes(backward, forward) }
    for quantity in walkthrough.asked {
      let isFinite =
        list.hasMatrices ? backward.adjoints.matrix(quantity).isFinite : backward.adjoints[quantity].isFinite
      if !isFinite {
        throw Diagnostics([.adjointOverflow(walkthrough.quantities[quantity])], in: walkthrough.source)
      }
    }
  }

  private func rejectMissingLocalSlopes(
    _ backward: Trace.Backward, _ forward: ForwardPass
  ) throws(Diagnostics) {
    guard backward.contributions.contains(where: { !$0.isFinite }) else { return }
    let depends = dependsOnAsked
    for edge in backward.localDerivatives.indices where !backward.contributions[edge].isFinite {
      guard depends[Int(list.edgeOperands[edge])] else { continue }
      let quantity = Int(list.edgeResults[edge])
      guard let fault = list.faultySlope(in: quantity, forward) else { continue }
      throw Diagnostics([diagnostic(for: fault, givens)], in: walkthrough.source)
    }
  }
}

extension UpdateConstants {
  /// The file's own, spelled by `number`.
  public init(_ walkthrough: Walkthrough, _ number: (UpdateSetting) -> N, count: () -> N) {
    func constant(_ name: UpdateConstant) -> N {
      walkthrough.updateSettings.first { $0.constant == name }.map(number) ?? 0
    }
    self.init(
      beta: constant(.beta), beta1: constant(.beta1), beta2: constant(.beta2), epsilon: constant(.epsilon),
      count: count())
  }
}

extension UpdateSetting {
  var number: Double { value.value }
}

extension DerivativeMethod {
  var stepSize: Double? {
    switch self {
    case .rules: nil
    case .forwardDifferences(let h), .centralDifferences(let h): h.value
    }
  }

  var isCentral: Bool {
    switch self {
    case .rules, .forwardDifferences: false
    case .centralDifferences: true
    }
  }
}

extension Diagnostic {
  fileprivate static func adjointOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "the derivative by `\(quantity.name)` is too large for a double",
      remedy: "choose givens of moderate size")
  }
}

import Numerals
import WalkthroughLanguage

/// Runs a walkthrough: at its own givens, at other ones, after updates.
public struct Laboratory: Sendable {
  public let walkthrough: Walkthrough
  let list: EvaluationList
  /// By quantity: the values of givens as the file states them; 0 for computed ones.
  public let givens: [Double]
  /// The pass at these givens, nothing rounded; nothing where a value does not exist.
  let plain: ForwardPass?

  /// - Throws: diagnostics of givens whose constant expressions have no value.
  public init(_ walkthrough: Walkthrough) throws(Diagnostics) {
    if let problem = Self.problem(withSymbols: walkthrough) { throw Diagnostics([problem], in: walkthrough.source) }
    self.walkthrough = walkthrough
    list = EvaluationList(walkthrough)
    var problems: [Diagnostic] = []
    var givens = [Double](repeating: 0, count: walkthrough.quantities.count)
    for (index, quantity) in walkthrough.quantities.enumerated() where quantity.role.isGiven {
      do throws(Diagnostic) {
        givens[index] = try walkthrough.constantValue(at: quantity.formula)
      } catch {
        problems.append(error)
      }
    }
    if let rate = walkthrough.rate, problems.isEmpty, givens[rate] <= 0 {
      problems.append(.rateIsNotPositive(walkthrough.quantities[rate].place))
    }
    guard problems.isEmpty else { throw Diagnostics(problems, in: walkthrough.source) }
    self.givens = givens
    plain = try? list.forward(givens)
  }

  /// There is nothing to run without numbers.
  private static func problem(withSymbols walkthrough: Walkthrough) -> Diagnostic? {
    guard walkthrough.isSymbolic else { return nil }
    let given = walkthrough.quantities.first { $0.role.isGiven }?.place ?? walkthrough.functions.first?.place
    return .symbolic(given ?? 0..<0)
  }

  /// What a run is asked for.
  public struct Conditions: Sendable, Hashable {
    /// By quantity: values of givens; nothing for the file's own.
    public var givens: [Double]
    public var carry: NumberStyle?
  }

  /// The file's own conditions.
  public var ownConditions: Conditions { Conditions(givens: givens, carry: walkthrough.carry) }

  /// By quantity: the values under `conditions`.
  ///
  /// - Throws: a diagnostic at the place in the file where a value is no finite number.
  public func values(under conditions: Conditions) throws(Diagnostics) -> [Double] {
    let forward = try forward(conditions)
    return list.slots.map { forward.values[Int($0)] }
  }

  func forward(_ conditions: Conditions) throws(Diagnostics) -> ForwardPass {
    do throws(Fault) {
      return try list.forward(conditions.givens, carry: conditions.carry)
    } catch {
      let faults = list.faults(conditions.givens, carry: conditions.carry)
      throw Diagnostics(faults.map { diagnostic(for: $0, conditions.givens) }, in: walkthrough.source)
    }
  }

  /// By quantity: the values that the moved quantities take in one update under `conditions`, and the derivatives
  /// that move them; nothing without a rate.
  public func update(under conditions: Conditions) throws(Diagnostics) -> (after: [Int: Double], Trace.Backward)? {
    guard let objective = walkthrough.objective, walkthrough.rate != nil else { return nil }
    let (backward, updates) = try step(try forward(conditions), conditions, objective: objective)
    let after = Dictionary(uniqueKeysWithValues: updates.map { ($0.quantity, $0.after) })
    return (after, Trace.Backward(seed: objective.quantity, backward))
  }

  /// Derivatives of `seed` under `conditions`, no update made.
  public func backward(from seed: Int, under conditions: Conditions) throws(Diagnostics) -> Trace.Backward {
    let forward = try forward(conditions)
    return Trace.Backward(seed: seed, list.backward(forward, from: seed, carry: conditions.carry))
  }

  /// The pass backwards from the objective with the update order of the file, and the updates.
  ///
  /// - Throws: a diagnostic where a derivative that is asked for does not exist.
  func step(
    _ forward: ForwardPass, _ conditions: Conditions, objective: Objective
  ) throws(Diagnostics) -> (backward: BackwardPass, updates: [Trace.Update]) {
    let isReusing = walkthrough.updateOrder == .reusing && walkthrough.rate != nil
    var whenComplete: ((Int, Double) -> Double?)?
    if isReusing {
      whenComplete = { given, adjoint in
        walkthrough.quantities[given].role.isMoved ? moved(given, adjoint, conditions, objective.sense) : nil
      }
    }
    let backward = list.backward(
      forward, from: objective.quantity, carry: conditions.carry, whenComplete: whenComplete)
    try rejectMissingSlopes(backward, forward)
    guard walkthrough.rate != nil else { return (backward, []) }
    let updates = walkthrough.moved.map { quantity in
      let adjoint = backward.adjoints[quantity]
      return Trace.Update(
        quantity: quantity, before: conditions.givens[quantity], adjoint: adjoint,
        after: moved(quantity, adjoint, conditions, objective.sense))
    }
    return (backward, updates)
  }

  /// Gradient descent or ascent: the old value, minus or plus rate × adjoint.
  private func moved(
    _ quantity: Int, _ adjoint: Double, _ conditions: Conditions, _ sense: Objective.Sense
  ) -> Double {
    let rate = walkthrough.rate.map { conditions.givens[$0] } ?? 0
    let old = conditions.givens[quantity]
    let new = sense == .maximize ? old + rate * adjoint : old - rate * adjoint
    return conditions.carry?.carried(new) ?? new
  }

  /// Conditions after `count` updates.
  public func conditions(after count: Int, from start: Conditions) throws(Diagnostics) -> Conditions {
    guard let objective = walkthrough.objective else { return start }
    var conditions = start
    for _ in 0..<count {
      let forward = try forward(conditions)
      conditions = applying(try step(forward, conditions, objective: objective).updates, to: conditions)
    }
    return conditions
  }

  func applying(_ updates: [Trace.Update], to conditions: Conditions) -> Conditions {
    var next = conditions
    for update in updates { next.givens[update.quantity] = update.after }
    return next
  }

  /// A quantity that is asked for must not depend on a slope that does not exist.
  private func rejectMissingSlopes(_ backward: BackwardPass, _ forward: ForwardPass) throws(Diagnostics) {
    let depends = dependsOnAsked
    for edge in backward.localDerivatives.indices where !backward.contributions[edge].isFinite {
      guard depends[Int(list.edgeOperands[edge])] else { continue }
      let quantity = Int(list.edgeResults[edge])
      guard let fault = list.faultySlope(in: quantity, forward) else { continue }
      throw Diagnostics([diagnostic(for: fault, givens)], in: walkthrough.source)
    }
    for quantity in walkthrough.asked where !backward.adjoints[quantity].isFinite {
      throw Diagnostics([.adjointOverflow(walkthrough.quantities[quantity])], in: walkthrough.source)
    }
  }

  /// By quantity: whether it is asked for or computed from one that is.
  var dependsOnAsked: [Bool] {
    var depends = [Bool](repeating: false, count: givens.count)
    for quantity in walkthrough.asked { depends[quantity] = true }
    for (result, operand) in zip(list.edgeResults, list.edgeOperands) where depends[Int(operand)] {
      depends[Int(result)] = true
    }
    return depends
  }
}

extension Trace.Backward {
  init(seed: Int, _ pass: BackwardPass) {
    self.init(
      seed: seed, adjoints: pass.adjoints, reaches: pass.reaches, localDerivatives: pass.localDerivatives,
      contributions: pass.contributions)
  }
}

extension Diagnostic {
  fileprivate static func symbolic(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "this version of Longhand works with numbers, and a symbolic walkthrough has none",
      remedy: "give every given a value, and every function a formula")
  }
  fileprivate static func rateIsNotPositive(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a rate is a positive number", remedy: "to go the other way, write `maximize:` for `minimize:` or back"
    )
  }
  fileprivate static func adjointOverflow(_ quantity: Quantity) -> Diagnostic {
    Diagnostic(
      at: quantity.place, "the derivative by `\(quantity.name)` is too large for a double",
      remedy: "choose givens of moderate size")
  }
}

extension Laboratory {
  /// The edges between quantities, in the order of the file.
  public var edges: [Trace.Edge] {
    zip(list.edgeResults, list.edgeOperands).map { Trace.Edge(result: Int($0), operand: Int($1)) }
  }

  /// The edge from one quantity into the formula of another, if there is one.
  public func edge(from operand: Int, to result: Int) -> Int? {
    list.edgesInto[result].first { list.edgeOperands[$0] == Int32(operand) }
  }
}

import Numerals
import WalkthroughLanguage

/// Runs a walkthrough: at its own givens, at other ones, after updates.
public struct Laboratory: Sendable {
  public let walkthrough: Walkthrough
  /// What is worked: the walkthrough, with formulas standing in for functions that have none.
  public let worked: Walkthrough
  let list: EvaluationList
  /// By quantity: the values of givens as the file states them, those of the first example among them; 0 for
  /// computed ones.
  public internal(set) var givens: Values
  /// By example and column of the table of examples.
  let examples: [[Matrix]]
  let memory: UpdateMemory
  /// The pass at these givens, nothing rounded; nothing where a value does not exist.
  private(set) var plain: ForwardPass?

  /// - Throws: diagnostics of givens whose constant expressions have no value.
  public init(_ walkthrough: Walkthrough) throws(Diagnostics) {
    if let problem = Self.problem(withSymbols: walkthrough) { throw Diagnostics([problem], in: walkthrough.source) }
    self.walkthrough = walkthrough
    worked = walkthrough.withStandIns
    let list = EvaluationList(worked)
    self.list = list
    var problems: [Diagnostic] = []
    let givens = walkthrough.givenValues(&problems)
    self.givens = givens
    examples = walkthrough.exampleValues(&problems)
    problems += Self.overflows(of: walkthrough, givens, examples)
    if problems.isEmpty, let problem = walkthrough.rateProblem(givens) { problems.append(problem) }
    do throws(Diagnostic) {
      memory = try UpdateMemory(startOf: walkthrough)
    } catch {
      throw Diagnostics(problems + [error], in: walkthrough.source)
    }
    guard problems.isEmpty else { throw Diagnostics(problems, in: walkthrough.source) }
    plain = try? list.forward(givens, carry: nil)
  }

  /// The same with other givens.
  public func with(givens: Values) -> Laboratory {
    var laboratory = self
    laboratory.givens = givens
    laboratory.plain = try? list.forward(givens, carry: nil)
    return laboratory
  }

  /// What a run is asked for.
  public struct Conditions: Sendable {
    /// By quantity: values of givens; nothing for the file's own.
    public var givens: Values
    public var carry: NumberStyle?
    public var floatingPoint: FloatingPoint
    public var derivatives: DerivativeMethod
    /// What the update rule remembers.
    public var memory: UpdateMemory

    var rounding: Rounding { Rounding(isSingle: floatingPoint == .single) }
  }

  /// The file's own conditions.
  public var ownConditions: Conditions {
    Conditions(
      givens: givens, carry: walkthrough.carry, floatingPoint: walkthrough.floatingPoint,
      derivatives: walkthrough.derivatives, memory: memory)
  }

  /// The same conditions with the givens of one example, counted from 0.
  public func conditions(_ conditions: Conditions, forExample example: Int) -> Conditions {
    guard let table = walkthrough.examples else { return conditions }
    var result = conditions
    for (column, quantity) in table.quantities.enumerated() {
      result.givens.set(quantity, to: examples[example][column])
    }
    return result
  }

  /// By quantity: the values under `conditions`.
  ///
  /// - Throws: a diagnostic at the place in the file where a value is no finite number.
  public func values(under conditions: Conditions) throws(Diagnostics) -> Values {
    try forward(conditions).byQuantity(list)
  }

  func forward(_ conditions: Conditions) throws(Diagnostics) -> ForwardPass {
    do throws(Fault) {
      return try list.forward(conditions.givens, carry: conditions.carry, conditions.rounding)
    } catch {
      let faults = list.faults(conditions.givens, conditions.carry, conditions.rounding)
      throw Diagnostics(
        faults.map { diagnostic(for: $0, afterUpdates: conditions.memory.count) }, in: walkthrough.source)
    }
  }

  /// Derivatives of `seed` under `conditions`.
  ///
  /// - Parameters:
  ///   - entry: which of its entries, where the seed is a matrix.
  ///   - updates: what has moved on the way back, where new values are reused at once, as in the pass that moved it.
  public func backward(
    from seed: Int, entry: Int = 0, under conditions: Conditions, reusing updates: [Trace.Update] = []
  ) throws(Diagnostics) -> Trace.Backward {
    list.backward(
      try forward(conditions), from: seed, entry: entry, isWanted: nil, conditions.carry, conditions.rounding,
      whenComplete: replacements(updates))
  }

  /// The new values that take the places of the old ones; nothing where updates come together.
  private func replacements(_ updates: [Trace.Update]) -> ((Int, Matrix) -> Matrix?)? {
    guard walkthrough.updateOrder == .reusing, !updates.isEmpty else { return nil }
    let values = Dictionary(uniqueKeysWithValues: updates.map { ($0.quantity, $0.matrixAfter) })
    return { given, _ in values[given] }
  }
}

extension Laboratory {
  /// The part of ∂result/∂operand that passes a third quantity, in a file with matrices.
  ///
  /// - Parameters:
  ///   - entry: which entry of the result, where that is a matrix.
  ///   - updates: what has moved on the way back, where new values are reused at once.
  public func derivative(
    of result: Int, entry: Int = 0, by operand: Int, through middle: Int, under conditions: Conditions,
    reusing updates: [Trace.Update]
  ) throws(Diagnostics) -> Matrix {
    let outer = try backward(from: result, entry: entry, under: conditions, reusing: updates).adjoints.matrix(middle)
    let inner = list.backward(
      try forward(conditions), from: middle, start: outer, isWanted: nil, carry: conditions.carry, conditions.rounding,
      whenComplete: replacements(updates))
    return inner.adjoints[operand]
  }
}

extension EvaluationList {
  /// A forward pass over numbers or matrices, whichever the file has.
  func forward(
    _ givens: Values, carry: NumberStyle?, _ rounding: Rounding = .double, overriding: Int? = nil
  ) throws(Fault) -> ForwardPass {
    hasMatrices
      ? try forward(givens.matrices, carry: carry, rounding, overriding: overriding)
      : try forward(givens.numbers, carry: carry, rounding, overriding: overriding)
  }

  func faults(_ givens: Values, _ carry: NumberStyle?, _ rounding: Rounding) -> [Fault] {
    hasMatrices
      ? faults(givens.matrices, carry: carry, rounding) : faults(givens.numbers, carry: carry, rounding)
  }

  /// A backward pass over numbers or matrices.
  ///
  /// - Parameter isWanted: by quantity, whether its adjoint is asked for; all of them where nothing is said.
  func backward(
    _ forward: ForwardPass, from seed: Int, entry: Int = 0, isWanted: [Bool]?, _ carry: NumberStyle?,
    _ rounding: Rounding, whenComplete: ((_ given: Int, _ adjoint: Matrix) -> Matrix?)? = nil
  ) -> Trace.Backward {
    guard hasMatrices else {
      let pass = backward(
        forward, from: seed, carry: carry, rounding,
        whenComplete: whenComplete.map { complete in { complete($0, Matrix($1))?.entries[0] } })
      return Trace.Backward(
        seed: seed, adjoints: Values(pass.adjoints), reaches: pass.reaches, localDerivatives: pass.localDerivatives,
        contributions: pass.contributions)
    }
    var start = Matrix(forward.matrices[Int(slots[seed])].shape, repeating: 0)
    start.entries[entry] = 1
    let pass = backward(
      forward, from: seed, start: start, isWanted: isWanted, carry: carry, rounding, whenComplete: whenComplete)
    return Trace.Backward(
      seed: seed, adjoints: Values(pass.adjoints), reaches: pass.reaches, localDerivatives: [], contributions: [],
      sentBack: pass.contributions)
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

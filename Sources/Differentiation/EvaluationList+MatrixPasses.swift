import Numerals
import WalkthroughLanguage

/// The passes over matrices: the same gates and slots as for numbers, with a matrix in each slot.
extension EvaluationList {
  /// Evaluates every line in order.
  ///
  /// - Parameters:
  ///   - givens: by quantity; entries of computed quantities are not read.
  ///   - carry: how each quantity is rounded before it is used on.
  ///   - overriding: a quantity that keeps the value in `givens` though it is computed.
  /// - Throws: the first gate with an entry that is not a finite number.
  func forward(
    _ givens: [Matrix], carry: NumberStyle?, _ rounding: Rounding, overriding: Int? = nil
  ) throws(Fault) -> ForwardPass {
    var values = [Matrix](repeating: Matrix(0), count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    for quantity in gates.indices where !gates[quantity].isEmpty {
      try evaluate(quantity, &values, carry, rounding)
      if quantity == overriding { values[Int(slots[quantity])] = givens[quantity] }
    }
    return ForwardPass(values: [], matrices: values)
  }

  private func setLeaves(_ givens: [Matrix], _ rounding: Rounding, _ values: inout [Matrix]) {
    for (slot, leaf) in leaves.enumerated() { values[slot] = Matrix(rounding(leaf)) }
    for leaf in generated { values[leaf.slot] = Matrix(leaf.generator).map { rounding($0) } }
    for quantity in gates.indices where gates[quantity].isEmpty {
      values[Int(slots[quantity])] = rounding.isSingle ? givens[quantity].map { rounding($0) } : givens[quantity]
    }
  }

  private func evaluate(
    _ quantity: Int, _ values: inout [Matrix], _ carry: NumberStyle?, _ rounding: Rounding
  ) throws(Fault) {
    for gate in gates[quantity] {
      let value = value(of: gate, values[Int(first[gate])], values[Int(second[gate])], rounding)
      guard value.isFinite else { throw fault(.value, gate, values, value) }
      values[leafCount + gate] = value
    }
    if let carry { values[Int(slots[quantity])] = values[Int(slots[quantity])].map(carry.carried) }
  }

  func value(of gate: Int, _ u: Matrix, _ v: Matrix, _ rounding: Rounding) -> Matrix {
    rounding.isSingle
      ? kinds[gate].value(operations[gate], SingleMatrix(u), SingleMatrix(v)).matrix
      : kinds[gate].value(operations[gate], u, v)
  }

  /// The numbers that caused the first entry without a value, or without a slope.
  func fault(_ kind: Fault.Kind, _ gate: Int, _ values: [Matrix], _ result: Matrix) -> Fault {
    let (u, v) = (values[Int(first[gate])], values[Int(second[gate])])
    let place = result.entries.firstIndex { !$0.isFinite } ?? 0
    return Fault(gate: gate, kind: kind, first: u.entry(place, in: result), second: v.entry(place, in: result))
  }

  /// The faults of all lines that can be worked at all, one for each.
  func faults(_ givens: [Matrix], carry: NumberStyle?, _ rounding: Rounding) -> [Fault] {
    var values = [Matrix](repeating: Matrix(0), count: leafCount + operations.count)
    setLeaves(givens, rounding, &values)
    return faults { quantity throws(Fault) in try evaluate(quantity, &values, carry, rounding) }
  }
}

extension EvaluationList {
  /// Adjoints of all quantities that `isWanted`, or of all, by pullbacks, contributions added up in the order of the file.
  ///
  /// - Parameters:
  ///   - start: the adjoint of `seed`, in its shape.
  ///   - whenComplete: called for a given as soon as its adjoint is known; a value that it returns replaces the given's
  ///     in the rest of the pass.
  func backward(
    _ forward: ForwardPass, from seed: Int, start: Matrix, isWanted: [Bool]?, carry: NumberStyle?, _ rounding: Rounding,
    whenComplete: MatrixSweep<Matrix>.Replacement? = nil
  ) -> MatrixBackwardPass<Matrix> {
    let kept = { (matrix: Matrix) in carry.map { matrix.map($0.carried) } ?? matrix }
    guard rounding.isSingle else {
      return MatrixSweep(list: self, zero: { Matrix($0, repeating: 0) }, kept: kept)
        .pullBack(forward.matrices, from: seed, start: start, isWanted: isWanted, whenComplete: whenComplete)
    }
    let pass = MatrixSweep(
      list: self, zero: { SingleMatrix(Matrix($0, repeating: 0)) }, kept: { SingleMatrix(kept($0.matrix)) }
    ).pullBack(
      forward.matrices.map { SingleMatrix($0) }, from: seed, start: SingleMatrix(start), isWanted: isWanted,
      whenComplete: whenComplete.map { replacement in
        { given, adjoint in replacement(given, adjoint.matrix).map { SingleMatrix($0) } }
      })
    return MatrixBackwardPass(
      adjoints: pass.adjoints.map(\.matrix), contributions: pass.contributions.map { $0?.matrix }, reaches: pass.reaches
    )
  }
}

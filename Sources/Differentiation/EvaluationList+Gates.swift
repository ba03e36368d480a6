import WalkthroughLanguage

extension EvaluationList {
  /// Adjoints by quantity from a sweep over single gates, without the detour over edges between quantities, and
  /// how large the terms were that they were added up from.
  ///
  /// It rounds otherwise than `backward`, so that each checks the other.
  func gatewiseAdjoints(_ forward: ForwardPass, from seed: Int) -> (adjoints: [Double], sizes: [Double]) {
    let (adjoints, sizes) = sweep(operations.indices, forward, from: seed)
    return (slots.map { adjoints[Int($0)] }, slots.map { sizes[Int($0)] })
  }

  /// How far the value of a quantity may be off because every value on the way to it was rounded (Linnainmaa, 1976).
  ///
  /// - Parameter isLocal: whether only its own formula counts.
  func roundingError(of quantity: Int, _ forward: ForwardPass, isLocal: Bool) -> Double {
    let adjoints = sweep(isLocal ? gates[quantity] : operations.indices, forward, from: quantity).adjoints
    return zip(adjoints, forward.values).reduce(0) { sum, pair in
      let share = (pair.0 * pair.1).magnitude
      return share.isFinite ? sum + share : sum  // what has no slope here, such as the exponent of a power
    } * 0x1p-53
  }

  /// How far the derivatives of a quantity may be off because they were added up from rounded terms, by slot: half a unit in
  /// the last place of those, a few dozen times over.
  func roundingErrorOfDerivatives(of quantity: Int, _ forward: ForwardPass, isLocal: Bool) -> [Double] {
    sweep(isLocal ? gates[quantity] : operations.indices, forward, from: quantity).sizes.map { $0 * 0x1p-48 }
  }

  /// The same by slot, over some of the gates.
  private func sweep(
    _ gates: Range<Int>, _ forward: ForwardPass, from seed: Int
  ) -> (adjoints: [Double], sizes: [Double]) {
    var adjoints = [Double](repeating: 0, count: forward.values.count)
    var sizes = adjoints
    adjoints[Int(slots[seed])] = 1
    sizes[Int(slots[seed])] = 1
    for gate in gates.reversed() where sizes[leafCount + gate] != 0 {
      let (u, v) = (forward.values[Int(first[gate])], forward.values[Int(second[gate])])
      let y = forward.values[leafCount + gate]
      for operand in operands(of: gate) {
        let slope = operations[gate].derivative(by: operand, u: u, v: v, y: y)
        let slot = Int(operand == .first ? first[gate] : second[gate])
        adjoints[slot] += adjoints[leafCount + gate] * slope
        sizes[slot] += sizes[leafCount + gate] * slope.magnitude
      }
    }
    return (adjoints, sizes)
  }

  /// The operands of a gate that are no literal numbers.
  private func operands(of gate: Int) -> [Operand] {
    Operand.allCases.filter { operand in
      switch operand {
      case .first: isVarying(first[gate], firstUse[gate])
      case .second: operations[gate].arity == 2 && isVarying(second[gate], secondUse[gate])
      }
    }
  }

  private func isVarying(_ slot: Int32, _ use: Int32) -> Bool { use >= 0 || Int(slot) >= leafCount }

  /// The first gate in the formula of a quantity with a slope that is not finite, in one entry at least.
  func faultySlope(in quantity: Int, _ forward: ForwardPass) -> Fault? {
    for gate in gates[quantity] {
      for operand in operands(of: gate) {
        if let fault = faultySlope(of: gate, by: operand, forward) { return fault }
      }
    }
    return nil
  }

  private func faultySlope(of gate: Int, by operand: Operand, _ forward: ForwardPass) -> Fault? {
    let (u, v, y) = (Int(first[gate]), Int(second[gate]), leafCount + gate)
    let primitive = operations[gate]
    guard hasMatrices else {
      let values = forward.values
      let slope = primitive.derivative(by: operand, u: values[u], v: values[v], y: values[y])
      return slope.isFinite ? nil : Fault(gate: gate, kind: .slope(operand), first: values[u], second: values[v])
    }
    switch kinds[gate] {
    case .primitive where primitive == .multiply: return nil
    case .primitive, .elementwise:
      let values = forward.matrices
      let slope = primitive.derivative(by: operand, u: values[u], v: values[v], y: values[y])
      return slope.isFinite ? nil : fault(.slope(operand), gate, values, slope)
    case .operation, .stack, .selection: return nil
    }
  }
}

import WalkthroughLanguage

/// A slope measured from values alone, which knows nothing of derivative rules.
public enum MeasuredSlope: Sendable, Equatable {
  case measured(Double, tolerance: Double)
  /// A kink, a jump or a place without a value is too near, or rounding hides the slope.
  case unclear

  /// Whether a derivative is what was measured; nothing where that cannot be said.
  public func agrees(with derivative: Double) -> Bool? {
    switch self {
    case .measured(let slope, let tolerance) where derivative.isFinite:
      (derivative - slope).magnitude <= tolerance + 1e-6 * derivative.magnitude
    case .measured, .unclear: nil
    }
  }
}

extension Laboratory {
  /// How the objective changes when a quantity is moved by itself: a given, or a computed one that is held fast.
  ///
  /// - Parameters:
  ///   - entry: which of its entries moves, in a matrix.
  ///   - derivative: what is to be compared with it.
  public func slope(
    ofObjective quantity: Int, by operand: Int, entry: Int = 0, against derivative: Double
  ) -> MeasuredSlope {
    guard let plain else { return .unclear }
    let start = plain.byQuantity(list).matrix(operand)
    let unit = max(start.entries[entry].magnitude, 1)
    return slope(ofObjective: quantity, unit: unit, against: derivative, overriding: operand) {
      $0 == operand ? 1 : 0
    } moved: { step in
      var (moved, matrix) = (givens, start)
      matrix.entries[entry] += step
      moved.set(operand, to: matrix)
      return moved
    }
  }

  /// The slope of one edge: how the formula of its result changes with one operand, all others held fast.
  public func slope(ofEdge edge: Int, against derivative: Double? = nil) -> MeasuredSlope {
    guard let plain else { return .unclear }
    let (result, operand) = (Int(list.edgeResults[edge]), Int(list.edgeOperands[edge]))
    let start = plain.value(of: operand, list)
    let doubt = Doubt { step in
      let moved = list.movedValues(of: result, plain.values, replacing: list.slots[operand], by: start + step)
      return moved.map { list.roundingError(of: result, ForwardPass(values: $0), isLocal: true) } ?? 0
    } ofDerivative: {
      list.roundingErrorOfDerivatives(of: result, plain, isLocal: true)[Int(list.slots[operand])]
    } leavesKink: { step in
      let values = plain.byQuantity(list)
      var moved = values
      moved[operand] += step
      return leavesKink(of: result, values, moved)
    }
    return slope(
      at: plain.value(of: result, list), unit: max(start.magnitude, 1), against: derivative, doubt
    ) { step in
      list.revalued(result, plain.values, replacing: list.slots[operand], by: start + step)
    }
  }

  /// How the objective changes when all quantities that are asked for move together in one direction.
  func slope(ofObjective quantity: Int, along direction: Values, against gradient: Double) -> MeasuredSlope {
    let allAsked = walkthrough.asked
    return slope(ofObjective: quantity, unit: 1, against: gradient, overriding: nil) {
      direction[$0].magnitude
    } moved: { step in
      givens.moved(by: step, along: direction, allAsked)
    }
  }

  /// - Parameters:
  ///   - share: how far a quantity moves in a step of 1.
  ///   - moved: the givens, and the quantity that is held fast, behind a step.
  private func slope(
    ofObjective quantity: Int, unit: Double, against derivative: Double, overriding: Int?,
    share: @escaping (_ quantity: Int) -> Double, moved: @escaping (_ step: Double) -> Values
  ) -> MeasuredSlope {
    guard let plain else { return .unclear }
    let values = plain.byQuantity(list)
    let pass = { step in try? list.forward(moved(step), carry: nil, overriding: overriding) }
    let doubt = Doubt { step in
      pass(step).map { with(givens: moved(step)).roundingError(ofObjective: quantity, $0) } ?? 0
    } ofDerivative: {
      if list.hasMatrices { return 0 }
      let errors = list.roundingErrorOfDerivatives(of: quantity, plain, isLocal: false)
      return list.slots.indices.reduce(0) { sum, index in
        let part = share(index)
        return part == 0 ? sum : sum + errors[Int(list.slots[index])] * part
      }
    } leavesKink: {
      leavesKink(values, pass($0)?.byQuantity(list))
    }
    return slope(at: values[quantity], unit: unit, against: derivative, doubt) {
      pass($0)?.byQuantity(list)[quantity]
    }
  }

  /// By quantity and entry: a fixed pseudo-random direction among those asked for, each part in proportion to its size.
  func direction() -> Values {
    var direction = Values(zerosFor: walkthrough)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for quantity in walkthrough.asked {
      for place in 0..<givens.entryCount(of: quantity) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407  // Knuth's MMIX generator
        let part = 0.25 + 0.75 * Double(state >> 40) / Double(1 << 24)
        let size = max(givens.entry(of: quantity, at: place).magnitude, 1)
        direction.setEntry(of: quantity, at: place, to: (state >> 39 & 1 == 0 ? part : -part) * size)
      }
    }
    return direction
  }

  /// Central differences at two step sizes, extrapolated (Richardson, 1911); unclear where they disagree, or where
  /// the slopes on the two sides do not draw together as the step shrinks.
  ///
  /// Where the second derivative jumps, the error falls with the step and not with its square, and extrapolation leaves
  /// a third of it. A third step size tells how much of that error there is, whatever else hides it in the other two.
  func slope(at value: Double, unit: Double, _ moved: (Double) -> Double?) -> MeasuredSlope {
    let step = unit / 1_024
    guard let up = moved(step), let down = moved(-step), let halfUp = moved(step / 2), let halfDown = moved(-step / 2),
      let quarterUp = moved(step / 4), let quarterDown = moved(-step / 4)
    else { return .unclear }
    let (wide, narrow) = ((up - down) / (2 * step), (halfUp - halfDown) / step)
    let size = max(value.magnitude, up.magnitude, down.magnitude)
    let noise = Self.noise(ofSize: size, unit: unit)
    let wideGap = ((up - value) - (value - down)).magnitude / step
    let narrowGap = ((halfUp - value) - (value - halfDown)).magnitude / (step / 2)
    let drawsTogether = narrowGap <= 0.7 * wideGap + noise
    let error = (wide - narrow).magnitude
    let narrowest = (quarterUp - quarterDown) / (step / 2)
    let jump = (4 * (narrow - narrowest) - (wide - narrow)).magnitude
    // Where the slope itself is next to nothing, all of it may be an error; it falls with the square of the step.
    let isSmall = error <= 1e-3 * narrow.magnitude + 1e-4 * wideGap + noise
    guard drawsTogether, isSmall || jump <= 0.1 * error else { return .unclear }
    let extrapolated = (4 * narrow - wide) / 3
    return .measured(extrapolated, tolerance: 1e-6 * extrapolated.magnitude + error + jump + noise)
  }
}

extension Laboratory {
  /// What rounding leaves in a slope that is measured over values of this size.
  static func noise(ofSize size: Double, unit: Double) -> Double { 1e-10 * size / unit }
}

extension EvaluationList {
  /// The value of one formula with another value in one of its operands' slots; nothing where it has none.
  func revalued(_ quantity: Int, _ values: [Double], replacing moved: Int32, by movedValue: Double) -> Double? {
    results(of: quantity, values, replacing: moved, by: movedValue)?.last
  }

  /// By slot: the values of a pass with another one in one slot, as the gates of one formula see it.
  func movedValues(
    of quantity: Int, _ values: [Double], replacing moved: Int32, by movedValue: Double
  ) -> [Double]? {
    guard let results = results(of: quantity, values, replacing: moved, by: movedValue) else { return nil }
    var values = values
    values[Int(moved)] = movedValue
    let start = leafCount + gates[quantity].lowerBound
    values.replaceSubrange(start..<start + results.count, with: results)
    return values
  }

  /// What the gates of one formula come to.
  private func results(
    of quantity: Int, _ values: [Double], replacing moved: Int32, by movedValue: Double
  ) -> [Double]? {
    var results: [Double] = []
    let start = gates[quantity].lowerBound
    for gate in gates[quantity] {
      func operand(_ slot: Int32) -> Double {
        if slot == moved { return movedValue }
        let inner = Int(slot) - leafCount - start
        return inner >= 0 && inner < results.count ? results[inner] : values[Int(slot)]
      }
      let value = operations[gate].value(operand(first[gate]), operand(second[gate]))
      guard value.isFinite else { return nil }
      results.append(value)
    }
    return results
  }
}

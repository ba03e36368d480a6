import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension ShownNumber {
  /// The same number, which follows a slot of the document's calculation.
  func following(_ slot: Int32?) -> ShownNumber {
    guard let slot else { return self }
    var number = self
    number.slot = Int(slot)
    return number
  }
}

extension [ShownNumber] {
  /// Numbers by quantity, each with the first of its slots; none without a recording.
  func following(_ slots: [[Int32]]) -> [ShownNumber] {
    slots.isEmpty ? self : zip(self, slots).map { $0.following($1.first) }
  }

  func following(_ slots: [Int32]) -> [ShownNumber] {
    slots.isEmpty ? self : zip(self, slots).map { $0.following($1) }
  }
}

extension EquationWriter {
  /// The number as it is shown, and where a page finds it.
  func shown(_ value: Double, _ slot: Int32?) -> ShownNumber { style.shown(value).following(slot) }

  func number(_ value: Double, _ slot: Int32?) -> Formula { .number(shown(value, slot)) }

  /// What a calculator makes of the numbers as a page shows them; nothing where they follow nothing.
  func typedSlots(_ calculation: Calculation, _ value: ShownNumber) -> [Int] {
    guard let recorder, value.slot != nil else { return [] }
    let slot = recorder.slot(of: calculation.expression) { leaf in
      let number = calculation.leaves.numbers[leaf]
      return number.slot.map { recorder.typed(Int32($0)) } ?? recorder.constant(number.value)
    }
    return slot.map { [Int($0)] } ?? []
  }

  /// The same entry by entry; nothing where a matrix is too large to be typed in.
  func typedSlots(_ calculation: MatrixCalculation, _ value: Matrix) -> [Int] {
    guard let recorder, !value.slots.isEmpty, calculation.canBeTyped(with: value) else { return [] }
    if case .quantity = calculation.expression { return [] }
    let slots = recorder.slots(of: calculation.expression) { calculation.typed($0, style, recorder) }
    return slots.map { $0.count == value.slots.count ? $0.map(Int.init) : [] } ?? []
  }
}

extension Narrator {
  /// Where a recording holds ∂(last factor)/∂(first) along paths: products, added up, and carried on.
  func slot(over paths: [[Factor]]) -> Int32? {
    guard let recorder = trace.recorder, let locals = trace.backward?.localSlots, !locals.isEmpty else { return nil }
    let products = paths.map { path in
      path.reduce(recorder.constant(1)) { recorder.exactly(.multiply, $0, locals[$1.edge]) }
    }
    let sum = products.dropFirst().reduce(products.first ?? recorder.constant(0)) {
      recorder.exactly(.add, $0, $1)
    }
    return recorder.carried(sum)
  }

  /// Where a recording holds what is left of an adjoint without the products along these paths.
  func restSlot(of quantity: Int, without paths: [[Int]]) -> Int32? {
    guard let recorder = trace.recorder, let whole = trace.backward?.adjoints.slot(quantity) else { return nil }
    let products = paths.compactMap { trace.productSlot(along: $0) }
    guard products.count == paths.count else { return nil }
    let listed = products.reduce(recorder.constant(0)) { recorder.exactly(.add, $0, $1) }
    return recorder.exactly(.subtract, whole, listed)
  }

  /// Where a recording holds the distance of two numbers.
  func distanceSlot(_ first: Int32?, _ second: Int32?) -> Int32? {
    guard let recorder = trace.recorder, let first, let second else { return nil }
    let difference = recorder.exactly(.subtract, first, second)
    return recorder.exactly(.abs, difference, difference)
  }

  /// Where a recording holds the objective with a given moved by so much.
  func slot(of objective: Int, nudging quantity: Int, by step: Double) -> Int32? {
    step == 0 ? trace.values.slot(objective) : trace.slot(of: objective, nudging: quantity, by: step)
  }

  /// Where a recording holds the difference of two such values over a width.
  func quotientSlot(_ objective: Int, _ quantity: Int, from start: Double, to end: Double, over width: Double) -> Int32?
  {
    guard let recorder = trace.recorder, let first = slot(of: objective, nudging: quantity, by: start),
      let second = slot(of: objective, nudging: quantity, by: end)
    else { return nil }
    return recorder.exactly(.divide, recorder.exactly(.subtract, second, first), recorder.constant(width))
  }

  /// Where a recording holds the slope by the rules: the sum of the contributions.
  func ruleSlot(_ quantity: Int) -> Int32? {
    guard let recorder = trace.recorder, let slots = trace.backward?.contributionSlots, !slots.isEmpty else {
      return nil
    }
    var sum = recorder.constant(0)
    for edge in trace.contributingEdges(of: quantity) {
      guard let slot = slots[edge] else { return nil }
      sum = recorder.exactly(.add, sum, slot)
    }
    return sum
  }
}

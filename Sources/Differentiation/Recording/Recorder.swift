import Numerals
import WalkthroughLanguage

/// Writes down what is worked; what was worked before is found again, not written twice.
///
/// It belongs to one trace and whoever tells it, one at a time.
public final class Recorder: @unchecked Sendable {
  public internal(set) var recording = Recording()
  private var known: [Recording.Instruction: Int32] = [:]
  let rounding: Rounding
  let carry: NumberStyle?
  /// Whether nudges are written down, each of which is a pass of its own.
  public private(set) var followsNudges = true

  init(_ conditions: Laboratory.Conditions) {
    (rounding, carry) = (conditions.rounding, conditions.carry)
  }

  /// Instructions that a page works at most.
  public static let most = 20_000

  public var isTooLong: Bool { recording.instructions.count > Self.most }

  /// Goes back to so many instructions, and leaves nudges out from then on.
  public func giveUpNudges(goingBackTo count: Int) {
    followsNudges = false
    recording.instructions.removeSubrange(count...)
    known = known.filter { $0.value < count }
  }

  @discardableResult
  func append(_ operation: Recording.Operation, _ first: Int32 = 0, _ second: Int32 = 0) -> Int32 {
    let instruction = Recording.Instruction(operation: operation, first: first, second: second)
    if let slot = known[instruction] { return slot }
    let slot = Int32(recording.instructions.count)
    recording.instructions.append(instruction)
    known[instruction] = slot
    return slot
  }

  public func constant(_ value: Double) -> Int32 { append(.constant(value.bitPattern)) }

  /// A primitive in the file's arithmetic.
  func apply(_ primitive: Primitive, _ first: Int32, _ second: Int32) -> Int32 {
    rounded(exactly(primitive, first, second))
  }

  /// A primitive in doubles, whatever the file's arithmetic.
  public func exactly(_ primitive: Primitive, _ first: Int32, _ second: Int32) -> Int32 {
    // Once a number is the number, to the last bit.
    if primitive == .multiply, isOne(first) { return second }
    if primitive == .identity || primitive == .multiply && isOne(second) { return first }
    return append(.primitive(primitive), first, primitive.arity == 2 ? second : first)
  }

  private func isOne(_ slot: Int32) -> Bool {
    recording.instructions[Int(slot)].operation == .constant((1.0).bitPattern)
  }

  func rounded(_ slot: Int32) -> Int32 { rounding.isSingle ? append(.single, slot, slot) : slot }

  /// As the file carries a number on.
  public func carried(_ slot: Int32) -> Int32 { carry == nil ? slot : append(.carried, slot, slot) }

  /// As it stands after so many epochs, or after the last one.
  func sample(_ slot: Int32, epoch: Int?) -> Int32 { append(.sample(epoch: epoch), slot, slot) }

  /// The number as the page shows it.
  public func typed(_ slot: Int32) -> Int32 { append(.typed, slot, slot) }

  /// The number, to be shown with all its digits.
  public func withAllDigits(_ slot: Int32) -> Int32 { append(.allDigits, slot, slot) }

  /// The value of an expression in doubles, worked as `Expression.value` works it.
  ///
  /// - Returns: nothing where a leaf has no slot, or the expression is of matrices.
  public func slot(of expression: Expression, _ leaf: (Int) -> Int32?) -> Int32? {
    switch expression {
    case .number(let decimal): return constant(decimal.value)
    case .constant(let number): return constant(number.value)
    case .quantity(let quantity): return leaf(quantity)
    case .matrix, .slope, .declared: return nil
    case .negation(let operand): return slot(of: operand, leaf).map { exactly(.negate, $0, $0) }
    case .power(let base, let exponent): return chain(.power, [base, exponent], leaf)
    case .sum(let terms):
      var sum: Int32?
      for term in terms {
        guard let value = slot(of: term.expression, leaf) else { return nil }
        let first = sum == nil && term.isSubtracted ? exactly(.negate, value, value) : value
        sum = sum.map { exactly(term.isSubtracted ? .subtract : .add, $0, value) } ?? first
      }
      return sum
    case .product(let factors):
      var product: Int32?
      for factor in factors {
        guard let value = slot(of: factor.expression, leaf) else { return nil }
        product = product.map { exactly(factor.isDivisor ? .divide : .multiply, $0, value) } ?? value
      }
      return product
    case .call(let primitive, let operands): return chain(primitive, operands, leaf)
    }
  }

  private func chain(_ primitive: Primitive, _ operands: [Expression], _ leaf: (Int) -> Int32?) -> Int32? {
    let slots = operands.compactMap { slot(of: $0, leaf) }
    guard slots.count == operands.count else { return nil }
    if slots.count == 1 { return exactly(primitive, slots[0], slots[0]) }
    return slots.dropFirst().reduce(slots[0]) { exactly(primitive, $0, $1) }
  }
}

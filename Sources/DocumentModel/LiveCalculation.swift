import Numerals

/// How a document's numbers follow from its givens, so that a page can work them again with other ones.
///
/// Each instruction gives one number. It is known by the place of the instruction, its slot, which numbers of the
/// document name (`ShownNumber.slot`).
public struct LiveCalculation: Sendable {
  /// The closed set of what a page has to know; in IEEE doubles, with our own elementary functions.
  public enum Operation: String, Sendable, CaseIterable {
    /// The given and the constant by the number in the place of the first operand; what moves from epoch to epoch.
    case input, constant, state
    case add, subtract, multiply, divide, power, negate
    case exp, ln, sqrt, abs
    case sin, cos, tan, sinh, cosh, tanh
    case sigmoid, relu, softplus
    case max, min
    /// 1 where it holds, else 0.
    case greater, greaterOrEqual
    /// Rounded to IEEE single precision.
    case single
    /// Rounded as the file carries numbers on.
    case carried
    /// The number as the page shows it, typed in.
    case typed
    /// The operand, shown with all its digits.
    case allDigits
    /// The first operand after as many epochs as the second says; after the last where it is −1.
    case sample
    /// Epochs gone through.
    case epochs
  }

  /// Operands are slots before it; the second is the first once more where an operation takes one.
  public struct Instruction: Sendable, Equatable {
    public let operation: Operation
    public let first: Int
    public let second: Int

    public init(_ operation: Operation, _ first: Int, _ second: Int) {
      (self.operation, self.first, self.second) = (operation, first, second)
    }
  }

  /// A given that may be changed.
  public struct Input: Sendable {
    public let slot: Int
    /// What it is called in a formula, and as plain text.
    public let symbol: Formula
    public let name: String
    /// The printed value.
    public let value: Double
    /// Whether no other numbers make sense, as for a rate.
    public let isPositive: Bool
    /// Where a slider goes, and its steps.
    public let range: ClosedRange<Double>
    public let step: Double

    public init(
      slot: Int, symbol: Formula, name: String, value: Double, isPositive: Bool = false, range: ClosedRange<Double>,
      step: Double
    ) {
      (self.slot, self.symbol, self.name, self.value) = (slot, symbol, name, value)
      (self.isPositive, self.range, self.step) = (isPositive, range, step)
    }
  }

  /// Givens that belong together, under a heading.
  public struct Group: Sendable {
    public let heading: [Inline]
    public let inputs: [Input]

    public init(heading: [Inline], inputs: [Input]) {
      (self.heading, self.inputs) = (heading, inputs)
    }
  }

  /// The instructions of one quantity, by whose name a fault in them is told.
  public struct Span: Sendable {
    public let name: String
    public let instructions: Range<Int>

    public init(name: String, instructions: Range<Int>) {
      (self.name, self.instructions) = (name, instructions)
    }
  }

  /// A slope, or a new value, that must be a number.
  public struct Slope: Sendable {
    public let name: String
    public let slot: Int

    public init(name: String, slot: Int) { (self.name, self.slot) = (name, slot) }
  }

  /// Epochs, in instructions of their own.
  public struct Repetition: Sendable {
    /// What goes on from one epoch into the next.
    public struct State: Sendable {
      public let slot: Int
      public let start: Int
      public let next: Int

      public init(slot: Int, start: Int, next: Int) { (self.slot, self.start, self.next) = (slot, start, next) }
    }

    /// All of an epoch; the first ones, up to `head`, give the objective before it.
    public let instructions: Range<Int>
    public let head: Int
    public let states: [State]
    public let most: Int
    public let objective: Int
    public let rule: Rule?

    public init(
      instructions: Range<Int>, head: Int, states: [State], most: Int, objective: Int, rule: Rule?
    ) {
      (self.instructions, self.head, self.states) = (instructions, head, states)
      (self.most, self.objective, self.rule) = (most, objective, rule)
    }
  }

  /// When epochs end early; asked after each.
  public enum Rule: Sendable {
    case gain(below: Double, isAscent: Bool)
    case below([Int], Double)
    case above([Int], Double)
    /// Each pair at most so far apart.
    case within([(Int, Int)], Double)
  }

  /// What a page says besides the document.
  public struct Wording: Sendable {
    /// Why an operation has no value, with `{u}` and `{v}` for its operands and `{name}` for the quantity.
    public let complaints: [(operation: Operation, text: String)]
    /// Where a result is too large for a double, and where a slope does not exist.
    public let tooLarge: String
    public let noSlope: String

    public init(complaints: [(operation: Operation, text: String)], tooLarge: String, noSlope: String) {
      (self.complaints, self.tooLarge, self.noSlope) = (complaints, tooLarge, noSlope)
    }
  }

  public let instructions: [Instruction]
  public let constants: [Double]
  public let groups: [Group]
  public let spans: [Span]
  public let slopes: [Slope]
  public let repetition: Repetition?
  /// How numbers are shown, and how they are carried on.
  public let style: NumberStyle
  public let carry: NumberStyle?
  public let wording: Wording

  public var inputs: [Input] { groups.flatMap(\.inputs) }

  public init(
    instructions: [Instruction], constants: [Double], groups: [Group], spans: [Span], slopes: [Slope],
    repetition: Repetition?, style: NumberStyle, carry: NumberStyle?, wording: Wording
  ) {
    (self.instructions, self.constants, self.groups) = (instructions, constants, groups)
    (self.spans, self.slopes, self.repetition) = (spans, slopes, repetition)
    (self.style, self.carry, self.wording) = (style, carry, wording)
  }
}

import Numerals
import WalkthroughLanguage

/// What the passes of a walkthrough do, operation by operation, so that others can do it again with other givens.
///
/// Each instruction gives one number, which is known by the place of the instruction, its slot.
public struct Recording: Sendable {
  public enum Operation: Sendable, Hashable {
    /// A number that may be changed, by its place among `inputs`.
    case input(Int)
    /// A number that stays, by its bits.
    case constant(UInt64)
    /// What moves from epoch to epoch, by its place among `Repetition.states`.
    case state(Int)
    case primitive(Primitive)
    /// IEEE single precision.
    case single
    /// As the file carries numbers on.
    case carried
    /// What a reader types in who sees the number on the page.
    case typed
    /// The number itself, which the page shows with all its digits.
    case allDigits
    /// The operand as it stands after so many epochs; after the last one where nothing is said.
    case sample(epoch: Int?)
    /// Epochs gone through in the end.
    case epochs
  }

  /// The second operand is the first once more where the operation takes one, and both are 0 where it takes none.
  public struct Instruction: Sendable, Hashable {
    public let operation: Operation
    public let first: Int32
    public let second: Int32
  }

  /// An entry of a given, or of the table of examples.
  public struct Input: Sendable {
    public let quantity: Int
    /// Row by row from 0.
    public let entry: Int
    /// By number from 0; nothing for what holds in all examples.
    public let example: Int?
    public let value: Double
    public let slot: Int32
  }

  /// The instructions of one computed quantity in a pass, where its faults are looked for.
  public struct Span: Sendable {
    public let quantity: Int
    public let instructions: Range<Int>
  }

  /// Epochs: what one does, and what goes on into the next.
  public struct Repetition: Sendable {
    public struct State: Sendable {
      public let slot: Int32
      public let start: Int32
      public let next: Int32
    }

    /// All instructions of an epoch; the first ones, up to `head`, give the objective before it.
    public let instructions: Range<Int>
    public let head: Int
    public let states: [State]
    public let most: Int
    public let objective: Int32
    public let rule: Rule?
    /// The passes forward in it, example by example.
    public let spans: [Span]
  }

  /// When repetition ends before its epochs are over: asked after each epoch.
  public enum Rule: Sendable {
    /// The objective got better by less than this.
    case gain(below: Double, isAscent: Bool)
    case below([Int32], Double)
    case above([Int32], Double)
    /// Each is at most so far from the other.
    case within([(Int32, Int32)], Double)
  }

  public internal(set) var instructions: [Instruction] = []
  public internal(set) var inputs: [Input] = []
  /// The passes forward, in order.
  public internal(set) var spans: [Span] = []
  /// Slopes and new values that must be numbers, each with its quantity.
  public internal(set) var slopes: [(quantity: Int, slot: Int32)] = []
  public internal(set) var repetition: Repetition?
}

import Numerals

/// What a `.walk` file says: quantities in the order of the file, and how they are to be worked and told.
public struct Walkthrough: Sendable {
  public internal(set) var source: SourceText
  public internal(set) var title: String?
  /// Where the example was first printed.
  public internal(set) var origin: String?
  public internal(set) var quantities: [Quantity] = []
  /// The formulas of all quantities and claims, in postfix order.
  public internal(set) var nodes: [FormulaNode] = []
  /// Whether a formula speaks of a matrix; without one, every value is a number.
  public internal(set) var hasMatrices = false
  /// The indices and the generated matrices that formulas speak of.
  public internal(set) var selections: [Selection] = []
  public internal(set) var generators: [Generator] = []
  /// Functions without formulas.
  public internal(set) var functions: [DeclaredFunction] = []
  /// Whether givens have no values: formulas and chain rule, no numbers.
  public internal(set) var isSymbolic = false
  /// Headings and remarks, each with the number of quantities that stand before it.
  public internal(set) var passages: [Passage] = []
  public internal(set) var objective: Objective?
  /// The quantity that holds the rate; without one there is no update.
  public internal(set) var rate: Int?
  public internal(set) var updateOrder = UpdateOrder.together
  public internal(set) var updateMethod = UpdateMethod.gradient
  public internal(set) var updateSettings: [UpdateSetting] = []
  public internal(set) var updateStarts: [UpdateStart] = []
  public internal(set) var updateSchedule = UpdateSchedule.afterAllExamples
  public internal(set) var examples: ExampleTable?
  /// How many times the examples are gone through; nothing when the file does not say.
  public internal(set) var epochs: Int?
  /// How many may be gone through at most, whatever the file waits for.
  public internal(set) var maximumEpochs = Limits.epochs
  public internal(set) var stopRule: StopRule?
  public internal(set) var derivatives = DerivativeMethod.rules
  public internal(set) var floatingPoint = FloatingPoint.double
  public internal(set) var telling: Telling?
  public internal(set) var style = NumberStyle.standard
  /// How values are rounded before they are used on; nothing when they go on unrounded.
  public internal(set) var carry: NumberStyle?
  public internal(set) var claims: [Claim] = []
  /// Typesetting that the file asks for, by quantity.
  public internal(set) var notations: [Int: NameParts] = [:]
  /// In the expansion of a matrix walkthrough around one entry: that entry, and terms that were drawn together.
  public internal(set) var askedEntry: Int?
  public internal(set) var gatherings: [Gathering] = []
  /// Givens that were changed since it was read, each once.
  public internal(set) var otherGivens: [OtherGiven] = []

  init(source: SourceText) { self.source = source }

  /// The base, subscripts and superscripts that the name of a quantity is typeset with.
  public func nameParts(of quantity: Int) -> NameParts {
    notations[quantity] ?? NameParts(name: quantities[quantity].name)
  }

  /// The quantities that an update moves, in the order of the file.
  public var moved: [Int] { quantities.indices.filter { quantities[$0].role.isMoved } }
}

/// A named line: a given, or a name and the formula that computes it.
public struct Quantity: Sendable {
  public let name: String
  public let role: Role
  public let shape: Shape
  /// Its formula, in `Walkthrough.nodes`; empty for a given without a value.
  public let formula: Range<Int>
  /// Where its name stands in the source.
  public let place: Range<Int>
  /// The formula as the file writes it, in `Walkthrough.nodes`, where calls in it were taken apart.
  public internal(set) var written: Range<Int>?
  /// Whether the file gives it no name: a call inside a formula, or what goes into one.
  public internal(set) var isUnnamed = false
}

/// What a quantity is there for.
public enum Role: String, Sendable, CaseIterable {
  case input, weight, bias, unknown, fixed, target, rate, example, computed

  /// Whether an update moves it.
  public var isMoved: Bool {
    switch self {
    case .weight, .bias, .unknown: true
    case .input, .fixed, .target, .rate, .example, .computed: false
    }
  }

  public var isGiven: Bool { self != .computed }
}

/// What the backward pass differentiates, and what for.
public struct Objective: Sendable, Equatable {
  public enum Sense: String, Sendable { case minimize, maximize, differentiate }
  public let sense: Sense
  public let quantity: Int
  /// How the examples are drawn together; nothing without examples.
  public let combination: Combination?
  /// What is added once, whatever the number of examples.
  public let addition: Int?

  public init(sense: Sense, quantity: Int, combination: Combination? = nil, addition: Int? = nil) {
    self.sense = sense
    self.quantity = quantity
    self.combination = combination
    self.addition = addition
  }
}

/// A heading or a remark, before the quantity that follows it.
public struct Passage: Sendable {
  public enum Kind: Sendable { case section, note }
  public let kind: Kind
  public internal(set) var text: String
  /// The first quantity after it.
  public let before: Int
}

/// When moved quantities take their new values.
public enum UpdateOrder: String, Sendable, CaseIterable {
  /// All at once, after the backward pass.
  case together
  /// Each as soon as its adjoint is known: behind the slopes of the moved quantities of one statement, so that all that is
  /// further back uses the new value.
  case reusing = "reusing new weights"
}

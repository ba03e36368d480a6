/// A worked example, ready for any format: a title and a list of steps in reading order.
///
/// Order, wording, grouping and digits are settled here; a format only spells them. The steps are told one after
/// another and need not be kept, so that a document of any length takes little memory.
public struct Document: Sendable {
  public let title: [Inline]
  /// Whether there are figures with diagrams, and with plots, in it; known before the first step.
  public var hasDiagrams = false
  public var hasPlots = false
  /// How its numbers follow from the givens, where a page is to work them again; nothing for a symbolic file, and for
  /// one whose passes are too long for a page.
  public var calculation: LiveCalculation?
  /// Hands over every step in order; the same ones each time.
  public let forEachStep: @Sendable ((Step) -> Void) -> Void

  public init(title: [Inline], forEachStep: @escaping @Sendable ((Step) -> Void) -> Void) {
    self.title = title
    self.forEachStep = forEachStep
  }

  public init(title: [Inline], steps: [Step]) {
    self.init(title: title) { steps.forEach($0) }
  }

  /// All steps at once.
  public var steps: [Step] {
    var steps: [Step] = []
    forEachStep { steps.append($0) }
    return steps
  }
}

/// One thing to take in before the next: a heading, a few sentences, a calculation.
public struct Step: Sendable, Equatable {
  /// Where in the worked example a step stands.
  public enum Phase: String, Sendable, CaseIterable {
    /// What is given, and what is said of it.
    case given
    case forward
    case backward
    case update
    /// Repeated updates.
    case training
    /// What was checked, and what is said in the end.
    case end
  }

  /// Unique in its document, the same in every run: `forward-sum_h1`, `weight-w5`.
  public let id: String
  public var phase = Phase.given
  public var blocks: [Block]
  /// The quantities and edges of the trace that it is about, by their numbers there.
  public var quantities: [Int]
  public var edges: [Int]
  /// The equation whose last link is the answer, which a quiz can hide; by its number among `blocks`.
  public var resultBlock: Int?

  public init(
    id: String, blocks: [Block], quantities: [Int] = [], edges: [Int] = [], resultBlock: Int? = nil
  ) {
    self.id = id
    self.blocks = blocks
    self.quantities = quantities
    self.edges = edges
    self.resultBlock = resultBlock
  }

  public func during(_ phase: Phase) -> Step {
    var step = self
    step.phase = phase
    return step
  }
}

/// A piece of a page that stands by itself.
public enum Block: Sendable, Equatable {
  /// A heading; level 1 is a part of the document, 2 a section in it, 3 a story in that.
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case equation(Equation)
  case table(Table)
  case list([[Inline]])
  case figure(Figure)
}

/// A piece of a sentence.
public enum Inline: Sendable, Equatable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  /// What somebody types: a file name, a command.
  case code(String)
  case formula(Formula)
  /// A short equation that stands in the sentence, never with a mark.
  case equation(Equation)
}

/// Rows of short entries under a header.
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable { case left, right }

  public struct Column: Sendable, Equatable {
    public let header: [Inline]
    public let alignment: Alignment

    public init(_ header: [Inline], _ alignment: Alignment = .left) {
      self.header = header
      self.alignment = alignment
    }
  }

  public let columns: [Column]
  /// As many cells in every row as there are columns.
  public let rows: [[[Inline]]]

  public init(columns: [Column], rows: [[[Inline]]]) {
    self.columns = columns
    self.rows = rows
  }
}

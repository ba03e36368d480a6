/// Curves and points over two axes, in the numbers of what they show; a format only maps them to its page.
public struct Plot: Sendable, Equatable {
  public let horizontal: Axis
  public let vertical: Axis
  /// In the order in which they are drawn.
  public let series: [Series]
  /// Short remarks at places in the plot.
  public let marks: [Mark]
  /// How a page draws it anew for other givens; nothing where it stays as it is.
  public var recipe: Recipe?

  /// What is drawn of a document's calculation, by the rule of all plots for their scales.
  public enum Recipe: Sendable, Equatable {
    /// The objective of repetition, epoch by epoch.
    case epochs
    /// A slot over an input, with the tangent of this slope, and the step to a new value of the input.
    case curve(input: Int, objective: Int, slope: Int, after: Int?)
    /// The neighbourhood of that step.
    case closeUp(input: Int, objective: Int, slope: Int, after: Int)
    /// A dot for each slot, one after the other, on a logarithmic scale.
    case sizes([Int])
    /// A map of a slot over two inputs, and what is drawn on it.
    case contours(inputs: [Int], objective: Int, Way)
  }

  /// What a map shows besides level lines.
  public enum Way: Sendable, Equatable {
    /// Where the objective rises fastest, by its slopes.
    case gradient([Int])
    /// One step, to the two new values and the objective there.
    case update([Int], objective: Int)
    /// The way through all epochs; where an epoch is one update and they are few, from each to the next.
    case epochs(isEveryUpdate: Bool)
  }

  public struct Axis: Sendable, Equatable {
    public let label: [Inline]
    public let range: ClosedRange<Double>
    public let isLogarithmic: Bool
    /// Inside the range, in order.
    public let ticks: [Tick]

    public init(label: [Inline], range: ClosedRange<Double>, isLogarithmic: Bool = false, ticks: [Tick]) {
      self.label = label
      self.range = range
      self.isLogarithmic = isLogarithmic
      self.ticks = ticks
    }
  }

  public struct Tick: Sendable, Equatable {
    public let place: Double
    public let label: [Inline]

    public init(_ place: Double, _ label: [Inline]) {
      self.place = place
      self.label = label
    }
  }

  /// Points that belong together.
  public struct Series: Sendable, Equatable {
    public let kind: Kind
    public let points: [Point]
    /// What it shows, for the legend; empty where that needs no words.
    public let name: [Inline]
    public let tone: Tone

    public init(_ kind: Kind, _ points: [Point], name: [Inline] = [], _ tone: Tone = .plain) {
      self.kind = kind
      self.points = points
      self.name = name
      self.tone = tone
    }
  }

  public enum Kind: Sendable, Equatable {
    /// Joined by straight lines.
    case line
    case dashedLine
    case dots
    /// From dot to dot, the last step with an arrowhead.
    case path
  }

  /// A remark at a place.
  public struct Mark: Sendable, Equatable {
    public let place: Point
    public let label: [Inline]
    public let tone: Tone
    /// On which side of its place it stands.
    public let side: Side

    public init(_ place: Point, _ label: [Inline], _ side: Side, _ tone: Tone = .plain) {
      self.place = place
      self.label = label
      self.side = side
      self.tone = tone
    }
  }

  public enum Side: Sendable, Equatable { case above, below, left, right }

  public init(horizontal: Axis, vertical: Axis, series: [Series], marks: [Mark] = []) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.series = series
    self.marks = marks
  }
}

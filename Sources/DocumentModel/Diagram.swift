/// Nodes, wires and labels with their places, which every format keeps.
///
/// Lengths are in em of a label's text, from the upper left corner, y downwards. A format may scale a diagram as a
/// whole. In plain text an em is two columns wide and one row high, so that labels on one line stand at least one em apart.
public struct Diagram: Sendable, Equatable {
  public let width: Double
  public let height: Double
  /// In the order in which they are drawn: what comes later lies on top.
  public let shapes: [Shape]

  public enum Shape: Sendable, Equatable {
    case node(Node)
    case wire(Wire)
    case label(Label)
  }

  /// A unit of a network, a gate, a quantity: an outline that labels stand in.
  public struct Node: Sendable, Equatable {
    public let box: Box
    public let outline: Outline
    public let tone: Tone
    /// The quantity of the trace that it stands for.
    public let quantity: Int?
    /// Another one that stands in it: the sum of a unit besides its output.
    public let inner: Int?

    public init(_ box: Box, _ outline: Outline, _ tone: Tone = .plain, quantity: Int? = nil, inner: Int? = nil) {
      self.box = box
      self.outline = outline
      self.tone = tone
      self.quantity = quantity
      self.inner = inner
    }
  }

  public enum Outline: Sendable, Equatable {
    /// A box with round corners.
    case rounded
    /// As an ellipse fills its box.
    case round
  }

  /// A line from one place to another, drawn as a path of straight and curved stretches.
  public struct Wire: Sendable, Equatable {
    public let start: Point
    public let stretches: [Stretch]
    public let head: Head
    public let tone: Tone
    /// The edge of the trace that it stands for.
    public let edge: Int?
    /// The quantity whose number stands beside it: a weight, or a bias.
    public let quantity: Int?

    public init(
      from start: Point, _ stretches: [Stretch], _ head: Head = .none, _ tone: Tone = .plain, edge: Int? = nil,
      quantity: Int? = nil
    ) {
      self.start = start
      self.stretches = stretches
      self.head = head
      self.tone = tone
      self.edge = edge
      self.quantity = quantity
    }
  }

  public enum Stretch: Sendable, Equatable {
    case line(to: Point)
    /// A cubic curve with its two control points.
    case curve(Point, Point, to: Point)
  }

  /// Where an arrow points.
  public enum Head: Sendable, Equatable { case none, end, start }

  /// A line of text with formulas, in the middle of a box that is as wide as it may get in any format.
  public struct Label: Sendable, Equatable {
    public let box: Box
    public let content: [Inline]
    public let tone: Tone

    public init(_ box: Box, _ content: [Inline], _ tone: Tone = .plain) {
      self.box = box
      self.content = content
      self.tone = tone
    }
  }

  public init(width: Double, height: Double, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }
}

/// What a shape is to the reader. A format shows it by colour and by something else: strength, dashes, slant.
public enum Tone: Sendable, Hashable, CaseIterable {
  case plain
  /// What goes forward: values.
  case value
  /// What comes back: adjoints and contributions.
  case adjoint
  /// What an update moved.
  case changed
  /// On the path that is spoken of.
  case emphasized
  /// Not spoken of now.
  case faded
}

public struct Point: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle, by its upper left corner and its size.
public struct Box: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public init(around centre: Point, width: Double, height: Double) {
    self.init(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }
  public var centre: Point { Point(x + width / 2, y + height / 2) }

  /// Whether both have more than their border in common.
  public func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

import DocumentModel

/// Nodes and wires with what stands on them, before they have places.
struct ComputationGraph {
  struct Node {
    /// Inside, one below the other; at most three.
    let lines: [Line]
    let outline: Diagram.Outline
    var tone = Tone.plain
    var quantity: Int?
    /// Below the outline.
    var under: Line?
    /// Whether wires have to arrive in the order of the operands.
    var isOrdered = false
  }

  struct Line {
    let content: [Inline]
    let tone: Tone

    init(_ content: [Inline], _ tone: Tone = .plain) {
      self.content = content
      self.tone = tone
    }

    init(_ formula: Formula, _ tone: Tone = .plain) { self.init([.formula(formula)], tone) }
  }

  struct Wire {
    let from: Int
    let to: Int
    var above: Line?
    var below: Line?
    var tone = Tone.plain
    /// Of the trace.
    var edge: Int?
  }

  /// Each before those that it leads to.
  var nodes: [Node] = []
  /// Those into a node in the order of its operands.
  var wires: [Wire] = []

  /// Adds a node.
  ///
  /// - Returns: its number.
  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}

extension ComputationGraph {
  /// What a graph may grow to before it is left out.
  enum Limits {
    /// Nodes, and the width and height in em.
    static let nodes = 40
    static let width = 80.0
    static let height = 60
    /// Gates that are drawn one by one where the telling does not ask for it.
    static let fewGates = 8
    /// Numbers, names and operations of a file whose graph is tried at all.
    static let formulas = 200
  }

  /// Whether several wires lead out of one node; counted only where the graph is small enough to be drawn.
  var isForked: Bool {
    guard nodes.count <= Limits.nodes else { return false }
    return nodes.indices.contains { node in wires.count { $0.from == node } > 1 }
  }

  /// With places; nothing where it would be too large to read.
  var diagram: Diagram? {
    guard !wires.isEmpty, nodes.count <= Limits.nodes else { return nil }
    return GraphDrawing(self)?.diagram
  }
}

extension ComputationGraph.Node {
  /// From the middle of a line of text to that of the next, so that they stand on rows of their own in plain text,
  /// inside the outline.
  var lineHeight: Double { lines.count == 2 ? 1.4 : 1.2 }

  /// - Parameter arrivals: how many wires have to find room on its left side.
  func size(arrivals: Int) -> (width: Double, height: Double) {
    let width = max(2.4, (lines.map(\.content.labelWidth).max() ?? 0) + 1)
    switch outline {
    case .round: return (width, 2.4)
    case .rounded:
      let text = lines.count == 1 ? 2 : lines.count == 2 ? 4.1 : 4.2
      return (width, max(text, 0.6 * Double(arrivals) + 0.6))
    }
  }

  /// Whole rows around it, half a row more on either side.
  func layout(arrivals: Int) -> GraphLayout.Node {
    let size = size(arrivals: arrivals)
    let reach = Int((size.height / 2 + 0.5).rounded(.up))
    let under = under.map { ($0.content.labelWidth, 1) } ?? (0, 0)
    return GraphLayout.Node(
      width: max(size.width, under.0), up: reach, down: reach + under.1, isOrdered: isOrdered)
  }
}

extension ComputationGraph.Wire {
  var layout: GraphLayout.Edge {
    let label = max(above?.content.labelWidth ?? 0, below?.content.labelWidth ?? 0)
    return GraphLayout.Edge(
      from: from, to: to, label: label == 0 ? 0 : label + 0.5, up: above == nil ? 1 : 2, down: below == nil ? 1 : 2)
  }
}

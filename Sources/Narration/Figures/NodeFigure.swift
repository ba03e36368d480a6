import DocumentModel

/// One node with what it takes and makes, and below each wire what comes back along it.
struct NodeFigure {
  struct Input {
    let quantity: Int
    /// Of the trace.
    let edge: Int
    let lines: [ComputationGraph.Line]
    /// How the node changes with it, and what it is sent back.
    let local: [Inline]
    let contribution: [Inline]
  }

  let quantity: Int
  let lines: [ComputationGraph.Line]
  /// Two of them.
  let inputs: [Input]
  /// The value that goes on, and the adjoint that arrives.
  let value: [Inline]
  let adjoint: [Inline]

  /// Half the way between a wire forward and the one back.
  private static let apart = 0.9
  private static let margin = 0.5
  private static let bend = 2.5
  private static let inputHeight = 4.1
  private static let lineHeight = 1.4
  private static let nodeHeight = 6.0
  /// Between the middles of the inputs.
  private static let pitch = 8.0
  private static let middle = 6.5

  var diagram: Diagram {
    let inputWidth = inputs.flatMap(\.lines).reduce(2.4) { max($0, $1.content.labelWidth + 1) }
    let labels = inputs.reduce(0) { max($0, $1.local.labelWidth, $1.contribution.labelWidth) } + 1.5
    let nodeWidth = lines.reduce(Self.nodeHeight) { max($0, $1.content.labelWidth + 2) }
    let behind = max(value.labelWidth, adjoint.labelWidth) + 2
    let start = Self.margin + inputWidth
    let node = Box(
      x: start + labels + Self.bend, y: Self.middle - Self.nodeHeight / 2, width: nodeWidth, height: Self.nodeHeight)
    var shapes: [Diagram.Shape] = []
    for (number, input) in inputs.enumerated() {
      let y = Self.middle + (Double(number) - 0.5) * Self.pitch
      let box = Box(x: Self.margin, y: y - Self.inputHeight / 2, width: inputWidth, height: Self.inputHeight)
      shapes += self.shapes(of: input, number, box, from: start, labels, node)
    }
    shapes += outside(node, behind)
    shapes.append(.node(Diagram.Node(node, .round, .emphasized, quantity: quantity)))
    shapes += stacked(lines, node.centre)
    return Diagram(width: node.right + behind + Self.margin, height: 2 * Self.middle, shapes: shapes)
  }

  private func shapes(
    of input: Input, _ number: Int, _ box: Box, from start: Double, _ labels: Double, _ node: Box
  ) -> [Diagram.Shape] {
    let y = box.centre.y
    let (forward, back) = (y - Self.apart, y + Self.apart)
    let ports = number == 0 ? (-0.72, -0.3) : (0.3, 0.72)
    let (arrival, departure) = (port(ports.0, node), port(ports.1, node))
    let middle = start + labels / 2
    return [
      .node(Diagram.Node(box, .rounded, quantity: input.quantity)),
      .wire(
        Diagram.Wire(
          from: Point(start, forward),
          [.line(to: Point(start + labels, forward))] + bend(start + labels, forward, to: arrival), .end, .value,
          edge: input.edge)),
      .wire(
        Diagram.Wire(
          from: Point(start, back),
          [.line(to: Point(start + labels, back))] + bend(start + labels, back, to: departure), .start, .adjoint,
          edge: input.edge)),
      label(input.local, Point(middle, forward - 0.85), .plain),
      label(input.contribution, Point(middle, back + 0.85), .adjoint),
    ] + stacked(input.lines, box.centre)
  }

  /// Between labels and node; level behind the edge of its box.
  private func bend(_ x: Double, _ y: Double, to end: Point) -> [Diagram.Stretch] {
    let foot = x + Self.bend
    let middle = (x + foot) / 2
    return [.curve(Point(middle, y), Point(middle, end.y), to: Point(foot, end.y)), .line(to: end)]
  }

  /// On the left of the node.
  private func port(_ share: Double, _ node: Box) -> Point {
    Point(
      node.centre.x - node.width / 2 * (1 - share * share).squareRoot(), node.centre.y + node.height / 2 * share)
  }

  private func outside(_ node: Box, _ length: Double) -> [Diagram.Shape] {
    let share = Self.apart / (node.height / 2)
    let x = node.centre.x + node.width / 2 * (1 - share * share).squareRoot()
    let (forward, back) = (node.centre.y - Self.apart, node.centre.y + Self.apart)
    let middle = node.right + length / 2
    return [
      .wire(Diagram.Wire(from: Point(x, forward), [.line(to: Point(node.right + length, forward))], .end, .value)),
      .wire(Diagram.Wire(from: Point(x, back), [.line(to: Point(node.right + length, back))], .start, .adjoint)),
      label(value, Point(middle, forward - 0.85), .value), label(adjoint, Point(middle, back + 0.85), .adjoint),
    ]
  }

  private func stacked(_ lines: [ComputationGraph.Line], _ centre: Point) -> [Diagram.Shape] {
    lines.enumerated().map { index, line in
      let offset = (Double(index) - Double(lines.count - 1) / 2) * Self.lineHeight
      return label(line.content, Point(centre.x, centre.y + offset), line.tone)
    }
  }

  private func label(_ content: [Inline], _ middle: Point, _ tone: Tone) -> Diagram.Shape {
    .label(Diagram.Label(Box(around: middle, width: content.labelWidth, height: 1.1), content, tone))
  }
}

import DocumentModel

/// A graph with the places of its layout, as shapes.
struct GraphDrawing {
  private let graph: ComputationGraph
  private let layout: GraphLayout
  /// By node: width and height of its outline.
  private let sizes: [(width: Double, height: Double)]
  /// Around everything.
  private static let margin = 0.5
  /// From the middle of a wire to that of its label.
  private static let labelDistance = 0.85

  /// Nothing where it would be too large to read.
  init?(_ graph: ComputationGraph) {
    self.graph = graph
    var arrivals = [Int](repeating: 0, count: graph.nodes.count)
    for wire in graph.wires { arrivals[wire.to] += 1 }
    sizes = zip(graph.nodes, arrivals).map { $0.size(arrivals: $1) }
    let layout = GraphLayout(
      zip(graph.nodes, arrivals).map { $0.layout(arrivals: $1) }, graph.wires.map(\.layout),
      width: ComputationGraph.Limits.width, height: ComputationGraph.Limits.height)
    guard let layout else { return nil }
    self.layout = layout
  }

  var diagram: Diagram {
    let wires = graph.wires.indices.map(wire)
    let faded = wires.filter { $0.tone == .faded }
    let shapes =
      (faded + wires.filter { $0.tone != .faded }).map(Diagram.Shape.wire)
      + graph.nodes.indices.flatMap(node) + graph.wires.indices.flatMap(labels)
    return Diagram(width: layout.width + 2 * Self.margin, height: Double(layout.height), shapes: shapes)
  }

  /// Rows have their middle half an em below their upper edge, so that rounding in plain text keeps them apart.
  private func y(_ row: Int) -> Double { Double(row) + 0.5 }
  private func x(_ place: Double) -> Double { place + Self.margin }

  private func centre(_ node: Int) -> Point {
    let item = layout.item(ofNode: node)
    return Point(x(layout.columns[item.layer].middle), y(item.row))
  }

  private func node(_ number: Int) -> [Diagram.Shape] {
    let (node, centre) = (graph.nodes[number], centre(number))
    let outline = Diagram.Node(
      Box(around: centre, width: sizes[number].width, height: sizes[number].height), node.outline, node.tone,
      quantity: node.quantity)
    let labels = node.lines.enumerated().map { index, line in
      let offset = (Double(index) - Double(node.lines.count - 1) / 2) * node.lineHeight
      return label(line, Point(centre.x, centre.y + offset))
    }
    let under = node.under.map { [label($0, Point(centre.x, centre.y + sizes[number].height / 2 + 0.7))] } ?? []
    return [.node(outline)] + labels + under
  }

  private func label(_ line: ComputationGraph.Line, _ middle: Point) -> Diagram.Shape {
    .label(Diagram.Label(Box(around: middle, width: line.content.labelWidth, height: 1.1), line.content, line.tone))
  }

  private func labels(_ number: Int) -> [Diagram.Shape] {
    let wire = graph.wires[number]
    guard let stretch = layout.stretches(ofEdge: number).first(where: \.isLabelled) else { return [] }
    let (middle, row) = (x((stretch.start + stretch.end) / 2), y(stretch.row))
    let above = wire.above.map { label($0, Point(middle, row - Self.labelDistance)) }
    let below = wire.below.map { label($0, Point(middle, row + Self.labelDistance)) }
    return [above, below].compactMap(\.self)
  }

  /// Level in columns, bent between them.
  private func wire(_ number: Int) -> Diagram.Wire {
    let wire = graph.wires[number]
    let (from, to) = (centre(wire.from), centre(wire.to))
    var path = Path(Point(from.x + sizes[wire.from].width / 2, from.y))
    path.line(to: x(layout.columns[layout.item(ofNode: wire.from).layer].end))
    for stretch in layout.stretches(ofEdge: number) {
      path.bend(to: Point(x(stretch.start), y(stretch.row)))
      path.line(to: x(stretch.end))
    }
    let arrival = arrival(number)
    path.bend(to: Point(x(layout.columns[layout.item(ofNode: wire.to).layer].start), to.y + arrival.y))
    path.line(to: to.x + arrival.x)
    return Diagram.Wire(from: path.start, path.stretches, .end, wire.tone, edge: wire.edge)
  }

  /// Where a wire ends, from the middle of its node.
  private func arrival(_ number: Int) -> Point {
    let to = graph.wires[number].to
    let (place, count) = layout.arrival(ofEdge: number)
    let (width, height) = (sizes[to].width / 2, sizes[to].height / 2)
    guard count > 1 else { return Point(-width, 0) }
    let reach = count == 2 ? 0.45 : 0.7
    var y = (2 * Double(place) / Double(count - 1) - 1) * reach * height
    // Hardly bent looks worse than straight.
    let step = Double(layout.lastRow(ofEdge: number) - layout.item(ofNode: to).row)
    if abs(step - y) < 0.2 { y = step }
    switch graph.nodes[to].outline {
    case .round: return Point(-width * (1 - y * y / (height * height)).squareRoot(), y)
    case .rounded: return Point(-width, y)
    }
  }
}

/// A wire in the making.
private struct Path {
  let start: Point
  private(set) var stretches: [Diagram.Stretch] = []
  private var here: Point
  /// Whether the last stretch is level, so that it can grow.
  private var isLevel = false

  init(_ start: Point) {
    self.start = start
    here = start
  }

  /// What is too short to be seen has no direction either, and is left out.
  mutating func line(to x: Double) {
    guard x > here.x + 0.05 else { return }
    if isLevel { stretches.removeLast() }
    here.x = x
    stretches.append(.line(to: here))
    isLevel = true
  }

  mutating func bend(to end: Point) {
    if end.y == here.y { return line(to: end.x) }
    let middle = (here.x + end.x) / 2
    stretches.append(.curve(Point(middle, here.y), Point(middle, end.y), to: end))
    here = end
    isLevel = false
  }
}

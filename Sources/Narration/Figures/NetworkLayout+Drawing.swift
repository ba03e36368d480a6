import DocumentModel

extension NetworkLayout {
  /// The diagram of a sketch that the layout was made for: wires first, so that nothing lies under them.
  func diagram(_ sketch: NetworkSketch) -> Diagram {
    var shapes: [Diagram.Shape] = []
    shapes.reserveCapacity(sketch.columns.joined().reduce(0) { $0 + 2 * $1.ports.count + $1.lines.count + 3 })
    forEachUnit(of: sketch) { unit, place, number in
      for (port, content) in unit.ports.enumerated() {
        shapes.append(.wire(wire(content, port, of: place, in: number, sketch.head)))
      }
      addWiresFromNeighbours(unit, place, columns[number], sketch.head, to: &shapes)
    }
    forEachUnit(of: sketch) { unit, place, number in
      if unit.isEllipsis { return }
      let box = columns[number].box(place)
      shapes.append(.node(Diagram.Node(box, .rounded, unit.tone, quantity: unit.quantity, inner: unit.sum)))
    }
    forEachUnit(of: sketch) { unit, place, number in
      for (port, content) in unit.ports.enumerated() {
        guard let label = content.label else { continue }
        shapes.append(.label(Diagram.Label(columns[number].labelBox(port, of: place), label.content, label.tone)))
      }
      addLines(unit.lines, in: columns[number].box(place), to: &shapes)
    }
    return Diagram(width: width, height: height, shapes: shapes)
  }

  /// Column by column, each from above, with its number in its column and that of the column.
  private func forEachUnit(
    of sketch: NetworkSketch, _ use: (_ unit: NetworkSketch.Unit, _ place: Int, _ column: Int) -> Void
  ) {
    for (number, units) in sketch.columns.enumerated() {
      for (place, unit) in units.enumerated() { use(unit, place, number) }
    }
  }

  private func wire(
    _ port: NetworkSketch.Port, _ number: Int, of unit: Int, in column: Int, _ head: Diagram.Head
  ) -> Diagram.Wire {
    let target = columns[column]
    let head = port.tone == .faded ? .none : head
    let (begin, end) = (
      Point(target.stubs, target.stub(number, of: unit)), Point(target.left, target.stub(number, of: unit))
    )
    guard let source = port.source else {
      return Diagram.Wire(from: begin, [.line(to: end)], head, port.tone, edge: port.edge, quantity: port.quantity)
    }
    let start = Point(columns[column - 1].right, columns[column - 1].box(source).centre.y)
    let bend = (begin.x - start.x) * Measure.bend
    let curve = Diagram.Stretch.curve(Point(start.x + bend, start.y), Point(begin.x - bend, begin.y), to: begin)
    let way: [Diagram.Stretch] = start.y == begin.y ? [.line(to: end)] : [curve, .line(to: end)]
    return Diagram.Wire(from: start, way, head, port.tone, edge: port.edge, quantity: port.quantity)
  }

  private func addWiresFromNeighbours(
    _ unit: NetworkSketch.Unit, _ place: Int, _ column: NetworkColumn, _ head: Diagram.Head,
    to shapes: inout [Diagram.Shape]
  ) {
    guard let (above, below) = unit.fromNeighbours else { return }
    let box = column.box(place)
    func wire(_ from: Double, _ to: Double, _ port: NetworkSketch.Port) -> Diagram.Shape {
      .wire(
        Diagram.Wire(
          from: Point(box.centre.x, from), [.line(to: Point(box.centre.x, to))], head, port.tone, edge: port.edge,
          quantity: port.quantity))
    }
    shapes.append(wire(column.box(place - 1).bottom, box.y, above))
    shapes.append(wire(column.box(place + 1).y, box.bottom, below))
  }

  /// Lines one below the other in the middle of a box; those of four come in pairs.
  private func addLines(_ lines: [NetworkSketch.Line], in box: Box, to shapes: inout [Diagram.Shape]) {
    var tops: [Double] = []
    var top = 0.0
    for (number, line) in lines.enumerated() {
      tops.append(top)
      let isPairEnd = number == 1 && lines.count == 4
      top += Measure.lineStep + (line.isDeep ? Measure.depth : 0) + (isPairEnd ? Measure.pairGap : 0)
    }
    let height = 1 + (tops.last ?? 0)
    for (line, top) in zip(lines, tops) {
      let place = Box(
        x: box.x + (box.width - line.width) / 2, y: box.centre.y - height / 2 + top, width: line.width, height: 1)
      shapes.append(.label(Diagram.Label(place, line.content, line.tone)))
    }
  }

  private enum Measure {
    static let lineStep = 1.15
    /// Below a deep line, besides.
    static let depth = 0.25
    /// Between two lines and two more, besides.
    static let pairGap = 0.3
    /// The share of a gap in which a wire turns, at either end; all alike, so that wires to one unit do not cross.
    static let bend = 0.36
  }
}

import DocumentModel

extension NetworkLayout {
  /// The diagram of a sketch that the layout was made for: wires first, so that nothing lies under them.
  func diagram(_ sketch: NetworkSketch) -> Diagram {
    var (wires, nodes, labels) = ([Diagram.Shape](), [Diagram.Shape](), [Diagram.Shape]())
    for (number, units) in sketch.columns.enumerated() {
      for (place, unit) in units.enumerated() {
        for (port, content) in unit.ports.enumerated() {
          wires.append(.wire(wire(content, port, of: place, in: number, sketch.head)))
          if let label = content.label {
            labels.append(.label(Diagram.Label(columns[number].labelBox(port, of: place), label.content, label.tone)))
          }
        }
        wires += wiresFromNeighbours(unit, place, columns[number], sketch.head).map { .wire($0) }
        let box = columns[number].box(place)
        if !unit.isEllipsis {
          nodes.append(.node(Diagram.Node(box, .rounded, unit.tone, quantity: unit.quantity, inner: unit.sum)))
        }
        labels += lines(unit.lines, in: box).map { .label($0) }
      }
    }
    return Diagram(width: width, height: height, shapes: wires + nodes + labels)
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

  private func wiresFromNeighbours(
    _ unit: NetworkSketch.Unit, _ place: Int, _ column: NetworkColumn, _ head: Diagram.Head
  ) -> [Diagram.Wire] {
    guard let (above, below) = unit.fromNeighbours else { return [] }
    let box = column.box(place)
    func wire(_ from: Double, _ to: Double, _ port: NetworkSketch.Port) -> Diagram.Wire {
      Diagram.Wire(
        from: Point(box.centre.x, from), [.line(to: Point(box.centre.x, to))], head, port.tone, edge: port.edge,
        quantity: port.quantity)
    }
    return [
      wire(column.box(place - 1).bottom, box.y, above), wire(column.box(place + 1).y, box.bottom, below),
    ]
  }

  /// Lines one below the other in the middle of a box; those of four come in pairs.
  private func lines(_ lines: [NetworkSketch.Line], in box: Box) -> [Diagram.Label] {
    let pairGap = lines.count == 4 ? Measure.pairGap : 0
    let height = 1 + Double(lines.count - 1) * Measure.lineStep + pairGap
    return lines.enumerated().map { number, line in
      let y = Double(number) * Measure.lineStep + (number > 1 ? pairGap : 0)
      return Diagram.Label(
        Box(
          x: box.x + (box.width - line.width) / 2, y: box.centre.y - height / 2 + y, width: line.width, height: 1),
        line.content, line.tone)
    }
  }

  private enum Measure {
    static let lineStep = 1.15
    /// Between two lines and two more, besides.
    static let pairGap = 0.3
    /// The share of a gap in which a wire turns, at either end; all alike, so that wires to one unit do not cross.
    static let bend = 0.36
  }
}

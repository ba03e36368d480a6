import DocumentModel

extension Diagram {
  /// Half as high, for screens with few rows: every node takes a row, and wires come to the middle of it.
  var flattened: Diagram {
    let boxes = shapes.compactMap { if case .node(let node) = $0 { node.box } else { nil } }
    return Diagram(width: width, height: height / 2, shapes: shapes.map { $0.flattened(among: boxes) })
  }
}

extension Diagram.Shape {
  fileprivate func flattened(among boxes: [Box]) -> Diagram.Shape {
    switch self {
    case .node(let node):
      .node(Diagram.Node(node.box.flattened, node.outline, node.tone, quantity: node.quantity, inner: node.inner))
    case .wire(let wire): .wire(wire.flattened(among: boxes))
    case .label(let label): .label(Diagram.Label(label.box.flattened, label.content, label.tone))
    }
  }
}

extension Diagram.Wire {
  /// What runs level into the side of a node, or out of it, does so in the middle.
  fileprivate func flattened(among boxes: [Box]) -> Diagram.Wire {
    let ends = [start] + stretches.suffix(1).map(\.target)
    let moves = ends.compactMap { end -> (from: Double, to: Double)? in
      let box = boxes.first { $0.hasOnItsSide(end) }
      return box.map { (end.y, $0.centre.y) }
    }
    func place(_ point: Point) -> Point {
      let move = moves.first { abs($0.from - point.y) < 1e-9 }
      return Point(point.x, (move?.to ?? point.y) / 2)
    }
    return Diagram.Wire(
      from: place(start),
      stretches.map { stretch in
        switch stretch {
        case .line(let end): .line(to: place(end))
        case .curve(let first, let second, let end): .curve(place(first), place(second), to: place(end))
        }
      }, head, tone, edge: edge, quantity: quantity)
  }
}

extension Diagram.Stretch {
  fileprivate var target: Point {
    switch self {
    case .line(let end), .curve(_, _, let end): end
    }
  }
}

extension Box {
  fileprivate var flattened: Box { Box(x: x, y: y / 2, width: width, height: height / 2) }

  /// Whether a point lies on the left or the right side.
  fileprivate func hasOnItsSide(_ point: Point) -> Bool {
    y <= point.y && point.y <= bottom && (abs(point.x - x) < 1e-6 || abs(point.x - right) < 1e-6)
  }
}

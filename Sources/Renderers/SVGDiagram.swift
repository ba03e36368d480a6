import DocumentModel

/// Nodes, wires and labels in SVG, at the places that the diagram gives them.
enum SVGDiagram {
  static func draw(_ diagram: Diagram, on canvas: inout SVGCanvas) {
    for shape in diagram.shapes {
      switch shape {
      case .node(let node): draw(node, on: &canvas)
      case .wire(let wire): draw(wire, on: &canvas)
      case .label(let label): SVGLabel.draw(label.content, at: label.box.centre.scaled, tone: label.tone, on: &canvas)
      }
    }
  }

  private static func draw(_ node: Diagram.Node, on canvas: inout SVGCanvas) {
    let (box, unit) = (node.box, SVGFigure.unit)
    switch node.outline {
    case .rounded:
      canvas.add(.rect) { rect in
        rect.set(class: "node", node.tone)
        rect.set(.quantity, node.quantity, node.inner)
        rect.set(.x, box.x * unit)
        rect.set(.y, box.y * unit)
        rect.set(.width, box.width * unit)
        rect.set(.height, box.height * unit)
        rect.set(.rx, min(0.5, box.height / 2, box.width / 2) * unit)
      }
    case .round:
      canvas.add(.ellipse) { ellipse in
        ellipse.set(class: "node", node.tone)
        ellipse.set(.quantity, node.quantity, node.inner)
        ellipse.set(.cx, box.centre.x * unit)
        ellipse.set(.cy, box.centre.y * unit)
        ellipse.set(.rx, box.width / 2 * unit)
        ellipse.set(.ry, box.height / 2 * unit)
      }
    }
  }

  /// A line with its head, which light up together.
  private static func draw(_ wire: Diagram.Wire, on canvas: inout SVGCanvas) {
    canvas.add(.g) { group in
      group.set(class: "wire", wire.tone)
      group.set(.edge, wire.edge)
      group.set(.quantity, wire.quantity)
    } around: { group in
      group.add(.path) { line in
        line.set(.class, "line")
        line.set(.d) { SVGWire.write(wire, to: &$0) }
      }
      SVGWire.drawHead(of: wire, on: &group)
    }
  }
}

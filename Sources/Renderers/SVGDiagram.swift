import DocumentModel

/// Nodes, wires and labels in SVG, at the places that the diagram gives them.
enum SVGDiagram {
  static func elements(_ diagram: Diagram) -> [HTMLElement] { diagram.shapes.map(element) }

  private static func element(_ shape: Diagram.Shape) -> HTMLElement {
    switch shape {
    case .node(let node): element(node)
    case .wire(let wire): element(wire)
    case .label(let label):
      SVGLabel.element(label.content, at: label.box.centre.scaled, .middle, label.tone)
    }
  }

  private static func element(_ node: Diagram.Node) -> HTMLElement {
    let common = HTMLElement.Attributes().adding(.class, node.tone.classes("node"))
      .adding(.quantity, list([node.quantity, node.inner]))
    let box = node.box
    switch node.outline {
    case .rounded:
      let radius = min(0.5, box.height / 2, box.width / 2)
      return .element(
        .rect,
        common.adding(.x, length(box.x)).adding(.y, length(box.y)).adding(.width, length(box.width))
          .adding(.height, length(box.height)).adding(.rx, length(radius)))
    case .round:
      return .element(
        .ellipse,
        common.adding(.cx, length(box.centre.x)).adding(.cy, length(box.centre.y))
          .adding(.rx, length(box.width / 2)).adding(.ry, length(box.height / 2)))
    }
  }

  /// A line with its head, which light up together.
  private static func element(_ wire: Diagram.Wire) -> HTMLElement {
    let line = HTMLElement.element(.path, [.class: "line", .d: SVGWire.path(wire)])
    let head = SVGWire.head(wire).map { HTMLElement.element(.path, [.class: "head", .d: $0]) }
    let attributes = HTMLElement.Attributes().adding(.class, wire.tone.classes("wire"))
      .adding(.edge, list([wire.edge])).adding(.quantity, list([wire.quantity]))
    return .element(.g, attributes, [line] + (head.map { [$0] } ?? []))
  }

  /// Numbers with blanks between; nothing where there are none.
  private static func list(_ numbers: [Int?]) -> String? {
    let numbers = numbers.compactMap(\.self)
    return numbers.isEmpty ? nil : numbers.map { String($0) }.joined(separator: " ")
  }

  private static func length(_ value: Double) -> String { FigureNumber.spell(value * SVGFigure.unit) }
}

extension Tone {
  /// The classes of a shape of some kind, for the style of pictures; a plain one needs no word for its tone.
  func classes(_ kind: String) -> String { className.map { kind + " " + $0 } ?? kind }

  /// Its class in the style of pictures.
  var className: String? {
    switch self {
    case .plain: nil
    case .value: "tone-value"
    case .adjoint: "tone-adjoint"
    case .changed: "tone-changed"
    case .emphasized: "tone-emphasized"
    case .faded: "tone-faded"
    }
  }
}

import DocumentModel
import Renderers

/// The network or the graph, with what a step speaks of set apart.
struct MapView {
  /// Nothing where it would leave too little room for the step, and for steps that have pictures of their own.
  static func rows(
    _ lesson: Lesson, _ step: Lesson.Step, isLit: Bool, _ layout: ScreenLayout, usesColour: Bool
  ) -> [TextRow] {
    guard !layout.isPlain, !step.hasFigure, let map = lesson.map else { return [] }
    let lit = isLit && step.phase != .given ? map.lit(lesson, step) : map
    let renderer = TextRenderer(width: layout.main - indent, usesColour: usesColour)
    for height in [1, 0.5] where map.height * height <= Double(mostRows(layout)) {
      guard let rows = renderer.rows(of: height == 1 ? lit : lit.flattened) else { continue }
      return indented(rows) + [.empty]
    }
    return []
  }

  private static func indented(_ rows: [TextRow]) -> [TextRow] {
    var rows = rows
    while rows.last?.width == 0 { rows.removeLast() }
    while rows.first?.width == 0 { rows.removeFirst() }
    return rows.map { row in
      var indented = TextRow(TextRow.blanks(row.width == 0 ? 0 : indent))
      indented.append(row)
      return indented
    }
  }

  private static let indent = 4

  /// The step has at least as much.
  private static func mostRows(_ layout: ScreenLayout) -> Int { (layout.size.rows - layout.head - layout.foot) / 2 }
}

extension Lesson.Step {
  fileprivate var hasFigure: Bool {
    blocks.contains { block in
      switch block {
      case .figure: true
      case .heading, .paragraph, .equation, .table, .list: false
      }
    }
  }
}

extension Diagram {
  /// With what a step speaks of emphasized, and drawn first, so that nothing else runs over it.
  fileprivate func lit(_ lesson: Lesson, _ step: Lesson.Step) -> Diagram {
    let (quantities, edges) = lesson.subject(of: step)
    let weights = Set(edges.map { lesson.edges[$0].operand } + step.quantities)
    let nodes = shapes.compactMap { shape -> Node? in
      guard case .node(let node) = shape else { return nil }
      return [node.quantity, node.inner].contains { $0.map(quantities.contains) ?? false } ? node : nil
    }
    var (lit, others): ([Shape], [Shape]) = ([], [])
    for shape in shapes {
      switch shape {
      case .label(let label) where nodes.contains { $0.box.overlaps(label.box) }:
        lit.append(.label(Label(label.box, label.content, .emphasized)))
      case .node(let node) where nodes.contains(node):
        lit.append(.node(Node(node.box, node.outline, .emphasized, quantity: node.quantity, inner: node.inner)))
      case .wire(let wire)
      where wire.edge.map(edges.contains) ?? false || wire.quantity.map(weights.contains) ?? false:
        lit.append(
          .wire(
            Wire(from: wire.start, wire.stretches, wire.head, .emphasized, edge: wire.edge, quantity: wire.quantity)))
      case .node, .wire, .label: others.append(shape)
      }
    }
    return Diagram(width: width, height: height, shapes: lit + others)
  }
}

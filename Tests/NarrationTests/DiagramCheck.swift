import DocumentModel
import Numerals

/// What is wrong with a diagram as a drawing, whatever it shows.
struct DiagramCheck {
  let diagram: Diagram
  private let nodes: [Diagram.Node]
  private let labels: [Diagram.Label]
  private let wires: [[Point]]

  /// So much may be lost to rounding.
  private static let tolerance = 1e-6
  /// So far from its border a label's box may be touched: letters do not reach it.
  private static let inset = 0.05

  init(_ diagram: Diagram) {
    self.diagram = diagram
    var (nodes, labels, wires) = ([Diagram.Node](), [Diagram.Label](), [[Point]]())
    for shape in diagram.shapes {
      switch shape {
      case .node(let node): nodes.append(node)
      case .label(let label): labels.append(label)
      case .wire(let wire): wires.append(wire.points)
      }
    }
    (self.nodes, self.labels, self.wires) = (nodes, labels, wires)
  }

  /// One line for each fault; none in a sound diagram.
  var faults: [String] { outside + crampedLabels + labelsOnLabels + labelsOnWires + labelsOnNodes + nodesOnNodes }

  private var outside: [String] {
    let (width, height) = (diagram.width + Self.tolerance, diagram.height + Self.tolerance)
    func isOutside(_ box: Box) -> Bool {
      box.x < -Self.tolerance || box.y < -Self.tolerance || box.right > width || box.bottom > height
    }
    return labels.filter { isOutside($0.box) }.map { "label outside the diagram: \($0.words) at \($0.box)" }
      + nodes.filter { isOutside($0.box) }.map { "node outside the diagram: \($0.box)" }
      + wires.filter { $0.contains { isOutside(Box(around: $0, width: 0, height: 0)) } }.map {
        "wire outside the diagram, from \($0[0])"
      }
  }

  /// A row of text is one em high, and letters are as wide as a label says.
  private var crampedLabels: [String] {
    labels.filter { $0.content.labelWidth > $0.box.width + Self.tolerance || $0.box.height < 1 - Self.tolerance }
      .map { "label wider or higher than its box: \($0.words) in \($0.box)" }
  }

  private var labelsOnLabels: [String] {
    pairs(labels).filter { $0.box.inset(Self.tolerance).overlaps($1.box) }
      .map { "labels overlap: \($0.words) at \($0.box), \($1.words) at \($1.box)" }
  }

  private var labelsOnWires: [String] {
    labels.flatMap { label in
      wires.filter { $0.meets(label.box.inset(Self.inset)) }
        .map { "wire from \($0[0]) to \($0[$0.count - 1]) runs through label \(label.words) at \(label.box)" }
    }
  }

  /// A label stands in a node or beside it.
  private var labelsOnNodes: [String] {
    labels.flatMap { label in
      nodes.filter { label.box.inset(Self.tolerance).overlaps($0.box) && !$0.box.contains(label.box) }
        .map { "label \(label.words) at \(label.box) sticks out of the node at \($0.box)" }
    }
  }

  private var nodesOnNodes: [String] {
    pairs(nodes).filter { $0.box.inset(Self.tolerance).overlaps($1.box) }
      .map { "nodes overlap: \($0.box), \($1.box)" }
      + nodes.flatMap { node in
        wires.filter { $0.meets(node.box.inset(Self.inset), as: node.outline) }.map {
          "wire from \($0[0]) to \($0[$0.count - 1]) runs through the node at \(node.box)"
        }
      }
  }

  private func pairs<Element>(_ elements: [Element]) -> [(Element, Element)] {
    elements.indices.flatMap { first in elements[(first + 1)...].map { (elements[first], $0) } }
  }
}

extension Diagram {
  var nodes: [Node] { shapes.compactMap { if case .node(let node) = $0 { node } else { nil } } }
  var wires: [Wire] { shapes.compactMap { if case .wire(let wire) = $0 { wire } else { nil } } }
  var labels: [Label] { shapes.compactMap { if case .label(let label) = $0 { label } else { nil } } }
}

extension Diagram.Wire {
  /// The path as a row of points, curves in sixteen pieces.
  var points: [Point] {
    var points = [start]
    for stretch in stretches {
      switch stretch {
      case .line(let end): points.append(end)
      case .curve(let first, let second, let end):
        let from = points[points.count - 1]
        points += (1...16).map { Point.onCurve(from, first, second, end, at: Double($0) / 16) }
      }
    }
    return points
  }

  /// Whether both run through a point that is no end of either; wires that leave one place together do not cross.
  func crosses(_ other: Diagram.Wire) -> Bool {
    let (own, others) = (points, other.points)
    return zip(own, own.dropFirst()).contains { a, b in
      zip(others, others.dropFirst()).contains { c, d in
        Point.side(a, b, c) * Point.side(a, b, d) < 0 && Point.side(c, d, a) * Point.side(c, d, b) < 0
      }
    }
  }
}

extension Diagram.Label {
  /// The content as a test writes it: names and numbers as they are typed.
  var words: String { content.map(\.words).joined() }
}

extension Inline {
  var words: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inlines), .strong(let inlines): inlines.map(\.words).joined()
    case .formula(let formula): formula.words
    case .equation(let equation):
      equation.links.reduce(equation.left.words) { $0 + ($1.relation == .equal ? " = " : " ≈ ") + $1.formula.words }
    }
  }
}

extension Formula {
  /// What labels are made of; anything else as Swift prints it.
  var words: String {
    switch self {
    case .symbol(let symbol): symbol.name
    case .number(let number): number.plainText
    case .derivative(let result, let operand): "d\(result.words)/d\(operand.words)"
    case .product(let factors, _): factors.map(\.words).joined(separator: " * ")
    case .parenthesized(let inner): "(\(inner.words))"
    case .updated(let symbol): "new \(symbol.name)"
    default: "\(self)"
    }
  }
}

extension [Point] {
  /// Whether the path runs through the inside of a box, or of what an outline leaves of it.
  fileprivate func meets(_ box: Box, as outline: Diagram.Outline = .rounded) -> Bool {
    zip(self, dropFirst()).contains { from, to in
      guard box.isNear(from, to) else { return false }
      let pieces = 1 + Int(Swift.max(abs(to.x - from.x), abs(to.y - from.y)) / 0.02)
      return (0...pieces).contains { box.holds(from.towards(to, Double($0) / Double(pieces)), as: outline) }
    }
  }
}

extension Point {
  fileprivate func towards(_ other: Point, _ share: Double) -> Point {
    Point(x + (other.x - x) * share, y + (other.y - y) * share)
  }

  fileprivate static func onCurve(_ a: Point, _ b: Point, _ c: Point, _ d: Point, at t: Double) -> Point {
    let (ab, bc, cd) = (a.towards(b, t), b.towards(c, t), c.towards(d, t))
    return ab.towards(bc, t).towards(bc.towards(cd, t), t)
  }

  /// Positive on one side of the line through the first two points, negative on the other.
  fileprivate static func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
    let side = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return abs(side) < 1e-9 ? 0 : side
  }
}

extension Box {
  fileprivate func inset(_ margin: Double) -> Box {
    Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  fileprivate func contains(_ other: Box) -> Bool {
    x <= other.x + 1e-6 && other.right <= right + 1e-6 && y <= other.y + 1e-6 && other.bottom <= bottom + 1e-6
  }

  /// Whether a line between two points may run through it.
  fileprivate func isNear(_ from: Point, _ to: Point) -> Bool {
    min(from.x, to.x) < right && x < max(from.x, to.x) && min(from.y, to.y) < bottom && y < max(from.y, to.y)
  }

  fileprivate func holds(_ point: Point, as outline: Diagram.Outline) -> Bool {
    switch outline {
    case .rounded: return x < point.x && point.x < right && y < point.y && point.y < bottom
    case .round:
      let (across, down) = ((point.x - centre.x) / width * 2, (point.y - centre.y) / height * 2)
      return across * across + down * down < 1
    }
  }
}

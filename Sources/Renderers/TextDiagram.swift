import DocumentModel

/// A diagram in characters, at the places that it gives: a row is an em high, a column half of one wide, or less where
/// long subscripts want that.
struct TextDiagram {
  var canvas: TextCanvas
  let columnsPerEm: Double

  /// Narrower columns than this would set labels against each other.
  private static let fewestColumnsPerEm = 1.8

  /// Nothing where it is wider than `width` columns, or where two labels would stand in one place.
  init?(_ diagram: Diagram, width: Int) {
    let wide = Double(width) / max(diagram.width, 1)
    guard wide >= Self.fewestColumnsPerEm else { return nil }
    let needed = Self.columnsPerEm(ofLabelsIn: diagram)
    guard wide >= needed else { return nil }
    columnsPerEm = min(wide, max(needed, 2))
    canvas = TextCanvas(
      columns: min(Int((diagram.width * columnsPerEm).rounded(.up)), width), rows: Int(diagram.height.rounded(.up)))
    for shape in diagram.shapes {
      if case .label(let label) = shape { guard write(label) else { return nil } }
    }
    for shape in diagram.shapes {
      if case .node(let node) = shape { draw(node) }
    }
    for shape in diagram.shapes {
      if case .wire(let wire) = shape { drawHead(of: wire) }
    }
    for shape in diagram.shapes {
      if case .wire(let wire) = shape { draw(wire) }
    }
  }

  /// What the longest labels need, whose subscripts are not set smaller here.
  private static func columnsPerEm(ofLabelsIn diagram: Diagram) -> Double {
    diagram.shapes.reduce(0) { most, shape in
      guard case .label(let label) = shape else { return most }
      return max(most, Double(TextLabel.row(label.content).width) / max(label.content.labelWidth, 1))
    }
  }

  /// Labels that come too close in whole rows keep apart by a row.
  private mutating func write(_ label: Diagram.Label) -> Bool {
    let text = TextLabel.row(label.content)
    let column = Int((label.box.centre.x * columnsPerEm - Double(text.width) / 2).rounded())
    let row = Int(label.box.centre.y.rounded(.down))
    for step in [0, 1, -1] {
      for shift in [0, -1, 1] where canvas.hasRoom(for: text.width, column: column + shift, row: row + step) {
        canvas.write(text.text, column: column + shift, row: row + step, label.tone)
        return true
      }
    }
    return false
  }

  private mutating func draw(_ node: Diagram.Node) {
    let box = node.box
    let (left, right) = (Int((box.x * columnsPerEm).rounded()), Int((box.right * columnsPerEm).rounded()) - 1)
    let (top, bottom) = (Int(box.y.rounded()), Int(box.bottom.rounded()) - 1)
    let stroke = TextStroke(node.tone)
    let sides = node.outline == .round ? (left: "(", right: ")") : (left: stroke.upright, right: stroke.upright)
    guard bottom - top >= 2 else {
      let row = Int(box.centre.y.rounded(.down))
      let ends = stroke.isHeavy ? ("┃", "┃") : node.outline == .round ? ("(", ")") : ("[", "]")
      canvas.outline(ends.0, column: left, row: row, node.tone)
      canvas.outline(ends.1, column: right, row: row, node.tone)
      return fill(left + 1..<right, row..<row + 1)
    }
    for row in top + 1..<bottom {
      canvas.outline(sides.left, column: left, row: row, node.tone)
      canvas.outline(sides.right, column: right, row: row, node.tone)
    }
    for column in left + 1..<max(right, left + 1) {
      canvas.outline(stroke.level, column: column, row: top, node.tone)
      canvas.outline(stroke.level, column: column, row: bottom, node.tone)
    }
    for (ways, column, row) in [(10, left, top), (9, right, top), (6, left, bottom), (5, right, bottom)] {
      canvas.outline(stroke.sign(UInt8(ways)), column: column, row: row, node.tone)
    }
    fill(left + 1..<max(right, left + 1), top + 1..<bottom)
  }

  /// No wire shows through a node.
  private mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>) {
    for row in rows {
      for column in columns { canvas.outline(" ", column: column, row: row, .plain) }
    }
  }

  private mutating func drawHead(of wire: Diagram.Wire) {
    switch wire.head {
    case .none: break
    case .start: drawHead(at: wire.start, from: wire.target, wire.tone)
    case .end:
      guard let last = wire.stretches.last else { return }
      drawHead(at: last.end, from: last.origin(behind: wire.lastStart), wire.tone)
    }
  }

  /// In the first open cell before the tip; heads that meet there are one.
  private mutating func drawHead(at tip: Point, from origin: Point, _ tone: Tone) {
    let (dx, dy) = (tip.x - origin.x, tip.y - origin.y)
    let isLevel = abs(dx) >= abs(dy)
    let sign = isLevel ? (dx > 0 ? "▶" : "◀") : (dy > 0 ? "▼" : "▲")
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    for back in [0.25, 0.5, 0.75, 1, 1.25, 1.5] {
      let place = Point(tip.x - dx / length * back, tip.y - dy / length * back)
      let (column, row) = (Int((place.x * columnsPerEm).rounded(.down)), Int(place.y.rounded(.down)))
      if canvas.holds(sign, column: column, row: row) { return }
      guard canvas.isOpen(column: column, row: row) else { continue }
      return canvas.mark(sign, column: column, row: row, tone)
    }
  }
}

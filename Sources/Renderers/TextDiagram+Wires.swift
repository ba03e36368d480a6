import DocumentModel

extension TextDiagram {
  /// Level and upright stretches are lines of characters, all others are made of Braille dots.
  mutating func draw(_ wire: Diagram.Wire) {
    var start = wire.start
    var pen = Pen()
    for stretch in wire.stretches {
      switch stretch {
      case .line(let end) where abs(end.y - start.y) < 0.05 && start != end: drawLevel(start, end, wire.tone)
      case .line(let end) where abs(end.x - start.x) < 0.05 && start != end: drawUpright(start, end, wire.tone)
      case .line, .curve: dot(stretch, from: start, wire.tone, &pen)
      }
      start = stretch.end
    }
  }

  private mutating func drawLevel(_ start: Point, _ end: Point, _ tone: Tone) {
    let row = Int(start.y.rounded(.down))
    let (first, last) = Self.cells(from: start.x * columnsPerEm, to: end.x * columnsPerEm)
    for column in first...last {
      let ways = (column > first ? 1 : 0) | (column < last ? 2 : 0)
      canvas.line(UInt8(ways), column: column, row: row, tone)
    }
  }

  private mutating func drawUpright(_ start: Point, _ end: Point, _ tone: Tone) {
    let column = Int((start.x * columnsPerEm).rounded(.down))
    let (first, last) = Self.cells(from: start.y, to: end.y)
    for row in first...last {
      let ways = (row > first ? 4 : 0) | (row < last ? 8 : 0)
      canvas.line(UInt8(ways), column: column, row: row, tone)
    }
  }

  /// The cells that a line fills; where it ends on the edge of one, it does not go into the next.
  private static func cells(from start: Double, to end: Double) -> (first: Int, last: Int) {
    let first = Int(min(start, end).rounded(.down))
    return (first, max(Int((max(start, end) - 0.01).rounded(.down)), first))
  }

  /// How many dots lie behind, for dashes, and the last of them.
  struct Pen {
    var count = 0
    var last: (x: Int, y: Int)?
  }

  private mutating func dot(_ stretch: Diagram.Stretch, from start: Point, _ tone: Tone, _ pen: inout Pen) {
    // More samples than dots, whatever the curve: its control points are no nearer than it is long.
    let reach = abs(stretch.end.x - start.x) + abs(stretch.end.y - start.y) + 8
    let count = Int(min(reach * 16, 10_000))
    for step in 0...count {
      let place = stretch.point(at: Double(step) / Double(count), from: start)
      let (x, y) = (Int((place.x * columnsPerEm * 2).rounded(.down)), Int((place.y * 4).rounded(.down)))
      if let last = pen.last, last == (x, y) { continue }
      let isSteep = pen.last.map { $0.x == x } ?? false
      pen.last = (x, y)
      pen.count += 1
      set(x, y, isSteep: isSteep, tone, pen)
    }
  }

  private mutating func set(_ x: Int, _ y: Int, isSteep: Bool, _ tone: Tone, _ pen: Pen) {
    let stroke = TextStroke(tone)
    guard (pen.count - 1) % (stroke.dashes.on + stroke.dashes.off) < stroke.dashes.on else { return }
    canvas.dot(x, y, tone)
    if stroke.isHeavy { isSteep ? canvas.dot(x + 1, y, tone) : canvas.dot(x, y + 1, tone) }
  }
}

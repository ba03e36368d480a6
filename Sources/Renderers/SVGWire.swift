import DocumentModel

/// Lines and their arrowheads.
enum SVGWire {
  /// How long an arrowhead is, and how wide from its middle, in the unit of the picture.
  static let headLength = 9.0
  private static let headHalf = 4.0

  /// Adds the data of a path along `wire`, which ends inside the head where there is one.
  static func write(_ wire: Diagram.Wire, to data: inout ByteBuffer) {
    var start = wire.start
    var stretches = wire.stretches
    switch wire.head {
    case .none: break
    case .end: shortenEnd(&stretches, from: wire.lastStart)
    case .start: start = moved(wire.start, towards: wire.target, by: headLength * 0.7 / SVGFigure.unit)
    }
    write("M", start, to: &data)
    for stretch in stretches {
      switch stretch {
      case .line(let end): write("L", end, to: &data)
      case .curve(let first, let second, let end):
        write("C", first, to: &data)
        write(" ", second, to: &data)
        write(" ", end, to: &data)
      }
    }
  }

  /// Draws the head of `wire`, if it has one.
  static func drawHead(of wire: Diagram.Wire, on canvas: inout SVGCanvas) {
    switch wire.head {
    case .none: break
    case .start: drawHead(at: wire.start.scaled, from: wire.target.scaled, on: &canvas)
    case .end:
      guard let last = wire.stretches.last else { return }
      drawHead(at: last.end.scaled, from: last.origin(behind: wire.lastStart).scaled, on: &canvas)
    }
  }

  /// A triangle with its point at `tip`, seen from `origin`; both in the unit of the picture.
  static func drawHead(at tip: Point, from origin: Point, on canvas: inout SVGCanvas) {
    let (dx, dy) = (tip.x - origin.x, tip.y - origin.y)
    let length = (dx * dx + dy * dy).squareRoot()
    canvas.add(.path) { path in
      path.set(.class, "head")
      path.set(.d) { data in
        data += "M"
        FigureNumber.write(tip, to: &data)
        guard length > 0 else { return }
        let (x, y) = (dx / length, dy / length)
        let foot = Point(tip.x - x * headLength, tip.y - y * headLength)
        data += "L"
        FigureNumber.write(Point(foot.x - y * headHalf, foot.y + x * headHalf), to: &data)
        data += "L"
        FigureNumber.write(Point(foot.x + y * headHalf, foot.y - x * headHalf), to: &data)
        data += "Z"
      }
    }
  }

  private static func write(_ command: StaticString, _ point: Point, to data: inout ByteBuffer) {
    data += command
    FigureNumber.write(point.scaled, to: &data)
  }

  /// `start` is where the last stretch begins.
  private static func shortenEnd(_ stretches: inout [Diagram.Stretch], from start: Point) {
    guard let last = stretches.last else { return }
    let origin = last.origin(behind: start)
    let end = moved(last.end, towards: origin, by: headLength * 0.7 / SVGFigure.unit)
    switch last {
    case .line: stretches[stretches.count - 1] = .line(to: end)
    case .curve(let first, let second, let old):
      let control = Point(second.x + end.x - old.x, second.y + end.y - old.y)
      stretches[stretches.count - 1] = .curve(first, control, to: end)
    }
  }

  /// `point` moved, but not past the middle of the way.
  private static func moved(_ point: Point, towards other: Point, by length: Double) -> Point {
    let (dx, dy) = (other.x - point.x, other.y - point.y)
    let way = (dx * dx + dy * dy).squareRoot()
    guard way > 0 else { return point }
    let share = min(length / way, 0.5)
    return Point(point.x + dx * share, point.y + dy * share)
  }
}

extension Point {
  /// In the unit of an SVG picture.
  var scaled: Point { Point(x * SVGFigure.unit, y * SVGFigure.unit) }
}

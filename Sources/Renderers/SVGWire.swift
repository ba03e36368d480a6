import DocumentModel

/// Lines and their arrowheads.
enum SVGWire {
  /// How long an arrowhead is, and how wide from its middle, in the unit of the picture.
  static let headLength = 9.0
  private static let headHalf = 4.0

  /// The data of a path along `wire`, which ends inside the head where there is one.
  static func path(_ wire: Diagram.Wire) -> String {
    var start = wire.start
    var stretches = wire.stretches
    switch wire.head {
    case .none: break
    case .end: shortenEnd(&stretches, from: wire.lastStart)
    case .start: start = moved(wire.start, towards: wire.target, by: headLength * 0.7 / SVGFigure.unit)
    }
    var data = ByteBuffer()
    write("M", start, to: &data)
    for stretch in stretches { write(stretch, to: &data) }
    return data.text
  }

  private static func write(_ stretch: Diagram.Stretch, to data: inout ByteBuffer) {
    switch stretch {
    case .line(let end): write("L", end, to: &data)
    case .curve(let first, let second, let end):
      write("C", first, to: &data)
      write(" ", second, to: &data)
      write(" ", end, to: &data)
    }
  }

  /// The data of the head's path; nothing where there is none.
  static func head(_ wire: Diagram.Wire) -> String? {
    switch wire.head {
    case .none: nil
    case .start: head(at: wire.start, from: wire.target)
    case .end: wire.stretches.last.map { head(at: $0.end, from: $0.origin(behind: wire.lastStart)) }
    }
  }

  /// A triangle with its point at `tip`, seen from `origin`; both in em.
  static func head(at tip: Point, from origin: Point) -> String {
    head(atPlace: tip.scaled, from: origin.scaled)
  }

  /// The same in the unit of the picture.
  static func head(atPlace tip: Point, from origin: Point) -> String {
    let (dx, dy) = (tip.x - origin.x, tip.y - origin.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return "M" + FigureNumber.spell(tip) }
    let (x, y) = (dx / length, dy / length)
    let foot = Point(tip.x - x * headLength, tip.y - y * headLength)
    var data = ByteBuffer()
    data.append(UInt8(ascii: "M"))
    FigureNumber.write(tip, to: &data)
    for side in [-headHalf, headHalf] {
      data.append(UInt8(ascii: "L"))
      FigureNumber.write(Point(foot.x + y * side, foot.y - x * side), to: &data)
    }
    data.append(UInt8(ascii: "Z"))
    return data.text
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

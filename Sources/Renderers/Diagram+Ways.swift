import DocumentModel

extension Diagram.Wire {
  /// Where its last stretch begins.
  var lastStart: Point { stretches.count > 1 ? stretches[stretches.count - 2].end : start }

  /// Where it is going as it starts.
  var target: Point {
    switch stretches.first {
    case .line(let end): end
    case .curve(let first, let second, let end): [first, second].first { $0 != start } ?? end
    case nil: start
    }
  }
}

extension Diagram.Stretch {
  var end: Point {
    switch self {
    case .line(let end), .curve(_, _, let end): end
    }
  }

  /// Where it comes from as it ends; `start` is where it starts.
  func origin(behind start: Point) -> Point {
    switch self {
    case .line: start
    case .curve(let first, let second, let end): [second, first].first { $0 != end } ?? start
    }
  }
}

extension Diagram.Stretch {
  /// The point that lies `share` of the way along it (for curves, of their parameter).
  func point(at share: Double, from start: Point) -> Point {
    let rest = 1 - share
    switch self {
    case .line(let end): return Point(rest * start.x + share * end.x, rest * start.y + share * end.y)
    case .curve(let first, let second, let end):
      let weights = [rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share]
      let points = [start, first, second, end]
      return Point(
        zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.x }, zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.y })
    }
  }
}

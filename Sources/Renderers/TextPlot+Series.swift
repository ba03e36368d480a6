import DocumentModel

extension TextPlot {
  mutating func drawDots(_ series: Plot.Series) {
    let head = series.kind == .path ? headSign(series.points) : nil
    for (index, point) in series.points.enumerated() {
      guard let share = plot.place(of: point) else { continue }
      let isLast = index == series.points.count - 1
      let row = min(row(share.y), top + rows - 1)
      canvas.mark(
        isLast ? head ?? TextStroke(series.tone).dot : TextStroke(series.tone).dot,
        column: column(share.x), row: row, series.tone)
    }
  }

  private func headSign(_ points: [Point]) -> String? {
    guard let last = points.last.flatMap(plot.place), let before = points.dropLast().last.flatMap(plot.place) else {
      return nil
    }
    let (dx, dy) = ((last.x - before.x) * Double(columns) / 2, (last.y - before.y) * Double(rows))
    return abs(dx) >= abs(dy) ? (dx > 0 ? "▶" : "◀") : (dy > 0 ? "▲" : "▼")
  }

  mutating func draw(_ series: Plot.Series) {
    switch series.kind {
    case .line: drawLine(series, TextStroke(series.tone).dashes)
    case .dashedLine: drawLine(series, (3, 2))
    case .path: drawLine(series, TextStroke(series.tone).dashes)
    case .dots: break
    }
  }

  private mutating func drawLine(_ series: Plot.Series, _ dashes: (on: Int, off: Int)) {
    var count = 0
    for stretch in plot.stretches(through: series.points) {
      let dots = stretch.map { place in
        (
          x: (left + 1) * 2 + min(Int(place.share.x * Double(columns * 2)), columns * 2 - 1),
          y: top * 4 + min(Int((1 - place.share.y) * Double(rows * 4)), rows * 4 - 1)
        )
      }
      for (start, end) in zip(dots, dots.dropFirst()) {
        let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
        for step in 0..<steps {
          if count % (dashes.on + dashes.off) < dashes.on {
            canvas.dot(
              start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps, series.tone)
          }
          count += 1
        }
      }
    }
  }
}

extension Plot.Kind {
  var hasDots: Bool {
    switch self {
    case .dots, .path: true
    case .line, .dashedLine: false
    }
  }
}

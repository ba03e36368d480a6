import DocumentModel

/// The curves and dots of a plot.
struct SVGSeries {
  private let plot: Plot
  private let frame: PlotFrame

  init(_ plot: Plot, _ frame: PlotFrame) {
    self.plot = plot
    self.frame = frame
  }

  func draw(_ series: Plot.Series, on canvas: inout SVGCanvas) {
    canvas.addSeries(series) { group in
      switch series.kind {
      case .line, .dashedLine: drawLine(series.points, on: &group)
      case .dots: drawDots(series.points, on: &group)
      case .path:
        drawLine(series.points, on: &group)
        let head = head(series.points)
        drawDots(head == nil ? series.points : series.points.dropLast(), on: &group)
        if let head { SVGWire.drawHead(at: head.tip, from: head.origin, on: &group) }
      }
    }
  }

  private func drawLine(_ points: [Point], on canvas: inout SVGCanvas) {
    canvas.addLine { data in
      for stretch in plot.stretches(through: points) {
        for (number, point) in stretch.enumerated() {
          data += number == 0 ? "M" : "L"
          FigureNumber.write(frame.place(point.share).scaled, to: &data)
        }
      }
    }
  }

  private func drawDots(_ points: [Point], on canvas: inout SVGCanvas) {
    canvas.addDots { data in
      for place in points.compactMap(plot.place) { data.append(dot: frame.place(place).scaled) }
    }
  }

  /// In the unit of the picture.
  private func head(_ points: [Point]) -> (tip: Point, origin: Point)? {
    guard let stretch = plot.stretches(through: points).last, let end = points.last.flatMap(plot.place) else {
      return nil
    }
    let tip = frame.place(end).scaled
    return stretch.map { frame.place($0.share).scaled }.last { $0 != tip }.map { (tip, $0) }
  }
}

extension SVGCanvas {
  /// Adds a group with the style of `series`.
  mutating func addSeries(_ series: Plot.Series, around content: (inout SVGCanvas) -> Void) {
    add(.g, { $0.set(class: "series", series.tone, isDashed: series.kind == .dashedLine) }, around: content)
  }

  mutating func addLine(_ data: (inout ByteBuffer) -> Void) {
    add(.path) { path in
      path.set(.class, "line")
      path.set(.d, data)
    }
  }

  mutating func addDots(_ data: (inout ByteBuffer) -> Void) {
    add(.path) { path in
      path.set(.class, "dots")
      path.set(.d, data)
    }
  }
}

extension ByteBuffer {
  /// Adds a straight line to the data of a path.
  mutating func append(lineFrom start: Point, to end: Point) {
    self += "M"
    FigureNumber.write(start, to: &self)
    self += "L"
    FigureNumber.write(end, to: &self)
  }

  /// Adds a line of no length to the data of a path, which its round or square ends make visible.
  mutating func append(dot place: Point) {
    self += "M"
    FigureNumber.write(place, to: &self)
    self += "h0"
  }
}

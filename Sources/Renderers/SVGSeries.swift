import DocumentModel

/// The curves and dots of a plot.
struct SVGSeries {
  private let plot: Plot
  private let frame: PlotFrame

  init(_ plot: Plot, _ frame: PlotFrame) {
    self.plot = plot
    self.frame = frame
  }

  func elements(_ series: Plot.Series) -> [HTMLElement] {
    let group = series.tone.classes("series")
    switch series.kind {
    case .line: return [.element(.g, [.class: group], [line(series.points)])]
    case .dashedLine: return [.element(.g, [.class: group + " dashed"], [line(series.points)])]
    case .dots: return [.element(.g, [.class: group], [dots(series.points)])]
    case .path:
      let head = head(series.points).map { HTMLElement.element(.path, [.class: "head", .d: $0]) }
      let dots = dots(head == nil ? series.points : series.points.dropLast())
      return [.element(.g, [.class: group], [line(series.points), dots] + (head.map { [$0] } ?? []))]
    }
  }

  private func line(_ points: [Point]) -> HTMLElement {
    var data = ByteBuffer()
    for stretch in plot.stretches(through: points) {
      for (number, point) in stretch.enumerated() {
        data.append(UInt8(ascii: number == 0 ? "M" : "L"))
        FigureNumber.write(frame.place(point.share).scaled, to: &data)
      }
    }
    return .element(.path, [.class: "line", .d: data.text])
  }

  /// Lines of no length, which their round or square ends make visible.
  private func dots(_ points: [Point]) -> HTMLElement {
    var data = ByteBuffer()
    for place in points.compactMap(plot.place) {
      data += "M"
      FigureNumber.write(frame.place(place).scaled, to: &data)
      data += "h0"
    }
    return .element(.path, [.class: "dots", .d: data.text])
  }

  private func head(_ points: [Point]) -> String? {
    guard let stretch = plot.stretches(through: points).last, let end = points.last.flatMap(plot.place) else {
      return nil
    }
    let tip = frame.place(end).scaled
    guard let origin = stretch.map({ frame.place($0.share).scaled }).last(where: { $0 != tip }) else { return nil }
    return SVGWire.head(atPlace: tip, from: origin)
  }
}

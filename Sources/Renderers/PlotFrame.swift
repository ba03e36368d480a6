import DocumentModel

/// Where things of a plot stand that is drawn with labels of one em: the axes, and room for what is written at them.
struct PlotFrame {
  /// Between the axes.
  let area: Box
  /// Of everything but the legend.
  let width: Double
  let height: Double

  /// `width` is that of the area, whose height follows: right angles on a map are seen only where the proportion is kept.
  init(_ plot: Plot, width areaWidth: Double) {
    let areaHeight = areaWidth * Plot.frameHeight / Plot.frameWidth
    let left = plot.vertical.ticks.reduce(1) { max($0, $1.label.labelWidth) } + 0.8
    let right = max((plot.horizontal.ticks.last?.label.labelWidth ?? 0) / 2, 0.8)
    let top = plot.vertical.label.isEmpty ? 0.8 : 2
    area = Box(x: left, y: top, width: areaWidth, height: areaHeight)
    self.width = max(left + area.width + right, plot.vertical.label.labelWidth)
    height = area.bottom + 1.7 + (plot.horizontal.label.isEmpty ? 0 : 1.5)
  }

  /// The place of a point that is given in shares of both axes.
  func place(_ share: Point) -> Point {
    Point(area.x + share.x * area.width, area.bottom - share.y * area.height)
  }

  /// The middle of a remark, moved as far as it must be to stay in the picture; nothing where its place is outside.
  func centre(of mark: Plot.Mark, in plot: Plot) -> Point? {
    guard let share = plot.place(of: mark.place) else { return nil }
    var centre = mark.box(at: place(share)).centre
    let half = mark.label.labelWidth / 2
    centre.x = min(max(centre.x, area.x + half + 0.2), max(width - half, area.x + half + 0.2))
    centre.y = min(max(centre.y, area.y - 0.2), area.bottom - 0.6)
    return centre
  }
}

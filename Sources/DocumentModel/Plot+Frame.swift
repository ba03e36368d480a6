extension Plot {
  /// The size in em of the area between the axes, for which marks are placed: a format keeps its proportion, and makes
  /// labels no larger in it.
  public static let frameWidth = 30.0
  public static let frameHeight = 18.0
}

extension Plot.Mark {
  /// Between a place and the label beside it, in em.
  public static let distance = 0.6
  /// Of a line of a label, in em.
  public static let height = 1.4

  /// The room of the label where its place is at `point`, in em, y downwards.
  public func box(at point: Point) -> Box { Self.box(at: point, side, width: label.labelWidth) }

  /// The same for a label that is so wide.
  public static func box(at point: Point, _ side: Plot.Side, width: Double) -> Box {
    let (across, along) = (distance + width / 2, distance + height / 2)
    let centre =
      switch side {
      case .above: Point(point.x, point.y - along)
      case .below: Point(point.x, point.y + along)
      case .left: Point(point.x - across, point.y)
      case .right: Point(point.x + across, point.y)
      }
    return Box(around: centre, width: width, height: height)
  }
}

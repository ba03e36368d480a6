import DocumentModel

/// The panels of a figure on one sheet: from left to right where there is room, else one below the other.
struct SVGSheet {
  /// In em, with the margin.
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var pictures: [Picture] = []

  /// The widest row of panels, in em.
  private static let room = 60.0
  private static let margin = 1.0
  private static let gap = 2.5
  private static let titleHeight = 2.2

  init(_ figure: Figure) {
    pictures = figure.panels.map { Picture($0, isAlone: figure.panels.count == 1) }
    let rowWidth = pictures.reduce(-Self.gap) { $0 + Self.gap + $1.width }
    rowWidth <= Self.room ? setInRow() : setInColumn()
    width += 2 * Self.margin
    height += 2 * Self.margin
  }

  func draw(on canvas: inout SVGCanvas) {
    for picture in pictures { picture.draw(on: &canvas) }
  }

  private mutating func setInRow() {
    for number in pictures.indices {
      if width > 0 { width += Self.gap }
      pictures[number].corner = Point(width + Self.margin, Self.margin)
      width += pictures[number].width
      height = max(height, pictures[number].height)
    }
  }

  private mutating func setInColumn() {
    width = pictures.reduce(0) { max($0, $1.width) }
    for number in pictures.indices {
      if height > 0 { height += Self.gap }
      pictures[number].corner = Point((width - pictures[number].width) / 2 + Self.margin, height + Self.margin)
      height += pictures[number].height
    }
  }

  /// A panel with its title, and the room that it takes.
  private struct Picture {
    let width: Double
    let height: Double
    /// Where it stands on the sheet.
    var corner = Point(0, 0)
    private let title: [Inline]
    private let top: Double
    private let content: Content

    private enum Content {
      case diagram(Diagram)
      case plot(SVGPlot)
    }

    init(_ panel: Figure.Panel, isAlone: Bool) {
      title = panel.title
      top = title.isEmpty ? 0 : SVGSheet.titleHeight
      let size: (width: Double, height: Double)
      switch panel.picture {
      case .diagram(let diagram):
        size = (diagram.width, diagram.height)
        content = .diagram(diagram)
      case .plot(let plot):
        let drawing = SVGPlot(plot, isAlone: isAlone)
        size = (drawing.width, drawing.height)
        content = .plot(drawing)
      }
      width = max(size.width, title.isEmpty ? 0 : title.labelWidth)
      height = size.height + top
    }

    func draw(on canvas: inout SVGCanvas) {
      canvas.add(.g) { panel in
        panel.set(.class, "panel")
        panel.set(.transform) { value in
          value += "translate("
          FigureNumber.write(Point(corner.x, corner.y + top).scaled, to: &value)
          value += ")"
        }
      } around: { panel in
        if !title.isEmpty {
          SVGLabel.draw(title, at: Point(width / 2, 0.6 - top).scaled, kind: "panel-title", on: &panel)
        }
        switch content {
        case .diagram(let diagram): SVGDiagram.draw(diagram, on: &panel)
        case .plot(let plot): plot.draw(on: &panel)
        }
      }
    }
  }
}

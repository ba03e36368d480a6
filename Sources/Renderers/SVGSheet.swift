import DocumentModel

/// The panels of a figure on one sheet: from left to right where there is room, else one below the other.
struct SVGSheet {
  /// In em, with the margin.
  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var panels: [HTMLElement] = []

  /// The widest row of panels, in em.
  private static let room = 60.0
  private static let margin = 1.0
  private static let gap = 2.5
  private static let titleHeight = 2.2

  init(_ figure: Figure) {
    let pictures = figure.panels.map { Picture($0, isAlone: figure.panels.count == 1) }
    let rowWidth = pictures.reduce(-Self.gap) { $0 + Self.gap + $1.width }
    rowWidth <= Self.room ? setInRow(pictures) : setInColumn(pictures)
    width += 2 * Self.margin
    height += 2 * Self.margin
  }

  private mutating func setInRow(_ pictures: [Picture]) {
    for picture in pictures {
      if width > 0 { width += Self.gap }
      panels.append(picture.element(at: Point(width + Self.margin, Self.margin)))
      width += picture.width
      height = max(height, picture.height)
    }
  }

  private mutating func setInColumn(_ pictures: [Picture]) {
    width = pictures.reduce(0) { max($0, $1.width) }
    for picture in pictures {
      if height > 0 { height += Self.gap }
      panels.append(picture.element(at: Point((width - picture.width) / 2 + Self.margin, height + Self.margin)))
      height += picture.height
    }
  }

  /// A panel with its title, and the room that it takes.
  private struct Picture {
    let width: Double
    let height: Double
    private let title: [Inline]
    private let top: Double
    private let elements: [HTMLElement]

    init(_ panel: Figure.Panel, isAlone: Bool) {
      title = panel.title
      top = title.isEmpty ? 0 : SVGSheet.titleHeight
      let size: (width: Double, height: Double)
      switch panel.picture {
      case .diagram(let diagram):
        size = (diagram.width, diagram.height)
        elements = SVGDiagram.elements(diagram)
      case .plot(let plot):
        let drawing = SVGPlot(plot, isAlone: isAlone)
        size = (drawing.width, drawing.height)
        elements = drawing.elements
      }
      width = max(size.width, title.isEmpty ? 0 : title.labelWidth)
      height = size.height + top
    }

    func element(at corner: Point) -> HTMLElement {
      var children = elements
      if !title.isEmpty {
        let place = Point(width / 2, 0.6 - top).scaled
        children.insert(SVGLabel.element(title, at: place, kind: "panel-title"), at: 0)
      }
      let shift = "translate(\(FigureNumber.spell(Point(corner.x, corner.y + top).scaled)))"
      return .element(.g, [.class: "panel", .transform: shift], children)
    }
  }
}

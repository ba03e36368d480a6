import DocumentModel

/// A figure as SVG: a file of its own, or an element of a web page.
package enum SVGFigure {
  /// What an em of the layout is in the unit of the picture, a CSS pixel.
  static let unit = 16.0

  /// The figure as a file in UTF-8 with its own style, on a card that is quiet on any page.
  package static func file(_ figure: Figure) -> [UInt8] {
    let sheet = SVGSheet(figure)
    let title = TextLabel.row(figure.caption).text
    let words: [HTMLElement] = [
      .element(.title, [.id: "\(figure.id)-title"], [.text(title)]), describe(figure), .style(SVGStyle.css),
    ]
    let card = HTMLElement.element(
      .rect,
      [
        .class: "card", .width: FigureNumber.spell(sheet.width * unit),
        .height: FigureNumber.spell(sheet.height * unit),
        .rx: "10",
      ])
    let attributes: HTMLElement.Attributes = [
      .xmlns: "http://www.w3.org/2000/svg", .class: "drawing", .id: figure.id,
      .labelledBy: "\(figure.id)-title \(figure.id)-description",
    ]
    return root(attributes, sheet, words + [card] + sheet.panels).xmlFile
  }

  /// What every file begins with, up to the figure's id and a quotation mark.
  package static let start = #"<svg xmlns="http://www.w3.org/2000/svg" class="drawing" id=""#

  /// The figure for a page that has the style `css` and says the caption beside it; its ids begin with the figure's.
  package static func element(_ figure: Figure) -> HTMLElement { drawing(figure).element }

  /// The same with its width in CSS pixels.
  static func drawing(_ figure: Figure) -> (element: HTMLElement, width: Double) {
    let sheet = SVGSheet(figure)
    let attributes: HTMLElement.Attributes = [
      .class: "drawing", .id: "\(figure.id)-drawing", .labelledBy: "\(figure.id)-description",
    ]
    return (root(attributes, sheet, [describe(figure)] + sheet.panels), sheet.width * unit)
  }

  /// The style of all figures; a page may set the custom properties that begin with `--drawing-` anew.
  package static let css = SVGStyle.css

  private static func root(
    _ attributes: HTMLElement.Attributes, _ sheet: SVGSheet, _ children: [HTMLElement]
  ) -> HTMLElement {
    let (width, height) = (FigureNumber.spell(sheet.width * unit), FigureNumber.spell(sheet.height * unit))
    return .element(
      .svg,
      attributes.adding(.role, "img").adding(.width, width).adding(.height, height)
        .adding(.viewBox, "0 0 \(width) \(height)").adding(.fontSize, FigureNumber.spell(SVGLabel.fontSize))
        .adding(.anchor, SVGLabel.Anchor.middle.rawValue), children)
  }

  private static func describe(_ figure: Figure) -> HTMLElement {
    .element(.desc, [.id: "\(figure.id)-description"], [.text(figure.description)])
  }
}

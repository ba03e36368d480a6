import DocumentModel

/// A figure on a page: its picture, and its caption below.
enum PageFigure {
  static func element(_ figure: Figure) -> HTMLElement {
    let picture = HTMLElement.element(
      .div, [.class: isBroad(figure) ? "picture broad" : "picture"], [SVGFigure.element(figure)])
    let caption = HTMLElement.element(.figcaption, [:], PageBlocks.inlines(figure.caption))
    return .element(.figure, [:], figure.caption.isEmpty ? [picture] : [picture, caption])
  }

  /// Whether it fits beside the text, where a reader keeps it in view.
  static func standsBeside(_ figure: Figure) -> Bool {
    guard figure.panels.count == 1 else { return false }
    switch figure.panels[0].picture {
    case .diagram(let diagram): return diagram.width <= widestBeside && diagram.height <= diagram.width
    case .plot: return false
    }
  }

  /// Whether its text would be too small to read on a telephone, were it made to fit there.
  private static func isBroad(_ figure: Figure) -> Bool {
    figure.panels.contains { panel in
      switch panel.picture {
      case .diagram(let diagram): diagram.width > widestOnTelephone
      case .plot: false
      }
    }
  }

  /// In em of labels.
  private static let widestBeside = 56.0
  private static let widestOnTelephone = 28.0
}

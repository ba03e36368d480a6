import DocumentModel

/// How wide a figure is on a page: as wide as it was laid out where there is room, and never so narrow that its type
/// could not be read; what then has no room is scrolled to.
extension PageFigure {
  /// The window that a figure needs to stand beside the text, where a reader keeps it in view.
  enum Window: String, CaseIterable {
    case narrow, middling, broad

    /// What it leaves beside a column of text, in rem; the style of pages says where it begins.
    fileprivate var room: Double {
      switch self {
      case .narrow: 22.5
      case .middling: 38.5
      case .broad: 54.5
      }
    }
  }

  /// The narrowest window with room for it; none where it stands in the text.
  static func window(beside figure: Figure) -> (window: Window, style: String)? {
    guard figure.panels.count == 1, case .diagram(let diagram) = figure.panels[0].picture,
      diagram.height <= diagram.width
    else { return nil }
    let width = SVGFigure(figure).width
    let least = least(figure, width)
    return Window.allCases.first { least <= $0.room }.map { ($0, style(figure, width)) }
  }

  /// Its widths for the style of pages; `width` is in CSS pixels.
  static func style(_ figure: Figure, _ width: Double) -> String {
    "--width:\(spell(width / pixels));--least:\(spell(least(figure, width)))"
  }

  /// In rem.
  private static func least(_ figure: Figure, _ width: Double) -> Double {
    let type = SVGLabel.fontSize * (hasFadedLabel(figure) ? SVGLabel.fadedSize : 1)
    return width * min(smallestType / type, 1) / pixels
  }

  private static func hasFadedLabel(_ figure: Figure) -> Bool {
    figure.panels.contains { panel in
      switch panel.picture {
      case .diagram(let diagram):
        diagram.shapes.contains { if case .label(let label) = $0 { label.tone == .faded } else { false } }
      case .plot(let plot): plot.marks.contains { $0.tone == .faded }
      }
    }
  }

  /// Rounded up to a tenth.
  private static func spell(_ length: Double) -> String {
    FigureNumber.spell((length * 10 - 1e-6).rounded(.up) / 10) + "rem"
  }

  /// The smallest type that is read without effort; indices in it are smaller.
  private static let smallestType = 11.0
  /// In a rem.
  private static let pixels = 16.0
}

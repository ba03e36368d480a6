import DocumentModel

/// How large a figure is set, and whether its panels stand side by side.
struct LaTeXFigureLayout {
  let isInRow: Bool
  /// What an em of the layout is in points: the size of type in the figure.
  let size: Double

  /// A4 with margins of 2.5 cm, less a little for rounding.
  private static let room = (width: 453.0, height: 620.0)
  /// Between panels, in em.
  static let gap = 2.0
  static let titleHeight = 2.0
  private static let sizes = [9.0, 8, 7, 6, 5, 4]
  /// Panels stand below one another rather than be set in smaller type.
  private static let smallestInRow = 7.0

  init(_ figure: Figure) {
    let panels = figure.panels.map { Self.extent(of: $0, isAlone: figure.panels.count == 1) }
    let gaps = Self.gap * Double(max(panels.count - 1, 0))
    let row = Self.size(
      width: panels.reduce(gaps) { $0 + $1.width }, height: panels.reduce(0) { max($0, $1.height) })
    let column = Self.size(
      width: panels.reduce(0) { max($0, $1.width) }, height: panels.reduce(gaps) { $0 + $1.height })
    isInRow = panels.count == 1 || row >= Self.smallestInRow || row >= column
    size = isInRow ? row : column
  }

  /// The largest size at which so many em fit; what fits none is scaled as a whole.
  private static func size(width: Double, height: Double) -> Double {
    let largest = min(room.width / max(width, 1), room.height / max(height, 1))
    return sizes.first { $0 <= largest } ?? largest
  }

  private static func extent(of panel: Figure.Panel, isAlone: Bool) -> (width: Double, height: Double) {
    let title = panel.title.isEmpty ? 0 : titleHeight
    switch panel.picture {
    case .diagram(let diagram): return (max(diagram.width, panel.title.labelWidth), diagram.height + title)
    case .plot(let plot):
      let frame = frame(of: plot, isAlone: isAlone)
      let legend = plot.legendEntries(width: frame.width)
      return (max(frame.width, legend.width), frame.height + title + legend.height)
    }
  }

  static func frame(of plot: Plot, isAlone: Bool) -> PlotFrame {
    PlotFrame(plot, width: isAlone ? 30 : 23)
  }
}

extension Plot {
  /// How many entries of the legend stand beside one another, and the room that it takes in em.
  func legendEntries(width: Double) -> (columns: Int, width: Double, height: Double) {
    let names = series.filter { !$0.name.isEmpty }
    guard !names.isEmpty else { return (1, 0, 0) }
    let entry = names.reduce(0) { max($0, $1.name.labelWidth) } + 3.5
    let columns = min(max(Int(width / entry), 1), names.count)
    let rows = (names.count + columns - 1) / columns
    return (columns, entry * Double(columns), Double(rows) * 1.4 + 0.6)
  }
}

import DocumentModel

/// Figures as pictures in the middle of the line, the caption below in small type.
extension LaTeXWriter {
  /// Adds a figure that is never wider than the text; it stays on one page with its caption.
  mutating func write(_ figure: Figure) {
    let layout = LaTeXFigureLayout(figure)
    text += "\n\\medskip\n\\begin{minipage}{\\textwidth}\n\\centering\n"
    for (index, panel) in figure.panels.enumerated() {
      if index > 0 { separate(layout) }
      switch panel.picture {
      case .diagram(let diagram): write(diagram, title: panel.title, layout)
      case .plot(let plot): write(plot, title: panel.title, layout, isAlone: figure.panels.count == 1)
      }
    }
    if !figure.caption.isEmpty {
      text += "\n\\par\\vspace{9pt}\n{\\small "
      write(figure.caption)
      text += "\\par}"
    }
    text += "\n\\end{minipage}\n\\par\\medskip\n"
  }

  private mutating func separate(_ layout: LaTeXFigureLayout) {
    text += layout.isInRow ? "%\n\\hspace{" : "\n\\par\\vspace{"
    write(length: LaTeXFigureLayout.gap * layout.size)
    text += layout.isInRow ? "}%\n" : "}\n"
  }

  /// A length in points with its unit.
  mutating func write(length: Double) {
    write(number: length)
    text += "pt"
  }

  mutating func write(number: Double) { FigureNumber.write(number, to: &text) }

  mutating func write(_ point: Point) {
    text += "("
    write(number: point.x)
    text += ","
    write(number: point.y)
    text += ")"
  }

  /// Opens a picture whose upper edges line up with its neighbours', with its size of type.
  mutating func beginPicture(_ layout: LaTeXFigureLayout) {
    text += "\\begin{tikzpicture}[baseline=(current bounding box.north),x="
    write(length: layout.size)
    text += ",y=-"
    write(length: layout.size)
    text += ",font=\\fontsize{"
    // Bold type runs wider than the layout reckons with.
    write(number: layout.size * 0.95)
    text += "}{"
    write(number: layout.size * 1.15)
    text += "}\\selectfont]\n"
  }

  /// Adds a label's content between the commands of its tone; its colour is that of the node.
  mutating func write(_ content: [Inline], in tone: Tone) {
    // In braces of its own: what TeX puts off until the group ends would end up in the path.
    text += tone.isBold ? "{\\bfseries\\boldmath " : "{"
    if tone.isSlanted {
      text += "\\itshape "
      formula.slantsNumbers = true
    }
    if tone.isUnderlined { text += "\\underline{" }
    write(content)
    text += tone.isUnderlined ? "}}" : "}"
    formula.slantsNumbers = false
  }
}

extension Tone {
  /// How type shows it; a tone without any of these is set smaller, or is plain.
  fileprivate var isBold: Bool {
    switch self {
    case .value, .changed, .emphasized: true
    case .plain, .adjoint, .faded: false
    }
  }

  /// Of numbers and words; names are set as in formulas.
  var isSlanted: Bool {
    switch self {
    case .adjoint, .changed: true
    case .plain, .value, .emphasized, .faded: false
    }
  }

  fileprivate var isUnderlined: Bool {
    switch self {
    case .emphasized: true
    case .plain, .value, .adjoint, .changed, .faded: false
    }
  }
}

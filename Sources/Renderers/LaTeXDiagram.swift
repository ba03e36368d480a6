import DocumentModel

/// Diagrams in TikZ, at the places that they give.
extension LaTeXWriter {
  mutating func write(_ diagram: Diagram, title: [Inline], _ layout: LaTeXFigureLayout) {
    beginPicture(layout)
    let width = max(diagram.width, title.labelWidth)
    let left = (diagram.width - width) / 2
    text += "\\path[use as bounding box] "
    write(Point(left, title.isEmpty ? 0 : -LaTeXFigureLayout.titleHeight))
    text += " rectangle "
    write(Point(left + width, diagram.height))
    text += ";\n"
    if !title.isEmpty {
      text += "\\node[plain words] at "
      write(Point(diagram.width / 2, -LaTeXFigureLayout.titleHeight + 0.6))
      text += " {{\\bfseries\\boldmath "
      write(title)
      text += "}};\n"
    }
    for shape in diagram.shapes { write(shape) }
    text += "\\end{tikzpicture}"
  }

  private mutating func write(_ shape: Diagram.Shape) {
    switch shape {
    case .node(let node): write(node)
    case .wire(let wire): write(wire)
    case .label(let label): write(label.content, label.tone, at: label.box.centre)
    }
  }

  /// Adds a line of text around a place.
  private mutating func write(_ content: [Inline], _ tone: Tone, at place: Point) {
    text += "\\node["
    text += tone.styleName
    text += " words] at "
    write(place)
    text += " {"
    write(content, in: tone)
    text += "};\n"
  }

  private mutating func write(_ node: Diagram.Node) {
    text += "\\draw["
    text += node.tone.styleName
    switch node.outline {
    case .rounded:
      text += " node,rounded corners=3pt] "
      write(Point(node.box.x, node.box.y))
      text += " rectangle "
      write(Point(node.box.right, node.box.bottom))
    case .round:
      text += " node] "
      write(node.box.centre)
      text += " ellipse [x radius="
      write(number: node.box.width / 2)
      text += ",y radius="
      write(number: node.box.height / 2)
      text += "]"
    }
    text += ";\n"
  }

  private mutating func write(_ wire: Diagram.Wire) {
    text += "\\draw["
    text += wire.tone.styleName
    switch wire.head {
    case .none: text += " line] "
    case .end: text += " line,head] "
    case .start: text += " line,tail] "
    }
    write(wire.start)
    for stretch in wire.stretches {
      switch stretch {
      case .line(let end):
        text += " -- "
        write(end)
      case .curve(let first, let second, let end):
        text += " .. controls "
        write(first)
        text += " and "
        write(second)
        text += " .. "
        write(end)
      }
    }
    text += ";\n"
  }
}

import DocumentModel

/// Plots in pgfplots, in the numbers of what they show.
extension LaTeXWriter {
  mutating func write(_ plot: Plot, title: [Inline], _ layout: LaTeXFigureLayout, isAlone: Bool) {
    let frame = LaTeXFigureLayout.frame(of: plot, isAlone: isAlone)
    beginPicture(layout)
    text += "\\begin{axis}[\n  sheet,width="
    write(length: frame.area.width * layout.size)
    text += ",height="
    write(length: frame.area.height * layout.size)
    writeAxis("x", plot.horizontal)
    writeAxis("y", plot.vertical)
    if !plot.horizontal.label.isEmpty { writeOption(",\n  xlabel={", plot.horizontal.label) }
    writeLegendStyle(plot, frame)
    text += "]\n"
    writeTitle(title, frame)
    writeName(of: plot.vertical, frame)
    writeZero(of: plot)
    for series in plot.series { write(series, in: plot) }
    for mark in plot.marks { write(mark, in: plot, frame) }
    text += "\\end{axis}\n\\end{tikzpicture}"
  }

  private mutating func writeAxis(_ name: StaticString, _ axis: Plot.Axis) {
    text += ",\n  "
    text += name
    text += axis.isLogarithmic ? "mode=log," : "mode=linear,"
    text += name
    text += "min="
    write(value: axis.range.lowerBound)
    text += ","
    text += name
    text += "max="
    write(value: axis.range.upperBound)
    writeTicks(name, axis.ticks)
  }

  private mutating func writeTicks(_ name: StaticString, _ ticks: [Plot.Tick]) {
    text += ",\n  "
    text += name
    guard !ticks.isEmpty else {
      text += "tick=\\empty"
      return
    }
    text += "tick={"
    for (index, tick) in ticks.enumerated() {
      if index > 0 { text += "," }
      write(value: tick.place)
    }
    text += "},"
    text += name
    text += "ticklabels={"
    for (index, tick) in ticks.enumerated() {
      text += index > 0 ? ",{" : "{"
      write(tick.label)
      text += "}"
    }
    text += "}"
  }

  private mutating func writeOption(_ opening: StaticString, _ content: [Inline]) {
    text += opening
    write(content)
    text += "}"
  }

  /// The legend stands below everything else.
  private mutating func writeLegendStyle(_ plot: Plot, _ frame: PlotFrame) {
    text += ",\n  legend columns="
    write(number: Double(plot.legendEntries(width: frame.width).columns))
    text += ",legend style={at={(0.5,"
    write(number: -(frame.height - frame.area.bottom + 0.4) / frame.area.height)
    text += ")},anchor=north}"
  }

  private mutating func writeTitle(_ title: [Inline], _ frame: PlotFrame) {
    guard !title.isEmpty else { return }
    text += "\\node[plain words] at "
    writeRelative(Point(frame.width / 2, 0.6 - LaTeXFigureLayout.titleHeight), frame)
    text += " {{\\bfseries\\boldmath "
    write(title)
    text += "}};\n"
  }

  /// The vertical axis has its name above it, where it can be read without turning the page.
  private mutating func writeName(of axis: Plot.Axis, _ frame: PlotFrame) {
    guard !axis.label.isEmpty else { return }
    text += "\\node[plain words,anchor=base west] at "
    writeRelative(Point(0, 0.6), frame)
    text += " {"
    write(axis.label)
    text += "};\n"
  }

  /// The line at 0, where curves pass through it.
  private mutating func writeZero(of plot: Plot) {
    guard plot.zero != nil else { return }
    let range = plot.horizontal.range
    beginPlot("plain line", [Point(range.lowerBound, 0), Point(range.upperBound, 0)])
    text += ";\n"
  }

  private mutating func write(_ mark: Plot.Mark, in plot: Plot, _ frame: PlotFrame) {
    guard let centre = frame.centre(of: mark, in: plot) else { return }
    text += "\\node["
    text += mark.tone.styleName
    text += " words,remark] at "
    writeRelative(centre, frame)
    text += " {"
    write(mark.label, in: mark.tone)
    text += "};\n"
  }

  /// A place of the frame as pgfplots counts it, from the lower left corner of the axes.
  private mutating func writeRelative(_ place: Point, _ frame: PlotFrame) {
    text += "(rel axis cs:"
    write(number: (place.x - frame.area.x) / frame.area.width)
    text += ","
    write(number: (frame.area.bottom - place.y) / frame.area.height)
    text += ")"
  }

  /// A number of what is shown, with all its digits.
  mutating func write(value: Double) { text.append(text: value.description) }
}

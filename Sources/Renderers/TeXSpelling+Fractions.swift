import DocumentModel

extension TeXSpelling {
  /// Built up, unless that is too wide and the upper part has signs to break at; then with a stroke behind it.
  mutating func writeFraction(_ upper: Formula, _ lower: Formula) {
    let (start, startWidth) = (bytes.count, width)
    writeBuiltUp(upper, lower)
    guard level != nil, width - startWidth > TeXWidth.widestInOnePiece else { return }
    let builtUpWidth = width
    let builtUp = bytes.cut(from: start)
    width = startWidth
    let firstBreak = breaks.count
    write(TextGrouping.standsBeforeSlash(upper) ? upper : .parenthesized(upper))
    guard breaks.count > firstBreak else {
      takeBack(to: start, width: builtUpWidth)
      return bytes.append(builtUp)
    }
    write(" / ", width: TeXWidth.slash)
    let outer = beginUnbroken()
    write(TextGrouping.standsBehindSlash(lower) ? lower : .parenthesized(lower))
    level = outer
  }

  /// A built-up fraction, of two changes if `ofPartials`.
  private mutating func writeBuiltUp(_ upper: Formula, _ lower: Formula, ofPartials: Bool = false) {
    write(hasSmallFractions ? "\\dfrac{" : "\\frac{", width: TeXWidth.fractionMargins)
    let wereSmall = hasSmallFractions
    hasSmallFractions = false
    defer { hasSmallFractions = wereSmall }
    writeStacked(upper, lower, arePartial: ofPartials)
  }

  /// Adds both with the braces between and behind them, as wide as the wider of them.
  private mutating func writeStacked(_ upper: Formula, _ lower: Formula, arePartial: Bool = false) {
    let outer = beginUnbroken()
    let start = width
    writePart(upper, isPartial: arePartial)
    bytes += "}{"
    let upperEnd = width
    width = start
    writePart(lower, isPartial: arePartial)
    bytes += "}"
    width = max(upperEnd, width)
    level = outer
  }

  /// A small built-up fraction where both are numbers, else a stroke.
  mutating func writeSlashed(_ upper: Formula, _ lower: Formula) {
    guard upper.isPlainNumber, lower.isPlainNumber else {
      write(upper)
      write(" / ", width: TeXWidth.slash)
      return write(lower)
    }
    let start = width
    write("\\tfrac{", width: TeXWidth.fractionMargins)
    writeStacked(upper, lower)
    shrink(from: start)
  }

  /// Built up in a display, with a stroke in a sentence.
  mutating func writeDerivative(_ quantity: Formula, _ variable: Formula) {
    guard !isDisplay else { return writeBuiltUp(quantity, variable, ofPartials: true) }
    writePart(quantity, isPartial: true)
    write("/", width: TeXWidth.slash)
    writePart(variable, isPartial: true)
  }

  private mutating func writePart(_ formula: Formula, isPartial: Bool) {
    if isPartial { write("\\partial ", width: TeXWidth.partial) }
    write(formula)
  }
}

import DocumentModel
import Numerals

extension TeXSpelling {
  /// In one piece, unless it is a row of formulas that is too wide: that may be broken between them.
  mutating func writeMatrix(_ rows: [[Formula]]) {
    let (start, startWidth) = (bytes.count, width)
    writeInOnePiece(rows)
    guard level != nil, rows.count == 1, width - startWidth > TeXWidth.widestInOnePiece,
      !rows[0].allSatisfy({ $0.isNumber || $0.isEllipsis })
    else { return }
    takeBack(to: start, width: startWidth)
    let height = Formula.matrix(rows).height
    open(.square, around: height)
    let outer = beginOperands()
    for (column, entry) in rows[0].enumerated() {
      if column > 0 { writeBreakable(" \\quad ", width: TeXWidth.quad, level: outer) }
      write(entry)
    }
    level = outer
    close(.square, around: height)
  }

  /// A matrix in square brackets, which no row of the page can end in.
  private mutating func writeInOnePiece(_ rows: [[Formula]]) {
    let outer = beginUnbroken()
    let start = width
    var columns = rows.first.map { [Double](repeating: 0, count: $0.count) } ?? []
    let needsRoom = rows.contains { Formula.height(of: $0) > .line }
    let isPadded = columns.indices.map { TeXMatrixColumn.isPadded($0, of: rows) }
    bytes += "\\begin{bmatrix} "
    for row in rows.indices {
      if row > 0 { endRow(rows[row - 1], needsRoom: needsRoom) }
      for column in columns.indices {
        if column > 0 { bytes += " & " }
        width = start
        writeEntry(rows[row][column], isPadded: isPadded[column])
        columns[column] = max(columns[column], width - start)
      }
    }
    bytes += " \\end{bmatrix}"
    width = start + columns.reduce(2 * TeXWidth.matrixBracket - TeXWidth.columnGap) { $0 + TeXWidth.columnGap + $1 }
    level = outer
  }

  /// TeX counts the room below a row from the middle of what stands in it, so a matrix there asks for more.
  private mutating func endRow(_ entries: [Formula], needsRoom: Bool) {
    guard needsRoom else {
      bytes += " \\\\ "
      return
    }
    let heights = entries.map { if case .matrix(let rows) = $0 { rows.count } else { 1 } }
    bytes += " \\\\["
    bytes.append(decimal: UInt64(max(8, 6 * (heights.max() ?? 1))), places: 1)
    bytes += "em] "
  }

  /// A number without a sign is given the room of one if `isPadded`. Behind the end of a row, TeX would take a bracket
  /// for a distance.
  private mutating func writeEntry(_ entry: Formula, isPadded: Bool) {
    if isPadded, case .number(let number) = entry, !number.isNegative {
      write("\\phantom{-}", width: TeXWidth.unaryMinus)
    }
    let start = bytes.count
    hasSmallFractions = isDisplay
    write(entry)
    hasSmallFractions = false
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return }
    bytes.insert(UInt8(ascii: "}"), at: start)
    bytes.insert(UInt8(ascii: "{"), at: start)
  }

  /// Adds the dots of an abridged matrix.
  mutating func write(_ ellipsis: Formula.Ellipsis) {
    switch ellipsis {
    case .horizontal: write("\\cdots", width: TeXWidth.horizontalEllipsis)
    case .vertical: write("\\vdots", width: TeXWidth.verticalEllipsis)
    case .diagonal: write("\\ddots", width: TeXWidth.diagonalEllipsis)
    }
  }

  mutating func writeTransposed(_ base: Formula) {
    let outer = beginUnbroken()
    write(base, isBraced: base.needsBracesAsBase)
    write("^{\\top}", width: TeXWidth.top * TeXWidth.scriptScale)
    level = outer
  }

  /// The subscript follows a bracket here; where that means something to GitHub, `MarkdownWriter.isSafe` sees to it.
  mutating func writeSelected(_ base: Formula, _ indices: [Symbol.Part]) {
    // A call breaks within its own brackets, where it must.
    if case .function = base {
      write(base)
    } else {
      let outer = beginUnbroken()
      write(base, isBraced: base.needsBracesBeforeSubscript)
      level = outer
    }
    writeIndices(indices)
  }

  /// Adds what gets a script: braced where it has one already, since TeX refuses a second one.
  mutating func write(_ base: Formula, isBraced: Bool) {
    if isBraced { bytes.append(UInt8(ascii: "{")) }
    write(base)
    if isBraced { bytes.append(UInt8(ascii: "}")) }
  }
}

/// The entries of a matrix below one another, which TeX centres.
private enum TeXMatrixColumn {
  /// Whether the digits would stand below one another but for the signs.
  static func isPadded(_ column: Int, of rows: [[Formula]]) -> Bool {
    var (places, hasMinus, hasNone): (Int?, Bool, Bool) = (nil, false, false)
    for row in rows {
      switch row[column] {
      case .number(let number):
        guard number.exponent == nil, places == nil || places == number.mantissa.places else { return false }
        places = number.mantissa.places
        if number.isNegative { hasMinus = true } else { hasNone = true }
      case .ellipsis: continue
      case .symbol, .sum, .product, .fraction, .slashed, .negation, .power, .function, .squareRoot, .absoluteValue,
        .parenthesized, .condition, .derivative, .updated, .matrix, .transposed, .elementwiseQuotient,
        .elementwisePower, .selected:
        return false
      }
    }
    return hasMinus && hasNone && places != 0
  }
}

import DocumentModel

/// A sheet of characters to draw on; what is written on it is never drawn over.
struct TextCanvas {
  let columns: Int
  let rowCount: Int
  private var cells: [Cell]

  /// What lies in a cell, the strongest last; the weaker gives way.
  private enum Layer: Int { case blank, grid, dots, line, outline, mark, label }

  private struct Cell {
    var layer = Layer.blank
    /// Empty behind a character of two columns.
    var sign = " "
    var tone = Tone.plain
    /// The dots of a Braille cell.
    var dots: UInt8 = 0
    /// Which ways a line goes from here: left 1, right 2, up 4, down 8.
    var ways: UInt8 = 0
  }

  init(columns: Int, rows: Int) {
    self.columns = max(columns, 0)
    rowCount = max(rows, 0)
    cells = Array(repeating: Cell(), count: self.columns * rowCount)
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    (0..<columns).contains(column) && (0..<rowCount).contains(row) ? row * columns + column : nil
  }

  /// Whether a text of this width can stand here, apart from the texts beside it.
  func hasRoom(for width: Int, column: Int, row: Int) -> Bool {
    guard column >= 0, column + width <= columns, (0..<rowCount).contains(row) else { return false }
    return (column - 1...column + width).allSatisfy { column in
      index(column, row).map { cells[$0].layer != .label } ?? true
    }
  }

  mutating func write(_ text: String, column: Int, row: Int, _ tone: Tone) {
    var place = column
    for character in text {
      let sign = String(character)
      let width = TextWidth.columns(of: sign)
      for step in 0..<width {
        if let index = index(place + step, row) {
          cells[index] = Cell(layer: .label, sign: step == 0 ? sign : "", tone: tone)
        }
      }
      place += width
    }
  }

  /// Part of an outline; it gives way to texts.
  mutating func outline(_ sign: String, column: Int, row: Int, _ tone: Tone) {
    put(sign, .outline, column, row, tone)
  }

  /// An arrowhead or a dot of a plot.
  mutating func mark(_ sign: String, column: Int, row: Int, _ tone: Tone) {
    put(sign, .mark, column, row, tone)
  }

  /// A fine line behind everything else.
  mutating func grid(_ sign: String, column: Int, row: Int) {
    put(sign, .grid, column, row, .faded)
  }

  private mutating func put(_ sign: String, _ layer: Layer, _ column: Int, _ row: Int, _ tone: Tone) {
    guard let index = index(column, row), cells[index].layer.rawValue <= layer.rawValue else { return }
    cells[index] = Cell(layer: layer, sign: sign, tone: tone)
  }

  /// Whether a line may run here: not over a text, nor close beside it, nor over an outline.
  func isOpen(column: Int, row: Int) -> Bool {
    guard let index = index(column, row), cells[index].layer.rawValue < Layer.outline.rawValue else { return false }
    return ![column - 1, column + 1].contains { column in
      self.index(column, row).map { cells[$0].layer == .label } ?? false
    }
  }

  /// Whether this sign stands here already, and is no text.
  func holds(_ sign: String, column: Int, row: Int) -> Bool {
    index(column, row).map { cells[$0].layer == .mark && cells[$0].sign == sign } ?? false
  }

  /// A dot of a curve, counted two to a column and four to a row.
  mutating func dot(_ x: Int, _ y: Int, _ tone: Tone) {
    guard x >= 0, y >= 0, isOpen(column: x / 2, row: y / 4), let index = index(x / 2, y / 4) else { return }
    guard cells[index].layer.rawValue <= Layer.dots.rawValue else { return }
    cells[index].layer = .dots
    cells[index].dots |= Self.dotBits[y % 4][x % 2]
    cells[index].tone = tone
    cells[index].sign = String(Character(Unicode.Scalar(0x2800 + UInt32(cells[index].dots))!))
  }

  private static let dotBits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// A piece of an upright or level line, which joins what goes on from here already.
  mutating func line(_ ways: UInt8, column: Int, row: Int, _ tone: Tone) {
    guard isOpen(column: column, row: row), let index = index(column, row) else { return }
    let all = cells[index].layer == .line ? cells[index].ways | ways : ways
    cells[index] = Cell(layer: .line, sign: TextStroke(tone).sign(all), tone: tone, ways: all)
  }

  /// The rows, without blanks at their ends.
  func rows(usesColour: Bool) -> [TextRow] {
    (0..<rowCount).map { row in
      let line = cells[row * columns..<(row + 1) * columns]
      let end = line.lastIndex { $0.sign != " " }.map { $0 + 1 } ?? line.startIndex
      return TextRow(text(line[..<end], usesColour: usesColour), width: end - line.startIndex)
    }
  }

  private func text(_ line: ArraySlice<Cell>, usesColour: Bool) -> String {
    guard usesColour else { return line.reduce(into: "") { $0 += $1.sign } }
    var text = ""
    var run = ""
    var style: TextStyle?
    for cell in line {
      let own = cell.tone.style(isLabel: cell.layer == .label)
      if own != style, cell.sign != " " {
        text += run.isEmpty ? "" : style?.set(run) ?? run
        (run, style) = ("", own)
      }
      run += cell.sign
    }
    return text + (run.isEmpty ? "" : style?.set(run) ?? run)
  }
}

extension Tone {
  /// How a terminal shows it; lines that stand out are heavy and need no line below.
  fileprivate func style(isLabel: Bool) -> TextStyle? {
    switch self {
    case .plain: nil
    case .value: .boldCyan
    case .adjoint: .slantedRed
    case .changed: .boldGreen
    case .emphasized: isLabel ? .underlinedMagenta : .boldMagenta
    case .faded: .dim
    }
  }
}

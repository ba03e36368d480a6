import DocumentModel

/// A matrix drawn row below row, its columns two blanks apart.
struct TextMatrix {
  private static let gap = 2

  /// The whole, on the line of its middle row; of an even number, the upper one of the two.
  let box: TextBox

  init(_ rows: [[Formula]]) {
    let boxes = rows.map { $0.map(TextFormulaSpelling.displayed.box) }
    let columns = (rows.first ?? []).indices.map { column in
      TextMatrixColumn(rows.map { $0[column] }, boxes.map { $0[column] })
    }
    box = TextFence.brackets.around(TextBox.stack(rows.indices.map { Self.row($0, of: columns) }))
  }

  private static func row(_ row: Int, of columns: [TextMatrixColumn]) -> TextBox {
    var box = TextBox(.empty)
    for (index, column) in columns.enumerated() {
      if index > 0 { box.append(.blank(gap)) }
      box.append(column.entry(row))
    }
    return box
  }

  /// As the file writes it, on one line; of a row of dots, the first one says enough.
  static func line(_ rows: [[Formula]]) -> TextBox {
    var box = TextBox("[")
    for (index, row) in rows.enumerated() {
      if index > 0 { box.append("; ", width: 2) }
      for (index, entry) in (row.allSatisfy(\.isEllipsis) ? row.prefix(1) : row[...]).enumerated() {
        if index > 0 { box.append(", ", width: 2) }
        box.append(TextFormulaSpelling.running.box(of: entry))
      }
    }
    box.append("]", width: 1)
    return box
  }
}

/// Entries below one another: numbers on their points, anything else in the middle.
private struct TextMatrixColumn {
  private let boxes: [TextBox]
  /// The columns of each number before its point; nothing for what is no number among numbers.
  private let heads: [Int?]
  private let longestHead: Int
  private let width: Int
  /// What the numbers take together, their points aligned.
  private let numbersWidth: Int

  init(_ entries: [Formula], _ boxes: [TextBox]) {
    self.boxes = boxes
    let areNumbers = entries.allSatisfy { $0.isNumber || $0.isEllipsis }
    heads = zip(entries, boxes).map { areNumbers && $0.isNumber ? Self.head(of: $1) : nil }
    longestHead = heads.reduce(0) { max($0, $1 ?? 0) }
    let longestTail = zip(heads, boxes).reduce(0) { longest, entry in
      max(longest, entry.0.map { entry.1.width - $0 } ?? 0)
    }
    numbersWidth = longestHead + longestTail
    width = boxes.reduce(numbersWidth) { max($0, $1.width) }
  }

  /// The columns before the point; where there is none, before the power of ten.
  private static func head(of number: TextBox) -> Int {
    let text = number.line.text
    let end = text.firstIndex { $0 == "." || $0 == " " } ?? text.endIndex
    return text.distance(from: text.startIndex, to: end)
  }

  /// The entry of a row, as wide as the column.
  func entry(_ row: Int) -> TextBox {
    guard let head = heads[row] else { return boxes[row].centred(in: width) }
    var box = TextBox.blank(longestHead - head)
    box.append(boxes[row])
    box.append(.blank(numbersWidth - box.width))
    return box.centred(in: width)
  }
}

extension Formula {
  /// Whether there is a matrix anywhere in it.
  var holdsMatrix: Bool {
    switch self {
    case .matrix: true
    case .symbol, .number, .updated, .ellipsis: false
    case .sum(let terms): terms.contains { $0.formula.holdsMatrix }
    case .product(let parts, _), .function(_, let parts): parts.contains(where: \.holdsMatrix)
    case .fraction(let left, let right), .slashed(let left, let right), .power(let left, let right),
      .condition(let left, _, let right), .derivative(let left, let right), .elementwiseQuotient(let left, let right),
      .elementwisePower(let left, let right):
      left.holdsMatrix || right.holdsMatrix
    case .negation(let inner), .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner),
      .transposed(let inner), .selected(let inner, _):
      inner.holdsMatrix
    }
  }
}

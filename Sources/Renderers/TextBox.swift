/// A rectangle of characters with a baseline: the part of a formula that is already drawn.
///
/// Rows may end before `width`; blanks are added where something is set behind them. A box of one row keeps no
/// other, which is what makes plain formulas cheap.
struct TextBox: Sendable, Equatable {
  /// The rows above the baseline, the topmost first.
  private(set) var above: [TextRow] = []
  /// The row that stands on the line with its neighbours; of a fraction, the bar.
  private(set) var line: TextRow
  private(set) var below: [TextRow] = []
  private(set) var width: Int

  init(_ line: TextRow) {
    self.line = line
    width = line.width
  }

  init(_ line: String) {
    self.init(TextRow(line, width: TextWidth.columns(of: line)))
  }

  static func blank(_ width: Int) -> TextBox {
    TextBox(TextRow(TextRow.blanks(width), width: max(width, 0)))
  }

  var isFlat: Bool { above.isEmpty && below.isEmpty }
  var rows: [TextRow] { above + [line] + below }

  /// Sets `other` to the right, both on one baseline.
  mutating func append(_ other: TextBox) {
    line.pad(to: width)
    line.append(other.line)
    if !other.isFlat { appendRows(of: other) }
    width += other.width
  }

  /// Sets `text`, which takes `columns`, to the right on the baseline.
  mutating func append(_ text: String, width columns: Int) {
    line.pad(to: width)
    line.append(TextRow(text, width: columns))
    width += columns
  }

  private mutating func appendRows(of other: TextBox) {
    let newAbove = max(0, other.above.count - above.count)
    if newAbove > 0 { above.insert(contentsOf: repeatElement(.empty, count: newAbove), at: 0) }
    below += repeatElement(.empty, count: max(0, other.below.count - below.count))
    let missing = above.count - other.above.count
    for (row, theirs) in other.above.enumerated() { above[missing + row].append(theirs, at: width) }
    for (row, theirs) in other.below.enumerated() { below[row].append(theirs, at: width) }
  }

  /// The same box in the middle of `columns`; of an odd rest, the larger half stands behind it.
  func centred(in columns: Int) -> TextBox {
    guard columns > width else { return self }
    var box = TextBox.blank((columns - width) / 2)
    box.append(self)
    box.width = columns
    return box
  }

  /// A fraction; its bar stands out at both sides where it would look no longer than one inside.
  static func fraction(_ numerator: TextBox, over denominator: TextBox) -> TextBox {
    let widest = max(numerator.width, denominator.width)
    let isCrowded = [numerator, denominator].contains { $0.width + 1 >= widest && $0.hasBarAtItsSide }
    let columns = isCrowded ? widest + 2 : widest
    var box = TextBox(TextRow.rule("─", columns))
    box.above = numerator.centred(in: columns).rows
    box.below = denominator.centred(in: columns).rows
    return box
  }

  /// Boxes below one another, those higher than a row set apart; the line is the middle one's.
  static func stack(_ boxes: [TextBox]) -> TextBox {
    guard boxes.count > 1 else { return boxes.first ?? TextBox(.empty) }
    let areFlat = boxes.allSatisfy(\.isFlat)
    var rows: [TextRow] = []
    var middle = 0
    for (index, box) in boxes.enumerated() {
      if index > 0, !areFlat { rows.append(.empty) }
      if index == boxes.count / 2 { middle = rows.count + box.above.count }
      rows += box.rows
    }
    if boxes.count.isMultiple(of: 2) { middle = (rows.count - 1) / 2 }
    var stack = TextBox(rows[middle])
    stack.above = Array(rows[..<middle])
    stack.below = Array(rows[(middle + 1)...])
    stack.width = boxes.reduce(0) { max($0, $1.width) }
    return stack
  }

  private var hasBarAtItsSide: Bool {
    !isFlat && rows.contains { $0.text.hasPrefix("─") || $0.text.hasSuffix("─") }
  }

  /// A column of one-column signs, as high as `content` and on its baseline; `sign` is asked from the top.
  init(column sign: (Int) -> String, besides content: TextBox) {
    let middle = content.above.count
    self.init(TextRow(sign(middle), width: 1))
    above = (0..<middle).map { TextRow(sign($0), width: 1) }
    below = content.below.indices.map { TextRow(sign(middle + 1 + $0), width: 1) }
  }

  /// The same box lifted, its lowest row `height` rows above the baseline.
  func raised(by height: Int) -> TextBox {
    var box = TextBox(.empty)
    box.above = rows + repeatElement(.empty, count: height - 1)
    box.width = width
    return box
  }

  /// The same box in bold type, where it is one row: rows of higher ones are never set apart.
  var emboldened: TextBox {
    isFlat ? TextBox(TextRow(TextStyle.bold.set(line.text), width: width)) : self
  }
}

extension TextRow {
  /// Sets `other` so that it begins behind `columns`.
  fileprivate mutating func append(_ other: TextRow, at columns: Int) {
    pad(to: columns)
    append(other)
  }
}

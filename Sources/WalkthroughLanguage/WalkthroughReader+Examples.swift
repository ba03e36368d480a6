/// A table of examples while it is read.
struct ExampleReading {
  let place: Range<Int>
  /// The names in its first line.
  var columns: [Range<Int>] = []
  var rows: [[Range<Int>]] = []
}

extension WalkthroughReader {
  /// A table: the names of its columns, then one line for each example, cells between `|`.
  mutating func beginExamples(_ rest: Scanner, _ place: Range<Int>) throws(Diagnostic) {
    open = .examples
    exampleReading = ExampleReading(place: place)
    if !source.trimmed(rest.rest).isEmpty { try readExampleLine(rest.rest) }
  }

  mutating func readExampleLine(_ line: Range<Int>) throws(Diagnostic) {
    guard let columns = exampleReading?.columns else { return }
    let cells = cells(of: line)
    if columns.isEmpty {
      let columns = try readColumns(cells)
      exampleReading?.columns = columns
    } else if cells.count == columns.count {
      try readRow(cells)
    } else {
      exampleReading?.rows.append([])
      let names = columns.count > 8 ? [] : columns.map(source.quoted)
      throw .rowDoesNotFit(source.trimmed(line), cells.count, columns: columns.count, names)
    }
  }

  /// A row at the margin below rows that are indented; the table goes on behind it.
  mutating func rejectUnindentedRow(_ line: Range<Int>) throws(Diagnostic) {
    guard let columns = exampleReading?.columns, !columns.isEmpty else { return }
    let cells = cells(of: withoutComment(line))
    let isRow = cells.count > 1 ? !bytes[line].contains(Ascii.equals) : !Scanner(bytes, line).isAtName
    guard isRow else { return }
    open = .examples
    exampleReading?.rows.append([])
    throw .rowUnindented(line.lowerBound..<line.lowerBound + 1)
  }

  private func cells(of line: Range<Int>) -> [Range<Int>] {
    bytes[line].split(separator: Ascii.bar, omittingEmptySubsequences: false).map { source.trimmed($0.indices) }
  }

  private mutating func readColumns(_ cells: [Range<Int>]) throws(Diagnostic) -> [Range<Int>] {
    for cell in cells {
      var scanner = Scanner(bytes, cell)
      guard scanner.takeName().isEmpty || !scanner.isAtEnd else { continue }
      exampleReading = nil
      open = .skipped
      missesDefinitions = true
      throw .columnNameExpected(cell)
    }
    return cells
  }

  private mutating func readRow(_ cells: [Range<Int>]) throws(Diagnostic) {
    var formulas: [Range<Int>] = []
    defer { exampleReading?.rows.append(formulas) }
    for cell in cells {
      var scanner = Scanner(bytes, cell)
      let start = walkthrough.nodes.count
      try readFormula(&scanner, in: .constant)
      formulas.append(start..<walkthrough.nodes.count)
      _ = inferredShape(of: start..<walkthrough.nodes.count)
    }
  }

  /// The table is over: its columns become quantities, with the values of the first example.
  mutating func closeExamples() {
    guard let reading = exampleReading else { return }
    exampleReading = nil
    if reading.rows.isEmpty {
      diagnostics.append(.examplesMissing(reading.place, hasColumns: !reading.columns.isEmpty))
    }
    let first = walkthrough.quantities.count
    for (column, name) in reading.columns.enumerated() {
      let cells = reading.rows.first ?? []
      let cell = column < cells.count ? cells[column] : 0..<0
      define(name, as: .example, formula: cell, shape: shape(ofConstant: cell) ?? .unknown)
    }
    let quantities = Array(first..<walkthrough.quantities.count)
    walkthrough.examples = ExampleTable(quantities: quantities, rows: reading.rows)
  }

  /// Every column holds matrices of one shape, which is the shape of its quantity.
  mutating func checkShapesOfExamples() {
    guard diagnostics.isEmpty, let examples = walkthrough.examples else { return }
    for (column, quantity) in examples.quantities.enumerated() {
      guard let shape = shape(ofConstant: examples.rows[0][column]) else { continue }
      for (row, cells) in examples.rows.enumerated() {
        guard let other = self.shape(ofConstant: cells[column]), other != shape else { continue }
        let place = Int(walkthrough.nodes[cells[column].lowerBound].place)
        let name = walkthrough.quantities[quantity].name
        diagnostics.append(.shapesDiffer(at: place, name, shape, other, example: row + 1))
        break
      }
    }
  }

  /// Nothing where the parts of the constant do not fit together, which is reported elsewhere.
  private func shape(ofConstant formula: Range<Int>) -> Shape? {
    var stack: [Shape] = []
    for node in walkthrough.nodes[formula] {
      let operands = stack.suffix(node.kind.operandCount)
      guard let shape = try? walkthrough.shape(of: node.kind, operands) else { return nil }
      stack.removeLast(operands.count)
      stack.append(shape)
    }
    return stack.last
  }
}

extension Diagnostic {
  fileprivate static func columnNameExpected(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "a table of examples begins with the names of its columns",
      remedy: "write names with `|` between them and not at the ends, such as `X | T`")
  }
  fileprivate static func rowUnindented(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "this row belongs to the table above, whose rows begin with blanks",
      remedy: "begin it with two blanks")
  }
  fileprivate static func rowDoesNotFit(
    _ place: Range<Int>, _ cells: Int, columns: Int, _ names: [String]
  ) -> Diagnostic {
    let found = "\(cells) \(cells == 1 ? "cell" : "cells")"
    let wanted = "\(columns) \(columns == 1 ? "column" : "columns")" + (names.isEmpty ? "" : ": " + list(names))
    return Diagnostic(
      at: place, "this row has \(found), the table has \(wanted)",
      remedy: "write one cell for each column, with `|` between them and not at the ends")
  }
  fileprivate static func examplesMissing(_ place: Range<Int>, hasColumns: Bool) -> Diagnostic {
    Diagnostic(
      at: place, hasColumns ? "the table holds no example" : "`examples:` needs a table",
      remedy: hasColumns
        ? "write one line for each example below the names of the columns"
        : "write the names of the columns, such as `X | T`, and one line for each example below")
  }
  fileprivate static func shapesDiffer(
    at place: Int, _ name: String, _ shape: Shape, _ other: Shape, example: Int
  ) -> Diagnostic {
    Diagnostic(
      at: place..<place + 1,
      "`\(name)` is \(shape.text) in example 1 and \(other.text) in example \(example)",
      remedy: "give the cells of a column one shape")
  }
}

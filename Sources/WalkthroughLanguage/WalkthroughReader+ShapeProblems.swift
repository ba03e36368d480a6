extension WalkthroughReader {
  /// What is said of an operation whose operands do not fit.
  func diagnostic(for problem: ShapeProblem, at index: Int, _ stack: ShapeStack, _ first: Int) -> Diagnostic {
    let place = operatorPlace(at: index)
    func operand(_ number: Int) -> ShownOperand { shownOperand(number, stack, before: index) }
    switch problem {
    case .differ: return .shapesDiffer(place, walkthrough.nodes[index].kind, operand(first), operand(first + 1))
    case .innerSidesDiffer: return .innerSidesDiffer(place, operand(first), operand(first + 1))
    case .needsPoint(let primitive):
      return .needsPoint(place, primitive, operand(primitive == .divide ? first + 1 : firstMatrix(stack, from: first)))
    case .notTaken(let operation, _): return .notTaken(place, operation.functionName ?? "", operand(first))
    case .outOfRange(let selection, _): return .outOfRange(place, selection, operand(first))
    case .ragged(let stacking, _, _):
      let part = firstOther(stacking, stack, first)
      return .ragged(rowPlace(part, stack, before: index), stacking, operand(first), operand(part), part - first + 1)
    }
  }

  /// A goal is of the shape of what comes close to it, or one of the two is a number.
  func rejectOtherShape(of goal: Int, named name: Range<Int>, besides quantity: Int) throws(Diagnostic) {
    guard !isUnknown(Int32(goal)), !isUnknown(Int32(quantity)) else { return }
    let (first, second) = (shownOperand(quantity), shownOperand(goal))
    guard first.shape != second.shape, !first.shape.isScalar, !second.shape.isScalar else { return }
    throw .goalHasOtherShape(name, first, second)
  }

  private func firstMatrix(_ stack: ShapeStack, from first: Int) -> Int {
    stack.shapes[first].isScalar ? first + 1 : first
  }

  /// The first part that does not fit the one before all.
  private func firstOther(_ stacking: FormulaNode.Stacking, _ stack: ShapeStack, _ first: Int) -> Int {
    let whole = stack.shapes[first]
    let other = stack.shapes[first...].firstIndex { part in
      switch stacking {
      case .sideBySide: part.rows != whole.rows
      case .below: part.columns != whole.columns
      }
    }
    return other ?? first
  }

  func nodes(of operand: Int, _ stack: ShapeStack, before index: Int) -> Range<Int> {
    stack.starts[operand]..<(operand + 1 < stack.starts.count ? stack.starts[operand + 1] : index)
  }

  /// The stretch of a row of brackets, up to what divides it from the next.
  private func rowPlace(_ operand: Int, _ stack: ShapeStack, before index: Int) -> Range<Int> {
    let nodes = nodes(of: operand, stack, before: index)
    guard case .stack = walkthrough.nodes[nodes.upperBound - 1].kind else {
      return operatorPlace(at: nodes.lowerBound)
    }
    let start = Int(walkthrough.nodes[nodes.upperBound - 1].place)
    var (end, depth) = (start, 0)
    while end < bytes.count, bytes[end] != Ascii.newline, bytes[end] != Ascii.semicolon || depth > 0 {
      if bytes[end] == Ascii.openBracket { depth += 1 }
      if bytes[end] == Ascii.closeBracket { depth -= 1 }
      if depth < 0 { break }
      end += 1
    }
    return source.trimmed(start..<end)
  }
}

extension Diagnostic {
  fileprivate typealias Operand = WalkthroughReader.ShownOperand

  /// `: X of line 1, W of line 2`
  private static func origins(_ first: Operand, _ second: Operand) -> String {
    ": \(first.origin ?? "what stands before it"), \(second.origin ?? "what stands behind it")"
  }

  fileprivate static func innerSidesDiffer(
    _ place: Range<Int>, _ first: Operand, _ second: Operand
  ) -> Diagnostic {
    Diagnostic(
      at: place,
      "a \(first.shape.text) cannot be multiplied by a \(second.shape.text)" + origins(first, second),
      remedy: productRemedy(first, second))
  }

  private static func productRemedy(_ first: Operand, _ second: Operand) -> String {
    let (left, right) = (first.shape, second.shape)
    if left == right { return "write `.*` for a product entry by entry, or transpose one of them with `'`" }
    if left.product(with: right.transposed) != nil {
      return transposing("\(first.text ?? "")*\(second.text ?? "")'", first, second)
    }
    if left.transposed.product(with: right) != nil {
      return transposing("\(first.text ?? "")'*\(second.text ?? "")", first, second)
    }
    if right.product(with: left) != nil {
      return "exchange them" + code(": write `\(second.text ?? "")*\(first.text ?? "")`", first, second)
    }
    return "a product needs as many columns before the `*` as rows behind it"
  }

  private static func transposing(_ text: String, _ first: Operand, _ second: Operand) -> String {
    "transpose one of them" + (first.isShort && second.isShort ? ": write `\(text)`" : " with `'`")
  }

  private static func code(_ text: String, _ first: Operand, _ second: Operand) -> String {
    first.isShort && second.isShort ? text : ""
  }

  fileprivate static func shapesDiffer(
    _ place: Range<Int>, _ kind: FormulaNode.Kind, _ first: Operand, _ second: Operand
  ) -> Diagnostic {
    let fits = first.shape.broadcast(with: second.shape.transposed) != nil
    let turned = second.isShort ? second.text.map { ": write `\($0)'`" } ?? " with `'`" : " with `'`"
    return Diagnostic(
      at: place, combination(kind, first.shape.text, second.shape.text) + origins(first, second),
      remedy: fits
        ? "transpose one of them\(turned)" : "rows and columns must agree; only a side of 1 repeats to fit")
  }

  private static func combination(_ kind: FormulaNode.Kind, _ first: String, _ second: String) -> String {
    switch kind {
    case .operation(.subtract): "a \(second) cannot be subtracted from a \(first)"
    case .operation(.add): "a \(second) cannot be added to a \(first)"
    case .elementwise(.multiply): "a \(first) cannot be multiplied entry by entry by a \(second)"
    case .elementwise(.divide): "a \(first) cannot be divided entry by entry by a \(second)"
    case .elementwise, .operation, .number, .constant, .quantity, .juxtaposition, .matrix, .stack, .selection,
      .generated, .declared, .updated, .derivative, .localDerivative, .state:
      together(first, second)
    }
  }

  private static func together(_ first: String, _ second: String) -> String {
    "a \(first) and a \(second) do not go together entry by entry"
  }

  fileprivate static func goalHasOtherShape(_ place: Range<Int>, _ first: Operand, _ second: Operand) -> Diagnostic {
    Diagnostic(
      at: place, together(first.shape.text, second.shape.text) + origins(first, second),
      remedy: "name a quantity with as many rows and columns, or a number")
  }

  fileprivate static func needsPoint(
    _ place: Range<Int>, _ primitive: Primitive, _ operand: Operand
  ) -> Diagnostic {
    let origin = operand.origin.map { ": \($0)" } ?? ""
    if primitive == .divide {
      return Diagnostic(
        at: place, "nothing can be divided by a \(operand.shape.text)\(origin)",
        remedy: "write `./` to divide entry by entry")
    }
    return Diagnostic(
      at: place, "`^` is for numbers, and this is a \(operand.shape.text)\(origin)",
      remedy: "write `.^` for powers entry by entry")
  }

  fileprivate static func notTaken(_ place: Range<Int>, _ function: String, _ operand: Operand) -> Diagnostic {
    Diagnostic(
      at: place,
      "`\(function)` takes a row or a column, not a \(operand.shape.text)"
        + (operand.origin.map { ": \($0)" } ?? ""),
      remedy: "choose a row of it, such as `M[1, :]`, or a column, `M[:, 1]`")
  }

  fileprivate static func outOfRange(
    _ place: Range<Int>, _ selection: Selection, _ operand: Operand
  ) -> Diagnostic {
    let name = operand.origin ?? "this"
    let (rows, columns) = (operand.shape.rows, operand.shape.columns)
    let message = "`\(selection.text)` points outside \(name), which is \(operand.shape.text)"
    switch selection {
    case .ofVector where rows > 1 && columns > 1:
      return Diagnostic(
        at: place, "one index counts along a row or a column, and \(name) is \(operand.shape.text)",
        remedy: "write `[1, 2]` for an entry, `[1, :]` for a row, `[:, 2]` for a column")
    case .ofVector: return Diagnostic(at: place, message, remedy: "count from 1 to \(rows * columns)")
    case .entries:
      return Diagnostic(
        at: place, message, remedy: "count rows from 1 to \(rows), and columns from 1 to \(columns)")
    }
  }

  fileprivate static func ragged(
    _ place: Range<Int>, _ stacking: FormulaNode.Stacking, _ first: Operand, _ other: Operand, _ number: Int
  ) -> Diagnostic {
    switch stacking {
    case .below:
      Diagnostic(
        at: place,
        "row \(number) of these brackets is \(other.shape.columns) wide, and the first is \(first.shape.columns)",
        remedy: "all rows of a matrix are equally wide")
    case .sideBySide:
      Diagnostic(
        at: place, "a \(other.shape.text) does not fit beside a \(first.shape.text)" + origins(first, other),
        remedy: "parts side by side have equally many rows; write `;` to put one below another")
    }
  }
}

extension WalkthroughReader {
  /// The operands that wait for their operation, while the shape of a formula is worked out.
  struct ShapeStack {
    var shapes: [Shape] = []
    /// Where the nodes of each begin.
    var starts: [Int] = []
  }

  /// The shape of the formula in that stretch of nodes, which must be a whole one; unknown where a part of it is in
  /// error, which is reported.
  mutating func inferredShape(of formula: Range<Int>) -> Shape {
    var stack = ShapeStack()
    for index in formula {
      let kind = walkthrough.nodes[index].kind
      if case .number = kind {
        stack.shapes.append(.scalar)
        stack.starts.append(index)
        continue
      }
      let first = stack.shapes.count - kind.operandCount
      let start = first < stack.shapes.count ? stack.starts[first] : index
      let shape = inferredShape(at: index, kind, stack, first)
      stack.shapes.removeSubrange(first...)
      stack.starts.removeSubrange(first...)
      stack.shapes.append(shape)
      stack.starts.append(start)
    }
    return stack.shapes[0]
  }

  private mutating func inferredShape(
    at index: Int, _ kind: FormulaNode.Kind, _ stack: ShapeStack, _ first: Int
  ) -> Shape {
    let operands = stack.shapes[first...]
    guard !mentionsUnknown(kind), !operands.contains(.unknown) else { return .unknown }
    if case .matrix(let operation) = kind, let name = operation.chainName, operands.allSatisfy(\.isScalar) {
      diagnostics.append(.nothingToCompare(operatorPlace(at: index), name))
      return .unknown
    }
    do throws(ShapeProblem) {
      let shape = try walkthrough.shape(of: kind, operands)
      dropIdlePoint(at: index, kind, shape)
      return checked(shape, at: index, kind, operands)
    } catch {
      diagnostics.append(diagnostic(for: error, at: index, stack, first))
      return .unknown
    }
  }

  /// Whether the node names a quantity that is in error.
  private func mentionsUnknown(_ kind: FormulaNode.Kind) -> Bool {
    switch kind {
    case .quantity(let quantity), .updated(let quantity), .state(_, let quantity): isUnknown(quantity)
    case .derivative(let result, let operand, let middle):
      isUnknown(result) || isUnknown(operand) || middle.map(isUnknown) ?? false
    case .localDerivative(let result, let operand): isUnknown(result) || isUnknown(operand)
    case .number, .constant, .operation, .juxtaposition, .elementwise, .matrix, .stack, .selection, .generated,
      .declared:
      false
    }
  }

  func isUnknown(_ quantity: Int32) -> Bool {
    quantity < 0 || walkthrough.quantities[Int(quantity)].shape == .unknown
  }

  /// Between numbers, a sign entry by entry is the sign itself.
  private mutating func dropIdlePoint(at index: Int, _ kind: FormulaNode.Kind, _ shape: Shape) {
    guard shape.isScalar, case .elementwise(let primitive) = kind else { return }
    walkthrough.nodes[index] = FormulaNode(kind: .operation(primitive), place: walkthrough.nodes[index].place)
  }

  /// The shape, unless it is too large for this machine.
  private mutating func checked(
    _ shape: Shape, at index: Int, _ kind: FormulaNode.Kind, _ operands: ArraySlice<Shape>
  ) -> Shape {
    if shape.isScalar, operands.allSatisfy(\.isScalar) { return shape }
    let place = operatorPlace(at: index)
    if shape.count > Limits.entries {
      diagnostics.append(.tooManyEntries(place, shape))
      return .unknown
    }
    if case .quantity = kind { return shape }
    let wasTooMuch = matrixWork.isTooMuch
    matrixWork.add(shape, inner: innerSide(kind, operands))
    if matrixWork.isTooMuch, !wasTooMuch { diagnostics.append(.tooMuchMatrixWork(place)) }
    return shape
  }

  /// How many products make one entry of a matrix product; 0 for everything else.
  private func innerSide(_ kind: FormulaNode.Kind, _ operands: ArraySlice<Shape>) -> Int {
    guard case .operation(let primitive) = kind, let first = operands.first, let second = operands.last,
      primitive.isMatrixProduct(first, second)
    else { return 0 }
    return first.columns
  }

  /// Where the sign, the bracket or the name of an operation stands.
  func operatorPlace(at index: Int) -> Range<Int> {
    let place = Int(walkthrough.nodes[index].place)
    var scanner = Scanner(bytes, place..<bytes.count)
    if scanner.isAtElementwiseSign { return place..<place + 2 }
    if case .selection = walkthrough.nodes[index].kind {
      while !scanner.isAtEnd, scanner.current != Ascii.closeBracket { scanner.position += 1 }
      return place..<scanner.position + 1
    }
    return scanner.stretchHere()
  }
}

extension MatrixOperation {
  /// The name of a function that compares entries: of one number it would say nothing.
  fileprivate var chainName: String? {
    switch self {
    case .max, .min: functionName
    case .transpose, .softmax, .diagonal, .sum, .mean: nil
    }
  }
}

extension WalkthroughReader {
  /// The objective is a number, and so is what is added to it: a matrix is drawn together in the file.
  mutating func checkObjectiveShape() {
    guard let objective = walkthrough.objective, let line = objectiveLine else { return }
    for (number, place) in [(objective.quantity, line.name), (objective.addition, line.addition)] {
      guard let number, let place else { continue }
      let quantity = walkthrough.quantities[number]
      guard !quantity.shape.isScalar, quantity.shape != .unknown else { continue }
      diagnostics.append(
        .objectiveIsMatrix(place, quantity.name, quantity.shape, isAdded: number == objective.addition))
    }
  }

  /// Reports a value of another shape than the quantity has that is set to it.
  mutating func checkShape(_ shape: Shape, of name: Range<Int>, setting quantity: Int) {
    let own = walkthrough.quantities[quantity].shape
    guard shape != own, shape != .unknown, own != .unknown else { return }
    diagnostics.append(.settingHasOtherShape(name, source.text(name), own, shape))
  }
}

extension Diagnostic {
  fileprivate static func nothingToCompare(_ place: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` takes two or more operands, or one matrix, not one number",
      remedy: "write `\(name)(x, y)`")
  }
  fileprivate static func tooMuchMatrixWork(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      at: place, "up to here the matrices of this file ask for too much",
      remedy: "make them smaller: \(Limits.allEntries) entries in all, and \(Limits.multiplications) multiplications")
  }
  fileprivate static func objectiveIsMatrix(
    _ place: Range<Int>, _ name: String, _ shape: Shape, isAdded: Bool
  ) -> Diagnostic {
    Diagnostic(
      at: place,
      "\(isAdded ? "what is added to the objective" : "the objective") is one number, and `\(name)` is \(shape.text)",
      remedy: "draw it together with `sum(\(name))` on a line of its own, and name that line here")
  }
  fileprivate static func settingHasOtherShape(
    _ place: Range<Int>, _ name: String, _ own: Shape, _ other: Shape
  ) -> Diagnostic {
    Diagnostic(
      at: place, "`\(name)` is \(own.text) in this file, and here it would be \(other.text)",
      remedy: "give it as many rows and columns as it has")
  }
}

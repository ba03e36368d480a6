import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

extension Narrator {
  /// The value of a quantity as it is shown, whatever its shape.
  func shownValue(_ quantity: Int, in values: Values? = nil) -> Formula {
    values == nil && !hasMatrices
      ? .number(shownValues[quantity]) : writer.formula((values ?? trace.values).matrix(quantity))
  }

  /// The shapes of what goes into a line and comes out of it, where entries are left out on the page.
  func shapesSentence(of quantity: Int) -> Sentence? {
    guard hasMatrices else { return nil }
    let operands = trace.edgesIntoResult[quantity].map { trace.edges[$0].operand }
    let members = operands + [quantity]
    guard members.contains(where: { MatrixLimits.abridges(quantities[$0].shape) }) else { return nil }
    return Wording.shapes(
      operands.map { (symbol($0), quantities[$0].shape) }, (symbol(quantity), quantities[quantity].shape))
  }

  /// A formula over the quantities with the values of the forward pass.
  func calculation(_ expression: Expression) -> MatrixCalculation {
    var calculation = MatrixCalculation(expression)
    calculation.symbols = symbols
    calculation.values = quantities.indices.map { trace.values.matrix($0) }
    return calculation
  }

  /// Backwards quantity by quantity, each adjoint a matrix equation.
  mutating func matrices(_ tell: (Step) -> Void) {
    for quantity in backwardOrder { tell(adjointStep(quantity, level: 2)) }
  }

  /// One adjoint: how it follows from those of the quantities that it feeds.
  mutating func adjointStep(_ quantity: Int, level: Int) -> Step {
    guard let backward = trace.backward else { return Step(id: name(quantity), blocks: []) }
    let heading = Wording.adjointHeading(symbol(quantity), quantities[quantity].shape)
    var blocks: [Block] = [.heading(level: level, heading.inlines)]
    let left = derivative(backward.seed, by: quantity)
    if quantity == backward.seed {
      if !isContinued { blocks.append(Wording.seed(symbol(quantity)).paragraph) }
      blocks.append(.equation(writer.equation(left, MatrixCalculation(.one), value: Matrix(1))))
      return Step(
        id: "adjoint-\(name(quantity))", blocks: blocks, quantities: [quantity], resultBlock: blocks.count - 1)
    }
    let edges = trace.contributingEdges(of: quantity)
    let opening = Wording.feeds(symbol(quantity), edges.map { symbol(trace.edges[$0].result) })
    let reasons = edges.map { pullbackReason($0) }.reduce(Sentence()) { $0 + $1 }
    if !isContinued { blocks.append((opening + reasons).paragraph) }
    blocks.append(.equation(writer.equation(left, pullback(edges), value: backward.derived.matrix(quantity))))
    return Step(
      id: "adjoint-\(name(quantity))", blocks: blocks, quantities: [quantity], edges: edges,
      resultBlock: blocks.count - 1)
  }

  /// What comes back along these edges, added up.
  private func pullback(_ edges: [Int]) -> MatrixCalculation {
    guard let backward = trace.backward, let pullbacks else { return MatrixCalculation() }
    var calculation = calculation(.one)
    let parts = edges.map { edge -> Expression in
      let result = trace.edges[edge].result
      if result == backward.seed { return pullbacks.pullback(alongEdge: edge, adjoint: .one) }
      let adjoint = calculation.add(derivative(backward.seed, by: result), backward.adjoints.matrix(result))
      return pullbacks.pullback(alongEdge: edge, adjoint: adjoint)
    }
    calculation.expression = parts.count == 1 ? parts[0] : .sum(parts.map { Expression.Term($0) })
    return calculation
  }

  /// Why that comes back along an edge: what the operand goes through on its way, from the outside in.
  private func pullbackReason(_ edge: Int) -> Sentence {
    let (result, operand) = (trace.edges[edge].result, trace.edges[edge].operand)
    var sentences: [Sentence] = []
    let passages = expressions[result].passages(of: operand, shapes: { quantities[$0].shape })
    let sendsNumber = quantities[result].shape.isScalar && !passages.contains { $0.isOperation }
    for passage in passages {
      let sentence = sentence(for: passage, operand, ofNumber: sendsNumber)
      if let sentence, !sentences.contains(where: { $0.inlines == sentence.inlines }) { sentences.append(sentence) }
    }
    let (own, whole) = (quantities[operand].shape, quantities[result].shape)
    if own != whole, own.broadcast(with: whole) == whole, sentences.isEmpty {
      sentences.append(Wording.repeated(symbol(operand), isNumber: own.isScalar))
    } else if sentences.isEmpty {
      sentences.append(Wording.takenAsItIs(symbol(operand), in: symbol(result)))
    }
    return sentences.reduce(Sentence()) { $0 + $1 }
  }

  /// - Parameter ofNumber: whether what comes back is one number, which has no sides to multiply it from.
  private func sentence(for passage: Passage, _ operand: Int, ofNumber: Bool) -> Sentence? {
    switch passage {
    case .plain: nil
    case .leftFactor: Wording.leftFactor(symbol(operand), ofNumber: ofNumber)
    case .rightFactor: Wording.rightFactor(symbol(operand), ofNumber: ofNumber)
    case .elementwiseFactor: Wording.elementwiseFactor
    case .power(let exponent): Wording.power(exponent, of: quantities[operand].shape)
    case .function(let primitive): primitive.notation.slope
    case .operation(let operation): Wording.pullback(of: operation)
    case .part: Wording.part(symbol(operand))
    }
  }
}

/// One thing that an operand goes through in a formula.
enum Passage {
  /// Sums, and products with numbers.
  case plain
  case leftFactor, rightFactor
  case elementwiseFactor
  /// With its exponent, where that is a whole number.
  case power(Int?)
  case function(Primitive)
  case operation(MatrixOperation)
  /// Brackets or an index.
  case part

  var isOperation: Bool {
    switch self {
    case .operation: true
    case .plain, .leftFactor, .rightFactor, .elementwiseFactor, .power, .function, .part: false
    }
  }
}

extension Expression {
  /// What a quantity goes through, from the outside in; of several uses, one after another.
  func passages(of operand: Int, shapes: (Int) -> Shape) -> [Passage] {
    func inner(_ expression: Expression) -> [Passage] { expression.passages(of: operand, shapes: shapes) }
    switch self {
    case .number, .constant, .quantity: return []
    case .negation(let inside): return inner(inside)
    case .sum(let terms): return terms.filter { $0.expression.uses(operand) }.flatMap { inner($0.expression) }
    case .power(let base, let exponent):
      return [.power(exponent.wholeNumber)] + (base.uses(operand) ? inner(base) : [])
        + (exponent.uses(operand) ? inner(exponent) : [])
    case .product(let factors):
      return factors.enumerated().flatMap { index, factor -> [Passage] in
        guard factor.expression.uses(operand) else { return [] }
        let others = factors.indices.filter {
          $0 != index && !factors[$0].isDivisor && !factors[$0].expression.isNumeric
        }
        let isElementwise = factor.isElementwise || factors.contains { $0.isElementwise }
        let passage: Passage =
          others.isEmpty ? .plain : isElementwise ? .elementwiseFactor : index < others[0] ? .leftFactor : .rightFactor
        return [passage] + inner(factor.expression)
      }
    case .declared(_, let operands): return operands.filter { $0.uses(operand) }.flatMap(inner)
    case .slope: return []
    case .call(let primitive, let operands):
      return [.function(primitive)] + operands.filter { $0.uses(operand) }.flatMap(inner)
    case .matrix(let matrix):
      let own: Passage =
        switch matrix {
        case .rows, .selection, .placement, .generated: .part
        case .operation(let operation, _): .operation(operation)
        case .power(_, let exponent): .power(exponent.wholeNumber)
        }
      return [own] + matrix.parts.filter { $0.uses(operand) }.flatMap(inner)
    }
  }

  private var wholeNumber: Int? {
    guard case .number(let number) = self, number.places == 0 else { return nil }
    return Int(clamping: number.coefficient)
  }
}

import Differentiation
import DocumentModel
import WalkthroughLanguage

extension Narrator {
  /// The forward pass, one step for each quantity.
  mutating func forward(_ tell: (Step) -> Void) {
    tell(Step(id: "forward", blocks: [.heading(level: 1, Wording.forwardHeading.inlines)]))
    for (index, section) in sections.enumerated() {
      if let title = section.title {
        tell(Step(id: "forward-section-\(index + 1)", blocks: [.heading(level: 2, [.text(title)])]))
      }
      for quantity in section.members { tell(forward(quantity)) }
    }
    let closing = notes.before[quantities.count].paragraphs
    if !closing.isEmpty { tell(Step(id: "closing-notes", blocks: closing)) }
  }

  private mutating func forward(_ quantity: Int) -> Step {
    var blocks = notes.before[quantity].paragraphs
    let expression = expressions[quantity]
    for primitive in expression.functions where !explained.contains(primitive) {
      explained.append(primitive)
      blocks += explanation(of: primitive)
    }
    if quantities[quantity].isUnnamed { blocks += opening(ofUnnamed: quantity) }
    let equation =
      hasMatrices
      ? writer.equation(symbol(quantity), calculation(expression), value: trace.values.matrix(quantity))
      : writer.equation(symbol(quantity), Calculation(expression, leaves), value: shownValues[quantity])
    if let shapes = shapesSentence(of: quantity) { blocks.append(shapes.paragraph) }
    blocks.append(.equation(equation))
    return Step(
      id: "forward-\(name(quantity))", blocks: blocks, quantities: [quantity],
      edges: Array(trace.edgesIntoResult[quantity]), resultBlock: blocks.count - 1)
  }

  /// What a function is short for, where not everybody knows it.
  private func explanation(of primitive: Primitive) -> [Block] {
    guard let meaning = primitive.notation.meaning else { return [] }
    let writer = FormulaWriter(leaves: [.symbol(UpdateLetters(walkthrough).anyNumber)])
    let call = writer.formula(.call(primitive, [.quantity(0)]))
    return [
      meaning.sentence.paragraph,
      .equation(Equation(call, [Equation.Link(.equal, writer.formula(meaning.definition), .symbols)])),
    ]
  }
}

extension Expression {
  /// The functions that it calls, in the order of reading.
  var functions: [Primitive] {
    switch self {
    case .number, .constant, .quantity, .slope: []
    case .matrix(let matrix): matrix.parts.flatMap(\.functions)
    case .negation(let operand): operand.functions
    case .power(let base, let exponent): base.functions + exponent.functions
    case .sum(let terms): terms.flatMap(\.expression.functions)
    case .product(let factors): factors.flatMap(\.expression.functions)
    case .declared(_, let operands): operands.flatMap(\.functions)
    case .call(let primitive, let operands): [primitive] + operands.flatMap(\.functions)
    }
  }
}

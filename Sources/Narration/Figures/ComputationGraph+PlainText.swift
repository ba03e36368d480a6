import DocumentModel

extension ComputationGraph {
  struct PlainNode {
    let words: String
    let isGate: Bool
  }

  /// A node with what arrives at it, in plain text.
  struct PlainStep {
    let node: PlainNode
    let inputs: [(node: PlainNode, above: String?, below: String?)]
  }

  var plainSteps: [PlainStep] { plainSteps(nil) }

  /// - Parameter tone: of the wires that are spoken of; nothing for all.
  func plainSteps(_ tone: Tone?) -> [PlainStep] {
    nodes.indices.compactMap { number in
      let arriving = wires.filter { $0.to == number && (tone == nil || $0.tone == tone) }
      guard !arriving.isEmpty else { return nil }
      return PlainStep(
        node: nodes[number].plain,
        inputs: arriving.map { (nodes[$0.from].plain, $0.above?.content.plainText, $0.below?.content.plainText) })
    }
  }
}

extension ComputationGraph.Node {
  fileprivate var plain: ComputationGraph.PlainNode {
    ComputationGraph.PlainNode(
      words: lines.map(\.content.plainText).joined(separator: ", "), isGate: outline == .round)
  }
}

extension [Inline] {
  /// As it is typed: the short formulas that stand in labels.
  fileprivate var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  fileprivate var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inlines), .strong(let inlines): inlines.plainText
    case .formula(let formula): formula.plainText
    case .equation(let equation): equation.links.reduce(equation.left.plainText) { $0 + " = " + $1.formula.plainText }
    }
  }
}

extension Formula {
  /// Names, numbers and what little else a label holds.
  fileprivate var plainText: String {
    switch self {
    case .symbol(let symbol): symbol.name
    case .updated(let symbol): symbol.name
    case .number(let number): number.spoken
    case .derivative(let result, let operand): "d\(result.plainText)/d\(operand.plainText)"
    case .negation(let inner): "−" + inner.plainText
    case .power(let base, let exponent), .elementwisePower(let base, let exponent):
      base.plainText + "^" + exponent.plainText
    case .fraction(let upper, let lower), .slashed(let upper, let lower), .elementwiseQuotient(let upper, let lower):
      upper.plainText + "/" + lower.plainText
    case .product(let factors, _): factors.map(\.plainText).joined(separator: "*")
    case .sum(let terms): terms.map { ($0.isSubtracted ? "−" : "+") + $0.formula.plainText }.joined()
    case .function(_, let operands): operands.map(\.plainText).joined(separator: ", ")
    case .squareRoot(let inner), .absoluteValue(let inner), .parenthesized(let inner), .transposed(let inner),
      .selected(let inner, _):
      inner.plainText
    case .condition(let left, _, let right): left.plainText + ", " + right.plainText
    case .matrix, .ellipsis: ""
    }
  }
}

import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// Tells a trace as a document: what is given, what happens forward and backward, what it is good for.
public struct Narrator {
  let trace: Trace
  let telling: Telling
  let writer: EquationWriter
  /// By quantity.
  let symbols: [Formula]
  /// By quantity: its formula.
  let expressions: [Expression]
  /// By quantity: its value, and its adjoint, as they are shown; by edge: its local derivative.
  let shownValues: [ShownNumber]
  let shownAdjoints: [ShownNumber]
  let shownLocals: [ShownNumber]
  /// By quantity, towards the objective.
  let pathCounts: [Int]
  let distances: [Int]
  /// By edge: derivations that were told already, so that nothing is derived twice.
  var derivations: [Int: Derivation] = [:]
  /// Factors that were worked already, and by edge the first of them.
  var workedFactors: Set<Factor> = []
  var firstFactors: [Int: Factor] = [:]
  /// Remarks of the file, by the quantity that they stand before.
  let notes: [Int: [String]]
  /// By quantity that moves.
  let updates: [Int: Trace.Update]
  /// Signs of the slopes whose meaning was told in full: whether they are positive.
  var toldDirections: Set<Bool> = []
  /// Whether the brackets of slopes with a kink were explained.
  var isBracketExplained = false
  /// Functions whose meaning was told already.
  var explained: Set<Primitive> = []

  var walkthrough: Walkthrough { trace.walkthrough }
  var quantities: [Quantity] { walkthrough.quantities }

  /// - Parameter telling: how to tell it; without one the file's choice counts, else what fits the trace.
  public init(_ trace: Trace, telling: Telling? = nil) {
    self.trace = trace
    let style = trace.walkthrough.style
    writer = EquationWriter(style: style, carry: trace.walkthrough.carry)
    expressions = trace.walkthrough.quantities.indices.map(trace.walkthrough.expression)
    shownValues = trace.values.map(style.shown)
    shownAdjoints = trace.backward?.adjoints.map(style.shown) ?? []
    shownLocals = trace.backward?.localDerivatives.map { style.shown($0.isFinite ? $0 : 0) } ?? []
    symbols = trace.walkthrough.quantities.indices.map {
      .symbol(Symbol(trace.walkthrough.nameParts(of: $0), name: trace.walkthrough.quantities[$0].name))
    }
    let remarks = trace.walkthrough.passages.filter { $0.kind == .note }
    notes = Dictionary(grouping: remarks, by: \.before).mapValues { $0.map(\.text) }
    updates = Dictionary(uniqueKeysWithValues: trace.updates.map { ($0.quantity, $0) })
    let counts = trace.pathCounts
    pathCounts = counts
    let lengths = trace.distances
    distances = lengths
    let fewPaths = trace.asked.allSatisfy { counts[$0] <= PathLimits.worked }
    let isShort = trace.asked.allSatisfy { lengths[$0] <= PathLimits.length }
    self.telling = telling ?? trace.walkthrough.telling ?? (fewPaths && isShort ? .weights : .nodes)
  }

  /// The whole document.
  public mutating func document() -> Document {
    var steps = [given(), network()] + forward()
    if trace.backward != nil {
      steps += backward() + update() + secondPass() + [checks()]
    }
    return finished(steps)
  }

  /// The story of one quantity alone: how the objective changes with it.
  ///
  /// - Returns: nothing where no path leads from it to the objective.
  public mutating func document(of quantity: Int) -> Document? {
    guard let backward = trace.backward, backward.reaches[quantity], quantity != backward.seed else { return nil }
    var steps: [Step]
    switch telling {
    case .weights: steps = story(of: quantity, level: 1)
    case .nodes:
      steps = (ancestors(of: [quantity]).filter { $0 != quantity } + [quantity]).map { node($0, level: 1) }
      if let update = updates[quantity] { steps.append(updateStep(update, id: "moved-\(name(quantity))")) }
    }
    return finished([numbersUsed(in: steps, for: quantity)] + steps)
  }

  /// The numbers that a story takes from elsewhere, so that each can be found on its page.
  private mutating func numbersUsed(in steps: [Step], for quantity: Int) -> Step {
    var used: Set<Int> = [quantity]
    if let rate = walkthrough.rate, updates[quantity] != nil { used.insert(rate) }
    for edge in Set(steps.flatMap(\.edges)) { derivation(of: edge).simplified.collectQuantities(into: &used) }
    let values = Sentence.enumeration(used.sorted().map { "\(writer.statement(symbol($0), shownValues[$0]))" })
    return Step(
      id: "numbers-used",
      blocks: [.heading(level: 1, Wording.numbersUsedHeading.inlines), Wording.numbersUsed(values).paragraph],
      quantities: used.sorted())
  }

  private func finished(_ steps: [Step]) -> Document {
    let title = walkthrough.title.map { [Inline.text($0)] } ?? Wording.untitled.inlines
    let conventions = conventionsStep(for: steps)
    let first = steps.prefix { $0.id == Self.givenID }
    return Document(title: title, steps: first + conventions + steps.dropFirst(first.count))
  }

  /// How numbers are to be read; with the mark, where a line has one.
  private func conventionsStep(for steps: [Step]) -> [Step] {
    let hasMark = steps.contains { step in
      step.blocks.contains { if case .equation(let equation) = $0 { equation.isMarked } else { false } }
    }
    return [Step(id: "numbers", blocks: [Wording.numbers(walkthrough, hasMark: hasMark).paragraph])]
  }

  static let givenID = "given"

  func symbol(_ quantity: Int) -> Formula { symbols[quantity] }
  func name(_ quantity: Int) -> String { quantities[quantity].name }

  /// ∂result/∂operand.
  func derivative(_ result: Int, by operand: Int) -> Formula {
    .derivative(of: symbol(result), by: symbol(operand))
  }

  /// The quantities of the trace, with the values of the forward pass.
  var leaves: Calculation.Leaves { Calculation.Leaves(symbols: symbols, numbers: shownValues) }

  /// How an edge is derived; kept, as tellings come back to it.
  mutating func derivation(of edge: Int) -> Derivation {
    if let known = derivations[edge] { return known }
    let derivation = Derivation(
      of: expressions[trace.edges[edge].result], named: trace.edges[edge].result, by: trace.edges[edge].operand)
    derivations[edge] = derivation
    return derivation
  }
}

/// How much of a thicket of paths is written out.
enum PathLimits {
  /// Paths from one quantity that are worked in full; of more, only so many are listed.
  static let worked = 4
  /// Edges of a path that are written as one product.
  static let length = 16
}
